/** The books of a folder: every file read once, each as its kind, and what is wrong with those that are none. */

import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { CHECKPOINTS, LOG } from "../log/log.ts";
import type { Alliance, Ballot, Checkpoint, Opening, Vote } from "../model/books.ts";
import type { BallotEntry, Books, Entry, Fault, Kinds, Log } from "../model/entry.ts";
import { parseFile } from "./parse-file.ts";
import type { SchemaName } from "./schemas.generated.ts";

/** Files of the books; an alliance of 10,000 members with as many ballots has fewer. */
const MOST_FILES = 200_000;

/** Bytes of a file beside the books, such as a charter or an assessment. */
const LARGEST_FILE = 64 << 20;

/** Folders of the books, and the kind of file that lies in each. */
export const FOLDERS: Readonly<Record<keyof Kinds, SchemaName>> = {
  organisations: "organisation",
  people: "person",
  bodies: "body",
  seats: "seat",
  projects: "project",
  disclosures: "disclosure",
  rules: "rule",
  levels: "level",
  tools: "tool",
  releases: "release",
  proposals: "proposal",
  decisions: "decision",
  appeals: "appeal",
};

/** What a folder holds. Files with a fault are not among the books. */
export interface ReadBooks {
  /** Null where there is no `alliance.yaml` that can be read. */
  readonly books: Books | null;
  readonly faults: readonly Fault[];
}

/** A file as it lies there. */
interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Reads the books. Links are not followed, and what git keeps for itself is left alone. */
export async function readFolder(folder: string): Promise<ReadBooks> {
  const faults: Fault[] = [];
  const paths = await listFiles(folder, faults);
  const files = new Map<string, File>();
  for (const path of paths) {
    const bytes = await readFile(join(folder, path));
    files.set(path, { path, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  const reader = new Reader(files, faults);
  const alliance = reader.readOne<Alliance>("alliance.yaml", "alliance");
  if (alliance === null) {
    if (!files.has("alliance.yaml"))
      faults.push({
        code: "no-alliance",
        path: "alliance.yaml",
        message: "is not there: `assay alliance init` makes one.",
      });
    return { books: null, faults };
  }
  const kinds = Object.fromEntries(
    Object.entries(FOLDERS).map(([name, kind]) => [name, reader.readAll(name, kind)]),
  ) as { readonly [K in keyof Kinds]: ReadonlyMap<string, Entry<Kinds[K]>> };
  const [ballots, log] = [readBallots(reader, faults), readLog(reader)];
  reader.refuseStray();
  const digests = new Map([...files].map(([path, { sha256 }]) => [path, sha256]));
  return { books: { ...kinds, alliance, ballots, log, files: digests }, faults };
}

async function listFiles(folder: string, faults: Fault[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(relative(folder, entry.parentPath), entry.name).replaceAll("\\", "/");
    if (entry.isDirectory() || path.startsWith(".git/")) continue;
    const wrong = await refuseFile(entry, join(folder, path));
    if (wrong === null) found.push(path);
    else faults.push({ ...wrong, path });
  }
  if (found.length <= MOST_FILES) return found.sort();
  const message = `holds ${found.length} files, more than the ${MOST_FILES} that are read: the rest was left out.`;
  faults.push({ code: "too-many", path: ".", message });
  return found.sort().slice(0, MOST_FILES);
}

async function refuseFile(entry: Dirent, path: string): Promise<Omit<Fault, "path"> | null> {
  if (!entry.isFile()) return { code: "link", message: "is a link or no regular file: put the file itself there." };
  if ((await stat(path)).size <= LARGEST_FILE) return null;
  return { code: "too-large", message: `has more than ${LARGEST_FILE} bytes: keep it elsewhere and cite its digest.` };
}

/** Reads files of one kind, and keeps what is wrong. */
class Reader {
  readonly files: ReadonlyMap<string, File>;
  readonly #faults: Fault[];
  readonly #read = new Set<string>();

  constructor(files: ReadonlyMap<string, File>, faults: Fault[]) {
    this.files = files;
    this.#faults = faults;
  }

  /** The file as its kind; null where it is not there or is none. */
  readOne<T>(path: string, kind: SchemaName): Entry<T> | null {
    const file = this.files.get(path);
    if (file === undefined) return null;
    this.#read.add(path);
    const id = path.slice(path.lastIndexOf("/") + 1, -".yaml".length);
    if (!ID.test(id)) this.#faults.push({ code: "bad-name", path, message: NAMING });
    const parsed = parseFile(file.bytes, kind);
    if ("faults" in parsed) {
      this.#faults.push(...parsed.faults.map((one) => ({ ...one, path })));
      return null;
    }
    const signature = this.files.get(`${path}.sig`);
    return {
      id,
      path,
      // The schema of the kind is generated from the type.
      value: parsed.value as T,
      sha256: file.sha256,
      bytes: file.bytes,
      ...(signature === undefined ? {} : { signature: new TextDecoder().decode(signature.bytes) }),
    };
  }

  /** Files that look like books and that nobody reads: a vote in a folder of the wrong name must not be lost in silence. */
  refuseStray(): void {
    const folders = new Set([...Object.keys(FOLDERS), "ballots", "log"]);
    for (const path of this.files.keys()) {
      const [folder = ""] = path.split("/");
      const isBook = /\.ya?ml$/i.test(path) && folders.has(folder.toLowerCase());
      if (!isBook || this.#read.has(path)) continue;
      const message =
        "lies where no book is read: name it as docs/alliance/books.md has it, or keep it in another folder.";
      this.#faults.push({ code: "misplaced", path, message });
    }
  }

  /** All files of a folder, by id. */
  readAll<T>(folder: string, kind: SchemaName): ReadonlyMap<string, Entry<T>> {
    const entries = [...this.files.keys()]
      .filter((path) => isBookOf(path, folder))
      .flatMap((path) => this.readOne<T>(path, kind) ?? []);
    return new Map(entries.map((entry) => [entry.id, entry]));
  }
}

/** What names of files may be made of: no two of them look alike. */
const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const NAMING = "has a name of other signs than a to z, 0 to 9 and hyphens, or more than 63 of them: rename it.";

/** A YAML file that lies in the folder itself. */
function isBookOf(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && path.endsWith(".yaml") && !path.slice(folder.length + 1).includes("/");
}

function readBallots(reader: Reader, faults: Fault[]): ReadonlyMap<string, BallotEntry> {
  const ids = [...reader.files.keys()].flatMap((path) => /^ballots\/([^/]+)\/ballot\.yaml$/.exec(path)?.[1] ?? []);
  return new Map(
    ids.flatMap((id) => {
      const ballot = reader.readOne<Ballot>(`ballots/${id}/ballot.yaml`, "ballot");
      if (!ID.test(id)) faults.push({ code: "bad-name", path: `ballots/${id}/ballot.yaml`, message: NAMING });
      if (ballot === null) return [];
      const votes = [...reader.readAll<Vote>(`ballots/${id}/votes`, "vote").values()];
      const openings = reader.readAll<Opening>(`ballots/${id}/openings`, "opening");
      return [[id, { ...ballot, id, votes, openings }] as const];
    }),
  );
}

function readLog(reader: Reader): Log {
  const bytes = reader.files.get(LOG)?.bytes ?? new Uint8Array(0);
  const lines = new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line !== "");
  return { lines, checkpoints: [...reader.readAll<Checkpoint>(CHECKPOINTS, "checkpoint").values()] };
}
