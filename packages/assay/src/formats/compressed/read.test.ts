import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { testContext, watchedSource } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import compressed from "./index.ts";
import { readCompressed } from "./read.ts";
import * as words from "./words.ts";

testExamples(compressed, words, { url: import.meta.url, examples });

/** What came out of a file, by the name that it has inside. */
async function unpack(path: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const ctx = testContext({
    name: path,
    descend: async (child, name) => {
      found[name] = new TextDecoder().decode(await child.read(0, child.size));
      return [];
    },
  });
  await readCompressed(watchedSource(examples[path] ?? new Uint8Array()), ctx);
  return found;
}

const good = Object.keys(examples).filter((path) => path.startsWith("good/owl"));

test.each(good)("%s becomes what was packed, without the ending", async (path) => {
  expect(await unpack(path)).toEqual({ "owl.txt": "hoot hoot hoot\n" });
});

test("members one behind the other are one file", async () => {
  expect(await unpack("good/two-members.txt.gz")).toEqual({ "two-members.txt": "hoot hoot hoot\n".repeat(2) });
});

test("what came out before the data broke is read, and so is what follows", async () => {
  expect(await unpack("bad/bad-data.txt.gz")).toEqual({ "bad-data.txt": expect.stringMatching(/^hoot/) });
  expect(await unpack("bad/trailing-bytes.txt.bz2")).toMatchObject({ "trailing-bytes.txt": "hoot hoot hoot\n" });
  expect(Object.values(await unpack("bad/trailing-bytes.txt.bz2"))).toHaveLength(2);
});

test("of a file that only begins like packed data nothing is said", async () => {
  const bytes = new Uint8Array([0x78, 0x9c, 0, 0, 0, 0, 0, 0, 1, 2, 3]);
  expect(compressed.matches("a.safetensors", bytes, bytes)).toBe(true);
  const read = await readCompressed(watchedSource(bytes), testContext());
  expect(read).toMatchObject({ faults: [], gaps: [], children: [] });
});
