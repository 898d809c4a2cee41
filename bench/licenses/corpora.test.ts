import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { CORPORA, hasCorpora, loadSets } from "./corpora.ts";
import { EQUIVALENTS } from "./equivalents.ts";
import { CORRECTED, NO_GOLD, OWN_NAME, UNLISTED } from "./readings.ts";

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
    const named = [...Object.keys(CORRECTED), ...Object.keys(NO_GOLD), ...Object.keys(OWN_NAME)];
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
