/** Licences outside the SPDX list, one folder each: who published which text where. */

import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { KnownLicense } from "../../src/licenses/known-license.ts";

const ROOT = fileURLToPath(new URL("../../src/licenses/known", import.meta.url));

/** Every `license.json`, in the order of the ids. */
export function readKnown(): readonly KnownLicense[] {
  return globSync("*/license.json", { cwd: ROOT })
    .sort()
    .map((path) => JSON.parse(readFileSync(`${ROOT}/${path}`, "utf8")) as KnownLicense);
}
