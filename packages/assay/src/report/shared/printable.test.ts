import fc from "fast-check";
import { expect, test } from "vitest";
import { toPrintable } from "./printable.ts";

const hex = (code: number): string => code.toString(16).padStart(4, "0");
const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** C0 and C1 controls and delete (ECMA-48): what a terminal obeys. */
const CONTROLS = [...range(0x00, 0x1f), ...range(0x7f, 0x9f)];
/** What turns the reading direction: Unicode, annex 9, table of explicit and implicit formatting characters. */
const BIDI = [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)];
/** What has no width: two names that look alike would differ by it. */
const INVISIBLE = [0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xe0001, 0xe0041];
const SEPARATORS = [0x2028, 0x2029];

test.each([
  ["control", CONTROLS],
  ["direction", BIDI],
  ["invisible", INVISIBLE],
  ["line separator", SEPARATORS],
  ["lone surrogate", range(0xd800, 0xdfff)],
])("every %s character is written as an escape", (_, codes) => {
  for (const code of codes) {
    const character = String.fromCodePoint(code);
    expect(toPrintable(`a${character}b`), hex(code)).toBe(`a\\u{${code.toString(16)}}b`);
  }
});

test("letters, accents, signs and pairs of surrogates stay as they are", () => {
  const text = "Grüße, 模型 – “10 %” café 𝛼😀 /path/to file.json";
  expect(toPrintable(text)).toBe(text);
});

test("whatever comes in, nothing comes out that a terminal obeys, and visible ASCII is untouched", () => {
  const holds = fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme-ascii" }), (wild, tame) => {
    const shown = toPrintable(wild + tame);
    expect(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(shown)).toBe(false);
    expect(shown.isWellFormed()).toBe(true);
    expect(toPrintable(shown)).toBe(shown);
    expect(toPrintable(tame)).toBe(tame);
  });
  fc.assert(holds, { numRuns: 2000 });
});
