/** Which files of a release are about which of its models. */

import type { Models, ReleaseModel } from "../../model/models.ts";
import { folderOf, listAround } from "../shared/path-words.ts";

/**
 * Weights and their indexes are about their model. Any other file is about the models of the innermost folder around it
 * that has any, and about those further inside; about all of them where it lies in none.
 */
export function settleBelonging(models: readonly ReleaseModel[]): Pick<Models, "isAbout"> {
  const owners = findOwners(models);
  const homes = new Set(models.map(({ origin, folder }) => keyOf(origin, folder)));
  const known = new Map<string, string | null>();
  const findHome = (origin: string, folder: string): string | null => {
    const key = keyOf(origin, folder);
    const before = known.get(key);
    if (before !== undefined) return before;
    const home = listAround(folder).find((one) => homes.has(keyOf(origin, one))) ?? null;
    known.set(key, home);
    return home;
  };
  return {
    isAbout(model, { origin, path }) {
      const owner = owners.get(keyOf(origin, path));
      if (owner !== undefined) return owner === model;
      const home = findHome(origin, folderOf(path));
      if (home === null) return true;
      return origin === model.origin && (home === "" || `${model.folder}/`.startsWith(`${home}/`));
    },
  };
}

function findOwners(models: readonly ReleaseModel[]): ReadonlyMap<string, ReleaseModel> {
  const owners = new Map<string, ReleaseModel>();
  for (const model of models)
    for (const { origin, path } of [...model.files, ...model.indexes]) owners.set(keyOf(origin, path), model);
  return owners;
}

function keyOf(origin: string, path: string): string {
  return `${origin}\0${path}`;
}
