import fc from "fast-check";
import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

test("words are broken over lines of that width, and lines after the first are indented", () => {
  expect(wrap("one two three four", 11, 2)).toBe("one two\n  three\n  four");
  expect(wrap("one two three four", 40, 2)).toBe("one two three four");
});

test("a line may be filled to its last column and no further", () => {
  expect(wrap("abc def", 7, 0)).toBe("abc def");
  expect(wrap("abc def", 6, 0)).toBe("abc\ndef");
});

test("a word longer than the line stands alone and whole", () => {
  const digest = "0".repeat(64);
  expect(wrap(`the digest ${digest} is`, 20, 4)).toBe(`the digest\n    ${digest}\n    is`);
  expect(wrap(digest, 20, 4)).toBe(digest);
  expect(wrap(`a ${digest}`, 4, 10)).toBe(`a\n${" ".repeat(10)}${digest}`);
});

test("nothing is one empty line", () => {
  expect(wrap("", 80, 2)).toBe("");
});

const word = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 }).filter((text) => !text.includes(" "));
const words = fc.array(word, { minLength: 1, maxLength: 30 });

test("no word is lost, changed or moved, and only a word alone goes beyond the width", () => {
  const holds = fc.property(words, fc.integer({ min: 1, max: 100 }), fc.nat({ max: 40 }), (some, width, indent) => {
    const lines = wrap(some.join(" "), width, indent).split("\n");
    const [first = "", ...rest] = lines;
    for (const line of rest) expect(line.startsWith(" ".repeat(indent))).toBe(true);
    const texts = [first, ...rest.map((line) => line.slice(indent))];
    expect(texts.flatMap((text) => text.split(" "))).toEqual(some);
    for (const text of texts) if (text.includes(" ")) expect(text.length).toBeLessThanOrEqual(width - indent);
  });
  fc.assert(holds, { numRuns: 2000 });
});

test("no line is broken before it must be", () => {
  const holds = fc.property(words, fc.integer({ min: 1, max: 100 }), (some, width) => {
    const lines = wrap(some.join(" "), width, 0).split("\n");
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1]?.split(" ")[0];
      if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(width);
    }
  });
  fc.assert(holds, { numRuns: 2000 });
});
