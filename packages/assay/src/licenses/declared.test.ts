import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { readDeclared } from "./declared.ts";
import { findLicenseId } from "./expression.ts";
import { listHubIds, readHubId } from "./hub-ids.ts";
import { licenseIds } from "./ids.generated.ts";
import type { KnownLicense } from "./known-license.ts";
import { listFamilyIds, patternOfFamily } from "./license-family.ts";

test.each<[string, readonly string[]]>([
  ["mit", ["MIT"]],
  [" Apache-2.0\n", ["Apache-2.0"]],
  ["bsl-1.0", ["BSL-1.0"]],
  ["odc-by", ["ODC-By-1.0"]],
  ["llama3.1", ["LicenseRef-llama3.1"]],
  ["openrail++", ["LicenseRef-openrail-plus-plus"]],
  ["MIT OR Apache-2.0", ["Apache-2.0 OR MIT"]],
])("%j is known", (stated, ids) => {
  expect(readDeclared(stated)).toEqual({ stated, ids, known: true });
});

test.each(["gpl", "bsd", "cc", "lgpl", "gfdl", "openrail", "gemma", "gpl-3.0", "lgpl-2.1"])(
  "%s is a family",
  (stated) => {
    const { ids, known, family, reason } = readDeclared(stated);
    expect({ ids, known }).toEqual({ ids: [], known: false });
    expect(family).toBeTruthy();
    expect(reason).toBeTruthy();
  },
);

test.each([
  ...["Apache 2.0", "MIT license", "modified-mit", "Modified MIT", "Kimi K2 Modified MIT", "other", "unknown", ""],
  ...[
    "Apache 2.0 with additional terms",
    "MIT AND custom",
    "LicenseRef-llama3.1",
    "constructor",
    "NONE",
    "GPL",
    "Llama3.1",
  ],
])("%j is not known, its words are kept", (stated) => {
  expect(readDeclared(stated)).toMatchObject({ stated, ids: [], known: false });
  expect(readDeclared(stated).family).toBeUndefined();
});

test("each SPDX id behind a hub identifier is listed", () => {
  const ids = listHubIds().flatMap((hub) => {
    const license = readHubId(hub);
    return license?.kind === "spdx" ? [license.id] : [];
  });
  expect(ids.filter((id) => !licenseIds.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

const corpora = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const hubTable = `${corpora}/licenses/hf/hf-license-ids.tsv`;

test.skipIf(!existsSync(hubTable))("the hub's identifiers are all there, and no others", () => {
  const listed = readFileSync(hubTable, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[0]);
  expect([...listHubIds()].sort()).toEqual(listed.sort());
});

/** The licences of ours, by id. */
const known = new Map(
  globSync("known/*/license.json", { cwd: import.meta.dirname }).map((path) => {
    const license = JSON.parse(readFileSync(`${import.meta.dirname}/${path}`, "utf8")) as KnownLicense;
    return [license.id, license];
  }),
);

/** The hub has ids for licences whose texts nobody gave us yet. */
const WITHOUT_TEXT = ["LicenseRef-grok2-community", "LicenseRef-h-research", "LicenseRef-intel-research"];

const rows = existsSync(hubTable)
  ? readFileSync(hubTable, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t").map((cell) => cell.trim()))
  : [];

/** Numbers of versions in a name: "v1.0" and "1" are one version. */
function versionsOf(name: string): readonly string[] {
  return (name.match(/\d+(?:\.\d+)?/g) ?? []).map((version) => version.replace(/\.0$/, ""));
}

/** The letters of an id, without its version. */
function flatten(id: string): string {
  return id.toLowerCase().replaceAll("-", "").replace(/\d.*$/, "");
}

test.skipIf(rows.length === 0)("there are as many identifiers as are walked", () => {
  expect(rows).toHaveLength(83);
});

test.skipIf(rows.length === 0).each(rows)("the hub's %s, called %s", (hub = "", title = "") => {
  const license = readHubId(hub);
  const { ids, known: isKnown, family } = readDeclared(hub);
  if (license?.kind === "spdx") {
    expect(ids).toEqual([license.id]);
    // Either the id in other letters, or one of the few short names of which one version alone was published.
    expect([license.id, null]).toContain(findLicenseId(hub));
    if (findLicenseId(hub) === null)
      expect(licenseIds.filter((id) => flatten(id) === flatten(hub))).toEqual([license.id]);
    for (const version of versionsOf(title)) expect(versionsOf(license.id)).toContain(version);
  } else if (license?.kind === "own") {
    expect(ids).toEqual([license.id]);
    expect(known.has(license.id)).toBe(!WITHOUT_TEXT.includes(license.id));
    const { name = title, version = "" } = known.get(license.id) ?? {};
    for (const one of versionsOf(title)) expect(versionsOf(`${name} ${version} ${license.id}`)).toContain(one);
  } else if (license?.kind === "family") {
    expect({ ids, isKnown, family }).toEqual({ ids: [], isKnown: false, family: license.family });
    const pattern = patternOfFamily(license.family);
    const members = [...licenseIds, ...known.keys()].filter((id) => pattern?.test(id));
    expect((listFamilyIds(license.family) ?? members).length).toBeGreaterThan(1);
  } else {
    expect([hub, license?.kind]).toEqual([hub === "other" ? "other" : "unknown", "unstated"]);
    expect({ ids, isKnown }).toEqual({ ids: [], isKnown: false });
  }
});

test("bsl-1.0 is Boost's licence, and not the Business Source License", () => {
  expect(readDeclared("bsl-1.0").ids).toEqual(["BSL-1.0"]);
  expect(readDeclared("BUSL-1.1").ids).toEqual(["BUSL-1.1"]);
});

test("families are told apart", () => {
  const of = (family: string): RegExp => patternOfFamily(family) ?? /^$/;
  expect(of("GPL").test("LGPL-3.0-only")).toBe(false);
  expect(of("GPL").test("AGPL-3.0-only")).toBe(false);
  expect(of("BSD").test("BSD-3-Clause")).toBe(true);
  expect(of("CC").test("CC-BY-NC-4.0")).toBe(true);
  expect(of("OpenRAIL").test("LicenseRef-creativeml-openrail-m")).toBe(true);
  expect(of("OpenRAIL").test("LicenseRef-deepseek-license-1.0")).toBe(false);
  expect(of("gemma").test("LicenseRef-gemma-prohibited-use-policy")).toBe(false);
  expect(patternOfFamily("constructor")).toBeNull();
});
