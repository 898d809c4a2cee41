/** The words that a path is made of. */

/** Lower-case words of a name: `TrainConfig_v2.json` → train, config, v2, json. */
export function splitWords(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** A path in parts: its folders, its name without extension, and its extension in lower case. */
export interface PathParts {
  readonly folders: readonly string[];
  readonly stem: string;
  readonly extension: string;
}

/** Takes a path apart. */
export function splitPath(path: string): PathParts {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const dot = name.lastIndexOf(".");
  return dot <= 0
    ? { folders, stem: name, extension: "" }
    : { folders, stem: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
}

/** Folder of a path, "" for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** A folder and those around it, the innermost first. */
export function listAround(folder: string): readonly string[] {
  const around: string[] = [];
  for (let at = folder; at !== ""; at = folderOf(at)) around.push(at);
  return [...around, ""];
}

/** Words of folders whose files serve a test, show a use or are somebody else's: no part of what is released. */
const ASIDE: ReadonlySet<string> = new Set(
  "test tests testing fixture fixtures example examples tutorial tutorials cookbook notebook notebooks demo demos".split(
    " ",
  ),
);

/** The same for code of others that a repository carries along. */
const FOREIGN = /^(?:third[-_]?part(?:y|ies)|3p[-_].*|vendor(?:ed)?|node_modules|dependencies|submodules)$/i;

/** Whether a file lies in a folder that is no part of what is released. */
export function isAside(path: string): boolean {
  return splitPath(path).folders.some(
    (folder) => FOREIGN.test(folder) || splitWords(folder).some((word) => ASIDE.has(word)),
  );
}
