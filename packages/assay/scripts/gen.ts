/** `npm run gen [-- --check]`: writes everything that is made from something else, or says what is stale. */

import { generateAllianceSchemas } from "./gen/alliance-schemas.ts";
import { generateBrief } from "./gen/brief.ts";
import { generateCatalogues } from "./gen/catalogues.ts";
import { generateFrameworks } from "./gen/frameworks.ts";
import { generateGlobals } from "./gen/globals.ts";
import { generateKnownReleases } from "./gen/known-releases.ts";
import { generateLicenseTerms } from "./gen/license-terms.ts";
import { generateLicenses } from "./gen/licenses.ts";
import { type Generated, isStale, write } from "./gen/output.ts";
import { generateRegistries } from "./gen/registries.ts";
import { generateReport } from "./gen/report.ts";
import { generateSchemas } from "./gen/schemas.ts";
import { generateVersion } from "./gen/version.ts";

const isCheck = process.argv.includes("--check");
const generated: readonly Generated[] = [
  generateVersion(),
  generateRegistries(),
  generateFrameworks(),
  generateGlobals(),
  generateLicenses(),
  generateLicenseTerms(),
  generateKnownReleases(),
  generateSchemas(),
  generateAllianceSchemas(),
  await generateCatalogues(),
  generateBrief(),
  await generateReport(),
];
const stale = generated.flatMap(({ files }) => files).filter(isStale);
const problems = generated.flatMap((part) => part.problems);

for (const file of stale) {
  if (!isCheck) await write(file);
  console.log(`${isCheck ? "stale" : "wrote"} ${file.path}`);
}
for (const problem of problems) console.error(problem);
if (isCheck && stale.length > 0) console.error("Generated files are stale: run npm run gen");
if (problems.length > 0 || (isCheck && stale.length > 0)) process.exitCode = 1;
