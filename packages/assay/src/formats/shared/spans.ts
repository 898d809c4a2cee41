/** Stretches of a file by how they were treated, put together. */

import type { Reading, Span } from "../../model/facts.ts";

/** From the one that tells least to the one that tells most. */
const KINDS: readonly Span["as"][] = ["unread", "opaque-by-format", "parsed"];

/** Where the spans of one kind begin and where they end, each in order: numbers alone, as there may be 100,000 of them. */
interface Edges {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

function edgesOf(spans: readonly Span[], kind: Span["as"], size: number): Edges {
  const own = spans.filter(({ start, end, as }) => as === kind && Math.min(end, size) > start);
  const [starts, ends] = [new Float64Array(own.length), new Float64Array(own.length)];
  for (const [index, { start, end }] of own.entries()) {
    starts[index] = start;
    ends[index] = Math.min(end, size);
  }
  return { starts: starts.sort(), ends: ends.sort() };
}

/**
 * One list that covers `[0, size)` in order. Where spans lie over one another the one that tells most counts; what none
 * covers is unread.
 */
export function mergeSpans(spans: readonly Span[], size: number): readonly Span[] {
  const sweeps = KINDS.map((kind) => new Sweep(edgesOf(spans, kind, size)));
  const merged: Span[] = [];
  let open = { start: 0, end: 0, as: KINDS[0] ?? "unread" };
  for (let from = 0; from < size; ) {
    const to = sweeps.reduce((least, sweep) => Math.min(least, sweep.nextAfter(from)), size);
    const as = KINDS[sweeps.findLastIndex(({ isOpen }) => isOpen)] ?? "unread";
    if (as !== open.as) {
      if (open.end > open.start) merged.push(open);
      open = { start: from, end: to, as };
    }
    open.end = to;
    from = to;
  }
  if (open.end > open.start) merged.push(open);
  return merged;
}

/** Goes through the edges of one kind. */
class Sweep {
  readonly #edges: Edges;
  #begun = 0;
  #ended = 0;

  constructor(edges: Edges) {
    this.#edges = edges;
  }

  /** Whether the bytes from where it stands to the next edge are of this kind. */
  get isOpen(): boolean {
    return this.#begun > this.#ended;
  }

  /** Passes all edges up to a place. Returns the next one. */
  nextAfter(place: number): number {
    const { starts, ends } = this.#edges;
    this.#begun = skip(starts, this.#begun, place);
    this.#ended = skip(ends, this.#ended, place);
    return Math.min(starts[this.#begun] ?? Number.POSITIVE_INFINITY, ends[this.#ended] ?? Number.POSITIVE_INFINITY);
  }
}

function skip(edges: Float64Array, from: number, place: number): number {
  let at = from;
  while (at < edges.length && (edges[at] ?? 0) <= place) at++;
  return at;
}

/** How the readings of one source together treated it; where nobody read it, all of it is unread. */
export function spansOf(readings: readonly Reading[], size: number): readonly Span[] {
  return mergeSpans(
    readings.flatMap(({ spans }) => spans),
    size,
  );
}
