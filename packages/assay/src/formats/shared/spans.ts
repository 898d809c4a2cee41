/** Stretches of a file by how they were treated, put together. */

import type { Reading, Span } from "../../model/facts.ts";

const RANK: Readonly<Record<Span["as"], number>> = { parsed: 2, "opaque-by-format": 1, unread: 0 };
const NAMES: readonly Span["as"][] = ["unread", "opaque-by-format", "parsed"];

/**
 * One list that covers `[0, size)` in order. Where spans lie over one another the one that tells most counts; what none
 * covers is unread.
 */
export function mergeSpans(spans: readonly Span[], size: number): readonly Span[] {
  const cut = spans
    .map(({ start, end, as }) => ({ start, end: Math.min(end, size), as }))
    .filter((s) => s.end > s.start);
  const changes = cut
    .flatMap(({ start, end, as }) => [
      { at: start, rank: RANK[as], by: 1 },
      { at: end, rank: RANK[as], by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const open = [0, 0, 0];
  const merged: Span[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to <= from) return;
    const as = NAMES[open.findLastIndex((count) => count > 0)] ?? "unread";
    const last = merged.at(-1);
    if (last?.as === as) merged[merged.length - 1] = { ...last, end: to };
    else merged.push({ start: from, end: to, as });
    from = to;
  };
  for (const { at, rank, by } of changes) {
    close(at);
    open[rank] = (open[rank] ?? 0) + by;
  }
  close(size);
  return merged;
}

/** How the readings of one source together treated it; where nobody read it, all of it is unread. */
export function spansOf(readings: readonly Reading[], size: number): readonly Span[] {
  return mergeSpans(
    readings.flatMap(({ spans }) => spans),
    size,
  );
}
