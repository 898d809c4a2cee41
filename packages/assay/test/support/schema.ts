/** The schemas that ship in the package, compiled as strictly as Ajv can. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { ROOT } from "./command.ts";

/** Name of a shipped schema. */
export type SchemaName =
  | "assessment"
  | "check"
  | "diff"
  | "framework"
  | "frameworks"
  | "known-release"
  | "known-releases"
  | "license"
  | "lock"
  | "plan"
  | "release"
  | "rule"
  | "scan"
  | "show";

/** A shipped schema as it stands in its file. */
export function readSchema(name: SchemaName): object {
  return JSON.parse(readFileSync(join(ROOT, `packages/assay/schemas/${name}.schema.json`), "utf8"));
}

const compiled = new Map<SchemaName, ValidateFunction>();

/** What a schema has against a document: nothing, or one sentence for each breach. */
export function listBreaches(name: SchemaName, document: unknown): readonly string[] {
  const check = compiled.get(name) ?? compile(name);
  check(document);
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`;
  });
}

function compile(name: SchemaName): ValidateFunction {
  const check = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(readSchema(name));
  compiled.set(name, check);
  return check;
}
