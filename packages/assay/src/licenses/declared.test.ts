import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { readDeclared } from "./declared.ts";
import { listHubIds, readHubId } from "./hub-ids.ts";
import { licenseIds } from "./ids.generated.ts";

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
