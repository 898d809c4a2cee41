/** Every byte of a file is parsed, opaque by its format, or unread. */

import type { Reading, Span } from "../model/facts.ts";

/** Bytes of a file by how they were treated; together they are its size. */
export interface Accounted {
  readonly parsed: number;
  readonly opaque: number;
  readonly unread: number;
}

const RANK: Readonly<Record<Span["as"], number>> = { parsed: 2, "opaque-by-format": 1, unread: 0 };

/**
 * Counts the bytes of a file over all its readings: a byte that one of them parsed is parsed, whatever the others made of it.
 * What no span names is unread.
 */
export function accountFor(readings: readonly Reading[], size: number): Accounted {
  const spans = readings
    .flatMap((reading) => reading.spans)
    .map(({ start, end, as }) => ({ start, end: Math.min(end, size), as }))
    .filter(({ start, end }) => end > start);
  const edges = new Set([0, size, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const counts = { parsed: 0, opaque: 0, unread: 0 };
  let [next, open] = [0, [] as readonly Span[]];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    open = open.filter((span) => span.end > start);
    for (let span = ordered[next]; span !== undefined && span.start <= start; span = ordered[++next])
      if (span.end > start) open = [...open, span];
    counts[nameOf(Math.max(0, ...open.map(({ as }) => RANK[as])))] += end - start;
  }
  return counts;
}

function nameOf(rank: number): keyof Accounted {
  if (rank === RANK.parsed) return "parsed";
  return rank === RANK["opaque-by-format"] ? "opaque" : "unread";
}
