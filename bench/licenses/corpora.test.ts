import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { CORPORA, hasCorpora, loadSets } from "./corpora.ts";
import { EQUIVALENTS } from "./equivalents.ts";
import { CORRECTED, NO_GOLD, OTHER_TEXT, OWN_NAME, UNLISTED } from "./readings.ts";
import { wordsOf } from "./words.ts";

/** How often each word stands in a text. */
function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that both have, of all. */
function shareOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);
  const shared = [...a].reduce((all, [word, count]) => all + Math.min(count, b.get(word) ?? 0), 0);
  return (2 * shared) / (sum(a) + sum(b));
}

describe.skipIf(!hasCorpora)("sets", () => {
  const rows = hasCorpora ? loadSets() : [];

  test("every row has its file, once", () => {
    expect(rows.filter(({ path }) => !existsSync(join(CORPORA, path)))).toEqual([]);
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
  });

  test("none of the sets lost rows", () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(rows, ({ set }) => set)].map(([set, { length }]) => [set, length]),
    );
    expect(counts).toMatchObject({ "SPDX licences": 726, "SPDX exceptions": 93, licensee: 66, askalono: 17 });
    expect(counts).toMatchObject({ "mutations, altered": 141, "mutations, harmless": 30, "AI LicenseDB": 62 });
    expect(rows.length).toBeGreaterThan(3000);
  });

  test("what was read by eye is of files that are there", () => {
    const named = [
      ...Object.keys(CORRECTED),
      ...Object.keys(NO_GOLD),
      ...Object.keys(OWN_NAME),
      ...Object.keys(OTHER_TEXT),
    ];
    expect(named.filter((path) => !existsSync(join(CORPORA, path)))).toEqual([]);
  });

  test("labels that are said to be on no list are on none, and all others of the classifier are on one", () => {
    const texts = readdirSync(join(CORPORA, "spdx-texts/txt")).map((file) => file.replace(/^depreciate_|\.txt$/g, ""));
    const names = EQUIVALENTS.flatMap(({ ids }) => ids).flatMap((id) => id.split(" WITH "));
    const listed = new Set([...texts, ...names].map((id) => id.toLowerCase()));
    const isListed = (id: string): boolean =>
      listed.has(id.toLowerCase().replace(/^licenseref-/, "")) || listed.has(id.toLowerCase());
    expect(Object.keys(UNLISTED).filter(isListed)).toEqual([]);
    const classifier = rows.filter(({ set }) => set.startsWith("classifier") && set !== "classifier unlisted");
    const ids = classifier.flatMap(({ expected }) => expected.flatMap((id) => id.split(" WITH ")));
    expect(ids.filter((id) => !isListed(id))).toEqual([]);
  });

  test("a file that is said to be another text than its label's is nearer to a listed one, or far from any", () => {
    const folder = join(CORPORA, "spdx-texts/txt");
    const listed = readdirSync(folder).map(
      (file) => [file, countWords(readFileSync(join(folder, file), "utf8"))] as const,
    );
    for (const { path, expected } of rows.filter((row) => row.path in OTHER_TEXT)) {
      const words = countWords(readFileSync(join(CORPORA, path), "utf8"));
      const own = listed.find(([file]) => file.replace(/^depreciate_/, "") === `${expected[0]}.txt`)?.[1] ?? new Map();
      const nearest = Math.max(...listed.map(([, other]) => shareOf(words, other)));
      const label = shareOf(words, own);
      expect(nearest > label + 0.02 || label < 0.7, `${path}: ${label}, ${nearest}`).toBe(true);
    }
  });

  test("a label of several licences is several ids", () => {
    const of = (end: string): readonly string[] | undefined => rows.find(({ path }) => path.endsWith(end))?.expected;
    expect(of("COPYING_complex.txt")).toEqual([
      "GPL-2.0-or-later",
      "LGPL-2.1-or-later",
      "CC-BY-SA-4.0",
      "BSD-3-Clause",
    ]);
    expect(of("python-zeep.LICENSE")).toEqual(["MIT", "BSD-3-Clause"]);
    expect(of("scenarios/116495682_1")).toEqual(["Apache-2.0", "MIT", "Ruby"]);
    expect(of("scenarios/210161427_1")).toEqual([]);
  });
});
