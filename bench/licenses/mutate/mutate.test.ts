import fc from "fast-check";
import { expect, test } from "vitest";

import { FORMS } from "./forms.ts";
import { mutate } from "./mutate.ts";
import { applyEdit } from "./mutation.ts";
import { type Base, bodyOf, copyrightLines, findOptional, paragraphsOf, sentencesOf } from "./text.ts";

/** A licence of nobody's, with a place of every sort and letters of two and three bytes. */
const TEXT = `The Brightleaf Licence – Version 3

Copyright (c) 2019 Zoë Łukasz

1. Anyone may copy the files, change them and pass them on, in any form and without a fee. A copy
   must carry this text; it shall not carry any other name.

2. The rights are perpetual and irrevocable. They end only where a recipient does not keep to section 1 for
   more than 30 days after a notice, and all copies that others hold stay permitted.

* A list may stand here, and "words in quotes" may stand in it, all of them granted without any more conditions.

The author's words of advice: keep a copy of the files in a place of your own, and may they serve you well.

END OF TERMS

How to use the text: write the year and your name where the notice has them, and put it at the head of the files.
`;
const XML = "<p><optional>keep a copy of the files in a place of your own</optional> x <optional>and</optional></p>";
const BASE: Base = { id: "brightleaf", text: TEXT, optional: findOptional(XML, TEXT) };

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

test("the parts of a text are found", () => {
  expect(paragraphsOf(TEXT)).toHaveLength(8);
  expect(copyrightLines(TEXT).map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "Copyright (c) 2019 Zoë Łukasz",
  ]);
  expect(bodyOf(TEXT).map(({ start }) => TEXT.slice(start, start + 6))).toEqual([
    "1. Any",
    "2. The",
    "* A li",
    "The au",
    "How to",
  ]);
  const [first = { start: 0, end: 0 }] = bodyOf(TEXT);
  expect(sentencesOf(TEXT, first).map(({ start, end }) => TEXT.slice(start, end).slice(0, 8))).toEqual([
    "1. Anyon",
    "A copy\n ",
  ]);
  expect(BASE.optional.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    "keep a copy of the files in a place of your own",
  ]);
});

test("the same seed makes the same texts, another seed makes others", () => {
  const ids = (seed: number): readonly string[] => mutate(BASE, seed).map(({ id }) => id);
  expect(mutate(BASE, 7)).toEqual(mutate(BASE, 7));
  expect(ids(7)).not.toEqual(ids(8));
});

test("every sort of place and of change is used", () => {
  const ids = mutate(BASE, 1).map(({ id }) => id);
  const sorts = [
    "start",
    "end",
    "end-of-line",
    "after-terms",
    "copyright",
    "paragraph",
    "sentence",
    "middle",
    "optional",
  ];
  for (const sort of sorts)
    expect(
      ids.some((id) => id.startsWith(`insert-${sort}-`)),
      sort,
    ).toBe(true);
  const changes = ["negate", "unnegate", "swap", "number", "drop-word", "drop-sentence", "drop-paragraph", "form"];
  for (const change of changes)
    expect(
      ids.some((id) => id.startsWith(`${change}-`)),
      change,
    ).toBe(true);
  expect(ids.some((id) => id.includes("-disguised-"))).toBe(true);
});

test("ids are unique, and every text is another than the base", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const mutations = mutate(BASE, seed);
      expect(new Set(mutations.map(({ id }) => id)).size).toBe(mutations.length);
      expect(mutations.filter(({ text }) => text === TEXT)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test("the gold is where the text says, and its words are what the base has not", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { id, kind, text, at, inserted, deleted } of mutate(BASE, seed)) {
        if (at === null) {
          expect([kind, inserted, deleted], id).toEqual(["form", "", ""]);
          continue;
        }
        const bytes = Buffer.from(text);
        expect(bytes.subarray(at.start, at.end).toString(), id).toBe(inserted);
        if (id.includes("disguised")) continue;
        const rest = `${bytes.subarray(0, at.start)} ${deleted} ${bytes.subarray(at.end)}`;
        expect(wordsOf(rest), id).toEqual(wordsOf(TEXT));
      }
    }),
    { numRuns: 30 },
  );
});

test("a change of words changes the words", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    for (const { id, kind, text } of mutate(BASE, seed)) {
      if (kind !== "form") expect(wordsOf(text).join(" "), id).not.toBe(wordsOf(TEXT).join(" "));
    }
  }
});

test("what may be left out, and what stands behind the terms, is never what a deletion takes", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const taken = mutate(BASE, seed).filter(({ id }) => /^drop-(?:sentence|paragraph)/.test(id));
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.filter(({ deleted }) => /keep a copy|How to use/.test(deleted))).toEqual([]);
  }
});

/** Words that a form adds as marks, and forms that take marks of lists or put another name in. */
const MARKS = /\b(?:rem|dnl|doctype|html|body|h1|p|quot|amp)\b/;
const EXEMPT = /no marks|another holder|html$/;

test.each(FORMS.filter(({ id }) => !EXEMPT.test(id)))("$id keeps the words and their order", ({ write }) => {
  const words = wordsOf(write(TEXT)).filter((word) => !MARKS.test(word));
  expect(words).toEqual(wordsOf(TEXT));
});

test("forms that touch marks and names keep all other words", () => {
  const write = (id: string): string => FORMS.find((form) => form.id === id)?.write(TEXT) ?? "";
  const gone = new Set(["1", "2"]);
  expect(wordsOf(write("no marks of lists"))).toEqual(wordsOf(TEXT.replace("1. ", "").replace("2. ", "")));
  expect(wordsOf(write("another holder"))).toEqual(wordsOf(TEXT.replace("2019 Zoë Łukasz", "2021 Jane Example")));
  expect(wordsOf(write("html")).filter((word) => !MARKS.test(word) && !gone.has(word))).toEqual(
    wordsOf(TEXT).filter((word) => !gone.has(word)),
  );
});

test("every form is another text, and no two are the same", () => {
  // The base here has no address and no capital title.
  const written = FORMS.filter(({ id }) => id !== "https" && id !== "bullets").map(({ write }) => write(TEXT));
  expect(new Set([TEXT, ...written]).size).toBe(written.length + 1);
});

test("an edit's place is of its words alone, in bytes", () => {
  const made = applyEdit("ä b", { id: "x", span: { start: 1, end: 1 }, words: "\n\nö c " });
  expect(made).toMatchObject({ kind: "inserted", text: "ä\n\nö c  b", at: { start: 4, end: 8 }, inserted: "ö c" });
});
