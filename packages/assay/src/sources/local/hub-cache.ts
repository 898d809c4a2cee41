/**
 * The layout in which the model hub's client keeps what it downloaded
 * (huggingface_hub, "Understand caching": models--ORG--NAME/{refs,blobs,snapshots}).
 */

import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { UsageError } from "../../model/errors.ts";
import type { Sha256 } from "../../model/types.ts";
import type { Ground } from "./walk.ts";

/** A folder to walk and the name of what it holds. */
export interface Opened {
  readonly ground: Ground;
  readonly name: string;
  readonly kind: "model" | "dataset";
}

/** Opens a folder: the hub's cache of one repository, one snapshot of it, or a plain folder. */
export function openFolder(folder: string): Opened {
  const real = realpathSync(folder);
  if (isRepositoryCache(real)) return openSnapshot(real, chooseSnapshot(real));
  const repository = dirname(dirname(real));
  if (basename(dirname(real)) === "snapshots" && isRepositoryCache(repository)) {
    return openSnapshot(repository, basename(real));
  }
  return { ground: { root: real, within: [real] }, name: basename(real), kind: "model" };
}

function isRepositoryCache(folder: string): boolean {
  return /^(?:models|datasets)--/.test(basename(folder)) && existsSync(join(folder, "snapshots"));
}

function openSnapshot(repository: string, revision: string): Opened {
  const root = realpathSync(join(repository, "snapshots", revision));
  if (!root.startsWith(repository + sep))
    throw new UsageError(`${revision} of ${repository} is a link that leaves it.`);
  const [kind, ...names] = basename(repository).split("--");
  const name = names.join("/");
  return {
    ground: { root, within: [root, join(repository, "blobs")] },
    name,
    kind: kind === "datasets" ? "dataset" : "model",
  };
}

function chooseSnapshot(repository: string): string {
  const snapshots = readdirSync(join(repository, "snapshots")).sort();
  const wanted = readRef(join(repository, "refs", "main"));
  if (snapshots.includes(wanted)) return wanted;
  const [only, ...others] = snapshots;
  if (only === undefined) throw new UsageError(`${repository} holds no snapshot: nothing was downloaded into it.`);
  if (others.length === 0) return only;
  throw new UsageError(`${repository} holds ${snapshots.length} snapshots; name one: ${join("snapshots", only)}, …`);
}

/** A ref holds a commit, 40 characters; what is larger or no file is none. */
const LONGEST_REF = 128;

function readRef(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= LONGEST_REF ? readFileSync(path, "utf8").trim() : "";
}

/** The digest that the cache states for a blob: it names blobs of large files by their SHA-256. */
export function statedDigest(file: string): Sha256 | undefined {
  const name = basename(file);
  return basename(dirname(file)) === "blobs" && /^[0-9a-f]{64}$/.test(name) ? `sha256:${name}` : undefined;
}
