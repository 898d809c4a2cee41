import fc from "fast-check";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, watchedSource, work } from "../../../test/format-kit.ts";
import { makeTar } from "../../../test/support/archive.ts";
import { examples } from "./examples/build.ts";
import tar from "./index.ts";
import { readTar } from "./read.ts";
import * as words from "./words.ts";

testExamples(tar, words, { url: import.meta.url, examples });

async function list(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const descend = async (child: { size: number; read(a: number, b: number): Promise<Uint8Array> }, name: string) => {
    found[name] = new TextDecoder().decode(await child.read(0, child.size));
    return [];
  };
  await readTar(watchedSource(bytes), testContext({ descend }));
  return found;
}

test("members behind the end mark, behind junk and past a folder with content are read", async () => {
  const at = (path: string): Uint8Array => examples[path] ?? new Uint8Array();
  expect(await list(at("bad/behind-end.tar"))).toEqual({ "owl.txt": "hoot\n", "lwo.txt": "hoot\n" });
  expect(await list(at("bad/loose-bytes.tar"))).toMatchObject({ "owl.txt": "hoot\n", "lwo.txt": "hoot\n" });
  expect(Object.values(await list(at("bad/broken-header.tar"))).join()).toContain("hoot");
});

test("whatever is changed in an archive, its reading keeps the laws", async () => {
  const entry = fc.record({ name: fc.stringMatching(/^[a-z]{1,5}$/), content: fc.uint8Array({ maxLength: 1_200 }) });
  const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });
  const changes = fc.array(change, { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), changes, async (entries, changed) => {
      const bytes = new Uint8Array(makeTar(entries));
      for (const { at, byte } of changed) bytes[at % bytes.length] = byte;
      checkLaws(await work(tar, bytes), bytes.length, words);
    }),
    { numRuns: 500 },
  );
});
