import fc from "fast-check";
import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { checkLaws, testContext, watchedSource, work } from "../../../test/format-kit.ts";
import { makeZip, type ZipEntry } from "../../../test/support/archive.ts";
import type { ByteSource } from "../../model/types.ts";
import { examples } from "./examples/build.ts";
import zip from "./index.ts";
import { readArchive } from "./read.ts";
import * as words from "./words.ts";

testExamples(zip, words, { url: import.meta.url, examples });

test("an archive is known by its end, whatever it begins with", () => {
  const bytes = examples["bad/loose-bytes.zip"] ?? new Uint8Array();
  expect(zip.matches("owl.bin", bytes, bytes)).toBe(true);
  expect(zip.matches("owl.bin", bytes.subarray(0, 40), bytes.subarray(0, 40))).toBe(false);
});

/** What is found in an archive, in order, and the codes of its faults and gaps. */
async function read(bytes: Uint8Array) {
  const found: (readonly [string, string])[] = [];
  const descend = async (child: ByteSource, name: string) => {
    found.push([name, Buffer.from(await child.read(0, child.size)).toString("hex")]);
    return [];
  };
  const { faults, gaps } = await readArchive(watchedSource(bytes), testContext({ descend }));
  return { found, codes: faults.map(({ code }) => code), gaps: gaps.map(({ code }) => code) };
}

const content = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.constant(new Uint8Array(70_000)));
const entries: fc.Arbitrary<readonly ZipEntry[]> = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z]{1,6}$/), content, isDeflated: fc.boolean() }),
  { minLength: 1, maxLength: 6, selector: ({ name }) => name },
);

const hex = (bytes: string | Uint8Array = ""): string => Buffer.from(bytes).toString("hex");
const listed = (members: readonly ZipEntry[]) => members.map(({ name, content: of }) => [name, hex(of)]);

test("of an honest archive just its members are found, each with what was put in", async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (members) => {
      const { found, codes } = await read(new Uint8Array(makeZip(members)));
      expect(found).toEqual(listed(members));
      expect(codes).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const SECRET: ZipEntry = { name: "secret", content: "hoot, hoot" };

/** Ways to put a member into an archive that some readers see and others do not. */
const WAYS: Readonly<Record<string, (members: readonly ZipEntry[]) => Uint8Array>> = {
  "in front": (members) => join(headOf(makeZip([SECRET])), makeZip(members)),
  behind: (members) => join(makeZip(members), makeZip([SECRET])),
  "marked as encrypted": (members) => makeZip([...members, { ...SECRET, flags: 1 }]),
  "with a false checksum": (members) => makeZip([...members, { ...SECRET, crc: 7 }]),
  "with another name": (members) => makeZip([...members, { ...SECRET, localName: "public" }]),
  "under a name twice": (members) => makeZip([SECRET, ...members, { ...SECRET, content: "x" }]),
  "without a directory": (members) => headOf(makeZip([...members, SECRET])),
};

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Members without the directory. */
function headOf(bytes: Buffer): Uint8Array {
  return bytes.subarray(0, bytes.readUInt32LE(bytes.length - 6));
}

test.each(Object.entries(WAYS))("a member that stands %s is found, and told", async (_, put) => {
  await fc.assert(
    fc.asyncProperty(entries, async (members) => {
      const { found, codes } = await read(new Uint8Array(put(members)));
      expect(found.map(([, one]) => one)).toContain(hex(SECRET.content));
      expect(codes.length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

test("of names that are longer than any honest one the middle is left out, which is told", async () => {
  const name = (middle: string): string => `${"a".repeat(600)}${middle}${"z".repeat(600)}.pkl`;
  const archive = makeZip([{ ...SECRET, name: name("b") }]);
  const { found, gaps, codes } = await read(new Uint8Array(archive));
  expect(found.map(([path, one]) => [path.length, path.slice(-4), one])).toEqual([[513, ".pkl", hex(SECRET.content)]]);
  expect(gaps).toEqual(["long-name"]);
  expect(codes).toEqual([]);
  const other = await read(new Uint8Array(makeZip([{ ...SECRET, name: name("b"), localName: name("bb") }])));
  expect(other.codes).toContain("other-name");
});

const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });

test("whatever is changed in an archive, its reading keeps the laws", async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.array(change, { maxLength: 4 }), fc.nat(), async (members, changes, cut) => {
      const bytes = new Uint8Array(makeZip(members));
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
      const short = cut % 3 === 0 ? bytes.slice(0, cut % bytes.length) : bytes;
      checkLaws(await work(zip, short), short.length, words);
    }),
    { numRuns: 400 },
  );
});
