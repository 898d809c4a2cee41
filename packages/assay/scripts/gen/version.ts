import { readFileSync } from "node:fs";
import { join } from "node:path";

import { fromRoot, type Generated, PACKAGE } from "./output.ts";
import { GENERATED_HEADER } from "./registries.ts";

/** Writes the package's version as a constant: a browser has no package.json to read. */
export function generateVersion(): Generated {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const doc = "/** Version of the package `openassay`. */";
  const content = `${GENERATED_HEADER}\n${doc}\nexport const VERSION = "${version}";\n`;
  return { files: [{ path: fromRoot(join(PACKAGE, "src/version.generated.ts")), content }], problems: [] };
}
