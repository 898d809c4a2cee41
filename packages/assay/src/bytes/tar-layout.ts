/**
 * All that any reader of a TAR archive takes for a member, with its place. Readers differ in where an archive ends (one block
 * of zeros, two, or none) and in what follows a broken header; everything that has a header's checksum is taken here. `tar.ts`
 * is the strict reader, which takes only what all readers agree on.
 */

import { FormatError } from "../model/errors.ts";
import type { ByteSource } from "../model/types.ts";
import { extend, NO_EXTENSION, type TarExtension } from "./tar-extension.ts";
import { BLOCK, isSound, readHeader, type TarHeader } from "./tar-header.ts";
import { windowSource } from "./window-source.ts";

/** Bytes of an extended header or a long name: paths of 4,096 bytes with room to spare. */
const LONGEST_EXTENSION = 64 << 10;

/** Bytes that are searched for a header where none stands. */
const MOST_SEARCHED = 64 << 20;

/** One member. */
export interface TarPart {
  /** All names that it was given; the first is that which most readers take. */
  readonly names: readonly [string, ...string[]];
  readonly kind: "file" | "folder" | "link" | "special" | "sparse";
  readonly linkName: string;
  /** Where its header stands, and its bytes; they may reach past the file. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** What was met on the way through an archive, in order. */
export type TarStep =
  | { readonly is: "member"; readonly part: TarPart }
  /** Bytes that belong to no member; `why`: in place of a header, behind the end mark, or in an extension. */
  | { readonly is: "loose"; readonly start: number; readonly end: number }
  /** Where the end mark stands; members behind it are seen by some readers only. */
  | { readonly is: "end"; readonly at: number }
  /** A header that says what its format forbids. */
  | { readonly is: "broken"; readonly at: number; readonly why: string };

/** Walks through an archive; contents are passed over. */
export async function* walkTar(file: ByteSource, signal: AbortSignal): AsyncGenerator<TarStep> {
  const walk = new Walk(file, signal);
  let at = 0;
  while (at < file.size) {
    const block = await walk.block(at);
    if (block === null) break;
    if (block.every((byte) => byte === 0)) {
      const next = await walk.skipZeros(at);
      yield { is: "end", at };
      at = next;
    } else if (!isSound(block)) {
      const next = await walk.findHeader(at);
      yield { is: "loose", start: at, end: next };
      at = next;
    } else {
      const { steps, next } = await walk.take(at, readHeader(block));
      yield* steps;
      at = next;
    }
  }
  if (at < file.size) yield { is: "loose", start: at, end: file.size };
}

class Walk {
  readonly #source: ByteSource;
  readonly #signal: AbortSignal;
  #said: TarExtension = NO_EXTENSION;
  #searched = 0;

  constructor(file: ByteSource, signal: AbortSignal) {
    this.#source = windowSource(file);
    this.#signal = signal;
  }

  /** The block at an offset; null where the file ends within it. */
  async block(at: number): Promise<Uint8Array | null> {
    return at + BLOCK > this.#source.size ? null : await this.#source.read(at, at + BLOCK, this.#signal);
  }

  async skipZeros(from: number): Promise<number> {
    for (let at = from; ; at += BLOCK) {
      const end = Math.min(this.#source.size, at + BLOCK);
      const bytes = await this.#source.read(at, end, this.#signal);
      if (bytes.some((byte) => byte !== 0)) return at;
      if (end === this.#source.size) return end;
    }
  }

  /** Offset of the next header behind one; the end where none is found. */
  async findHeader(from: number): Promise<number> {
    for (let at = from + BLOCK; this.#searched < MOST_SEARCHED; at += BLOCK) {
      const block = await this.block(at);
      if (block === null) break;
      this.#searched += BLOCK;
      if (isSound(block)) return at;
    }
    return this.#source.size;
  }

  async take(at: number, header: TarHeader): Promise<{ readonly steps: readonly TarStep[]; readonly next: number }> {
    const start = at + BLOCK;
    const isExtension = "xgLK".includes(header.type);
    const size = isExtension ? header.size : (this.#said.size ?? header.size);
    if (!Number.isSafeInteger(size) || size < 0)
      return { steps: [{ is: "broken", at, why: "it states no size that can be" }], next: start };
    const next = start + Math.ceil(size / BLOCK) * BLOCK;
    if (!isExtension) return this.#takeMember(at, header, { size, next });
    return { steps: await this.#extend(header, { at, size }), next };
  }

  async #extend(
    { type }: TarHeader,
    { at, size }: { readonly at: number; readonly size: number },
  ): Promise<readonly TarStep[]> {
    const [start, end] = [at + BLOCK, at + BLOCK + size];
    if (size > LONGEST_EXTENSION || end > this.#source.size)
      return [{ is: "broken", at, why: `its extension has ${size} bytes` }];
    try {
      this.#said = extend(this.#said, type, await this.#source.read(start, end, this.#signal));
      return [];
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      return [{ is: "broken", at, why: error.message }];
    }
  }

  #takeMember(
    at: number,
    header: TarHeader,
    { size, next }: { readonly size: number; readonly next: number },
  ): { readonly steps: readonly TarStep[]; readonly next: number } {
    const { names, isSparse } = this.#said;
    this.#said = NO_EXTENSION;
    const all: readonly [string, ...string[]] = [names[0] ?? header.name, ...new Set(names.slice(1))];
    const kind = kindOf(header, all[0], isSparse);
    const start = at + BLOCK;
    // What is no file has no content to some readers, to others it does: both ways are walked by not passing over it.
    const hasContent = kind === "file" || kind === "sparse";
    const part: TarPart = {
      names: all,
      kind,
      linkName: header.linkName,
      at,
      start,
      end: hasContent ? start + size : start,
    };
    const steps: TarStep[] = [{ is: "member", part }];
    if (hasContent) return { steps, next };
    if (size > 0 && header.type !== "1") steps.push({ is: "broken", at, why: "it is no file and has content" });
    return { steps, next: start };
  }
}

function kindOf({ type }: TarHeader, name: string, isSparse: boolean): TarPart["kind"] {
  if (type === "1" || type === "2") return "link";
  if (type === "5" || name.endsWith("/")) return "folder";
  if (type === "S" || isSparse) return "sparse";
  return type === "0" || type === "\0" || type === "7" ? "file" : "special";
}
