/** A writer of zip archives whose two headers of a member can say different things. */

import { crc32, deflateRawSync } from "node:zlib";

/** What one header says of a member; what is left out is the truth. */
export interface ZipHeader {
  readonly name?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly extra?: Uint8Array;
}

/** A member. */
export interface ZipMember {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isDeflated?: boolean;
  /** What its own header says. */
  readonly local?: ZipHeader;
  /** What the directory says; null for a member that is not listed. */
  readonly central?: ZipHeader | null;
  /** Sizes and checksum stand behind the content (APPNOTE 4.3.9). */
  readonly hasDescriptor?: boolean;
  /** Sizes and places take eight bytes (APPNOTE 4.3.14, 4.5.3). */
  readonly isZip64?: boolean;
}

/** An archive. */
export interface ZipShape {
  readonly members: readonly ZipMember[];
  readonly comment?: Uint8Array;
  /** Bytes in front of the first member; with `isShifted` places are counted from their end. */
  readonly prefix?: Uint8Array;
  readonly isShifted?: boolean;
}

interface Written {
  readonly member: ZipMember;
  readonly offset: number;
  readonly packed: Uint8Array;
}

/** Writes an archive. */
export function writeZip({
  members,
  comment = Buffer.alloc(0),
  prefix = Buffer.alloc(0),
  isShifted = false,
}: ZipShape): Buffer {
  const parts: Uint8Array[] = [prefix];
  const written: Written[] = [];
  let at = prefix.length;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const member of members) {
    const packed = member.isDeflated === true ? deflateRawSync(member.content) : member.content;
    written.push({ member, offset: at - (isShifted ? prefix.length : 0), packed });
    add(localHeader(member, packed));
    add(packed);
    if (member.hasDescriptor === true) add(descriptor(member, packed));
  }
  const directory = Buffer.concat(written.filter(({ member }) => member.central !== null).map(centralHeader));
  const count = written.filter(({ member }) => member.central !== null).length;
  const start = at - (isShifted ? prefix.length : 0);
  return Buffer.concat([...parts, directory, endRecord({ count, start, size: directory.length, comment })]);
}

const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, descriptor: 0x08074b50, end: 0x06054b50 } as const;
const DESCRIPTOR = 0x08;
const UNKNOWN32 = 0xffffffff;

/** Version, flags, method, time, date, checksum, sizes (APPNOTE 4.3.7, from "version needed" on). */
function common(
  member: ZipMember,
  packed: Uint8Array,
  { said, isBehind }: { said: ZipHeader; isBehind: boolean },
): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(member.isZip64 === true ? 45 : 20, 0);
  header.writeUInt16LE((said.flags ?? 0) | (member.hasDescriptor === true ? DESCRIPTOR : 0), 2);
  header.writeUInt16LE(said.method ?? (member.isDeflated === true ? 8 : 0), 4);
  header.writeUInt16LE(0x21, 8);
  if (isBehind) return header;
  header.writeUInt32LE(said.crc ?? crc32(member.content), 10);
  header.writeUInt32LE(member.isZip64 === true ? UNKNOWN32 : packed.length, 14);
  header.writeUInt32LE(member.isZip64 === true ? UNKNOWN32 : (said.size ?? member.content.length), 18);
  return header;
}

function extraOf(member: ZipMember, packed: Uint8Array, said: ZipHeader): Uint8Array {
  if (member.isZip64 !== true) return said.extra ?? Buffer.alloc(0);
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(BigInt(said.size ?? member.content.length), 4);
  field.writeBigUInt64LE(BigInt(packed.length), 12);
  return Buffer.concat([field, said.extra ?? Buffer.alloc(0)]);
}

function localHeader(member: ZipMember, packed: Uint8Array): Buffer {
  const said = member.local ?? {};
  const name = Buffer.from(said.name ?? member.name, "latin1");
  const extra = extraOf(member, packed, said);
  const isBehind = member.hasDescriptor === true;
  return Buffer.concat([
    u32(SIGNATURES.local),
    common(member, packed, { said, isBehind }),
    u16(name.length),
    u16(extra.length),
    name,
    extra,
  ]);
}

function centralHeader({ member, offset, packed }: Written): Buffer {
  const said = member.central ?? {};
  const name = Buffer.from(said.name ?? member.name, "latin1");
  const extra = extraOf(member, packed, said);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(0o100644 * 0x10000, 6);
  tail.writeUInt32LE(offset, 10);
  const fields = common(member, packed, { said, isBehind: false });
  return Buffer.concat([
    u32(SIGNATURES.central),
    u16(0x0314),
    fields,
    u16(name.length),
    u16(extra.length),
    tail,
    name,
    extra,
  ]);
}

function descriptor({ content }: ZipMember, packed: Uint8Array): Buffer {
  return Buffer.concat([u32(SIGNATURES.descriptor), u32(crc32(content)), u32(packed.length), u32(content.length)]);
}

interface End {
  readonly count: number;
  readonly start: number;
  readonly size: number;
  readonly comment: Uint8Array;
}

function endRecord({ count, start, size, comment }: End): Buffer {
  const disks = u32(0);
  return Buffer.concat([
    u32(SIGNATURES.end),
    disks,
    u16(count),
    u16(count),
    u32(size),
    u32(start),
    u16(comment.length),
    comment,
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
