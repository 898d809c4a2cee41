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
