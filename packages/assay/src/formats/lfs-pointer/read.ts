/** Reads the stub that Git LFS leaves in place of a file. */

import type { Place, PointerFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Sha256 } from "../../model/types.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import { isPointerHead } from "./pointer-head.ts";
import type { FaultCode } from "./words.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Bytes. git-lfs takes no longer file for a pointer (lfs/pointer.go, blobSizeCutoff). */
const MAX_BYTES = 1024;

type Faults = FaultLog<FaultCode>;

interface PlacedLine extends Place {
  readonly key: string;
  readonly value: string;
}

/** @throws FormatError with a code of {@link ERRORS} when it does not say which object it stands for. */
export async function readPointer(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size >= MAX_BYTES) throw refusal(ERRORS, "over-limit", { size, limit: MAX_BYTES - 1 });
  const bytes = await source.read(0, size, ctx.signal);
  if (!isPointerHead(bytes)) throw refusal(ERRORS, "bad-version", {});
  const faults: Faults = new FaultLog(FAULTS);
  const values = collectValues(splitLines(bytes, faults), faults);
  const pointer: PointerFact = { oid: checkOid(values.get("oid")), size: checkSize(values.get("size")) };
  return {
    facts: { pointer },
    children: [],
    spans: [{ start: 0, end: size, as: "parsed" }],
    faults: faults.list(),
    gaps: [],
  };
}

/** One character per byte, so that offsets are bytes: keys and the values that are used are ASCII. */
function splitLines(bytes: Uint8Array, faults: Faults): readonly PlacedLine[] {
  const text = new TextDecoder("windows-1252").decode(bytes);
  const lines: PlacedLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (newline < 0) faults.add("no-final-newline", {}, { start: end, end });
    const found = /^([a-z0-9.-]+) ([^ \r].*)$/.exec(text.slice(start, end));
    if (found) lines.push({ key: found[1] ?? "", value: found[2] ?? "", start, end });
    else faults.add("bad-line", { line: text.slice(start, end) }, { start, end });
    start = end + 1;
  }
  return lines;
}

/** Values by key; of a key that stands twice the first counts. */
function collectValues(lines: readonly PlacedLine[], faults: Faults): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let before = "";
  for (const { key, value, start, end } of lines) {
    if (values.has(key)) faults.add("duplicate-key", { name: key }, { start, end });
    else values.set(key, value);
    if (key === "version") continue;
    if (key < before) faults.add("unsorted-keys", { name: key, before }, { start, end });
    before = key;
  }
  return values;
}

function checkOid(value: string | undefined): Sha256 {
  if (value !== undefined && /^sha256:[0-9a-f]{64}$/.test(value)) return value as Sha256;
  throw refusal(ERRORS, "bad-oid", { found: value ?? "missing" });
}

function checkSize(value: string | undefined): number {
  const size = value !== undefined && /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isSafeInteger(size)) return size;
  throw refusal(ERRORS, "bad-size", { found: value ?? "missing" });
}
