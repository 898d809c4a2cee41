import { existsSync, globSync } from "node:fs";
import { join } from "node:path";

import type { Bench } from "./bench.ts";
import { medians, NODE, ROOT, time } from "./measure.ts";

const ROUNDS = 5;
const RELEASES = join(process.env.ASSAY_CORPORA ?? join(ROOT, "../shared/corpora"), "releases");
const ASSESS_ALL = join(ROOT, "bench/assess-all.ts");

/** Every folder with the list of what else its origin holds. */
function listReleases(): readonly string[] {
  return globSync("*/TREE.tsv", { cwd: RELEASES }).map((path) => join(RELEASES, path, ".."));
}

function listFiles(folder: string): readonly string[] {
  return globSync("**", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const releases: Bench = {
  id: "releases",
  title: "Real release folders, one process",
  measure: async () => {
    if (!existsSync(RELEASES)) return [];
    const folders = listReleases();
    const files = folders.flatMap((folder) => listFiles(folder));
    const [ours = Number.NaN, reference = Number.NaN] = await medians(
      ROUNDS,
      () => time([NODE, ASSESS_ALL, ...folders]),
      () => time(["openssl", "dgst", "-sha256", ...files]),
    );
    const what = `${folders.length} releases, ${files.length} files`;
    const beside = { what: "openssl dgst of the same files", value: reference };
    return [{ what, unit: "ms", ours, reference: beside, relation: "at-most", bound: 4000 }];
  },
};

export default releases;
