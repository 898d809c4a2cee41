/** `npm run layers`: the layer rules over the whole repository, and proof that every module was seen. */

import { fileURLToPath } from "node:url";

import { checkLayers, listProblems } from "./layers.ts";

const report = await checkLayers(fileURLToPath(new URL("..", import.meta.url)));
const problems = listProblems(report);
for (const problem of problems) console.error(problem);
console.log(`${report.modules} modules, ${report.breaches.length} breaches, ${report.unseen.length} unseen`);
if (problems.length > 0) process.exitCode = 1;
