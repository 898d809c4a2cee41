/** Every byte of a file is parsed, opaque by its format, or unread. */

import type { Reading, Span } from "../model/facts.ts";

/** Bytes of a file by how they were treated; together they are its size. */
export interface Accounted {
  readonly parsed: number;
  readonly opaque: number;
  readonly unread: number;
}

/**
 * Counts the bytes of a file over all its readings: a byte that one of them parsed is parsed, whatever the others made of it.
 * What no span names is unread.
 */
export function accountFor(readings: readonly Reading[], size: number): Accounted {
  const parsed = cover(readings, (as) => as === "parsed", size);
  const known = cover(readings, (as) => as !== "unread", size);
  return { parsed, opaque: known - parsed, unread: size - known };
}

/** Bytes of a file that lie in a span of some kinds. */
function cover(readings: readonly Reading[], isMeant: (as: Span["as"]) => boolean, size: number): number {
  const spans = readings.flatMap((reading) => reading.spans.filter(({ as }) => isMeant(as)));
  let [covered, count] = [0, 0];
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    const to = Math.min(end, size);
    count += Math.max(0, to - Math.max(start, covered));
    covered = Math.max(covered, to);
  }
  return count;
}
