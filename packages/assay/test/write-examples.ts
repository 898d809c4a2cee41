/**
 * Writes the example files of formats from their `examples/build.ts`: npm run examples [-- FORMAT…]
 * What is expected of them (`*.facts.json`, `*.error.json`) is written by hand.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { listTargets } from "./fuzz/target.ts";

const formats = new URL("../src/formats/", import.meta.url);
const asked = argv.slice(2);
for (const id of asked.length > 0 ? asked : listTargets()) {
  const { examples } = await import(new URL(`${id}/examples/build.ts`, formats).href);
  for (const [path, content] of Object.entries(examples as Record<string, string | Uint8Array>)) {
    const file = new URL(`${id}/examples/${path}`, formats);
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, content);
  }
}
