/** Archives and packed files of other scanners' test sets, which lie outside: what is hidden in them is found, and told. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { expect, test } from "vitest";
import type { Reading } from "../src/model/facts.ts";
import { openBench } from "./support/release.ts";

const CORPORA = env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../shared/corpora");

async function look(path: string): Promise<{ readonly globals: readonly string[]; readonly codes: readonly string[] }> {
  const content = new Uint8Array(readFileSync(join(CORPORA, "security", path)));
  const bench = openBench({ files: { [path]: content } });
  const [artifact] = bench.release.artifacts;
  const all = (artifact === undefined ? [] : await bench.readings(artifact)).flatMap(listAll);
  return {
    globals: all.flatMap(({ facts }) => facts.pickle?.globals ?? []).map(({ module, name }) => `${module}.${name}`),
    codes: all.flatMap(({ faults, gaps }) => [...faults, ...gaps]).map(({ code }) => code),
  };
}

function listAll(reading: Reading): readonly Reading[] {
  return [reading, ...reading.children.flatMap(listAll)];
}

const OURS = "hand-assembled";
const SYSTEM = "os.system";
const EVAL = "builtins.eval";

test.skipIf(!existsSync(CORPORA)).each<[string, string, string | null]>([
  [`${OURS}/z02_flag_encrypted.pt`, SYSTEM, "false-flag"],
  [`${OURS}/z04_name_mismatch.pt`, SYSTEM, "other-name"],
  [`${OURS}/z05_wrong_member_ext.pt`, SYSTEM, null],
  [`${OURS}/z06_dup_member.pt`, SYSTEM, "duplicate-member"],
  [`${OURS}/z07_prefix_junk.pt`, SYSTEM, "loose-bytes"],
  [`${OURS}/z09_deflated.pt`, SYSTEM, null],
  [`${OURS}/z10_pickle_then_zip.pkl`, SYSTEM, "loose-bytes"],
  [`${OURS}/z11_torchscript_constants.pt`, SYSTEM, null],
  [`${OURS}/m48_gz.pkl`, SYSTEM, null],
  [`${OURS}/m49_zlib.joblib`, SYSTEM, null],
  [`${OURS}/m50_bz2.joblib`, SYSTEM, null],
  [`${OURS}/m51_xz.joblib`, SYSTEM, null],
  ["picklescan/data/malicious1.zip", EVAL, null],
  ["picklescan/data/malicious1_0x1.zip", EVAL, "false-flag"],
  ["picklescan/data/malicious1_0x20.zip", EVAL, "false-flag"],
  ["picklescan/data/malicious1_0x40.zip", EVAL, "false-flag"],
  ["picklescan/data/malicious1_central_directory.zip", EVAL, "other-name"],
  ["picklescan/data/malicious1_wrong_ext.zip", EVAL, null],
  ["picklescan/data2/malicious1_crc.zip", EVAL, "bad-checksum"],
  ["modelscan/unsafe_zip_pytorch.pt", "posix.system", null],
  ["modelaudit/samples/archives/path_traversal.zip", "posix.system", "bad-path"],
  ["modelaudit/samples/pytorch/malicious_eval.pt", EVAL, null],
])("%s imports %s", async (path, global, code) => {
  const { globals, codes } = await look(path);
  expect(globals).toContain(global);
  if (code !== null) expect(codes).toContain(code);
});

test.skipIf(!existsSync(CORPORA)).each([
  ["picklescan/data/new_pytorch_model.bin", []],
  ["picklescan/data2/int_arrays.npz", []],
  ["picklescan/data2/int_arrays_compressed.npz", []],
  ["modelaudit/samples/archives/safe_model.zip", []],
  ["modelscan/password_protected.zip", ["encrypted"]],
  ["picklescan/data/benign_password_protected.zip", ["encrypted"]],
  ["picklescan/data/malicious1.7z", ["not-read"]],
])("%s says %j and no more", async (path, expected) => {
  expect((await look(path)).codes).toEqual(expected);
});

test.skipIf(!existsSync(CORPORA))("a member that becomes a thousand times its size is told", async () => {
  expect((await look(`${OURS}/z12_zip_bomb.npz`)).codes).toContain("bomb");
});
