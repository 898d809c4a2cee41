/** What lies between the members that a directory of a ZIP archive lists: records, members that it does not list, and bytes. */

import type { ByteSource } from "../model/types.ts";
import { measureDescriptor, type ZipHeader, type ZipHeaders } from "./zip-headers.ts";
import type { ZipPart } from "./zip-part.ts";

/** Bytes that belong to nothing. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly where: "front" | "between" | "behind" | "comment";
}

/** What is accounted for. */
interface Taken {
  readonly start: number;
  readonly end: number;
  /** Set for members: what a record behind their data repeats. */
  readonly crc32?: number;
  readonly packed?: number;
}

interface Ground {
  readonly source: ByteSource;
  readonly headers: ZipHeaders;
  readonly signal: AbortSignal | undefined;
}

/** Longest record behind the data of a member. */
const DESCRIPTOR = 24;

/** Bytes that are searched at once for a header: few at first, as most stand right there; and of one archive at most. */
const FIRST_WINDOW = 4 << 10;
const WINDOW = 1 << 20;
const MOST_SEARCHED = 256 << 20;

/** Members that are found so in one archive. */
const MOST_FOUND = 10_000;

/** Methods that writers use (4.4.5): a signature with any other is no header. */
const METHODS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 8, 9, 12, 14, 20, 93, 95, 96, 97, 98, 99]);

/** Finds them, in the order in which they stand. */
export async function fillGaps(
  ground: Ground,
  taken: readonly Taken[],
  comments: readonly { readonly start: number; readonly end: number }[],
): Promise<{ readonly parts: readonly ZipPart[]; readonly loose: readonly Stretch[] }> {
  const { size } = ground.source;
  const search = new Search(ground);
  let covered = 0;
  let last: Taken | undefined;
  for (const next of [...taken].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (next.start > covered) await search.look({ start: covered, end: next.start, where: "between" }, last);
    if (next.end > covered) [covered, last] = [next.end, next];
  }
  const comment = comments.find(({ start }) => start === covered);
  const behind = comment === undefined ? covered : Math.min(size, comment.end);
  if (behind > covered) await search.look({ start: covered, end: behind, where: "comment" }, undefined);
  if (behind < size) await search.look({ start: behind, end: size, where: "behind" }, last);
  return { parts: search.parts, loose: search.loose };
}

class Search {
  readonly parts: ZipPart[] = [];
  readonly loose: Stretch[] = [];
  readonly #ground: Ground;
  #searched = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Looks through a stretch behind what was taken. */
  async look({ start, end, where }: Stretch, behind: Taken | undefined): Promise<void> {
    let at = start + (await this.#measure(start, end, behind));
    while (at < end) {
      const next = await this.#findHeader(at, end);
      if (next.at > at) this.loose.push({ start: at, end: next.at, where: at === 0 ? "front" : where });
      if (next.header === null) return;
      at = await this.#addFound(next.header, end);
    }
  }

  async #measure(start: number, end: number, behind: Taken | undefined): Promise<number> {
    const { crc32, packed } = behind ?? {};
    if (crc32 === undefined || packed === undefined) return 0;
    const bytes = await this.#ground.source.read(start, Math.min(end, start + DESCRIPTOR), this.#ground.signal);
    return measureDescriptor(bytes, { crc32, packed });
  }

  /** The next header from an offset on; the end where none is. */
  async #findHeader(start: number, end: number): Promise<{ readonly at: number; readonly header: ZipHeader | null }> {
    const { source, signal, headers } = this.#ground;
    let window = FIRST_WINDOW;
    for (let from = start; from + 4 <= end && this.#searched < MOST_SEARCHED && this.parts.length < MOST_FOUND; ) {
      const bytes = await source.read(from, Math.min(end, from + window), signal);
      this.#searched += bytes.length;
      window = Math.min(WINDOW, 4 * window);
      for (let at = bytes.indexOf(0x50); at >= 0 && at + 4 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
        if (bytes[at + 1] !== 0x4b || bytes[at + 2] !== 3 || bytes[at + 3] !== 4) continue;
        const header = await headers.read(from + at, end);
        if (header !== null && METHODS.has(header.method) && header.start <= end) return { at: from + at, header };
      }
      from += Math.max(1, bytes.length - 3);
    }
    return { at: end, header: null };
  }

  /** Adds a member that no directory lists. Returns where it ends: where its size stands behind it, at the next header. */
  async #addFound(header: ZipHeader, limit: number): Promise<number> {
    const { name, nameLength, flags, method, crc32, packed, size, at, start } = header;
    const isOpen = packed === 0 && (flags & 8) !== 0;
    const end = isOpen ? (await this.#findHeader(start, limit)).at : Math.min(limit, start + packed);
    const place = { at, start, end, by: "unlisted" } as const;
    this.parts.push({ name, nameLength, flags, method, crc32, packed: end - start, size, mode: 0, ...place });
    return end;
  }
}
