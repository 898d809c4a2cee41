/** Where the central directory of a ZIP archive lies (PKWARE APPNOTE 6.3.10, 4.3.14 to 4.3.16). */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";
import { viewOf } from "./view.ts";

/** Members that are read; the largest archive of a release known has some 50,000. */
export const MOST_MEMBERS = 100_000;

/** Bytes of the directory: 100,000 members with long names. */
const LARGEST_DIRECTORY = 64 << 20;

/** The end record and the longest comment behind it. */
const END = 22;
const LONGEST_COMMENT = 65_535;

/** The directory; `base` is what the offsets of members count from: an archive may stand behind another file. */
export interface End {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
  readonly base: number;
}

/** Signature and fixed length of an entry of the directory. */
export const CENTRAL_SIGNATURE = 0x02014b50;
export const CENTRAL = 46;

const END_SIGNATURE = 0x06054b50;
const END_64 = 56;
const LOCATOR_64 = 20;

/**
 * The last end record counts, as for Python's zipfile. Readers disagree where more than one stands behind the members, and
 * where bytes follow that are no comment.
 */
export async function findEnd(
  source: ByteSource,
  signal: AbortSignal | undefined,
): Promise<{ readonly end: End; readonly faults: readonly string[] }> {
  const from = Math.max(0, source.size - END - LONGEST_COMMENT);
  const tail = viewOf(await source.read(from, source.size, signal));
  const places = findSignatures(tail, END_SIGNATURE).filter((at) => at + END <= tail.byteLength);
  const at = places.at(-1);
  if (at === undefined) throw new FormatError("not-zip", "archive has no end record: it is cut off, or no archive");
  const stated = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  const isLarge = stated.count === 0xffff || stated.size === 0xffffffff || stated.offset === 0xffffffff;
  const large = isLarge ? await readEnd64(source, from + at, signal) : { ...stated, at: from + at };
  const end = await locate(source, checkEnd(large, large.at), { at: large.at, signal });
  const behind = tail.byteLength - (at + END + tail.getUint16(at + 20, true));
  const faults = [
    ...(behind === 0 ? [] : [sayBehind(behind)]),
    ...(places.some((other) => other !== at && from + other > end.offset)
      ? ["has more than one end record: readers disagree on its members"]
      : []),
  ];
  return { end, faults };
}

function sayBehind(behind: number): string {
  return behind > 0
    ? `has ${behind} bytes behind its end that were not read`
    : `is cut off: ${-behind} bytes of its comment are missing`;
}

/** Offsets of a 32-bit number in a view, in order. */
function findSignatures(view: DataView, signature: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= view.byteLength; at += 1) if (view.getUint32(at, true) === signature) found.push(at);
  return found;
}

/**
 * The directory ends where the end record begins. Where it is not where it is said to be, everything is as much further on:
 * a file was put in front (Python, Info-ZIP and others read such archives).
 */
async function locate(
  source: ByteSource,
  stated: Omit<End, "base">,
  { at, signal }: { readonly at: number; readonly signal: AbortSignal | undefined },
): Promise<End> {
  const base = at - stated.size - stated.offset;
  if (base === 0 || stated.size < CENTRAL) return { ...stated, base: 0 };
  const head = viewOf(await source.read(at - stated.size, at - stated.size + 4, signal));
  if (head.getUint32(0, true) !== CENTRAL_SIGNATURE) return { ...stated, base: 0 };
  return { ...stated, offset: stated.offset + base, base };
}

async function readEnd64(
  source: ByteSource,
  end: number,
  signal: AbortSignal | undefined,
): Promise<Omit<End, "base"> & { readonly at: number }> {
  const locator = viewOf(await source.read(Math.max(0, end - LOCATOR_64), end, signal));
  if (locator.byteLength < LOCATOR_64 || locator.getUint32(0, true) !== 0x07064b50)
    throw new FormatError("truncated", "archive of more than 4 GiB has no locator of its end record");
  const at = Number(locator.getBigUint64(8, true));
  if (at + END_64 > source.size)
    throw new FormatError("truncated", "end record lies behind the end of the archive", { offset: at });
  const record = viewOf(await source.read(at, at + END_64, signal));
  if (record.getUint32(0, true) !== 0x06064b50)
    throw new FormatError("truncated", "end record is not where it is said to be", { offset: at });
  return {
    count: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    offset: Number(record.getBigUint64(48, true)),
    at,
  };
}

function checkEnd(end: Omit<End, "base">, at: number): Omit<End, "base"> {
  if (end.count > MOST_MEMBERS)
    throw new FormatError("over-limit", `archive has too many members · ${end.count} · at most ${MOST_MEMBERS}`);
  if (end.size > LARGEST_DIRECTORY)
    throw new FormatError(
      "over-limit",
      `directory of the archive is too long · ${end.size} bytes · at most ${LARGEST_DIRECTORY}`,
    );
  if (end.offset + end.size > at)
    throw new FormatError(
      "truncated",
      `directory of the archive reaches past its end · ${end.offset + end.size} · ends at ${at}`,
    );
  return end;
}
