/** Turns a format's example files into tests: dropping in a file with its expectation adds one. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Format } from "../src/model/plugin.ts";
import type { WordTables } from "./format-kit.ts";
import { checkLaws, work } from "./format-kit.ts";

/** Bytes by path, as `examples/build.ts` makes them: `good/…` reads clean, `bad/…` breaks the bound it is named after. */
export type Examples = Readonly<Record<string, Uint8Array | string>>;

/** Ends of the files that hold what is expected of the file beside. */
const EXPECTATIONS = { good: ".facts.json", bad: ".error.json" } as const;

/** Registers the tests of a format's examples. `url` is `import.meta.url` of the test beside the reader. */
export function testExamples(
  format: Format,
  words: WordTables,
  { url, examples }: { url: string; examples: Examples },
): void {
  const folder = fileURLToPath(new URL("./examples/", url));
  const onDisk = (["good", "bad"] as const).flatMap((kind) => listFiles(join(folder, kind), EXPECTATIONS[kind]));
  test("example files are those that examples/build.ts makes", () => {
    const paths = onDisk.map((path) => relative(folder, path)).sort();
    expect(paths).toEqual(Object.keys(examples).sort());
    for (const [path, made] of Object.entries(examples)) {
      const bytes = typeof made === "string" ? new TextEncoder().encode(made) : made;
      expect(new Uint8Array(readFileSync(join(folder, path))), path).toEqual(new Uint8Array(bytes));
    }
  });
  describe("examples", () => {
    for (const path of onDisk) testExample(format, words, { path, name: relative(folder, path) });
  });
}

function testExample(format: Format, words: WordTables, { path, name }: { path: string; name: string }): void {
  const good = name.startsWith("good");
  const bytes = new Uint8Array(readFileSync(path));
  const expected = JSON.parse(readFileSync(path + EXPECTATIONS[good ? "good" : "bad"], "utf8"));
  test(name, async () => {
    expect(format.matches(name, bytes.subarray(0, 4096), bytes.subarray(-65_536))).toBe(true);
    const done = await work(format, bytes);
    checkLaws(done, bytes.length, words);
    if (good) {
      expect(done.error).toBeUndefined();
      expect(done.read?.faults).toEqual([]);
      expect(done.read?.facts).toEqual(expected);
    } else {
      expect([done.error?.code, ...(done.read?.faults ?? []).map((fault) => fault.code)]).toContain(expected.code);
    }
  });
}

function listFiles(folder: string, expectation: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(expectation))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
