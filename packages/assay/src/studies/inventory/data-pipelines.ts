/** Packages that make data: what their folders are called says what is done to documents. */

import type { ComponentId } from "../../model/components.ts";
import type { Release } from "../../model/types.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";

/** Steps that a document goes through; a package with filters and one of the others is a pipeline of data. */
const FILTERS = /^filter(?:s|ing)?$/;
const STEPS = /^(?:mappers?|dedup(?:licat(?:ors?|ion))?|extractors?|enrichers?|taggers?|modifiers?|cleaners?)$/;

/** A folder of steps lies at most so deep in the package. */
const DEEPEST_STEP = 4;

/** Packages that hold folders of such steps, by the outermost folder of the package. */
export function listDataPackages({ artifacts }: Release, packages: ReadonlySet<string>): ReadonlySet<string> {
  const steps = new Map<string, Set<string>>();
  for (const { path } of artifacts) {
    const { folders, extension } = splitPath(path);
    const at =
      extension === "py" ? folders.findIndex((_, end) => packages.has(folders.slice(0, end + 1).join("/"))) : -1;
    if (at < 0) continue;
    const inside = folders.slice(at + 1, at + 1 + DEEPEST_STEP).map((folder) => folder.toLowerCase());
    const found = [
      ...(inside.some((one) => FILTERS.test(one)) ? ["filter"] : []),
      ...(inside.some((one) => STEPS.test(one)) ? ["step"] : []),
    ];
    const owner = folders.slice(0, at + 1).join("/");
    steps.set(owner, new Set([...(steps.get(owner) ?? []), ...found]));
  }
  return new Set([...steps].flatMap(([owner, found]) => (found.size > 1 ? [owner] : [])));
}

/** Folders of a package that make nothing. */
const SERVING = /^_?(?:utils?|utilities|helpers|docs?|examples?)$/i;

/** Words of a repository that holds a data set. */
const OF_DATA = /^(?:data|datasets?|corpus|corpora|pile)$/;

/** What a repository of data has beside them, so that it is a library for data or measures with them. */
const LIBRARY =
  /^(?:tools?|tooling|kit|toolkit|loader|loading|utils|lib|library|bench|benchmark|eval|evaluation|viewer)$/;

/** Scripts that start the making. */
const STARTS =
  /^(?:pipeline|main|run)$|^run_\w{1,40}$|^(?:prep|prepare|process|filter|dedup\w{0,12}|tokenize|crawl|extract)_\w{1,40}$/;

/** Words of scripts that do something else with data. */
const ELSE = /^(?:train|training|eval|evaluate|evaluation|test|tests|demo|server|viewer|benchmark|stats|plot)$/;

/** Folders on the way to them. */
const THROUGH = /^(?:app|src|code|scripts?|pipelines?)$/;

/** Whether a script starts the making of the data that the repository is named for. */
export function isMainOfData({ origins }: Release, path: string): boolean {
  const { folders, stem, extension } = splitPath(path);
  const isMain =
    extension === "py" && STARTS.test(stem.toLowerCase()) && !splitWords(stem).some((word) => ELSE.test(word));
  if (!isMain || folders.length > 2 || !folders.every((folder) => THROUGH.test(folder))) return false;
  return origins.some(({ target }) => {
    const words = splitWords(target.split(/\/|__/).at(-1) ?? "");
    return words.length > 1 && words.some((word) => OF_DATA.test(word)) && !words.some((word) => LIBRARY.test(word));
  });
}

/** What makes data, by the package that it lies in; what only serves it lies among its utilities. */
export function listInDataPackage(folders: readonly string[], packages: ReadonlySet<string>): readonly ComponentId[] {
  if (folders.some((folder) => SERVING.test(folder))) return [];
  return folders.some((_, at) => packages.has(folders.slice(0, at + 1).join("/"))) ? ["preprocessing-code"] : [];
}
