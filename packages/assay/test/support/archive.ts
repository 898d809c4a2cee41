/** Writers of small archives that can also write what no honest writer would. */

import { crc32, deflateRawSync } from "node:zlib";

/** A member of a ZIP; what is stated of it follows from its content where it is left out. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly isDeflated?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  /** Upper half of the external attributes: mode of a Unix. */
  readonly mode?: number;
  /** Name in its own header. */
  readonly localName?: string;
  /** Index of the entry whose bytes it takes for its own. */
  readonly sharesWith?: number;
}

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content);

/** What both headers of a member state: version, flags, method, time, checksum, sizes, and room for the name's length. */
function zipHeader(entry: ZipEntry, content: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(entry.flags ?? 0x800, 2);
  header.writeUInt16LE(entry.method ?? (entry.isDeflated ? 8 : 0), 4);
  header.writeUInt32LE(entry.crc ?? crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(entry.size ?? content.length, 18);
  return header;
}

function withName(header: Buffer, name: Buffer): Buffer {
  header.writeUInt16LE(name.length, 22);
  return header;
}

/** Writes a ZIP archive. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = bytesOf(entry.content ?? "");
    const packed = entry.isDeflated ? deflateRawSync(content) : content;
    const offset = offsets[entry.sharesWith ?? -1] ?? at;
    offsets.push(offset);
    if (offset === at) {
      const local = bytesOf(entry.localName ?? entry.name);
      const header = withName(zipHeader(entry, content, packed), local);
      const written = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), header, local, packed]);
      parts.push(written);
      at += written.length;
    }
    const name = bytesOf(entry.name);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((entry.mode ?? 0o100644) * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    const header = withName(zipHeader(entry, content, packed), name);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0003", "latin1"), header, tail, name]));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

/** A member of a TAR. */
export interface TarEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** `0` is a file, `1` and `2` are links, `3` and `4` devices, `5` is a folder, `6` a pipe. */
  readonly type?: string;
  readonly linkName?: string;
  /** Written as an extended header (pax) instead of the field. */
  readonly isLong?: boolean;
  /** Extended headers in front of it: type and bytes. */
  readonly before?: readonly (readonly [string, string | Uint8Array])[];
  /** Written into the header instead of the content's length. */
  readonly size?: number;
}

function tarHeader(name: string, size: number, { type = "0", linkName = "" }: Partial<TarEntry>): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write("0000644\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write(type, 156);
  block.write(linkName, 157, 100);
  block.write("ustar\u000000", 257, "latin1");
  block.fill(" ", 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** Writes a TAR archive. */
export function makeTar(entries: readonly TarEntry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const content = bytesOf(entry.content ?? "");
    const said = [...(entry.isLong ? [["x", paxRecord("path", entry.name)] as const] : []), ...(entry.before ?? [])];
    const name = entry.isLong ? "long" : entry.name;
    return [...said.flatMap(extension), tarHeader(name, entry.size ?? content.length, entry), padded(content)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

/** One record of an extended header, with the length that counts itself. */
export function paxRecord(key: string, value: string): string {
  const words = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(words);
  const digits = String(length + String(length).length).length;
  return `${length + digits}${words}`;
}

function extension([type, content]: readonly [string, string | Uint8Array]): readonly Buffer[] {
  const bytes = bytesOf(content);
  return [tarHeader("extended", bytes.length, { type }), padded(bytes)];
}
