import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { CORPORA, hasCorpora } from "./corpora.ts";
import { canonicalId, EQUIVALENTS } from "./equivalents.ts";
import { wordsOf } from "./words.ts";

const LABELS = hasCorpora
  ? readFileSync(join(CORPORA, "ai-upstream/expected.tsv"), "utf8")
      .split("\n")
      .map((line) => line.split("\t"))
  : [];

/** Texts that go by a name in the corpora. Under a name of SPDX the classifier files other variants too. */
function textsOf(name: string): readonly string[] {
  const classifier = `licenseclassifier/v2/assets/License/${name}`;
  const isListed = existsSync(join(CORPORA, `spdx-texts/txt/${name}.txt`));
  const folder = !isListed && existsSync(join(CORPORA, classifier)) ? readdirSync(join(CORPORA, classifier)) : [];
  const upstream = LABELS.filter(([, label]) => label === name).map(([file]) => `ai-upstream/${file}`);
  const paths = [
    ...[`${name}.txt`, `depreciate_${name}.txt`].map((file) => `spdx-texts/txt/${file}`),
    `scancode-licensedb-ai/${name}.txt`,
    ...folder.map((file) => `${classifier}/${file}`),
    ...upstream.slice(0, 1),
  ];
  return paths
    .filter((path) => existsSync(join(CORPORA, path)))
    .map((path) => readFileSync(join(CORPORA, path), "utf8"));
}

/** Words that the first text has more often than the second. */
function countMissing(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of b) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.max(0, -count), 0);
}

describe.skipIf(!hasCorpora)("joined ids", () => {
  // Of `A WITH B` each part has its text, which other rows compare.
  const whole = EQUIVALENTS.filter(({ ids }) => !ids.some((id) => id.includes(" WITH ")));
  const compared = whole.filter(({ ids }) => ids.flatMap(textsOf).length > 1);

  test("enough of them have texts to compare", () => {
    expect(compared.length).toBeGreaterThan(30);
  });

  test.each(compared.map((row) => [row.ids.join(" = "), row] as const))("%s: the same words", (_, row) => {
    const [first = [], ...others] = row.ids.flatMap(textsOf).map(wordsOf);
    for (const other of others) {
      const [fewer, more] = first.length < other.length ? [first, other] : [other, first];
      // What is said to differ may be left out, or is a few words; all else has to be the same.
      if (row.differences === undefined) expect([countMissing(fewer, more), countMissing(more, fewer)]).toEqual([0, 0]);
      else expect(countMissing(fewer, more)).toBeLessThanOrEqual(fewer.length * 0.06);
    }
  });
});

test("an id is never joined with two", () => {
  for (const scope of ["always", "text"]) {
    const others = EQUIVALENTS.filter((row) => row.scope === scope).flatMap(({ ids }) => ids.slice(1));
    expect(others.length).toBe(new Set(others.map((id) => id.toLowerCase())).size);
  }
});

test.each([
  ["GPL-2.0", "GPL-2.0-only", "id", true],
  ["GPL-2.0+", "GPL-2.0-or-later", "id", true],
  ["GPL-2.0-only", "GPL-2.0-or-later", "id", false],
  ["GPL-2.0+", "GPL-2.0", "family", true],
  ["GPL-2.0", "GPL-3.0", "family", false],
  ["GPL-2.0-with-classpath-exception", "GPL-2.0 WITH Classpath-exception-2.0", "id", true],
  ["GPL-2.0-with-classpath-exception", "GPL-2.0+ WITH Classpath-exception-2.0", "id", false],
  ["GPL-2.0-with-classpath-exception", "GPL-2.0+ WITH Classpath-exception-2.0", "family", true],
  ["GPL-2.0-with-classpath-exception", "GPL-2.0", "family", false],
  ["MPL-2.0", "MPL-2.0-no-copyleft-exception", "id", false],
  ["MPL-2.0", "MPL-2.0-no-copyleft-exception", "family", true],
  ["LicenseRef-scancode-llama-2-license-2023", "LicenseRef-llama2", "id", true],
  ["apache-2.0", "Apache-2.0", "id", true],
  ["kimi-k2", "MIT", "family", false],
  ["gemma-tou-2024-04-01", "gemma-tou-2025-03-24", "family", false],
] as const)("%s and %s by %s: %s", (...[a, b, compare, isSame]) => {
  expect(canonicalId(a, compare) === canonicalId(b, compare)).toBe(isSame);
});
