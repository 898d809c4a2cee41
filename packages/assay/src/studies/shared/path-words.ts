/** The words that a path is made of. */

/** Names whose words are kept: every rule asks for those of the same few folders and files. */
const MOST_KEPT = 20_000;

/** Keeps what a function made of a name; forgets all when it is too much. */
function keep<T>(make: (name: string) => T): (name: string) => T {
  const kept = new Map<string, T>();
  return (name) => {
    const before = kept.get(name);
    if (before !== undefined) return before;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = make(name);
    kept.set(name, made);
    return made;
  };
}

const wordsOf = keep((name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== ""),
);

/** Lower-case words of a name: `TrainConfig_v2.json` → train, config, v2, json. */
export function splitWords(name: string): readonly string[] {
  return wordsOf(name);
}

/** A path in parts: its folders, its name without extension, and its extension in lower case. */
export interface PathParts {
  readonly folders: readonly string[];
  readonly stem: string;
  readonly extension: string;
}

const partsOf = keep((path: string): PathParts => {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const dot = name.lastIndexOf(".");
  return dot <= 0
    ? { folders, stem: name, extension: "" }
    : { folders, stem: name.slice(0, dot), extension: name.slice(dot + 1).toLowerCase() };
});

/** Takes a path apart. */
export function splitPath(path: string): PathParts {
  return partsOf(path);
}

/** Folder of a path, "" for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** A path from a folder, as documents write it; "" for one that leads out of the release. */
export function resolvePath(folder: string, path: string): string {
  const parts = path.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return "";
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** A folder and those around it, the innermost first. */
export function listAround(folder: string): readonly string[] {
  const around: string[] = [];
  for (let at = folder; at !== ""; at = folderOf(at)) around.push(at);
  return [...around, ""];
}

/** Words of folders whose files show a use: no part of what is released. */
const SHOWING: ReadonlySet<string> = new Set(
  "example examples tutorial tutorials cookbook notebook notebooks demo demos".split(" "),
);

/** Words of folders whose files serve a test. */
const TESTING: ReadonlySet<string> = new Set("test tests testing fixture fixtures".split(" "));

/** Folders of code of others that a repository carries along. */
const FOREIGN = /^(?:third[-_]?part(?:y|ies)|3p[-_].*|vendor(?:ed)?|node_modules|dependencies|submodules)$/i;

const isForeignFolder = keep((folder: string) =>
  listNames(folder).some((name) => FOREIGN.test(name) || splitWords(name).some((word) => TESTING.has(word))),
);

/** Whether a file lies in a folder of tests or of somebody else's work. */
export function isForeign(path: string): boolean {
  return isForeignFolder(folderOf(path));
}

function listNames(folder: string): readonly string[] {
  return folder.split("/");
}

/** Folders of examples with a name of several words. */
const USE_CASES = /^(?:.{0,40}[-_ ])?use[-_ ]?cases?(?:[-_ ].{0,40})?$|^getting[-_ ]?started$|^quick[-_ ]?start$/i;

/** Words of folders about something else: pages of the web, instructions for agents, studies of the finished model. */
const STRANGE: ReadonlySet<string> = new Set("skills rules cookbooks website site blog templates template".split(" "));

const isStrangeFolder = keep((folder: string) =>
  listNames(folder).some((name) => /^case[-_]stud/i.test(name) || splitWords(name).some((word) => STRANGE.has(word))),
);

/** Whether a file lies in a folder about something else than the model. */
export function isStrange(path: string): boolean {
  return isStrangeFolder(folderOf(path));
}

const isShowingFolder = keep((folder: string) =>
  listNames(folder).some((name) => USE_CASES.test(name) || splitWords(name).some((word) => SHOWING.has(word))),
);

/** Whether a file lies in a folder that is no part of what is released: of tests, examples, or of others. */
export function isAside(path: string): boolean {
  return isForeign(path) || isShowingFolder(folderOf(path));
}
