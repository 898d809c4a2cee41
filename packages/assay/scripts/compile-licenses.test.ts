import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { nameGroup } from "../src/licenses/license-family.ts";
import { loadLicenseIndex } from "../src/licenses/license-index.ts";
import { compileLicenses } from "./compile-licenses.ts";

const files = compileLicenses();

test("the committed files are what the installed package compiles to", () => {
  for (const { path, content } of files) {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), "utf8") === content, path).toBe(true);
  }
});

test("the index holds no words of a text", () => {
  const index = loadLicenseIndex(new TextEncoder().encode(files[0]?.content));
  expect(index.source).toMatch(/^spdx-license-list@\d/);
  expect(Math.max(...index.licenses.map(({ name }) => name.length))).toBeLessThan(120);
  expect(Object.keys(index.licenses[0] ?? {})).toEqual([
    "id",
    "name",
    "osiApproved",
    "deprecated",
    "exact",
    "equivalent",
  ]);
});

test("every group of ids that share a text is one the README states", () => {
  const { licenses } = loadLicenseIndex(new TextEncoder().encode(files[0]?.content));
  const groups = Map.groupBy(
    licenses.flatMap(({ id, equivalent }) => equivalent.map((hash) => ({ id, hash }))),
    ({ hash }) => hash,
  );
  const shared = [...groups.values()].map((group) => group.map(({ id }) => id)).filter((ids) => ids.length > 1);
  const names = new Set(shared.map((ids) => (nameGroup(ids) ?? { id: ids.join(" ") }).id ?? nameGroup(ids)?.family));
  expect([...names].sort()).toEqual([
    ...["AGPL-1.0", "AGPL-3.0", "CAL-1.0", "GFDL-1.1", "GFDL-1.2", "GFDL-1.3", "GPL-1.0", "GPL-2.0", "GPL-3.0"],
    ...["LGPL-2.0", "LGPL-2.1", "LGPL-3.0", "MPL-2.0", "OFL-1.0", "OFL-1.1", "OLDAP-2.2.2 OLDAP-2.3"],
  ]);
});
