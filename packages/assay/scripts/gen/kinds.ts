import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { PACKAGE, ROOT } from "./output.ts";

/** A folder whose entries are registered: one plugin per folder, or one per file with this ending. */
export interface Kind {
  readonly folder: string;
  /** Name of the generated constant. */
  readonly plural: string;
  /** Ends the name of each import, so that an id such as `import` is no reserved word. */
  readonly singular: string;
  /** Ending of the files; absent where each plugin is a folder with an `index.ts`. */
  readonly ending?: string;
}

/** A registered thing: its id and the module that default-exports it, relative to its kind's folder. */
export interface Entry {
  readonly id: string;
  readonly module: string;
}

const SRC = join(PACKAGE, "src");

/** Every kind whose registry is generated from code. */
export const KINDS: readonly Kind[] = [
  { folder: join(SRC, "formats"), plural: "formats", singular: "Format" },
  { folder: join(SRC, "sources"), plural: "sources", singular: "Source" },
  { folder: join(SRC, "records"), plural: "records", singular: "Record" },
  { folder: join(SRC, "probes"), plural: "probes", singular: "Probe" },
  { folder: join(SRC, "deductions"), plural: "deductions", singular: "Deduction" },
  { folder: join(SRC, "scan"), plural: "scanRules", singular: "Rule" },
  { folder: join(SRC, "report"), plural: "reports", singular: "Report" },
  { folder: join(SRC, "cli/commands"), plural: "commands", singular: "Command", ending: ".ts" },
  { folder: join(ROOT, "bench"), plural: "benches", singular: "Bench", ending: ".bench.ts" },
];

/** Folders of a kind that hold no plugin. */
const RESERVED = /^_|^shared$/;
/** Files beside the registered ones that are not registered themselves. */
const UNREGISTERED = /^_|\.generated\.ts$|\.test\.ts$/;

/** Returns the kind with this constant name. */
export function kindNamed(plural: string): Kind {
  const kind = KINDS.find((candidate) => candidate.plural === plural);
  if (kind === undefined) throw new RangeError(`no kind is called ${plural}`);
  return kind;
}

/** Lists what a kind registers, sorted by id; empty when the folder is not there yet. */
export function listEntries(kind: Kind): readonly Entry[] {
  if (!existsSync(kind.folder)) return [];
  const entries = kind.ending === undefined ? listFolders(kind.folder) : listFiles(kind.folder, kind.ending);
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function listFolders(folder: string): Entry[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !RESERVED.test(entry.name))
    .map(({ name }) => ({ id: name, module: `${name}/index.ts` }));
}

function listFiles(folder: string, ending: string): Entry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !UNREGISTERED.test(name))
    .map((name) => ({ id: name.slice(0, -ending.length), module: name }));
}
