/** Reads the header of a GGUF file and proves the bounds of its data, which it never touches. */

import { WindowCursor } from "../../bytes/window-cursor.ts";
import type { Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { describeHeader } from "./describe.ts";
import { type Header, MOST_KEPT, readHeader } from "./header.ts";
import type { Faults } from "./spot.ts";
import { align, type Cover, checkCover } from "./tensors.ts";
import { UINT32 } from "./value-types.ts";
import type { Value } from "./values.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Magic, version and two counts. */
const LEAST = 24;

const MAGIC = [0x47, 0x47, 0x55, 0x46];

const VERSIONS: ReadonlySet<number> = new Set([2, 3]);

/** Padding of tensors where a file does not say (docs/gguf.md, `general.alignment`), and the largest that makes sense. */
const DEFAULT_ALIGNMENT = 32;
const LARGEST_ALIGNMENT = 1 << 20;

/** Whether a file begins like GGUF. */
export function isMagic(head: Uint8Array): boolean {
  return MAGIC.every((byte, at) => head[at] === byte);
}

/**
 * Reads the header in windows, whatever the size of the file.
 * @throws FormatError with a code of {@link ERRORS} when there is no header to believe.
 */
export async function readGguf(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  const cursor = new WindowCursor(source, ctx.signal);
  await readStart(cursor, size);
  const faults: Faults = new FaultLog(FAULTS);
  const header = await readHeader({ cursor, faults, spend: (count) => ctx.spend("steps", count) });
  const alignment = alignmentOf(header, faults);
  const isPlaced = header.isWhole && alignment !== undefined;
  const start = isPlaced ? Math.min(await skipPadding(cursor, alignment, faults), size) : header.end;
  const end = isPlaced ? checkData(header, { alignment, size }, faults) : start;
  checkArchitecture(header, faults);
  const { facts, gaps: unread } = describeHeader(header, Math.min(end, size), faults);
  const found = faults.list();
  const isSound = isPlaced && found.every(({ severity }) => severity !== "error");
  const { omitted, values } = header;
  const args = { omitted, kept: values.size, limit: MOST_KEPT };
  const gaps = omitted === 0 ? unread : [say(GAPS, "over-limit", args), ...unread];
  return { facts, children: [], spans: listSpans({ header: start, size }, isSound), faults: found, gaps };
}

async function readStart(cursor: WindowCursor, size: number): Promise<void> {
  if (size < LEAST) throw refusal(ERRORS, "too-small", { size, least: LEAST });
  await cursor.fill(8);
  const magic = cursor.take(4);
  if (!isMagic(magic)) throw refusal(ERRORS, "not-gguf", { found: [...magic].map(hex).join(" ") });
  const view = cursor.view(4);
  // The byte order is not written down: of the version read both ways, one is a small number.
  const [little, big] = [view.getUint32(0, true), view.getUint32(0, false)];
  cursor.littleEndian = little <= big;
  const version = Math.min(little, big);
  if (!VERSIONS.has(version)) throw refusal(ERRORS, "unknown-version", { version, offset: 4 });
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** What tensors are padded to; undefined where the file states what no reader can work with. */
function alignmentOf({ values }: Header, faults: Faults): number | undefined {
  const stated = values.get("general.alignment");
  if (stated === undefined) return DEFAULT_ALIGNMENT;
  const found = stated.kind === "scalar" && stated.type === UINT32 ? Number(stated.value) : Number.NaN;
  if (Number.isInteger(Math.log2(found)) && found >= 8 && found <= LARGEST_ALIGNMENT) return found;
  faults.add("bad-alignment", { found: describe(stated), limit: LARGEST_ALIGNMENT }, stated.at);
  return undefined;
}

function describe(value: Value): string {
  return value.kind === "scalar" ? `${value.value} of type ${value.type}` : "an array";
}

function checkArchitecture({ values, end, isWhole }: Header, faults: Faults): void {
  const stated = values.get("general.architecture");
  if (stated === undefined) {
    if (isWhole) faults.add("no-architecture", {}, { start: 0, end });
  } else if (stated.kind !== "scalar" || typeof stated.value !== "string") {
    faults.add("bad-architecture", { found: describe(stated) }, stated.at);
  }
}

/** Goes on to where the data begins, which may lie behind the end of the file. What lies between is to be zero. */
async function skipPadding(cursor: WindowCursor, alignment: number, faults: Faults): Promise<number> {
  const { at } = cursor;
  const start = align(at, alignment);
  const there = Math.min(start - at, cursor.left);
  await cursor.fill(there);
  const odd = cursor.take(there).findIndex((byte) => byte !== 0);
  if (odd >= 0) faults.add("padding", { offset: at + odd }, { start: at + odd, end: at + there });
  return start;
}

interface Bounds {
  readonly alignment: number;
  readonly size: number;
}

/** Holds the tensors against the file; what pads the last one may be there or not. Returns where the data ends. */
function checkData({ tensors, end: headerEnd }: Header, { alignment, size }: Bounds, faults: Faults): number {
  const start = align(headerEnd, alignment);
  // Behind a header without tensors the padding may be missing too.
  const none: Cover = { end: Math.min(start, size), isOpen: false };
  const { end, isOpen } = tensors.length === 0 ? none : checkCover(tensors, { start, alignment }, faults);
  const padded = align(end, alignment);
  if (end > size) faults.add("missing-bytes", { size, expected: end }, { start: size, end: size });
  if (padded < size && !isOpen)
    faults.add("trailing-bytes", { count: size - padded, size, expected: padded }, { start: padded, end: size });
  return end;
}

/** The data is opaque only where all of it is proven to be tensors and padding; where anything is wrong it counts as unread. */
function listSpans(
  { header, size }: { readonly header: number; readonly size: number },
  isSound: boolean,
): readonly Span[] {
  const spans: Span[] = [{ start: 0, end: header, as: "parsed" }];
  if (size > header) spans.push({ start: header, end: size, as: isSound ? "opaque-by-format" : "unread" });
  return spans;
}
