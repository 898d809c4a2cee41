import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTar, makeZip, paxRecord, type TarEntry } from "../../test/support/archive.ts";
import { FormatError } from "../model/errors.ts";
import { memorySource } from "./memory-source.ts";
import { TarReader } from "./tar.ts";
import { readZip } from "./zip.ts";

/** Everything that a reader of TAR tells, as one list; the error that ended it as its last words. */
function tell(pieces: readonly Uint8Array[]): readonly string[] {
  const told: string[] = [];
  let content = "";
  const reader = new TarReader({
    open: (member) => told.push(JSON.stringify(member)),
    data: (bytes) => {
      content += Buffer.from(bytes).toString("latin1");
    },
    close: () => {
      told.push(content);
      content = "";
    },
  });
  try {
    for (const piece of pieces) reader.push(piece);
    reader.end();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    told.push(`${error.code} ${error.message}`);
  }
  return told;
}

function cut(bytes: Uint8Array, at: readonly number[]): readonly Uint8Array[] {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, n) => bytes.subarray(places[n], end));
}

const text = fc.string({ maxLength: 40, unit: fc.constantFrom("a", "=", "\n", "1", " ", "é", "path") });
const entry: fc.Arbitrary<TarEntry> = fc.record({
  name: fc.stringMatching(/^[a-z]{1,5}$/),
  content: fc.uint8Array({ maxLength: 1_200 }),
  type: fc.constantFrom("0", "0", "0", "\0", "1", "5", "S", "V"),
  before: fc.array(
    fc.oneof(
      text.map((value) => ["x", paxRecord("comment", value)] as const),
      text.map((value) => ["x", paxRecord("path", value)] as const),
      text.map((value) => ["L", value] as const),
    ),
    { maxLength: 2 },
  ),
});

test("a TAR is read the same in whatever pieces it comes", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 6 }), (entries, places) => {
      const tar = makeTar(entries);
      expect(tell(cut(tar, places))).toEqual(tell([tar]));
    }),
    { numRuns: 300 },
  );
});

test("a record's value is its own, whatever lines stand in it", () => {
  fc.assert(
    fc.property(text, text, (comment, path) => {
      const records = paxRecord("comment", comment) + paxRecord("path", `p${path}`) + paxRecord("mtime", comment);
      const [member = ""] = tell([makeTar([{ name: "a", content: "x", before: [["x", records]] }])]);
      expect(JSON.parse(member)).toEqual({ name: `p${path}`, size: 1, kind: "file" });
    }),
  );
});

const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });

test("a damaged archive ends in an error that says why, or is read", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 4 }),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (entries, changes) => {
        const [tar, zip] = [makeTar(entries), makeZip(entries)];
        for (const bytes of [tar, zip]) for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        expect(tell([tar]).length).toBeGreaterThan(0);
        const read = await readZip(memorySource(zip)).catch((error: Error) => error);
        if (read instanceof Error) expect(read).toBeInstanceOf(FormatError);
        else for (const { start, end } of read.members) expect([start >= 0, end <= zip.length]).toEqual([true, true]);
      },
    ),
    { numRuns: 1_000 },
  );
});
