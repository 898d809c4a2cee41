import { randomBytes } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Bench, Row } from "./bench.ts";
import { ASSAY, type Command, inFolder, medians, NODE, time } from "./measure.ts";

const ROUNDS = 5;
const CHUNK = 64 * 1024 * 1024;
const FILE_BYTES = 64 * CHUNK;

/** Bytes that no file system can leave out; to a hash all bytes are alike, so they repeat. */
function writeFile(path: string): void {
  const chunk = randomBytes(CHUNK);
  const file = openSync(path, "w");
  for (let written = 0; written < FILE_BYTES; written += CHUNK) writeSync(file, chunk);
  closeSync(file);
}

function openssl(path: string): Command {
  return ["openssl", "dgst", "-sha256", path];
}

/** Throughput of hashing `paths` (a folder or a file to us) beside openssl, once with and once without our own start-up. */
async function measureFiles(target: string, paths: readonly string[], least: number): Promise<readonly Row[]> {
  const assess: Command = [NODE, ASSAY, target, "--json"];
  await time(...paths.map(openssl));
  const [whole = 0, unhashed = 0, reference = 0] = await medians(
    ROUNDS,
    () => time(assess),
    () => time([...assess, "--hash", "none"]),
    () => time(...paths.map(openssl)),
  );
  const rate = (ms: number): number => (paths.length * FILE_BYTES) / 1000 / ms;
  const row = { unit: "MB/s", reference: { what: "openssl dgst", value: rate(reference) }, relation: "share" } as const;
  const what = paths.length === 1 ? "one 4 GB file" : `${paths.length} 4 GB files side by side`;
  return [
    { ...row, what, ours: rate(whole - unhashed), bound: least },
    { ...row, what: `${what}, start-up included`, ours: rate(whole) },
  ];
}

const hashing: Bench = {
  id: "hashing",
  title: "Hashing, page cache warm",
  measure: async () => {
    const { bavail, bsize } = await statfs(tmpdir());
    if (bavail * bsize < 3 * FILE_BYTES) throw new Error(`${tmpdir()} has no room for two files of 4 GB`);
    return inFolder(async (folder) => {
      const paths = ["first.bin", "second.bin"].map((name) => join(folder, name));
      for (const path of paths) writeFile(path);
      const [first = ""] = paths;
      return [...(await measureFiles(first, [first], 0.95)), ...(await measureFiles(folder, paths, 0.9))];
    });
  },
};

export default hashing;
