import fc from "fast-check";
import { expect, test } from "vitest";

import type { Reading, Span } from "../model/facts.ts";
import { accountFor } from "./account.ts";

const KINDS = ["parsed", "opaque-by-format", "unread"] as const;

function readingOf(spans: readonly Span[]): Reading {
  return { format: "any", inside: [], facts: {}, children: [], spans, faults: [], gaps: [] };
}

/** Byte by byte. */
function count(readings: readonly Reading[], size: number): unknown {
  const counts = { parsed: 0, opaque: 0, unread: 0 };
  for (let at = 0; at < size; at++) {
    const kinds = new Set(
      readings.flatMap(({ spans }) => spans.filter(({ start, end }) => start <= at && at < end)).map(({ as }) => as),
    );
    if (kinds.has("parsed")) counts.parsed++;
    else if (kinds.has("opaque-by-format")) counts.opaque++;
    else counts.unread++;
  }
  return counts;
}

const span = fc
  .tuple(fc.nat(40), fc.nat(20), fc.constantFrom(...KINDS))
  .map(([start, length, as]): Span => ({ start, end: start + length, as }));
const reading = fc.array(span, { maxLength: 6 }).map(readingOf);

test("the counts are those of counting byte by byte, also where spans overlap or pass the end", () => {
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 3 }), fc.nat(50), (readings, size) => {
      expect(accountFor(readings, size)).toEqual(count(readings, size));
    }),
    { numRuns: 2000 },
  );
});

test("what nobody read is unread", () => {
  expect(accountFor([], 7)).toEqual({ parsed: 0, opaque: 0, unread: 7 });
});
