/**
 * TAR archives (POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format") as a stream of blocks:
 * headers are read, contents are passed on.
 */

import { FormatError } from "../model/errors.ts";
import { joinBytes } from "./join.ts";

/** Bytes of a block: headers have one, contents are padded to it. */
const BLOCK = 512;

/** Bytes of an extended header or a long name: paths of 4,096 bytes with room to spare. */
const LONGEST_EXTENSION = 64 << 10;

/** One member: a file, or what is none. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  readonly kind: "file" | "folder" | "link" | "special";
}

/** Receives members in order; `data` is told of a file's bytes as they come. */
export interface TarVisitor {
  open(member: TarMember): void;
  data(bytes: Uint8Array): void;
  close(): void;
}

/** Reads an archive that comes in pieces. */
export class TarReader {
  readonly #visitor: TarVisitor;
  #rest: Uint8Array = new Uint8Array(0);
  #left = 0;
  #padding = 0;
  #isFile = false;
  #extension: { readonly type: string; readonly bytes: Uint8Array; at: number } | null = null;
  #next: { path?: string; size?: number } = {};
  #isOver = false;
  #offset = 0;

  constructor(visitor: TarVisitor) {
    this.#visitor = visitor;
  }

  /** Takes the next bytes. @throws FormatError `not-tar` or `over-limit`. */
  push(chunk: Uint8Array): void {
    let bytes = this.#rest.length === 0 ? chunk : joinBytes([this.#rest, chunk]);
    this.#rest = new Uint8Array(0);
    while (bytes.length > 0 && !this.#isOver) {
      if (this.#left > 0) bytes = this.#takeContent(bytes);
      else if (this.#padding > 0) {
        const count = Math.min(this.#padding, bytes.length);
        this.#padding -= count;
        bytes = this.#advance(bytes, count);
      } else if (bytes.length < BLOCK) {
        this.#rest = bytes.slice();
        return;
      } else {
        this.#takeHeader(bytes.subarray(0, BLOCK));
        bytes = this.#advance(bytes, BLOCK);
      }
    }
  }

  /** Ends the reading. @throws FormatError `truncated` where the archive does not end by itself. */
  end(): void {
    if (this.#left > 0 || this.#rest.length > 0)
      throw new FormatError("truncated", `archive is cut off · ${this.#left} bytes of a member are missing`, {
        offset: this.#offset,
      });
  }

  #advance(bytes: Uint8Array, count: number): Uint8Array {
    this.#offset += count;
    return bytes.subarray(count);
  }

  #takeContent(bytes: Uint8Array): Uint8Array {
    const count = Math.min(this.#left, bytes.length);
    const part = bytes.subarray(0, count);
    this.#left -= count;
    if (this.#extension !== null) {
      this.#extension.bytes.set(part, this.#extension.at);
      this.#extension.at += count;
    } else if (this.#isFile) this.#visitor.data(part);
    if (this.#left === 0) this.#endContent();
    return this.#advance(bytes, count);
  }

  #endContent(): void {
    if (this.#extension !== null) {
      this.#applyExtension(this.#extension.type, this.#extension.bytes);
      this.#extension = null;
    } else if (this.#isFile) this.#visitor.close();
  }

  #takeHeader(block: Uint8Array): void {
    // Two blocks of zeros end an archive; what follows is padding of the tape.
    if (block.every((byte) => byte === 0)) {
      this.#isOver = true;
      return;
    }
    if (checksum(block) !== octal(block, 148, 8))
      throw new FormatError("not-tar", "a header of the archive does not have its checksum", { offset: this.#offset });
    const type = String.fromCharCode(block[156] ?? 0);
    const size = this.#next.size ?? readSize(block);
    if (!Number.isSafeInteger(size) || size < 0)
      throw new FormatError("not-tar", "a member of the archive has no size that can be", { offset: this.#offset });
    this.#left = size;
    this.#padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if ("xgLK".includes(type)) {
      if (size > LONGEST_EXTENSION)
        throw new FormatError(
          "over-limit",
          `a header of the archive is too long · ${size} bytes · at most ${LONGEST_EXTENSION}`,
        );
      this.#extension = { type, bytes: new Uint8Array(size), at: 0 };
      if (size === 0) this.#endContent();
      return;
    }
    this.#openMember(type, this.#next.path ?? readName(block), size);
  }

  #openMember(type: string, name: string, size: number): void {
    const kind = kindOf(type, name);
    this.#next = {};
    this.#isFile = kind === "file";
    // Links and devices have no content, whatever their size says (pax, "size").
    if (kind === "link" || kind === "folder") [this.#left, this.#padding] = [0, 0];
    this.#visitor.open({ name, size: this.#left, kind });
    if (this.#isFile && size === 0) this.#visitor.close();
  }

  #applyExtension(type: string, bytes: Uint8Array): void {
    const text = new TextDecoder().decode(bytes);
    if (type === "L") this.#next.path = text.replace(/\0.*$/s, "");
    if (type !== "x") return;
    // "LENGTH KEY=VALUE\n"
    for (const [, key, value] of text.matchAll(/^\d+ (path|size)=(.*)$/gm)) {
      if (key === "path" && value !== undefined) this.#next.path = value;
      if (key === "size" && /^\d{1,15}$/.test(value ?? "")) this.#next.size = Number(value);
    }
  }
}

/** Whether a file begins with a header of an archive. */
export function isTar(head: Uint8Array): boolean {
  const magic = String.fromCharCode(...head.subarray(257, 262));
  return head.length >= BLOCK && magic === "ustar" && checksum(head.subarray(0, BLOCK)) === octal(head, 148, 8);
}

function kindOf(type: string, name: string): TarMember["kind"] {
  if (type === "1" || type === "2") return "link";
  if (type === "5" || name.endsWith("/")) return "folder";
  // NUL is a file in old archives, 7 a contiguous one; sparse files (S) and devices are none that is read.
  return type === "0" || type === "\0" || type === "7" ? "file" : "special";
}

function readName(block: Uint8Array): string {
  const name = text(block, 0, 100);
  const prefix = text(block, 257, 5) === "ustar" ? text(block, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Octal digits, or, with the first bit set, a number of base 256 (GNU). */
function readSize(block: Uint8Array): number {
  const first = block[124] ?? 0;
  if (first < 0x80) return octal(block, 124, 12);
  return block.subarray(125, 136).reduce((size, byte) => size * 256 + byte, first & 0x7f);
}

function text(block: Uint8Array, start: number, length: number): string {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function octal(block: Uint8Array, start: number, length: number): number {
  const digits = text(block, start, length).trim() || "0";
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** Sum of the header's bytes with the checksum itself as spaces. */
function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  return sum;
}
