import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import { loadLicenseIndex } from "./license-index.ts";
import { createLicenseReader } from "./reader.ts";

const corpora = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const folder = `${corpora}/licenses`;
const index = loadLicenseIndex(readFileSync(new URL("../../assets/licenses.json", import.meta.url)));
const reader = createLicenseReader(index, async (bytes) => createHash("sha256").update(bytes).digest("hex"));

function rowsOf(corpus: string): readonly (readonly string[])[] {
  const lines = readFileSync(`${folder}/${corpus}/expected.tsv`, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split("\t"));
}

/** The clean name of a file, "" for unknown. */
async function nameOf(path: string): Promise<string> {
  const { match } = await reader.read(readFileSync(`${folder}/${path}`, "utf8"));
  return match.id ?? match.family ?? "";
}

async function readAll(corpus: string): Promise<readonly { readonly row: readonly string[]; readonly name: string }[]> {
  return Promise.all(rowsOf(corpus).map(async (row) => ({ row, name: await nameOf(`${corpus}/${row[0]}`) })));
}

describe.skipIf(!existsSync(folder))("corpora", () => {
  test("no altered text has a clean name; every harmless change of a listed text has", async () => {
    const read = await readAll("mutations");
    const harmless = read.filter(({ row }) => row[2] === "identity" || row[2] === "format-only");
    const altered = read.filter((entry) => !harmless.includes(entry));
    expect(altered).toHaveLength(141);
    expect(altered.filter(({ name }) => name !== "")).toEqual([]);
    const listed = harmless.filter(({ row }) => index.licenses.some(({ id }) => id === row[1]));
    expect(listed).toHaveLength(15);
    expect(listed.filter(({ row, name }) => name !== row[1])).toEqual([]);
    expect(harmless.filter(({ row, name }) => name !== "" && name !== row[1])).toEqual([]);
  });

  test("publishers' texts: a clean name only where the publisher took that very licence", async () => {
    const read = await readAll("ai-upstream");
    const clean = read.filter(({ name }) => name !== "");
    // glm-5 is expected as Apache-2.0 by its text; the table leaves it open.
    expect(clean.filter(({ row, name }) => row[1] !== name && row[0] !== "glm-5.txt")).toEqual([]);
    expect(clean.length).toBeGreaterThanOrEqual(13);
    for (const file of ["minimax-m2-mit-titled.txt", "kimi-k2-modified-mit.txt", "kimi-k2.5.txt", "internlm.txt"]) {
      expect(await nameOf(`ai-upstream/${file}`), file).toBe("");
    }
  });

  test("AI licences: SPDX names for SPDX licences alone", async () => {
    const clean = (await readAll("scancode-licensedb-ai")).filter(({ name }) => name !== "");
    const wrong = clean.filter(({ row, name }) => row[2] !== name && row[1] !== name.toLowerCase());
    expect(wrong).toEqual([]);
    expect(clean.length).toBeGreaterThanOrEqual(6);
  });

  test("other tools' fixtures: a clean name differs from theirs only where theirs is the coarser label", async () => {
    const known: Readonly<Record<string, string>> = {
      "Header/BSD-3-Clause-LBNL": "BSD-4-Clause-Shortened", // the four-clause text, filed under another name
      "License/Apache-2.0-Modified": "Pixar",
      "License/BSD-0-Clause": "0BSD",
      "License/BSD-2-Clause-Flex": "BSD-3-Clause-flex",
      "License/CERN-OHL-WR-v2": "CERN-OHL-W-2.0", // the same licence under its older name
      "License/BSD-3-Clause-OpenMPI": "BSD-3-Clause-Open-MPI",
      "License/GNU-All-permissive-Copying-License": "FSFAP-no-warranty-disclaimer", // lacks the last sentence of FSFAP
      "License/InnerNet": "Inner-Net-2.0",
      "License/JasPer": "JasPer-2.0",
      "License/LZMA": "LZMA-SDK-9.22",
      "License/MIT": "X11-swapped", // a variant with the clause on advertising
      "License/Spencer-86": "Spencer-94",
      "License/UFL-1.0": "Ubuntu-font-1.0",
    };
    const clean = (await readAll("licenseclassifier")).filter(({ name }) => name !== "");
    const differing = clean.filter(({ row, name }) => row[1] !== name && !row[1]?.startsWith(`${name}-`));
    const unexplained = differing.filter(
      ({ row, name }) => known[(row[0] ?? "").split("/").slice(2, 4).join("/")] !== name,
    );
    expect(unexplained).toEqual([]);
    expect(clean.length).toBeGreaterThanOrEqual(75);
    const askalono = (await readAll("askalono-tests")).filter(({ name }) => name !== "");
    expect(askalono.filter(({ row, name }) => row[1] !== name)).toEqual([]);
  });
});
