import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { platform } from "../node.ts";
import { openLicenseReader } from "./open-reader.ts";

const corpora = process.env.ASSAY_CORPORA ?? fileURLToPath(new URL("../../../../../shared/corpora", import.meta.url));
const folder = `${corpora}/licenses`;
const reader = await openLicenseReader(platform);

function rowsOf(corpus: string): readonly (readonly string[])[] {
  const lines = readFileSync(`${folder}/${corpus}/expected.tsv`, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split("\t"));
}

/** The clean name of a file, "" for any text that is not a licence's own. */
async function nameOf(path: string): Promise<string> {
  const { match } = await reader.read(readFileSync(`${folder}/${path}`, "utf8"));
  return match.kind === "exact" || match.kind === "equivalent" ? (match.id ?? match.family ?? "") : "";
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
    const ids: Readonly<Record<string, string>> = {
      "llama-3.1": "LicenseRef-llama3.1",
      "gemma-tou-2025-03-24": "LicenseRef-gemma-2025-03-24",
      "openrail++": "LicenseRef-openrail-plus-plus",
      "qwen-2024": "LicenseRef-qwen",
      "deepseek-la-1.0": "LicenseRef-deepseek-license-1.0",
    };
    expect(harmless).toHaveLength(30);
    expect(harmless.filter(({ row: [, base = ""], name }) => name !== (ids[base] ?? base))).toEqual([]);
  });
});

describe.skipIf(!existsSync(folder))("corpora of licences of models", () => {
  test("publishers' texts: each is known for what it is, and a changed one never for what it was", async () => {
    const known: Readonly<Record<string, string>> = {
      "llama-1-open-instruct.txt": "GPL-3.0",
      "apple-code-corenet.txt": "LicenseRef-apple-ascl",
      "apple-code-fastvlm.txt": "LicenseRef-apple-ascl",
      "deepfloyd-if-code.txt": "LicenseRef-deepfloyd-if-code",
      "exaone-3.5-nc.txt": "LicenseRef-exaone-1.1-nc",
      "flux2-dev-nc.txt": "LicenseRef-flux-2-dev-non-commercial",
      "glm-5.txt": "Apache-2.0",
      "minimax-m2.5-model.txt": "LicenseRef-minimax-model-m2.5",
      "hunyuan-video.txt": "LicenseRef-tencent-hunyuan-video",
      "hunyuan-image-3.txt": "LicenseRef-tencent-hunyuan-image-3.0",
      "sv3d.txt": "LicenseRef-stability-nc-research-2024-03-18",
      "sdxl-1.0-openrail++.txt": "LicenseRef-openrail-plus-plus",
      "yi-2.1.txt": "LicenseRef-yi-2.1",
      "yi-2.0.txt": "LicenseRef-yi-2.0",
    };
    const named = (label: string): string =>
      label
        .replace(/^policy:(.*)$/, "$1-use-policy")
        .replace(/^MIT\+modified\((.*)\)$/, "$1")
        .toLowerCase();
    const bare = (id: string): string => id.replace(/^LicenseRef-/, "").toLowerCase();
    const read = await readAll("ai-upstream");
    const differing = read.filter(({ row: [file = "", label = ""], name }) =>
      known[file] === undefined
        ? ![named(label), named(label).replace(/-license$/, "")].includes(bare(name))
        : known[file] !== name,
    );
    // An Apache text with a disclaimer spliced in; and a notice that holds three licences.
    expect(differing.map(({ row, name }) => [row[0], name])).toEqual([
      ["qwen-notice.txt", ""],
      ["internlm.txt", ""],
    ]);
  });

  test("AI licences of a catalogue: all but none are known, and each of them by one id", async () => {
    const read = await readAll("scancode-licensedb-ai");
    expect(read.filter(({ name }) => name === "").map(({ row }) => row[0])).toEqual([]);
    const listed = read.filter(({ row }) => !row[2]?.startsWith("LicenseRef-"));
    expect(listed.filter(({ row, name }) => row[2] !== name)).toEqual([]);
    expect(listed.length).toBeGreaterThanOrEqual(7);
  });
});

describe.skipIf(!existsSync(folder))("corpora of other tools", () => {
  test("other tools' fixtures: a clean name differs from theirs only where theirs is the coarser label", async () => {
    const known: Readonly<Record<string, string>> = {
      "Header/BSD-3-Clause-LBNL": "BSD-4-Clause-Shortened", // the four-clause text, filed under another name
      "License/BSD-3-Clause": "BSD-4.3TAHOE", // one paragraph, filed under another name
      "License/Khronos": "MIT-Khronos-old",
      "License/NCBI": "NCBI-PD",
      "License/LicenseRef-uthash": "BSD-1-Clause",
      "License/X11-Lucent": "dtoa",
      "License/bzip2": "bzip2-1.0.6",
      "Supplement/GPL-2.0": "Linux-syscall-note", // an exception, without the licence
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
      // bzip2's versions are ids of their own; the older one differs from the newer in its year alone.
      ({ row, name }) => name !== "bzip2-1.0.5" && known[(row[0] ?? "").split("/").slice(2, 4).join("/")] !== name,
    );
    expect(unexplained).toEqual([]);
    expect(clean.length).toBeGreaterThanOrEqual(75);
    const askalono = (await readAll("askalono-tests")).filter(({ name }) => name !== "");
    expect(askalono.filter(({ row, name }) => row[1] !== name)).toEqual([]);
  });
});
