/** The files of a commit, with the sizes and digests that the host states: the second question, page by page. */

import { OriginError } from "../../model/errors.ts";
import type { Said } from "../../model/types.ts";
import type { Hub } from "./endpoint.ts";
import { apiOf, describeRefusal, isObject, parseJson, type Repository } from "./repository.ts";
import { WORDS } from "./words.ts";

/** A file as the host lists it. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  /** Git's name of its content, 40 hex digits; of a large file that of its stub. */
  readonly oid: string;
  /** SHA-256 of a large file's bytes, 64 hex digits. */
  readonly lfs?: string;
}

/** What was listed, in path order, and what was not. */
export interface Tree {
  readonly entries: readonly Entry[];
  readonly gaps: readonly Said[];
}

/** A page has 1,000 entries (hub-docs, api.md) of some 400 bytes; long paths are a few times that. */
const LONGEST_PAGE = 8 << 20;

/** 100 pages hold 100,000 files, the most that the hub advises for one repository. */
const MOST_PAGES = 100;

/** Longest path (Linux, PATH_MAX). */
const LONGEST_PATH = 4096;

/** Lists the files. What a page withholds is a gap, and what came before it stays. */
export async function askTree(hub: Hub, repository: Repository): Promise<Tree> {
  const { id } = repository;
  const known = new Map<string, Entry>();
  let refused = 0;
  const add = (value: unknown): void => {
    const entry = readEntry(value);
    if (entry === "folder") return;
    if (entry === null || known.has(entry.path)) refused += 1;
    else known.set(entry.path, entry);
  };
  const why = await turnPages(hub, repository, add);
  const speaking = { what: id, host: hub.host };
  const gaps: Said[] = [];
  if (why !== null) {
    const detail = why.message;
    gaps.push({ code: why.code, args: { target: id }, message: WORDS["tree-incomplete"]({ ...speaking, detail }) });
  }
  if (refused > 0) {
    const message = WORDS["refused-path"]({ ...speaking, detail: refused });
    gaps.push({ code: "refused-path", args: { target: id, entries: refused }, message });
  }
  return { entries: [...known.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), gaps };
}

/** Reads page after page; returns why it stopped before the last one. */
async function turnPages(
  hub: Hub,
  repository: Repository,
  add: (value: unknown) => void,
): Promise<Pick<OriginError, "code" | "message"> | null> {
  const seen = new Set<string>();
  let url: string | null = `${apiOf(hub, repository)}/tree/${repository.sha}?recursive=true`;
  while (url !== null) {
    if (seen.has(url)) return { code: "lies", message: "its pages go in a circle" };
    if (seen.size === MOST_PAGES) return { code: "over-limit", message: `it has more than ${MOST_PAGES} pages` };
    if (!isOnHub(hub, url)) return { code: "lies", message: "its next page lies on another host" };
    seen.add(url);
    try {
      url = await readPage(hub, repository, { url, add });
    } catch (error) {
      if (!(error instanceof OriginError)) throw error;
      return error;
    }
  }
  return null;
}

/** A page to be read, and who takes what stands on it. */
interface Page {
  readonly url: string;
  readonly add: (value: unknown) => void;
}

/** Reads a page and returns the address of the next. @throws OriginError when there is none to read. */
async function readPage(hub: Hub, repository: Repository, { url, add }: Page): Promise<string | null> {
  const { manners, reach } = hub;
  const request = { url, limit: LONGEST_PAGE, ...manners, mayRedirectTo: [], isImmutable: true as const };
  const answer = await reach.web.get(request, reach.signal);
  if (answer.status !== 200) {
    throw describeRefusal(hub, { kind: repository.kind, id: repository.id, revision: repository.sha }, answer);
  }
  const entries = parseJson(answer.body);
  if (!Array.isArray(entries)) throw new OriginError("lies", "a page of it is no list");
  for (const entry of entries) add(entry);
  return nextPage(answer.headers.link ?? "", url);
}

/** RFC 8288, 3: `<address>; rel="next"`, one of several. */
function nextPage(link: string, base: string): string | null {
  const next = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link)?.[1];
  if (next === undefined) return null;
  return URL.canParse(next, base) ? new URL(next, base).href : next;
}

function isOnHub({ endpoint }: Hub, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(endpoint).origin;
}

/** A file of the list, what is a folder, or null for what is neither (huggingface.js, list-files.ts, `ListFileEntry`). */
function readEntry(value: unknown): Entry | "folder" | null {
  if (!isObject(value)) return null;
  const { type, path, size, oid, lfs } = value;
  if (type === "directory") return "folder";
  if (type !== "file" || typeof path !== "string" || !isPath(path)) return null;
  if (!isSize(size) || !isHex(oid, 40)) return null;
  if (lfs === undefined || lfs === null) return { path, size, oid };
  // A size beside its digest that is another than that of the file: one of the two is not true.
  if (!isObject(lfs) || !isHex(lfs.oid, 64) || lfs.size !== size) return null;
  return { path, size, oid, lfs: lfs.oid };
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isHex(value: unknown, digits: number): value is string {
  return typeof value === "string" && value.length === digits && /^[0-9a-f]+$/.test(value);
}

/** Whether it names a file below the repository, on every machine. */
function isPath(path: string): boolean {
  if (path.length > LONGEST_PATH || /[\p{Cc}\\]/u.test(path)) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}
