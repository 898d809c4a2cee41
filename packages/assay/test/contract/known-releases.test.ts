/** Facts about known releases are data: each stands in a source, and each licence is one whose terms can be told. */

import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { listNames, normalizeName } from "../../src/known-releases/find-release.ts";
import { findPlace } from "../../src/known-releases/note-facts.ts";
import { checkTermValue } from "../../src/licenses/terms/vocabulary.ts";
import type { KnownRelease } from "../../src/model/known-release.ts";
import { listBreaches } from "../support/schema.ts";

const ROOT = fileURLToPath(new URL("../../src/known-releases", import.meta.url));
const TERMS: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../assets/license-terms.json", import.meta.url)), "utf8"),
);

const releases = globSync("*/release.json", { cwd: ROOT })
  .sort()
  .map(
    (path) => [basename(dirname(path)), JSON.parse(readFileSync(`${ROOT}/${path}`, "utf8")) as KnownRelease] as const,
  );

/** Every place of every fact: the members `seen` and `licensesSeen`, wherever they stand. */
function listPlaces(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "seen" || key === "licensesSeen" ? (member as readonly string[]) : listPlaces(member),
  );
}

test("there are releases to look at", () => {
  expect(releases.length).toBeGreaterThan(10);
});

describe.each(releases)("%s", (folder, release) => {
  test("is of the shape that ships as a schema, under the id of its folder", () => {
    expect(listBreaches("known-release", release)).toEqual([]);
    expect(release.id).toBe(folder);
  });

  test("every fact stands in a source, and every source bears a fact", () => {
    const keys = listPlaces(release).map((place) => findPlace(release, place).key);
    expect(keys.length).toBeGreaterThan(0);
    expect([...new Set(keys)].sort()).toEqual(Object.keys(release.sources).sort());
  });

  test("sources are files at a commit or addresses; those without a revision say when", () => {
    for (const { at, on } of Object.values(release.sources)) {
      expect(at).toMatch(/^(?:[\w.-]+\/[\w.-]+@[0-9a-f]{40}:\S+|https:\/\/\S+)$/);
      if (at.startsWith("https://epoch.ai/")) expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test("dates are days, months or years that there are", () => {
    const dates = [release.released?.value, ...release.judgements, ...(release.changes ?? [])].map((one) =>
      typeof one === "object" ? one.on : one,
    );
    for (const date of dates) if (date !== undefined) expect(Number.isNaN(Date.parse(date))).toBe(false);
  });

  test("licences are known, or state their name and their terms; each that governs says where it stands", () => {
    for (const { id, stated } of release.licenses) {
      expect(Object.hasOwn(TERMS, id)).toBe(stated === undefined);
      expect((stated?.terms ?? []).flatMap(({ type, value }) => checkTermValue(type, value) ?? [])).toEqual([]);
    }
    const named = new Set(release.licenses.map(({ id }) => id));
    for (const { licenses = [], licensesSeen = [] } of Object.values(release.components)) {
      expect(licenses.filter((id) => !named.has(id))).toEqual([]);
      expect(licensesSeen.length > 0).toBe(licenses.length > 0);
    }
  });

  test("words of a publisher are few", () => {
    for (const { quote } of release.statements) expect(quote.split(/\s+/).length).toBeLessThanOrEqual(12);
  });
});

test("no two releases go by one name, and names stand in the form in which they are looked up", () => {
  const names = releases.flatMap(([, release]) => [...new Set(listNames(release))]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const [, { aliases }] of releases) expect(aliases.map(normalizeName)).toEqual(aliases);
});
