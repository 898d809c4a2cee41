/** Reads the header: a 32-bit count of lines. */

import type { Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { ERRORS, FAULTS } from "./words.ts";

/** Bytes of the header. Say where the specification demands it. */
const HEADER_BYTES = 4;

/** Largest count believed; name the largest real file known. */
const MAX_LINES = 1_000_000;

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readTemplateId(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  if (size < HEADER_BYTES) throw refusal(ERRORS, "truncated", { size, least: HEADER_BYTES });
  const header = await source.read(0, HEADER_BYTES, ctx.signal);
  const lines = new DataView(header.buffer, header.byteOffset, HEADER_BYTES).getUint32(0, true);
  if (lines > MAX_LINES) throw refusal(ERRORS, "too-many-lines", { lines, limit: MAX_LINES });
  const faults = new FaultLog<FaultCode>(FAULTS);
  const rest = { start: HEADER_BYTES, end: size };
  if (size > HEADER_BYTES) faults.add("trailing-bytes", { count: size - HEADER_BYTES }, rest);
  return { facts: { text: { lines } }, children: [], spans: spansOf(rest), faults: faults.list(), gaps: [] };
}

/** Spans cover the whole file, in order. */
function spansOf(rest: { readonly start: number; readonly end: number }): readonly Span[] {
  const header: Span = { start: 0, end: rest.start, as: "parsed" };
  return rest.end > rest.start ? [header, { ...rest, as: "unread" }] : [header];
}
