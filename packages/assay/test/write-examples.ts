/**
 * Writes the example files of formats from their `examples/build.ts`: node test/write-examples.ts [FORMAT…]
 * What is expected of them (`*.facts.json`, `*.error.json`) is written by hand.
 */

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { argv } from "node:process";

const formats = new URL("../src/formats/", import.meta.url);
const asked = argv.slice(2);
const ids = asked.length > 0 ? asked : readdirSync(formats).filter((name) => !/^(_|shared|all\.)/.test(name));
for (const id of ids) {
  const { examples } = await import(new URL(`${id}/examples/build.ts`, formats).href);
  for (const [path, content] of Object.entries(examples as Record<string, string | Uint8Array>)) {
    const file = new URL(`${id}/examples/${path}`, formats);
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, content);
  }
}
