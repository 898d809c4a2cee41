/** `npm run licences`: every dependency, of every platform, has an OSI-approved licence or a reasoned exception. */

import { readFileSync } from "node:fs";

/** One package of package-lock.json. */
interface Locked {
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** A package whose licence is not OSI-approved, and why it may stay. It is never one that ships. */
interface Exception {
  readonly license: string | null;
  readonly why: string;
}

const { packages }: { packages: Readonly<Record<string, Locked>> } = readJson("package-lock.json");
const exceptions: Readonly<Record<string, Exception>> = readJson(".ci/licence-exceptions.json");
const approved = listApproved();
const used = new Set<string>();
const problems: string[] = [];
const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.includes("node_modules/") && link !== true,
);

for (const [path, locked] of installed) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (isApproved(locked.license)) continue;
  if (isExcepted(name, locked)) used.add(name);
  else problems.push(`${path}: ${locked.license ?? "no licence stated"} is not OSI-approved`);
}
for (const name of Object.keys(exceptions)) {
  if (!used.has(name)) problems.push(`.ci/licence-exceptions.json: ${name} needs no exception any more`);
}

for (const problem of problems) console.error(problem);
console.log(`${installed.length} dependencies, ${used.size} exceptions, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

/** Knows `A OR B` and `A AND B`; with brackets an expression needs a person's look. */
function isApproved(expression: string | undefined): boolean {
  if (expression === undefined) return false;
  return expression.split(" OR ").some((choice) => choice.split(" AND ").every((id) => approved.has(id)));
}

function isExcepted(name: string, locked: Locked): boolean {
  const isShipped = locked.dev !== true && locked.optional !== true;
  return !isShipped && exceptions[name]?.license === (locked.license ?? null);
}

function listApproved(): ReadonlySet<string> {
  const { licenses }: { licenses: readonly { id: string; osiApproved: boolean }[] } = readJson(
    "packages/assay/assets/licenses.json",
  );
  return new Set(licenses.filter(({ osiApproved }) => osiApproved).map(({ id }) => id));
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
}
