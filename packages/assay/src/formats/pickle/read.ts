/** Reads a file of pickles, one behind the other (CPython Lib/pickletools.py). Nothing is unpickled. */

import type { Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { extensionOf } from "../shared/file-name.ts";
import { lookAtHead, statesProtocol } from "../shared/pickle/begins-pickle.ts";
import { isImportable } from "../shared/pickle/globals.ts";
import { isLegacyCheckpoint } from "../shared/pickle/legacy.ts";
import { type PickleRead, readPickles } from "../shared/pickle/read-pickles.ts";
import { refusal } from "../shared/words.ts";
import { ERRORS } from "./words.ts";

/** Endings by which loaders take a file for a pickle. Others, such as `.bin`, are asked by their content only. */
const ENDINGS: ReadonlySet<string> = new Set([
  "pkl",
  "pickle",
  "pck",
  "p",
  "pt",
  "pt2",
  "pth",
  "ckpt",
  "joblib",
  "jbl",
  "dill",
  "cloudpickle",
  "pkl2",
  "pickle5",
]);

/** What the files begin with that bear such a name and are containers or arrays, which readers of their own open. */
const OTHERS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x04, 0x22, 0x4d, 0x18],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x78, 0x01],
  [0x78, 0x5e],
  [0x78, 0x9c],
  [0x78, 0xda],
  [0x5d, 0x00, 0x00],
  [0x89, 0x48, 0x44, 0x46],
  [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59],
];

/** What bzip2 data begin with, and what stands behind the digit of their level: a block, or the end. */
const BZIP2 = [0x42, 0x5a, 0x68];
const BZIP2_BLOCKS = [
  [0x31, 0x41, 0x59],
  [0x17, 0x72, 0x45],
];

/** Offset and letters of a tar archive's first header. */
const TAR_AT = 257;
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];

/** Whether a file is a pickle, by its name or by its content. Checkpoints of several pickles have a reader of their own. */
export function isPickle(path: string, head: Uint8Array): boolean {
  if (isLegacyCheckpoint(head) || isOther(head)) return false;
  if (ENDINGS.has(extensionOf(path)) && !saysTar(head)) return true;
  return looksLikePickle(head);
}

/** Whether a file is one by its content, of which no more than the head is at hand. */
function looksLikePickle(head: Uint8Array): boolean {
  return lookAtHead(head, head.length < HEAD ? head.length : Number.POSITIVE_INFINITY) !== "no";
}

/** Bytes of a file's beginning that a format is shown. */
const HEAD = 4_096;

function isOther(head: Uint8Array): boolean {
  return OTHERS.some((sign) => begins(head, sign)) || isBzip2(head);
}

/** Its first bytes are an operation of pickles too, and those of a block are not. */
function isBzip2(head: Uint8Array): boolean {
  return begins(head, BZIP2) && BZIP2_BLOCKS.some((sign) => begins(head, sign, BZIP2.length + 1));
}

/** The letters can stand in a text of a pickle as well. */
function saysTar(head: Uint8Array): boolean {
  return begins(head, TAR, TAR_AT);
}

function begins(head: Uint8Array, sign: readonly number[], at = 0): boolean {
  return sign.every((byte, index) => head[at + index] === byte);
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readPickle(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  const head = await source.read(0, Math.min(HEAD, size), ctx.signal);
  const read = await readPickles(source, ctx, { start: 0 });
  if (!statesProtocol(head) && isNothing(read)) {
    // A file that is none by its first bytes is asked by its name only; one that is none further on may be anything.
    if (!looksLikePickle(head)) throw refusal(ERRORS, "not-pickle", { what: read.faults[0]?.message ?? "" });
    return { facts: {}, children: [], spans: [{ start: 0, end: size, as: "unread" }], faults: [], gaps: [] };
  }
  const known = read.storages().filter(({ bytes }) => bytes >= 0);
  const storages = known.map(({ key, bytes }) => ({ key, bytes }));
  const rest: readonly Span[] = read.end < size ? [{ start: read.end, end: size, as: "unread" }] : [];
  return {
    facts: {
      pickle: read.fact,
      ...(read.weights === undefined ? {} : { weights: read.weights }),
      ...(storages.length === 0 ? {} : { storages }),
    },
    children: read.children,
    spans: [...read.spans, ...rest],
    faults: read.faults,
    gaps: read.gaps,
  };
}

/** Whether a loader would have raised before anything was imported or given. */
function isNothing({ isWhole, fact, gaps }: PickleRead): boolean {
  return !isWhole && fact.streams <= 1 && gaps.length === 0 && !fact.globals.some(isImportable);
}
