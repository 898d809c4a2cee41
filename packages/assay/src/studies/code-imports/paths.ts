/** From the name of a module to the paths at which its code may lie. */

import type { CodeReference } from "../../model/facts.ts";

/** Names of one import that are looked for. */
const MOST_NAMES = 100;

/** The folder of a path with its slash; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A name of code in a configuration, and where that lies. */
export interface NamedCode {
  readonly kind: CodeReference["kind"];
  readonly pointer: string;
  readonly name: string;
  readonly folder: string;
}

/** Paths at which named code may lie, the likeliest first. */
export function candidatesFor({ kind, pointer, name, folder }: NamedCode): readonly string[] {
  // A component of a pipeline lies in the folder of its own name; all others name their class behind the module.
  if (kind === "component") {
    const component = pointer.split("/")[1] ?? "";
    return [`${folder}${component}/${name}.py`, `${folder}${name}.py`];
  }
  const module = kind === "parent-library" ? name : name.replace(/\.[^.]*$/, "");
  const path = module.replaceAll(".", "/");
  return [`${folder}${path}.py`, `${path}.py`, `${folder}${path}/__init__.py`];
}

/** Paths of the modules that an import statement may mean, seen from the file's folder. */
export function candidatesOf(module: string, names: readonly string[], folder: string): readonly string[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const base = climb(folder, dots - 1);
  if (base === undefined) return [];
  const path = module.slice(dots).replaceAll(".", "/");
  const own = path === "" ? [] : [`${base}${path}.py`, `${base}${path}/__init__.py`];
  const inner = path === "" ? base : `${base}${path}/`;
  return [...own, ...names.slice(0, MOST_NAMES).map((name) => `${inner}${name}.py`)];
}

/** The folder so many levels up; undefined above the top. */
function climb(folder: string, levels: number): string | undefined {
  let at = folder;
  for (let level = 0; level < levels; level++) {
    if (at === "") return undefined;
    at = folderOf(at.slice(0, -1));
  }
  return at;
}
