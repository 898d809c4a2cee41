import fc from "fast-check";
import { expect, test } from "vitest";
import { multiply } from "./product.ts";

test("products are exact up to 64 bits, and past them nothing brings them back", () => {
  const dimension = fc.oneof(fc.nat(10), fc.maxSafeNat(), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
  fc.assert(
    fc.property(fc.array(dimension, { maxLength: 6 }), (dimensions) => {
      let expected: bigint | undefined = 1n;
      for (const one of dimensions) {
        expected = expected === undefined ? undefined : expected * BigInt(one);
        if (expected !== undefined && expected >= 2n ** 64n) expected = undefined;
      }
      const product = dimensions.reduce<number | bigint>((all, one) => multiply(all, one), 1);
      if (expected === undefined) expect(product).toBe(Number.POSITIVE_INFINITY);
      else expect(BigInt(product)).toBe(expected);
    }),
  );
});
