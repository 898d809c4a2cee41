/**
 * The central directory of ZIP archives (PKWARE APPNOTE 6.3.10) of strangers: what members there are, where their bytes
 * lie, and which of them cannot be what they say. Nothing is inflated here.
 */

import type { ByteSource } from "../model/types.ts";
import { CENTRAL, CENTRAL_SIGNATURE, type End, findEnd, MOST_MEMBERS } from "./zip-end.ts";
import { decodeName } from "./zip-name.ts";

const LOCAL = 30;

const STORED = 0;
const DEFLATED = 8;

/** Bit 0: encrypted; bit 6: strong encryption; bit 13: the local header is masked. */
const ENCRYPTED = 0x2041;

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
  /** A name that some readers take instead. */
  readonly otherName: string | null;
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
  const { end, faults } = await findEnd(source, signal);
  const entries = await readEntries(source, end, signal);
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

async function readEntries(
  source: ByteSource,
  { offset, size, base }: End,
  signal: AbortSignal | undefined,
): Promise<readonly Central[]> {
  const bytes = await source.read(offset, offset + size, signal);
  const view = viewOf(bytes);
  const entries: Central[] = [];
  for (let at = 0; at + CENTRAL <= bytes.length && view.getUint32(at, true) === CENTRAL_SIGNATURE; ) {
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const next = at + CENTRAL + name + extra + comment;
    if (next > bytes.length || entries.length >= MOST_MEMBERS) break;
    const flags = view.getUint16(at + 8, true);
    const fields = readExtra(bytes.subarray(at + CENTRAL + name, at + CENTRAL + name + extra));
    const sizes = widen(
      {
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      },
      fields.get(SIZES_64),
    );
    const written = bytes.subarray(at + CENTRAL, at + CENTRAL + name);
    entries.push({
      name: decodeName(written, flags),
      otherName: readOtherName(fields.get(UNICODE_PATH)),
      nameLength: name,
      flags,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      // The upper half holds the mode where a Unix made the archive (4.4.2: host 3).
      mode: view.getUint8(at + 5) === 3 ? view.getUint32(at + 38, true) >>> 16 : 0,
      ...sizes,
      offset: sizes.offset + base,
    });
    at = next;
  }
  return entries;
}

type Sizes = Pick<Central, "packed" | "size" | "offset">;

/** Ids of extra fields (4.5.2, 4.6.9). */
const SIZES_64 = 1;
const UNICODE_PATH = 0x7075;

/** Extra fields by id; the first of an id counts. */
function readExtra(extra: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = viewOf(extra);
  const fields = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, next] = [view.getUint16(at, true), at + 4 + view.getUint16(at + 2, true)];
    if (!fields.has(id)) fields.set(id, extra.subarray(at + 4, next));
    at = next;
  }
  return fields;
}

/** Sizes that do not fit into 32 bits stand in a field of their own, in this order, each only where it is needed (4.5.3). */
function widen(sizes: Sizes, field: Uint8Array | undefined): Sizes {
  if (field === undefined) return sizes;
  const view = viewOf(field);
  let next = 0;
  const take = (value: number): number => {
    if (value !== 0xffffffff || next + 8 > field.length) return value;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  const size = take(sizes.size);
  return { size, packed: take(sizes.packed), offset: take(sizes.offset) };
}

/** The name that Info-ZIP takes instead of the one in the directory: behind a version and a checksum (4.6.9). */
function readOtherName(field: Uint8Array | undefined): string | null {
  return field === undefined || field.length < 5 ? null : new TextDecoder("utf-8").decode(field.subarray(5));
}

const LINK = 0o120000;
const REGULAR = 0o100000;
const KIND = 0o170000;

interface Bounds {
  readonly end: End;
  readonly signal: AbortSignal | undefined;
}

/** What the directory alone says against an entry. */
function refuseEntry({ name, otherName, flags, method, mode }: Central): ZipRefusal | null {
  const kind = mode & KIND;
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
  entry: Central,
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

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
