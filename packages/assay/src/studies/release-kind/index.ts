/** Whether a release is a model or a data set. */

import { factOf } from "../../model/facts.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { DATASET_KEYS, readCard } from "../card/index.ts";
import { isNamedLikeWeights } from "../inventory/index.ts";
import { isAside } from "../shared/path-words.ts";

/** What the release is. */
export const releaseKind: Study<Release["kind"]> = {
  id: "release-kind",
  version: 1,
  run: readKind,
};

async function readKind(bench: Workbench): Promise<Release["kind"]> {
  const { kind, artifacts, manifest, origins } = bench.release;
  if (kind === "dataset" || manifest !== undefined) return kind;
  const readme = artifacts.find(({ origin, path }) => origin === origins[0].id && /^readme\.md$/i.test(path));
  if (readme === undefined || artifacts.some(({ path }) => isNamedLikeWeights(path) && !isAside(path))) return kind;
  const card = await readCard(bench, readme);
  const keys = new Set(Object.keys(card?.fields ?? {}).map((pointer) => pointer.split("/")[1] ?? ""));
  const isSaid = DATASET_KEYS.some((key) => keys.has(key)) && !keys.has("pipeline_tag") && !keys.has("base_model");
  return isSaid || factOf(await bench.readings(readme), "dataset") !== undefined ? "dataset" : kind;
}
