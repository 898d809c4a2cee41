// SPDX-License-Identifier: Apache-2.0
/** The sources keep to arithmetic that is the same everywhere. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "..", "src");
const sources = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

/** Exactly defined by ECMAScript: the square root by IEEE 754, the others because they round or choose. */
const EXACT = ["abs", "floor", "fround", "imul", "max", "min", "sqrt", "trunc"];

/** A source without its comments and texts, but with what is computed inside of a template. */
function keepCode(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

test.each(sources)("$name says its licence in its first line", ({ text }) => {
  expect(text.split("\n")[0]).toBe("// SPDX-License-Identifier: Apache-2.0");
});

test.each(sources)("$name calls no function whose last bit an engine may choose", ({ text }) => {
  const code = keepCode(text);
  const called = [...code.matchAll(/\bMath\b(?:\.(\w+))?/g)].map(([, name]) => name);
  expect(called.filter((name) => !EXACT.includes(name ?? ""))).toEqual([]);
  expect(code).not.toMatch(/\*\*/);
  expect(code).not.toMatch(/\b(?:Date|Temporal|performance|crypto|random(?:UUID|Bytes)|fetch|globalThis)\b/);
  expect(code).not.toMatch(/\bsort\(\)\.reverse|localeCompare|toLocale|Intl\b/);
});

test.each(sources)("$name imports only its neighbours and files, paths of Node", ({ text }) => {
  const imported = [...keepImports(text)].filter((from) => !from.startsWith("./"));
  expect(imported.filter((from) => from !== "node:fs" && from !== "node:path")).toEqual([]);
});

function keepImports(text: string): string[] {
  return [...text.matchAll(/\bfrom "([^"]+)"|\bimport\(/g)].map(([whole, from]) => from ?? whole);
}
