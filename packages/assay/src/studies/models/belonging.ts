/** Which files of a release are about which of its models. */

import type { Models, ReleaseModel } from "../../model/models.ts";
import type { Workbench } from "../../model/plugin.ts";
import { folderOf, listAround } from "../shared/path-words.ts";
import { weightIndexes } from "../weight-sets/index.ts";
import { listShards } from "./groups.ts";

/**
 * Weights and their indexes are about their model. Any other file is about the models of the innermost folder around it
 * that has any, and about those further inside; about all of them where it lies in none.
 */
export async function settleBelonging(
  bench: Workbench,
  models: readonly ReleaseModel[],
): Promise<Pick<Models, "isAbout">> {
  const owners = await findOwners(bench, models);
  const homes = new Set(models.map(({ origin, folder }) => keyOf(origin, folder)));
  const known = new Map<string, string | undefined>();
  const findHome = (origin: string, folder: string): string | undefined => {
    const key = keyOf(origin, folder);
    if (!known.has(key))
      known.set(
        key,
        listAround(folder).find((one) => homes.has(keyOf(origin, one))),
      );
    return known.get(key);
  };
  return {
    isAbout(model, { origin, path }) {
      const owner = owners.get(keyOf(origin, path));
      if (owner !== undefined) return owner === model;
      const home = findHome(origin, folderOf(path));
      if (home === undefined) return true;
      return origin === model.origin && (home === "" || `${model.folder}/`.startsWith(`${home}/`));
    },
  };
}

async function findOwners(
  bench: Workbench,
  models: readonly ReleaseModel[],
): Promise<ReadonlyMap<string, ReleaseModel>> {
  const owners = new Map<string, ReleaseModel>();
  for (const model of models) for (const { origin, path } of model.files) owners.set(keyOf(origin, path), model);
  const { read, files } = await bench.study(weightIndexes);
  for (const index of read) {
    const [shard] = listShards(index, files);
    const owner = shard && owners.get(keyOf(shard.origin, shard.path));
    if (owner !== undefined) owners.set(keyOf(index.artifact.origin, index.artifact.path), owner);
  }
  return owners;
}

function keyOf(origin: string, path: string): string {
  return `${origin}\0${path}`;
}
