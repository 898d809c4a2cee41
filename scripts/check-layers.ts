/** `npm run layers`: the layer rules over the whole repository, and proof that every module was seen. */

import { fileURLToPath } from "node:url";

import { checkLayers } from "./layers.ts";

const report = await checkLayers(fileURLToPath(new URL("..", import.meta.url)));
for (const breach of report.breaches)
  console.error(`${breach.rule}: ${breach.from} → ${breach.to}\n  ${breach.comment}`);
for (const path of report.unseen) console.error(`not seen: ${path}`);
console.log(`${report.modules} modules, ${report.breaches.length} breaches, ${report.unseen.length} unseen`);
if (report.breaches.length > 0 || report.unseen.length > 0) process.exitCode = 1;
