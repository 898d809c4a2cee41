import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readNoticeSentences } from "./notice-sentences.ts";

const corpora = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../../shared/corpora");

const wordsOf = (text: string): readonly string[] => [...readNoticeSentences(text)].map(({ words }) => words);

test("sentences keep their places, across lines and items", () => {
  const text = "Owl.\n\n* These weights must not\n  be sold.\n* Be kind.\n";
  const [found, ...others] = readNoticeSentences(text);
  expect(others).toEqual([]);
  expect(found?.words).toBe("These weights must not be sold.");
  expect(text.slice(found?.start, found?.end)).toBe("* These weights must not\n  be sold.");
});

test("the terms of a sentence are its own", () => {
  const found = [...readNoticeSentences("You may not use this model in the European Union.\n\nNo commercial use.\n")];
  expect(found.map(({ terms }) => terms.map(({ type }) => type))).toEqual([["territory-excluded"], []]);
  expect(found.map(({ mention }) => mention?.words)).toEqual([undefined, "No commercial"]);
});

test("a restriction far inside of a text without stops is found", () => {
  expect(wordsOf(`${"owls ".repeat(2_000)} these weights are for non-commercial use`)).toHaveLength(1);
});

describe.skipIf(!existsSync(corpora))("notices of others", () => {
  test.each(["releases/01-ai__Yi/NOTICE", "licenses/ai-upstream/qwen-notice.txt"])("%s attributes", (path) => {
    expect(wordsOf(readFileSync(join(corpora, path), "utf8"))).toEqual([]);
  });

  test.each([
    ["releases/databricks__dbrx/NOTICE", /Databricks/],
    ["licenses/licenseclassifier/v2/assets/License/Waymo1P/notice.txt", /proprietary software/],
  ])("%s sets terms", (path, words) => {
    expect(wordsOf(readFileSync(join(corpora, path), "utf8"))).toEqual([expect.stringMatching(words)]);
  });

  test("texts of permissive and copyleft licences set none for whoever ships them", () => {
    const folder = join(corpora, "licenses/spdx-texts/txt");
    for (const id of ["MIT", "BSD-3-Clause", "ISC", "Zlib", "Apache-2.0", "GPL-2.0-only", "GPL-3.0-only", "MPL-2.0"])
      expect(
        wordsOf(`Owl includes the library nest.\n\n${readFileSync(join(folder, `${id}.txt`), "utf8")}`),
        id,
      ).toEqual([]);
  });
});
