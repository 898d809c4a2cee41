import { expect, test } from "vitest";
import { makeRelease } from "../../test/support/release.ts";
import { FormatError } from "../model/errors.ts";
import type { Fault, Span } from "../model/facts.ts";
import type { Format, Read, ScanRule } from "../model/plugin.ts";
import type { ScanDocument, ScannedFile } from "../model/scan.ts";
import { platform } from "../node.ts";
import { scanRelease } from "./scan.ts";

const FAULT: Fault = { code: "lie", args: {}, message: "it lies", severity: "error", at: { start: 1, end: 2 } };
const READ: Read = { facts: {}, children: [], spans: [], faults: [], gaps: [] };

/** A format for the files whose names begin with its id, which reads what a test says. */
function formatOf(id: string, read: Partial<Read>, also: Partial<Format> = {}): Format {
  return {
    id,
    version: 1,
    title: id,
    spec: "",
    matches: (path) => path.startsWith(id),
    read: async ({ size }) => ({ ...READ, spans: [{ start: 0, end: size, as: "parsed" }], ...read }),
    ...also,
  };
}

/** Tells every fault, and nothing else. */
const telling: ScanRule = {
  id: "telling",
  version: 1,
  danger: "A fault",
  inspect: (readings, { path }) =>
    readings.flatMap(({ faults }) =>
      faults.map(({ severity, code, message, args, at }) => ({
        rule: "telling",
        severity,
        code,
        message,
        args: { ...args, global: "os.system" },
        at: { path, ...at },
      })),
    ),
};

const UNREAD: readonly Span[] = [{ start: 0, end: 1, as: "unread" }];

const formats: readonly Format[] = [
  formatOf("plain", {}),
  formatOf("tensors", { spans: [{ start: 0, end: 4, as: "opaque-by-format" }] }),
  formatOf("document", { gaps: [{ code: "left", args: {}, message: "left out" }] }, { isDocument: true }),
  formatOf("lying", { faults: [FAULT] }),
  formatOf("asking", { faults: [{ ...FAULT, severity: "warning" }] }),
  formatOf("noting", { faults: [{ ...FAULT, severity: "note" }] }),
  formatOf("damaged", { faults: [{ ...FAULT, isDamage: true }] }),
  formatOf("gappy", { gaps: [{ code: "left", args: {}, message: "left out" }] }),
  formatOf("partly", { spans: UNREAD }),
  formatOf(
    "refused",
    {},
    {
      read: async () => {
        throw new FormatError("no", "it is none");
      },
    },
  ),
];

async function scan(names: readonly string[], listed: readonly string[] = []): Promise<ScanDocument> {
  const files = Object.fromEntries(names.map((name) => [name, "four"]));
  const { signal } = new AbortController();
  const kit = { version: "0", formats, scanRules: [telling] };
  return await scanRelease(makeRelease({ files, listed }), kit, { platform, signal, onProgress: () => undefined });
}

async function scanOne(name: string): Promise<ScannedFile> {
  const { files } = await scan([name]);
  const [file] = files;
  if (file === undefined) throw new Error("no file");
  return file;
}

test.each([
  ["plain", "clean"],
  ["tensors", "clean"],
  ["document", "out-of-scope"],
  ["unknown", "out-of-scope"],
  ["lying", "dangerous"],
  ["asking", "risky"],
  ["noting", "clean"],
  ["damaged", "inconclusive"],
  ["gappy", "inconclusive"],
  ["partly", "inconclusive"],
  ["refused", "inconclusive"],
])("a file that is %s is %s", async (name, verdict) => {
  expect((await scanOne(name)).verdict).toBe(verdict);
});

test("what is found has its place and the name that is imported", async () => {
  const { findings } = await scanOne("lying");
  expect(findings).toEqual([
    { rule: "telling", severity: "error", code: "lie", message: "it lies", at: { offset: 1 }, global: "os.system" },
  ]);
});

test("a reader that gives up and bytes that are damaged are gaps, and no findings", async () => {
  for (const name of ["refused", "damaged"]) {
    const { findings, gaps } = await scanOne(name);
    expect([name, findings.length, gaps.length]).toEqual([name, 0, 1]);
  }
});

test("bytes that nobody accounts for are told", async () => {
  const { bytes, gaps } = await scanOne("partly");
  expect(bytes).toEqual({ parsed: 0, opaque: 0, unread: 4 });
  expect(gaps.map(({ code }) => code)).toEqual(["unread"]);
});

test("what is only listed is inconclusive, a document too: nobody saw its bytes", async () => {
  const { files, summary } = await scan([], ["plain", "document"]);
  expect(files.map(({ verdict }) => verdict)).toEqual(["inconclusive", "inconclusive"]);
  expect(summary).toEqual({ dangerous: 0, risky: 0, inconclusive: 2, clean: 0, "out-of-scope": 0 });
});
