/** Where the models of a release lie. */

import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { folderOf, listAround, splitPath } from "../shared/path-words.ts";
import { homeOf, labelOf } from "./names.ts";

/** Where a model lies, and what tells it from others of that folder. */
export interface Place {
  readonly origin: string;
  readonly folder: string;
  readonly label: string;
}

/** Folders whose parts are one model by a pipeline's index (diffusers). */
export function findPipelines({ release }: Workbench): ReadonlySet<string> {
  const indexes = release.artifacts.filter(({ path }) => /(?:^|\/)model_index\.json$/.test(path));
  return new Set(indexes.map(({ origin, path }) => `${origin}\0${folderOf(path)}`));
}

/** The place of the model that a file is of, by the file's path. */
export function placeFile({ origin, path }: Artifact, pipelines: ReadonlySet<string>): Place {
  const folder = folderOf(path);
  const around =
    pipelines.size === 0 ? undefined : listAround(folder).find((one) => pipelines.has(`${origin}\0${one}`));
  if (around !== undefined) return { origin, folder: around, label: "" };
  const { stem } = splitPath(path.replace(/\.index\.json$/i, ""));
  return { origin, folder: homeOf(folder), label: labelOf(stem) };
}

/** The innermost folder around all of these. */
export function commonFolder(folders: readonly string[]): string {
  const [first = "", ...others] = folders;
  const all = others.map((folder) => `${folder}/`);
  return listAround(first).find((folder) => folder === "" || all.every((one) => one.startsWith(`${folder}/`))) ?? "";
}
