/** How a repository of the hub is written: `ORG/NAME`, `hf:…`, or its address as the browser shows it. */

import { UsageError } from "../../model/errors.ts";
import type { Handling, Reach } from "../source.ts";
import { DEFAULT_ENDPOINT, endpointOf } from "./endpoint.ts";

/** A repository as it is asked for. */
export interface Named {
  readonly kind: "model" | "dataset";
  /** `ORG/NAME`, or a name alone for the oldest repositories. */
  readonly id: string;
  readonly revision?: string;
}

/** Longest name (huggingface_hub, utils/_validators.py). */
const LONGEST_NAME = 96;

/** Longest revision: git's own bound of a ref's name on common file systems. */
const LONGEST_REVISION = 255;

/** First segments of addresses that are pages of the hub and no repositories of models. */
const PAGES: ReadonlySet<string> = new Set(
  "spaces docs blog papers collections api organizations models buckets tasks join login settings pricing posts".split(
    " ",
  ),
);

/** Segments of an address that end the repository's name; the revision follows. */
const VERBS: ReadonlySet<string> = new Set(["tree", "blob", "resolve", "raw", "commit", "commits"]);

const EXAMPLES = "hf:ORG/NAME, hf:datasets/ORG/NAME, ORG/NAME@REVISION";

/** Whether these words can be a repository's id (huggingface_hub, utils/_validators.py). */
export function isRepositoryId(id: string): boolean {
  const names = id.split("/");
  return names.length <= 2 && names.every(isName) && !id.endsWith(".git");
}

function isName(name: string): boolean {
  if (name.length > LONGEST_NAME || name.includes("--") || name.includes("..")) return false;
  return /^\w(?:[\w.-]*\w)?$/.test(name);
}

/** Whether these words can be a revision: git allows no `..` (git-check-ref-format), and none may climb out of an address. */
export function isRevision(revision: string): boolean {
  if (revision === "" || revision.length > LONGEST_REVISION || revision.includes("..")) return false;
  return !revision.split("/").includes(".") && !/[\s\p{Cc}\\?*[~^:]/u.test(revision);
}

/** How surely a target is a repository of the hub. */
export function handlingOf(target: string, environment: Reach["environment"]): Handling | null {
  if (target.startsWith("hf:") || pathOnHub(target, environment) !== null) return "exact";
  const { name, revision } = splitRevision(target);
  const isBare = name.includes("/") && isRepositoryId(name) && !name.startsWith("datasets/");
  return isBare && (revision === undefined || isRevision(revision)) ? "name" : null;
}

/** Reads a target. @throws UsageError when it names no repository. */
export function readTarget(target: string, environment: Reach["environment"]): Named {
  const path = pathOnHub(target, environment);
  const named = path === null ? readName(target) : readPath(path);
  if (named === null || !isRepositoryId(named.id)) {
    throw new UsageError(`${target} names no model and no data set of the hub; these do: ${EXAMPLES}.`);
  }
  if (named.revision !== undefined && !isRevision(named.revision)) {
    throw new UsageError(`${target} names no revision that can be: ${JSON.stringify(named.revision)}.`);
  }
  return named;
}

function splitRevision(text: string): { readonly name: string; readonly revision?: string } {
  const at = text.indexOf("@");
  return at < 0 ? { name: text } : { name: text.slice(0, at), revision: text.slice(at + 1) };
}

function readName(target: string): Named {
  const { name, ...revised } = splitRevision(target.replace(/^hf:(?:\/\/)?/, ""));
  if (name.startsWith("datasets/")) return { kind: "dataset", id: name.slice("datasets/".length), ...revised };
  return { kind: "model", id: name, ...revised };
}

/** Segments behind the endpoint of an address of the hub; null for anything else. */
function pathOnHub(target: string, environment: Reach["environment"]): readonly string[] | null {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  const { host, pathname } = new URL(target);
  for (const endpoint of [endpointOf(environment), DEFAULT_ENDPOINT, "https://hf.co"]) {
    if (endpoint === null) continue;
    const hub = new URL(endpoint);
    const base = hub.pathname.replace(/\/$/, "");
    if (hub.host === host && pathname.startsWith(`${base}/`)) return segmentsOf(pathname.slice(base.length));
  }
  return null;
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // No encoding of anything: as it stands it is no name either.
    return segment;
  }
}

function readPath(segments: readonly string[]): Named | null {
  const isDataset = segments[0] === "datasets";
  const rest = isDataset ? segments.slice(1) : segments;
  if (!isDataset && PAGES.has(rest[0] ?? "")) return null;
  const verb = rest.findIndex((segment, index) => index > 0 && index <= 2 && VERBS.has(segment));
  const names = verb < 0 ? rest.slice(0, 2) : rest.slice(0, verb);
  const revision = verb < 0 ? undefined : revisionAt(rest.slice(verb + 1));
  const kind = isDataset ? "dataset" : "model";
  return { kind, id: names.join("/"), ...(revision === undefined ? {} : { revision }) };
}

/** Most revisions are one segment; those of pull requests and conversions are three (huggingface_hub, hf_file_system.py). */
function revisionAt(segments: readonly string[]): string | undefined {
  const special = /^refs\/(?:pr\/\d+|convert\/[\w-]+)/.exec(segments.join("/"));
  return special?.[0] ?? segments[0];
}
