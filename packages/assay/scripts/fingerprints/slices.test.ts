import fc from "fast-check";
import { expect, test } from "vitest";

import { sliceSequences } from "./slices.ts";

test("slices put each sequence together again", () => {
  const sequences = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 80 }), { maxLength: 8 });
  fc.assert(
    fc.property(sequences, (given) => {
      const { pool, slices } = sliceSequences(given);
      const joined = slices.map((list) => list.flatMap(({ start, length }) => pool.slice(start, start + length)));
      expect(joined).toEqual(given);
    }),
  );
});

test("what a sequence shares with one before it is not written again", () => {
  const first = Array.from({ length: 50 }, (_, n) => n);
  const { pool, slices } = sliceSequences([first, [99, ...first, 98]]);
  expect(pool).toHaveLength(52);
  expect(slices[1]).toEqual([
    { start: 50, length: 1 },
    { start: 0, length: 50 },
    { start: 51, length: 1 },
  ]);
});
