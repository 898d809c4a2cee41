/** Reads the header of a safetensors file and proves the bounds of its data, which it never touches. */

import { parseJson } from "../../bytes/json.ts";
import type { Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import type { Faults } from "./header.ts";
import { HeaderVisitor } from "./header.ts";
import { Layout } from "./layout.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Longest header: the reference reader's bound (tensor.rs, MAX_HEADER_SIZE). The largest known have about 10 MB. */
const MAX_HEADER = 100_000_000;

/** Bytes of the length field. */
const LENGTH_BYTES = 8;

const OPEN_OBJECT = 0x7b;
const SPACE = 0x20;

/** Whether a file begins like safetensors: a header length that may be, then the start of a JSON object. */
export function looksLikeHeader(head: Uint8Array): boolean {
  if (head.length < LENGTH_BYTES + 2 || head[LENGTH_BYTES] !== OPEN_OBJECT) return false;
  const length = headerLength(head);
  const next = String.fromCharCode(head[LENGTH_BYTES + 1] ?? 0);
  return length >= 2 && length <= MAX_HEADER && '"} \n\r\t'.includes(next);
}

/**
 * Reads 8 bytes and the header, whatever the size of the file.
 * @throws FormatError with a code of {@link ERRORS} when there is no header to believe.
 */
export async function readSafetensors(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bytes = await readHeader(source, ctx);
  const faults: Faults = new FaultLog(FAULTS);
  const layout = new Layout(bytes.length, faults);
  const header = new HeaderVisitor(bytes, faults, (entry) => layout.add(entry));
  const jsonEnd = parseJson(bytes, header, { start: LENGTH_BYTES, tail: "anything" });
  ctx.spend("steps", layout.entries);
  checkPadding(bytes, jsonEnd, faults);
  const dataEnd = bytes.length + layout.checkCover();
  checkEnd(dataEnd, source.size, faults);
  const dataInside = Math.min(dataEnd, source.size);
  const metadata = Object.fromEntries(header.metadata);
  const weights = { ...layout.totals(), metadata, at: { start: 0, end: dataInside } };
  const found = faults.list();
  const sound = found.every((fault) => fault.severity !== "error");
  const spans = spansOf({ header: bytes.length, data: dataInside, size: source.size }, sound);
  return { facts: { weights }, children: [], spans, faults: found, gaps: header.gaps() };
}

async function readHeader(source: ByteSource, ctx: ReadContext): Promise<Uint8Array> {
  const { size } = source;
  if (size < LENGTH_BYTES) throw refusal(ERRORS, "header-too-small", { size, least: LENGTH_BYTES });
  const first = await source.read(0, LENGTH_BYTES, ctx.signal);
  const length = headerLength(first);
  if (length > MAX_HEADER) {
    const said = new DataView(first.buffer, first.byteOffset).getBigUint64(0, true);
    throw refusal(ERRORS, "header-too-large", { length: String(said), limit: MAX_HEADER });
  }
  const needed = LENGTH_BYTES + length;
  if (needed > size) throw refusal(ERRORS, "header-past-end", { needed, size });
  const bytes = await source.read(0, needed, ctx.signal);
  if (bytes[LENGTH_BYTES] !== OPEN_OBJECT) {
    throw refusal(ERRORS, "header-start", { found: describeByte(bytes[LENGTH_BYTES]), offset: LENGTH_BYTES });
  }
  return bytes;
}

/** The length field as a double: exact up to 2^53, and beyond that still larger than any bound. */
function headerLength(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, LENGTH_BYTES);
  return view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
}

function checkPadding(bytes: Uint8Array, start: number, faults: Faults): void {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === SPACE) continue;
    faults.add("padding", { found: describeByte(bytes[at]) }, { start: at, end: bytes.length });
    return;
  }
}

function checkEnd(expected: number, size: number, faults: Faults): void {
  if (expected > size) faults.add("missing-bytes", { size, expected }, { start: size, end: size });
  if (expected >= size) return;
  faults.add("trailing-bytes", { count: size - expected, size, expected }, { start: expected, end: size });
}

/** Where the header, the data and the file end. */
interface Ends {
  readonly header: number;
  readonly data: number;
  readonly size: number;
}

/** The data is opaque only where all of it is proven to be tensors; where anything is wrong it counts as unread. */
function spansOf({ header, data, size }: Ends, sound: boolean): readonly Span[] {
  const spans: Span[] = [{ start: 0, end: header, as: "parsed" }];
  if (data > header) spans.push({ start: header, end: data, as: sound ? "opaque-by-format" : "unread" });
  if (size > data) spans.push({ start: data, end: size, as: "unread" });
  return spans;
}

function describeByte(byte: number | undefined): string {
  return byte === undefined ? "none" : `0x${byte.toString(16).padStart(2, "0")}`;
}
