/**
 * The central directory of ZIP archives (PKWARE APPNOTE 6.3.10) of strangers: what members there are, where their bytes
 * lie, and which of them cannot be what they say. Nothing is inflated here.
 */

import type { ByteSource } from "../model/types.ts";
import { viewOf } from "./view.ts";
import { type End, findEnd } from "./zip-end.ts";
import { readEntries, type ZipEntry } from "./zip-entries.ts";
import { decodeName, LONGEST_NAME } from "./zip-name.ts";

const LOCAL = 30;

/** Ways of packing that are read (4.4.5). */
export const STORED = 0;
export const DEFLATED = 8;

/** Bit 0: encrypted; bit 6: strong encryption; bit 13: the local header is masked. */
export const ENCRYPTED = 0x2041;

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

/** Whether a file begins with a member, or is an archive of none. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

/** Reads the directory and the header of each member. @throws FormatError `not-zip`, `truncated` or `over-limit`. */
export async function readZip(source: ByteSource, signal?: AbortSignal): Promise<ZipDirectory> {
  const { end, faults } = await findEnd(source, signal);
  const { entries } = readEntries(await source.read(end.offset, end.offset + end.size, signal), end.base);
  const members: ZipMember[] = [];
  const refused: ZipRefusal[] = faults.map((why) => ({ name: "", code: "mismatch", why }));
  if (entries.length !== end.count)
    refused.push({ name: "", code: "mismatch", why: `says it has ${end.count} members and lists ${entries.length}` });
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

const LINK = 0o120000;
const REGULAR = 0o100000;
const KIND = 0o170000;

interface Bounds {
  readonly end: End;
  readonly signal: AbortSignal | undefined;
}

/** What the directory alone says against an entry. */
function refuseEntry({ name, nameLength, otherName, flags, method, mode }: ZipEntry): ZipRefusal | null {
  const kind = mode & KIND;
  if (nameLength > LONGEST_NAME)
    return { name, code: "mismatch", why: `has a name of ${nameLength} bytes, which was not compared to its middle` };
  if (otherName !== null && otherName !== name)
    return { name, code: "mismatch", why: `has a second name, "${otherName}": readers disagree on what it is` };
  if ((flags & ENCRYPTED) !== 0) return { name, code: "encrypted", why: "is encrypted" };
  if (method !== STORED && method !== DEFLATED)
    return { name, code: "method", why: `is packed by method ${method}, which is not read` };
  if (kind === LINK) return { name, code: "link", why: "is a link and was not followed" };
  return kind === 0 || kind === REGULAR ? null : { name, code: "special-file", why: "is no regular file" };
}

async function readMember(
  source: ByteSource,
  entry: ZipEntry,
  { end, signal }: Bounds,
): Promise<ZipMember | ZipRefusal> {
  const { name, nameLength, method, packed, size, offset, crc32 } = entry;
  const refuse = (code: ZipRefusal["code"], why: string): ZipRefusal => ({ name, code, why });
  const unfit = refuseEntry(entry);
  if (unfit !== null) return unfit;
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
