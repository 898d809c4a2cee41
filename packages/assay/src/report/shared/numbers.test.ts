import fc from "fast-check";
import { expect, test } from "vitest";
import { countOf, formatBytes, formatParameters } from "./numbers.ts";

test.each([
  [0, "0 B"],
  [1, "1 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [1234, "1.23 kB"],
  [15_200_000_000, "15.2 GB"],
  [999_400, "999 kB"],
  [2.5e15, "2.5 PB"],
  [Number.MAX_SAFE_INTEGER, "9.01 PB"],
])("%d bytes are %s", (size, words) => {
  expect(formatBytes(size)).toBe(words);
});

test.each([
  [0, "0 parameters"],
  [999, "999 parameters"],
  [3994, "3,994 parameters"],
  [7_241_732_096, "7.24 billion parameters"],
  [1_000_000_000_000, "1 trillion parameters"],
])("%d parameters are %s", (count, words) => {
  expect(formatParameters(count)).toBe(words);
});

test("no size is told by more than half a percent off", () => {
  const scales: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
  const holds = fc.property(fc.maxSafeNat(), (size) => {
    const [number, unit = ""] = formatBytes(size).split(" ");
    const told = Number(number) * (scales[unit] ?? Number.NaN);
    expect(Math.abs(told - size)).toBeLessThanOrEqual(size * 0.005);
  });
  fc.assert(holds, { numRuns: 2000 });
});

test.each([
  [0, "0 files"],
  [1, "1 file"],
  [2, "2 files"],
  [999, "999 files"],
  [1000, "1,000 files"],
  [100_000, "100,000 files"],
  [1_234_567, "1,234,567 files"],
])("%d is %s", (n, words) => {
  expect(countOf(n, "file")).toBe(words);
});

test("what rounds up to a thousand is one of the next unit", () => {
  expect(formatBytes(999_500)).toBe("1 MB");
  expect(formatParameters(999_999_999)).toBe("1 billion parameters");
});
