/** What is known of licences is data: each term is one of the vocabulary, and names the clause that says it. */

import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { KnownLicense, ListedTerms } from "../../src/licenses/known-license.ts";
import { checkTermValue } from "../../src/licenses/terms/vocabulary.ts";

const ROOT = fileURLToPath(new URL("../../src/licenses", import.meta.url));

function readAll<T>(pattern: string): readonly (readonly [folder: string, content: T])[] {
  return globSync(pattern, { cwd: ROOT })
    .sort()
    .map((path) => [basename(dirname(path)), JSON.parse(readFileSync(`${ROOT}/${path}`, "utf8")) as T]);
}

const known = readAll<KnownLicense>("known/*/license.json");
const listed = readAll<ListedTerms>("listed/*/license.json");
const policies = new Set(known.flatMap(([, { id, kind }]) => (kind === "policy" ? [id] : [])));
const described = [...known, ...listed].filter(([, { terms }]) => terms !== undefined);

test("there are terms to look at", () => {
  expect(described.length).toBeGreaterThan(0);
});

describe.each(described)("%s", (_, { terms = [], incorporates = [] }) => {
  test("terms are of the vocabulary and name their clauses", () => {
    const wrong = terms.flatMap(({ type, value }) => checkTermValue(type, value) ?? []);
    expect(wrong).toEqual([]);
    expect(terms.filter(({ clause }) => clause.trim() === "")).toEqual([]);
  });

  test("amounts say of what, from where on, and what follows", () => {
    for (const { type, details } of terms.filter(({ type }) => type.endsWith("-threshold"))) {
      expect(details).toMatchObject({
        comparison: expect.stringMatching(/^(?:more|at-least)$/),
        window: expect.any(String),
        whose: expect.any(String),
        testDate: expect.stringMatching(/^(?:release|rolling)$/),
        effect: expect.stringMatching(/^(?:need-licence|cut-off|display|security-review)$/),
      });
      if (type === "revenue-threshold") expect(details?.currency).toMatch(/^[A-Z]{3}$/);
    }
  });

  test("the policies that it makes part of itself are known", () => {
    expect(incorporates.filter((id) => !policies.has(id))).toEqual([]);
  });
});

test.each(listed)("%s is the id of its folder", (folder, { id, sha256 }) => {
  expect(folder).toBe(id.toLowerCase());
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});
