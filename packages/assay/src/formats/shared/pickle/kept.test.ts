import fc from "fast-check";
import { expect, test } from "vitest";
import { Kept } from "./kept.ts";

/** Records that are looked at again after each new one: a call takes what was made just before it. */
const RECENT = 20;

test("what was kept last is read as it was put, however the records fill the ring as it grows", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70), { minLength: 1, maxLength: 400 }), (sizes) => {
      const kept = new Kept();
      const records: { readonly place: number; readonly items: readonly number[] }[] = [];
      for (const [number, size] of sizes.entries()) {
        const items = Array.from({ length: size }, (_, index) => 1000 * (number + 1) + index);
        records.push({ place: kept.keep(Float64Array.from(items), 0, size), items });
        for (const { place, items: put } of records.slice(-RECENT)) {
          expect(kept.countAt(place)).toBe(put.length);
          expect(put.slice(0, 64).map((_, index) => kept.itemAt(place, index))).toEqual(put.slice(0, 64));
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("records that end where the ring ends are no beginning of it", () => {
  const kept = new Kept();
  const places = Array.from({ length: 1000 }, (_, number) => kept.keep(Float64Array.of(number, number), 0, 2));
  expect(places.map((place) => kept.itemAt(place, 1))).toEqual(places.map((_, number) => number));
});
