import fc from "fast-check";
import { expect, test } from "vitest";
import { cutWords, focusWords } from "./quotes.ts";

const LONG = `${"the owl sleeps ".repeat(10)}and 100 million hens wake`;

test("white space is one blank, and what is longer is cut at the end", () => {
  expect(cutWords("  the\n\towl  sleeps ", 40)).toBe("the owl sleeps");
  expect(cutWords("the owl sleeps", 8)).toBe("the owl…");
});

test("what is looked for is seen, even where it stands far behind", () => {
  expect(cutWords(LONG, 60)).not.toContain("100 million");
  expect(cutWords(LONG, 60, "100 million")).toMatch(/^….*and 100 million hens/);
  expect(cutWords(LONG, 60, "no such words")).toBe(cutWords(LONG, 60));
});

test("of two long quotes the first place in which they differ is seen", () => {
  const [old, newer] = focusWords([LONG, LONG.replace("100", "700")], 60);
  expect(old).toMatch(/^….*100 million/);
  expect(newer).toMatch(/^….*700 million/);
  expect(focusWords(["the owl sleeps", "the owl wakes"], 60)).toEqual(["the owl sleeps", "the owl wakes"]);
});

test("no quote is longer than asked for but for its mark", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 50 }), (one, other, length) => {
      const quotes = [cutWords(one, length, other), ...focusWords([one, other], length)];
      expect(quotes.every((words) => words.length <= length + 1)).toBe(true);
    }),
  );
});
