import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { validateFramework } from "../../src/frameworks/validate.ts";
import type { Framework } from "../../src/model/types.ts";
import { fromRoot, type Generated, PACKAGE } from "./output.ts";
import { GENERATED_HEADER } from "./registries.ts";

const FOLDER = join(PACKAGE, "src/frameworks");

/** Checks every `framework*.json` and writes them as one typed constant, so that a browser needs no JSON import. */
export function generateFrameworks(): Generated {
  const frameworks: Framework[] = [];
  const problems: string[] = [];
  for (const path of listFrameworkFiles()) {
    try {
      frameworks.push(validateFramework(JSON.parse(readFileSync(path, "utf8"))));
    } catch (error) {
      problems.push(`${fromRoot(path)}: ${(error as Error).message}`);
    }
  }
  return { files: [{ path: fromRoot(join(FOLDER, "all.generated.ts")), content: render(frameworks) }], problems };
}

/** Returns the framework files, sorted by path: a folder's `framework.json` first, then its other readings. */
export function listFrameworkFiles(): readonly string[] {
  return globSync("*/**/framework*.json", { cwd: FOLDER })
    .filter((path) => !path.startsWith("_"))
    .toSorted()
    .map((path) => join(FOLDER, path));
}

function render(frameworks: readonly Framework[]): string {
  return [
    GENERATED_HEADER,
    'import type { Framework } from "../model/types.ts";\n',
    "/** Every framework that ships, sorted by folder; the first reading of a version stands first. */",
    `export const frameworks: readonly Framework[] = ${JSON.stringify(frameworks, null, 2)};\n`,
  ].join("\n");
}
