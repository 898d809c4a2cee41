/**
 * Every directory that a reader of a ZIP archive may find. Readers differ in where they look: the last end record or one
 * before it, the offset that it states or the place right in front of it, the record for large archives where its locator
 * says or right in front of that (PKWARE APPNOTE 6.3.10, 4.3.14 to 4.3.16; Python's zipfile; miniz).
 */

import type { ByteSource } from "../model/types.ts";
import { viewOf } from "./view.ts";
import { CENTRAL_SIGNATURE, MOST_MEMBERS } from "./zip-end.ts";
import { readEntries, type ZipEntry } from "./zip-entries.ts";

/** The end record, the longest comment behind it, and in front of it the locator and the record for large archives. */
const END = 22;
const LONGEST_COMMENT = 65_535;
const LOCATOR_64 = 20;
const END_64 = 56;

const SIGNATURES = { end: 0x06054b50, locator: 0x07064b50, end64: 0x06064b50 };

/** Bytes of a directory that are read: 100,000 members with long names. */
const LARGEST_DIRECTORY = 64 << 20;

/** Directories that are read of one archive: an honest one has one, and each more is a fault. */
const MOST_DIRECTORIES = 16;

/** A directory that some reader takes for the archive's. */
export interface ZipRoot {
  readonly entries: readonly ZipEntry[];
  /** Where its entries stand. */
  readonly start: number;
  readonly end: number;
  /** Where its end record stands, from the one for large archives on. */
  readonly record: { readonly start: number; readonly end: number };
  /** The comment behind it; it may be said to be longer than the file. */
  readonly comment: { readonly start: number; readonly end: number };
  /** Members that its end record states, and bytes of it. */
  readonly count: number;
  readonly size: number;
  /** What offsets of members count from. */
  readonly base: number;
  /** Whether it is said to be longer than what is read of it. */
  readonly isCut: boolean;
}

/** All of them, the one of the last end record first. */
export async function findRoots(source: ByteSource, signal?: AbortSignal): Promise<readonly ZipRoot[]> {
  const from = Math.max(0, source.size - END - LONGEST_COMMENT - LOCATOR_64 - END_64);
  const tail = await source.read(from, source.size, signal);
  const roots: ZipRoot[] = [];
  for (const end of listEnds(tail, from).slice(0, MOST_DIRECTORIES)) {
    for (const stated of await listStated({ source, tail, from, signal }, end)) {
      for (const root of await readRoots(source, stated, signal))
        if (!roots.some((one) => one.start === root.start && one.base === root.base)) roots.push(root);
    }
  }
  return roots;
}

/** Where an end record stands, and what it states. */
interface Stated {
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly comment: number;
  /** Where the first of its records stands: the one for large archives where there is one. */
  readonly first: number;
}

interface Tail {
  readonly source: ByteSource;
  readonly tail: Uint8Array;
  readonly from: number;
  readonly signal: AbortSignal | undefined;
}

/** End records of the last bytes of a file, the last one first. */
export function listEnds(tail: Uint8Array, from: number): readonly Stated[] {
  const view = viewOf(tail);
  const ends: Stated[] = [];
  // A negative place would count from the end.
  if (tail.length < END) return ends;
  for (
    let at = tail.lastIndexOf(0x50, tail.length - END);
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf(0x50, at - 1)
  ) {
    if (view.getUint32(at, true) !== SIGNATURES.end) continue;
    ends.push({
      at: from + at,
      first: from + at,
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      comment: view.getUint16(at + 20, true),
    });
  }
  return ends;
}

/** What an end record states, and what the records for large archives state that belong to it. */
async function listStated({ source, tail, from, signal }: Tail, end: Stated): Promise<readonly Stated[]> {
  const locator = end.at - LOCATOR_64 - from;
  if (locator < 0 || viewOf(tail).getUint32(locator, true) !== SIGNATURES.locator) return [end];
  const said = Number(viewOf(tail).getBigUint64(locator + 8, true));
  const found: Stated[] = [];
  for (const at of new Set([said, end.at - LOCATOR_64 - END_64])) {
    if (!Number.isSafeInteger(at) || at < 0 || at + END_64 > source.size) continue;
    const record = viewOf(await source.read(at, at + END_64, signal));
    if (record.getUint32(0, true) !== SIGNATURES.end64) continue;
    found.push({
      ...end,
      first: at,
      count: Number(record.getBigUint64(32, true)),
      size: Number(record.getBigUint64(40, true)),
      offset: Number(record.getBigUint64(48, true)),
    });
  }
  const isSmall = end.count !== 0xffff && end.size !== 0xffffffff && end.offset !== 0xffffffff;
  return isSmall ? [...found, { ...end, first: Math.min(end.at, ...found.map(({ first }) => first)) }] : found;
}

/** The directory right in front of the record (Python's zipfile), and the one where it is said to be (miniz). */
async function readRoots(
  source: ByteSource,
  stated: Stated,
  signal: AbortSignal | undefined,
): Promise<readonly ZipRoot[]> {
  const roots: ZipRoot[] = [];
  for (const start of new Set([stated.first - stated.size, stated.offset])) {
    const root = await readRoot(source, stated, { start, signal });
    if (root !== null) roots.push(root);
  }
  return roots;
}

/** Null where no directory is there. */
async function readRoot(
  source: ByteSource,
  { first, size, offset, count, at, comment }: Stated,
  { start, signal }: { readonly start: number; readonly signal: AbortSignal | undefined },
): Promise<ZipRoot | null> {
  if (!Number.isSafeInteger(start) || start < 0 || start > first) return null;
  const limit = Math.min(first, start + Math.min(size, LARGEST_DIRECTORY));
  const { entries, length, isOne } = await readDirectory(source, { start, end: limit, base: start - offset }, signal);
  if (!isOne && !(count === 0 && size === 0)) return null;
  const behind = at + END;
  return {
    entries,
    start,
    end: start + length,
    record: { start: first, end: behind },
    comment: { start: behind, end: behind + comment },
    count,
    size,
    base: start - offset,
    isCut: size > limit - start,
  };
}

/**
 * Bytes of a directory that are had at once: more than the longest entry, whose name, fields and comment are 64 KiB each. Of
 * a remote file each piece would be a request more.
 */
const WINDOW = 256 << 10;

async function readDirectory(
  source: ByteSource,
  { start, end, base }: { readonly start: number; readonly end: number; readonly base: number },
  signal: AbortSignal | undefined,
): Promise<{ readonly entries: readonly ZipEntry[]; readonly length: number; readonly isOne: boolean }> {
  const window = source.isRemote === true ? end - start : WINDOW;
  const entries: ZipEntry[] = [];
  let isOne = false;
  let at = start;
  for (let isMore = true; isMore && at < end; ) {
    const bytes = await source.read(at, Math.min(end, at + window), signal);
    if (at === start) isOne = bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === CENTRAL_SIGNATURE;
    const read = readEntries(bytes, base, MOST_MEMBERS - entries.length);
    for (const entry of read.entries) entries.push(entry);
    at += read.length;
    isMore = read.length > 0;
  }
  return { entries, length: at - start, isOne };
}
