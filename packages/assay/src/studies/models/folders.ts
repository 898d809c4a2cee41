/** Folders that speak of a model each, where the weights lie elsewhere. */

import { placeLicenseFile } from "../../licenses/license-file.ts";
import type { Workbench } from "../../model/plugin.ts";
import { inventory } from "../inventory/index.ts";
import { flattenName, isNamedLikeRelease, listOwnNames } from "../shared/own-names.ts";
import { folderOf, isAside, splitPath } from "../shared/path-words.ts";
import type { Group } from "./groups.ts";

/** Folders with a model card, and those named like the release with a licence of their own. */
export async function findFolders(bench: Workbench): Promise<readonly Group[]> {
  const held = (await bench.study(inventory)).get("model-card");
  const cards = [...(held?.files ?? []), ...(held?.unread ?? [])].map(({ artifact }) => artifact);
  const terms = bench.release.artifacts.filter(({ path }) => isOwnLicense(bench, path));
  const found = new Map<string, Group>();
  for (const { origin, path } of [...cards, ...terms]) {
    const folder = folderOf(path);
    if (folder !== "") found.set(`${origin}\0${folder}`, { origin, folder, label: "", files: [], indexes: [] });
  }
  return [...found.values()];
}

/** A folder of code may have a licence too: it takes the name of the release to be one of its models. */
function isOwnLicense({ release }: Workbench, path: string): boolean {
  const place = placeLicenseFile(path);
  const name = splitPath(path).folders.at(-1);
  if (place?.kind !== "text" || name === undefined || isAside(path) || place.folder !== folderOf(path)) return false;
  return isNamedLikeRelease(name, release) || listOwnNames(release).includes(flattenName(name).replace(/v?\d+$/, ""));
}
