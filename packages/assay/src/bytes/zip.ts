/**
 * The central directory of ZIP archives (PKWARE APPNOTE 6.3.10) of strangers: what members there are, where their bytes
 * lie, and which of them cannot be what they say. Nothing is inflated here.
 */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";

/** Members that are read; the largest archive of a release known has some 50,000. */
const MOST_MEMBERS = 100_000;

/** Bytes of the directory: 100,000 members with long names. */
const LARGEST_DIRECTORY = 64 << 20;

/** The end record and the longest comment behind it. */
const END = 22;
const LONGEST_COMMENT = 65_535;

const LOCAL = 30;
const CENTRAL = 46;
const END_64 = 56;
const LOCATOR_64 = 20;

const STORED = 0;
const DEFLATED = 8;

/** Bit 0: encrypted; bit 6: strong encryption; bit 11: the name is UTF-8; bit 13: the local header is masked. */
const ENCRYPTED = 0x2041;
const UTF8 = 0x800;

/** One member. */
export interface ZipMember {
  readonly name: string;
  readonly method: "stored" | "deflated";
  readonly crc32: number;
  /** Bytes in the archive, and of the file. */
  readonly packed: number;
  readonly size: number;
  /** Where its bytes lie in the archive. */
  readonly start: number;
  readonly end: number;
}

/** A member that is refused, and why. */
export interface ZipRefusal {
  readonly name: string;
  readonly code: "encrypted" | "method" | "mismatch" | "truncated" | "overlap" | "link" | "special-file";
  readonly why: string;
}

/** What an archive holds. */
export interface ZipDirectory {
  /** In the order of the directory. */
  readonly members: readonly ZipMember[];
  readonly refused: readonly ZipRefusal[];
  /** Bytes in front of the first member: an archive behind another file. */
  readonly prefix: number;
}

interface Central {
  readonly name: string;
  /** In bytes. */
  readonly nameLength: number;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly mode: number;
}

/** Whether a file begins with a member, or is an archive of none. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/** Reads the directory and the header of each member. @throws FormatError `not-zip`, `truncated` or `over-limit`. */
export async function readZip(source: ByteSource, signal?: AbortSignal): Promise<ZipDirectory> {
  const end = await findEnd(source, signal);
  const entries = await readEntries(source, end, signal);
  const members: ZipMember[] = [];
  const refused: ZipRefusal[] = [];
  for (const entry of entries) {
    if (entry.name.endsWith("/") && entry.size === 0) continue;
    const found = await readMember(source, entry, { end, signal });
    if ("why" in found) refused.push(found);
    else members.push(found);
  }
  const sound = dropOverlaps(members, refused);
  return {
    members: sound,
    refused,
    prefix: entries.reduce((least, { offset }) => Math.min(least, offset), end.offset),
  };
}

interface End {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

async function findEnd(source: ByteSource, signal: AbortSignal | undefined): Promise<End> {
  const from = Math.max(0, source.size - END - LONGEST_COMMENT);
  const tail = viewOf(await source.read(from, source.size, signal));
  for (let at = tail.byteLength - END; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50 || at + END + tail.getUint16(at + 20, true) !== tail.byteLength)
      continue;
    const end = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
    const isLarge = end.count === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
    return checkEnd(isLarge ? await readEnd64(source, from + at, signal) : end, from + at);
  }
  throw new FormatError("not-zip", "archive has no end record: it is cut off, or no archive");
}

async function readEnd64(source: ByteSource, end: number, signal: AbortSignal | undefined): Promise<End> {
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
  };
}

function checkEnd(end: End, at: number): End {
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

async function readEntries(
  source: ByteSource,
  { offset, size }: End,
  signal: AbortSignal | undefined,
): Promise<readonly Central[]> {
  const bytes = await source.read(offset, offset + size, signal);
  const view = viewOf(bytes);
  const entries: Central[] = [];
  for (let at = 0; at + CENTRAL <= bytes.length && view.getUint32(at, true) === 0x02014b50; ) {
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const next = at + CENTRAL + name + extra + comment;
    if (next > bytes.length || entries.length >= MOST_MEMBERS) break;
    const flags = view.getUint16(at + 8, true);
    const sizes = widen(
      {
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      },
      bytes.subarray(at + CENTRAL + name, at + CENTRAL + name + extra),
    );
    entries.push({
      name: decodeName(bytes.subarray(at + CENTRAL, at + CENTRAL + name), flags),
      nameLength: name,
      flags,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      // The upper half holds the mode where a Unix made the archive (4.4.2: host 3).
      mode: view.getUint8(at + 5) === 3 ? view.getUint32(at + 38, true) >>> 16 : 0,
      ...sizes,
    });
    at = next;
  }
  return entries;
}

type Sizes = Pick<Central, "packed" | "size" | "offset">;

/** Sizes that do not fit into 32 bits stand in the extra field 1, in this order, each only where it is needed (4.5.3). */
function widen(sizes: Sizes, extra: Uint8Array): Sizes {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const size = take(sizes.size);
    return { size, packed: take(sizes.packed), offset: take(sizes.offset) };
  }
  return sizes;
}

function decodeName(bytes: Uint8Array, flags: number): string {
  return new TextDecoder((flags & UTF8) !== 0 ? "utf-8" : "windows-1252", { ignoreBOM: true }).decode(bytes);
}

const LINK = 0o120000;
const REGULAR = 0o100000;
const KIND = 0o170000;

interface Bounds {
  readonly end: End;
  readonly signal: AbortSignal | undefined;
}

async function readMember(
  source: ByteSource,
  entry: Central,
  { end, signal }: Bounds,
): Promise<ZipMember | ZipRefusal> {
  const { name, nameLength, flags, method, packed, size, offset, crc32, mode } = entry;
  const refuse = (code: ZipRefusal["code"], why: string): ZipRefusal => ({ name, code, why });
  if ((flags & ENCRYPTED) !== 0) return refuse("encrypted", "is encrypted");
  if (method !== STORED && method !== DEFLATED)
    return refuse("method", `is packed by method ${method}, which is not read`);
  const kind = mode & KIND;
  if (kind === LINK) return refuse("link", "is a link and was not followed");
  if (kind !== 0 && kind !== REGULAR) return refuse("special-file", "is no regular file");
  if (offset + LOCAL > end.offset) return refuse("truncated", "lies behind the members of the archive");
  // As much as the directory says: a name of another length is another name.
  const header = await source.read(offset, Math.min(offset + LOCAL + nameLength, end.offset), signal);
  const view = viewOf(header);
  if (view.getUint32(0, true) !== 0x04034b50) return refuse("mismatch", "has no header where the directory says");
  const length = view.getUint16(26, true);
  const start = offset + LOCAL + length + view.getUint16(28, true);
  const local = decodeName(header.subarray(LOCAL, LOCAL + length), view.getUint16(6, true));
  if (length !== nameLength || local !== name || view.getUint16(8, true) !== method)
    return refuse("mismatch", "is called or packed otherwise in its own header: readers disagree on what it is");
  if (start + packed > end.offset) return refuse("truncated", "reaches past the members of the archive");
  if (method === STORED && packed !== size)
    return refuse("mismatch", `is stored in ${packed} bytes and said to have ${size}`);
  return { name, method: method === STORED ? "stored" : "deflated", crc32, packed, size, start, end: start + packed };
}

/** Members that share bytes with one before are refused: so one kilobyte can be a petabyte (Fifield, WOOT 2019). */
function dropOverlaps(members: readonly ZipMember[], refused: ZipRefusal[]): readonly ZipMember[] {
  let covered = 0;
  const bad = new Set<ZipMember>();
  for (const member of members.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (member.start < covered && member.packed > 0) {
      bad.add(member);
      refused.push({ name: member.name, code: "overlap", why: "shares its bytes with another member" });
    }
    covered = Math.max(covered, member.end);
  }
  return members.filter((member) => !bad.has(member));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
