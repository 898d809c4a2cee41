import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { validateFramework } from "../../src/frameworks/validate.ts";
import type { Framework } from "../../src/model/types.ts";
import { fromRoot, type Generated, PACKAGE } from "./output.ts";
import { GENERATED_HEADER } from "./registries.ts";

const FOLDER = join(PACKAGE, "src/frameworks");

/** Sets of licences that any framework may name. */
export function readSharedSets(): NonNullable<Framework["sets"]> {
  return JSON.parse(readFileSync(join(FOLDER, "shared/licence-sets.json"), "utf8"));
}

/** Checks every `framework*.json` and writes them as one typed constant, so that a browser needs no JSON import. */
export function generateFrameworks(): Generated {
  const shared = readSharedSets();
  const frameworks: Framework[] = [];
  const problems: string[] = [];
  for (const path of listFrameworkFiles()) {
    try {
      const json = JSON.parse(readFileSync(path, "utf8"));
      validateFramework(json, shared);
      frameworks.push(json);
    } catch (error) {
      problems.push(`${fromRoot(path)}: ${(error as Error).message}`);
    }
  }
  return {
    files: [{ path: fromRoot(join(FOLDER, "all.generated.ts")), content: render(frameworks, shared) }],
    problems,
  };
}

/** Returns the framework files, sorted by path: a folder's `framework.json` first, then its other readings. */
export function listFrameworkFiles(): readonly string[] {
  return globSync("*/**/framework*.json", { cwd: FOLDER })
    .filter((path) => !/^(?:_|shared\/)/.test(path))
    .toSorted()
    .map((path) => join(FOLDER, path));
}

function render(frameworks: readonly Framework[], shared: NonNullable<Framework["sets"]>): string {
  return [
    GENERATED_HEADER,
    'import type { Framework } from "../model/types.ts";',
    'import { addSharedSets } from "./shared/add-shared-sets.ts";\n',
    "/** Sets of licences that any framework may name. */",
    `export const sharedSets: NonNullable<Framework["sets"]> = ${JSON.stringify(shared, null, 2)};\n`,
    `const written: readonly Framework[] = ${JSON.stringify(frameworks, null, 2)};\n`,
    "/** Every framework that ships, sorted by folder; the first reading of a version stands first. */",
    "export const frameworks: readonly Framework[] = written.map((framework) => addSharedSets(framework, sharedSets));\n",
  ].join("\n");
}
