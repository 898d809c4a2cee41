/** Repositories of the loopback hub: their files with sizes and digests, and what the hub itself reads of them. */

import { createHash } from "node:crypto";
import { parse } from "yaml";

/** A file: its content, or the beginning of a large one that goes on with zeros, but for pieces further on. */
export type HubFile =
  | string
  | Uint8Array
  | {
      readonly head: Uint8Array;
      readonly size: number;
      readonly further?: readonly (readonly [at: number, bytes: Uint8Array])[];
    };

/** How a file is delivered wrongly. */
export type FileLie =
  | "shorter"
  | "longer"
  | "cut"
  | "other-content"
  | "range-ignored"
  | "other-range"
  | "status-200"
  | "other-total"
  | "redirect-loop"
  | "redirect-away"
  | "endless"
  | "stalled"
  | "gone";

/** How a repository is listed wrongly. */
export type ListLie =
  | "page-loop"
  | "page-away"
  | "page-nowhere"
  | "no-list"
  | "other-id"
  | "other-commit"
  | "bad-paths"
  | "size-beside-digest"
  | "huge-json";

/** A repository to serve. */
export interface HubRepository {
  readonly id: string;
  readonly kind?: "model" | "dataset";
  readonly files: Readonly<Record<string, HubFile>>;
  /** Names it had before. */
  readonly formerly?: readonly string[];
  readonly gated?: "auto" | "manual";
  /** Set where the card of a gated repository is given to anyone. */
  readonly hasPublicCard?: true;
  readonly isPrivate?: true;
  readonly isDisabled?: true;
  /** Names of its one commit besides `main`. */
  readonly tags?: readonly string[];
  /** Members of the answer about the repository that are set otherwise. */
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly listLie?: ListLie;
  readonly lies?: Readonly<Record<string, FileLie>>;
}

/** Files from 10 MB, and those of weights, are kept as large ones (hub-docs, repositories-getting-started.md). */
const LARGE = 10_000_000;
const ALWAYS_LARGE = /\.(?:safetensors|bin|gguf|onnx|pt)$/;

/** Size of a file in bytes. */
export function sizeOf(file: HubFile): number {
  if (typeof file === "string") return Buffer.byteLength(file);
  return file instanceof Uint8Array ? file.length : file.size;
}

/** Bytes `[start, end)` of a file. */
export function bytesOf(file: HubFile, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start);
  for (const [at, piece] of piecesOf(file)) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + piece.length)];
    if (from < to) bytes.set(piece.subarray(from - at, to - at), from - start);
  }
  return bytes;
}

function piecesOf(file: HubFile): readonly (readonly [at: number, bytes: Uint8Array])[] {
  if (typeof file === "string") return [[0, Buffer.from(file)]];
  return file instanceof Uint8Array ? [[0, file]] : [[0, file.head], ...(file.further ?? [])];
}

/** Whether the file is kept as a large one. */
export function isLarge(path: string, file: HubFile): boolean {
  return ALWAYS_LARGE.test(path) || sizeOf(file) >= LARGE;
}

/** SHA-256 of the file; of one that goes on with zeros that of its beginning, for want of the time to hash gigabytes. */
export function sha256Of(file: HubFile): string {
  const whole = typeof file === "string" || file instanceof Uint8Array ? file : file.head;
  return createHash("sha256").update(whole).digest("hex");
}

/** Name of a content in git (Pro Git, 10.2): of a large file that of its stub (git-lfs, spec.md). */
function blobOf(path: string, file: HubFile): string {
  const stub = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256Of(file)}\nsize ${sizeOf(file)}\n`;
  const content = isLarge(path, file) ? Buffer.from(stub) : bytesOf(file, 0, sizeOf(file));
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

/** The one commit of the repository. */
export function commitOf({ id, files }: HubRepository): string {
  const hash = createHash("sha1").update(id);
  for (const [path, file] of Object.entries(files)) hash.update(path).update(sha256Of(file));
  return hash.digest("hex");
}

/** Entries of the tree as huggingface.js knows them (list-files.ts, `ListFileEntry`), folders among them. */
export function treeOf({ files, listLie }: HubRepository): readonly object[] {
  const folders = new Set(
    Object.keys(files).flatMap((path) =>
      path
        .split("/")
        .slice(0, -1)
        .map((_, n, all) => all.slice(0, n + 1).join("/")),
    ),
  );
  const entries = Object.entries(files).map(([path, file]) => {
    const size = sizeOf(file);
    const lfs = { oid: sha256Of(file), size: listLie === "size-beside-digest" ? size + 1 : size, pointerSize: 134 };
    return { type: "file", oid: blobOf(path, file), size, path, ...(isLarge(path, file) ? { lfs } : {}) };
  });
  const first = entries[0];
  const bad =
    listLie === "bad-paths" && first !== undefined
      ? ["../up", "/etc/passwd", "a//b", "a\\b", "a/./b", "nul\0", first.path].map((path) => ({ ...first, path }))
      : [];
  return [
    ...[...folders].map((path) => ({ type: "directory", oid: "0".repeat(40), size: 0, path })),
    ...entries,
    ...bad,
  ];
}

/** The answer about a repository (huggingface.js, types/api/api-model.ts and api-dataset.ts). */
export function describeRepository(repository: HubRepository): Record<string, unknown> {
  const { id, kind, files, gated, isPrivate, listLie, answer } = repository;
  const card = files["README.md"];
  const common = {
    _id: "621ffdc036468d709f174328",
    id: listLie === "other-id" ? "../../admin" : id,
    author: id.split("/")[0],
    sha: listLie === "other-commit" ? "f".repeat(40) : commitOf(repository),
    private: isPrivate ?? false,
    gated: gated ?? false,
    disabled: false,
    downloads: 12,
    tags: [],
    siblings: Object.keys(files).map((rfilename) => ({ rfilename })),
    ...(card === undefined ? {} : { cardData: readCard(textOf(card)) }),
    ...(listLie === "huge-json" ? { filler: "x".repeat(17 << 20) } : {}),
  };
  return { ...common, ...(kind === "dataset" ? {} : describeModel(files)), ...answer };
}

function textOf(file: HubFile): string {
  return bytesOf(file, 0, sizeOf(file)).toString();
}

function readCard(card: string): unknown {
  const block = /^---\n([\s\S]*?)\n---/.exec(card)?.[1];
  return block === undefined ? {} : parse(block);
}

/** What the hub reads of a model's files: parts of its configuration, and the elements in its safetensors. */
function describeModel(files: HubRepository["files"]): Record<string, unknown> {
  const config = files["config.json"];
  const parameters: Record<string, number> = {};
  for (const [path, file] of Object.entries(files)) {
    if (path.endsWith(".safetensors")) addElements(parameters, file);
  }
  const total = Object.values(parameters).reduce((sum, count) => sum + count, 0);
  return {
    ...(config === undefined ? {} : { config: pick(JSON.parse(textOf(config))) }),
    ...(total === 0 ? {} : { safetensors: { parameters, total } }),
  };
}

function pick({ architectures, model_type }: Record<string, unknown>): Record<string, unknown> {
  return { architectures, model_type };
}

function addElements(parameters: Record<string, number>, file: HubFile): void {
  const length = 8 + Number(bytesOf(file, 0, 8).readBigUInt64LE(0));
  if (length <= 8 || length > sizeOf(file)) return;
  const header: Record<string, { dtype: string; shape: readonly number[] }> = JSON.parse(
    bytesOf(file, 8, length).toString(),
  );
  for (const [name, { dtype, shape }] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    parameters[dtype] = (parameters[dtype] ?? 0) + shape.reduce((product, side) => product * side, 1);
  }
}
