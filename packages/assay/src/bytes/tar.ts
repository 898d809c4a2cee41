/** TAR archives as a stream of blocks: headers are read, contents are passed on. */

import { FormatError } from "../model/errors.ts";
import { joinBytes } from "./join.ts";
import { extend, NO_EXTENSION, type TarExtension } from "./tar-extension.ts";
import { BLOCK, isSound, readHeader, type TarHeader } from "./tar-header.ts";

export { isTar } from "./tar-header.ts";

/** Bytes of an extended header or a long name: paths of 4,096 bytes with room to spare. */
const LONGEST_EXTENSION = 64 << 10;

/** One member: a file, or what is none. `ambiguous` has two names, and readers disagree on which counts. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  readonly kind: "file" | "folder" | "link" | "special" | "sparse" | "ambiguous";
}

/** Receives members in order; `data` is told of a file's bytes as they come. */
export interface TarVisitor {
  open(member: TarMember): void;
  data(bytes: Uint8Array): void;
  close(): void;
}

/** What the bytes at hand belong to. */
type Stage = "header" | "holes" | "content" | "padding" | "over";

/** Reads an archive that comes in pieces. */
export class TarReader {
  readonly #visitor: TarVisitor;
  #rest: Uint8Array = new Uint8Array(0);
  #stage: Stage = "header";
  /** Bytes of content and of padding that are still to come. */
  #left = 0;
  #padding = 0;
  #isFile = false;
  #extending: { readonly type: string; readonly bytes: Uint8Array; at: number } | null = null;
  #said: TarExtension = NO_EXTENSION;
  #offset = 0;
  #behind = 0;

  constructor(visitor: TarVisitor) {
    this.#visitor = visitor;
  }

  /** Takes the next bytes. @throws FormatError `not-tar` or `over-limit`. */
  push(chunk: Uint8Array): void {
    let bytes = this.#rest.length === 0 ? chunk : joinBytes([this.#rest, chunk]);
    this.#rest = new Uint8Array(0);
    while (bytes.length > 0) {
      const count = this.#take(bytes);
      if (count === 0) {
        this.#rest = bytes.slice();
        return;
      }
      this.#offset += count;
      bytes = bytes.subarray(count);
    }
  }

  /** Ends the reading. @throws FormatError `truncated` where the archive does not end by itself, `trailing` where it goes on. */
  end(): void {
    if (this.#stage !== "over") throw this.#broken("archive is cut off: it has no end mark", "truncated");
    if (this.#behind > 0)
      throw new FormatError(
        "trailing",
        `archive goes on behind its end mark · ${this.#behind} bytes that are not zero`,
      );
  }

  /** How many of the bytes were taken; 0 asks for more. */
  #take(bytes: Uint8Array): number {
    switch (this.#stage) {
      case "content":
        return this.#takeContent(bytes);
      case "padding":
        return this.#takePadding(bytes.length);
      case "over":
        // Zeros fill the block of a tape.
        for (const byte of bytes) if (byte !== 0) this.#behind += 1;
        return bytes.length;
      default:
        if (bytes.length < BLOCK) return 0;
        if (this.#stage === "header") this.#takeHeader(bytes.subarray(0, BLOCK));
        // The last byte but seven of a map of holes says whether one more follows (GNU, "sparse_header").
        else if (bytes[504] !== 1) this.#startContent();
        return BLOCK;
    }
  }

  #takePadding(available: number): number {
    const count = Math.min(this.#padding, available);
    this.#padding -= count;
    if (this.#padding === 0) this.#stage = "header";
    return count;
  }

  #takeContent(bytes: Uint8Array): number {
    const part = bytes.subarray(0, Math.min(this.#left, bytes.length));
    this.#left -= part.length;
    if (this.#extending !== null) {
      this.#extending.bytes.set(part, this.#extending.at);
      this.#extending.at += part.length;
    } else if (this.#isFile) this.#visitor.data(part);
    if (this.#left === 0) this.#endContent();
    return part.length;
  }

  #endContent(): void {
    if (this.#extending !== null) {
      this.#said = extend(this.#said, this.#extending.type, this.#extending.bytes);
      this.#extending = null;
    } else if (this.#isFile) this.#visitor.close();
    this.#stage = this.#padding > 0 ? "padding" : "header";
  }

  #takeHeader(block: Uint8Array): void {
    if (block.every((byte) => byte === 0)) {
      this.#stage = "over";
      return;
    }
    if (!isSound(block)) throw this.#broken("a header of the archive does not have its checksum");
    const header = readHeader(block);
    const isExtension = "xgLK".includes(header.type);
    // What is said of the member does not hold for the headers between.
    const size = isExtension ? header.size : (this.#said.size ?? header.size);
    if (!Number.isSafeInteger(size)) throw this.#broken("a member of the archive has no size that can be");
    this.#left = size;
    this.#padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (isExtension) this.#openExtension(header.type, size);
    else this.#openMember(header);
  }

  #openExtension(type: string, size: number): void {
    if (size > LONGEST_EXTENSION)
      throw new FormatError(
        "over-limit",
        `a header of the archive is too long · ${size} bytes · at most ${LONGEST_EXTENSION}`,
      );
    this.#extending = { type, bytes: new Uint8Array(size), at: 0 };
    this.#startContent();
  }

  #openMember(header: TarHeader): void {
    const { names, isSparse } = this.#said;
    this.#said = NO_EXTENSION;
    const name = names[0] ?? header.name;
    const kind = kindOf(header, { name, isSparse, isAmbiguous: new Set(names).size > 1 });
    // A hard link states the size of what it leads to and has no content (GNU tar, "LNKTYPE").
    if (header.type === "1") [this.#left, this.#padding] = [0, 0];
    // Python passes over no content here and GNU does: each would read other members behind it.
    if (
      this.#left > 0 &&
      (kind === "folder" || (kind === "link" && header.type !== "1") || "346".includes(header.type))
    )
      throw this.#broken(`${name} of the archive is no file and has content: readers disagree on what follows`);
    this.#isFile = kind === "file";
    this.#visitor.open({ name, size: this.#left, kind });
    if (header.isExtended) this.#stage = "holes";
    else this.#startContent();
  }

  #startContent(): void {
    this.#stage = "content";
    if (this.#left === 0) this.#endContent();
  }

  #broken(message: string, code: "not-tar" | "truncated" = "not-tar"): FormatError {
    return new FormatError(code, message, { offset: this.#offset });
  }
}

interface Said {
  readonly name: string;
  readonly isSparse: boolean;
  readonly isAmbiguous: boolean;
}

function kindOf({ type }: TarHeader, { name, isSparse, isAmbiguous }: Said): TarMember["kind"] {
  if (type === "1" || type === "2") return "link";
  if (type === "5" || name.endsWith("/")) return "folder";
  if (type === "S" || isSparse) return "sparse";
  // NUL is a file in old archives, 7 a contiguous one.
  if (type !== "0" && type !== "\0" && type !== "7") return "special";
  return isAmbiguous ? "ambiguous" : "file";
}
