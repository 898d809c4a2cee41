/**
 * All that any reader of a ZIP archive takes for a member: by the directory, by headers in front of the data, and by headers
 * that no directory lists. Where two readings differ, both are kept and the difference is noted. `zip.ts` is the strict
 * reader, which takes only what all readers agree on.
 */

import type { ByteSource } from "../model/types.ts";
import { findRoots, type ZipRoot } from "./zip-ends.ts";
import type { ZipEntry } from "./zip-entries.ts";
import { fillGaps, type Stretch } from "./zip-gaps.ts";
import { isDeferred, type ZipHeader, ZipHeaders } from "./zip-headers.ts";
import { LONGEST_NAME } from "./zip-name.ts";
import type { ZipPart } from "./zip-part.ts";

/** Where readers disagree, or an archive contradicts itself. */
export interface ZipNote {
  readonly code:
    | "second-end"
    | "wrong-count"
    | "cut-directory"
    | "no-directory"
    | "no-header"
    | "other-name"
    | "other-data"
    | "overlap"
    | "cut-member"
    | "unlisted-member";
  readonly args: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly end: number;
}

/** What a ZIP archive holds. */
export interface ZipLayout {
  /** In the order in which they stand. */
  readonly parts: readonly ZipPart[];
  readonly notes: readonly ZipNote[];
  /** Bytes that are no member's and no directory's. */
  readonly loose: readonly Stretch[];
  /** From the first member to the end of the last end record; null where none was found. */
  readonly extent: { readonly start: number; readonly end: number } | null;
}

/** Bytes of a member of a remote file that are had with its header. */
const MOST_AT_ONCE = 12 << 20;

/**
 * Reads everything but the data. What lies outside of the file is cut to it. Of a file that is not at hand the headers of
 * those members alone are read that are wanted, with their data, and not what lies between.
 */
export async function layOut(
  source: ByteSource,
  signal?: AbortSignal,
  isWanted: (entry: ZipEntry) => boolean = () => true,
): Promise<ZipLayout> {
  const roots = await findRoots(source, signal);
  const plan = new Plan(source, signal, isWanted);
  const [first, ...others] = roots;
  if (first === undefined) plan.note("no-directory", {}, [source.size, source.size]);
  else await plan.addRoot(first);
  for (const root of others) {
    // The end record of an archive that is a member of this one is no other end.
    if (plan.isInsideMember(root.record.start) || plan.isKnown(root)) continue;
    plan.note("second-end", { at: root.record.start }, [root.record.start, Math.min(root.record.end, source.size)]);
    await plan.addRoot(root);
  }
  return await plan.finish();
}

class Plan {
  readonly #source: ByteSource;
  readonly #headers: ZipHeaders;
  readonly #signal: AbortSignal | undefined;
  readonly #isWanted: (entry: ZipEntry) => boolean;
  readonly #parts: ZipPart[] = [];
  readonly #notes: ZipNote[] = [];
  readonly #roots: ZipRoot[] = [];
  /** Entries of directories before the one that is added. */
  readonly #known = new Set<string>();

  constructor(source: ByteSource, signal: AbortSignal | undefined, isWanted: (entry: ZipEntry) => boolean) {
    this.#source = source;
    this.#signal = signal;
    this.#isWanted = isWanted;
    this.#headers = new ZipHeaders(source, signal);
  }

  note(code: ZipNote["code"], args: ZipNote["args"], [start, end]: readonly [number, number]): void {
    const from = Math.min(Math.max(start, 0), this.#source.size);
    this.#notes.push({ code, args, start: from, end: Math.min(Math.max(from, end), this.#source.size) });
  }

  isInsideMember(at: number): boolean {
    return this.#parts.some(({ start, end }) => start <= at && at < end);
  }

  /** Whether a directory lists just what is known: the same one, found by another way. */
  isKnown({ entries, base, start }: ZipRoot): boolean {
    return this.#roots.some(
      (root) => root.start === start && root.base === base && root.entries.length === entries.length,
    );
  }

  async addRoot(root: ZipRoot): Promise<void> {
    const { entries, count, start, end, isCut } = root;
    for (const entry of this.#roots.at(-1)?.entries ?? []) this.#known.add(keyOf(entry));
    this.#roots.push(root);
    if (isCut) this.note("cut-directory", { size: root.size }, [start, end]);
    else if (count !== entries.length && count !== entries.length % 65_536)
      this.note("wrong-count", { count, listed: entries.length }, [start, end]);
    const ordered = entries.toSorted((a, b) => a.offset - b.offset);
    for (const [index, entry] of ordered.entries()) {
      await this.#addEntry(entry, { next: ordered[index + 1]?.offset ?? start, root });
    }
  }

  async #addEntry(entry: ZipEntry, { next, root }: { readonly next: number; readonly root: ZipRoot }): Promise<void> {
    const { name, offset, otherName } = entry;
    // The same entry twice in one directory is told as a name that stands twice.
    if (this.#known.size > 0 && this.#known.has(keyOf(entry))) return;
    if (this.#source.isRemote === true && !(await this.#fetch(entry, next))) return;
    const header = await this.#headers.read(offset, next);
    if (header === null) {
      this.note("no-header", { name }, [Math.min(offset, root.start), root.start]);
      return;
    }
    const span = { start: header.at, end: header.start };
    if (!isCalled(header, entry)) this.note("other-name", { name, other: header.name }, [span.start, span.end]);
    else if (otherName !== null && otherName !== name)
      this.note("other-name", { name, other: otherName }, [span.start, span.end]);
    this.#addPart(entry, header, "directory");
    if (!differs(entry, header)) return;
    this.note("other-data", { name }, [span.start, span.end]);
    if (header.method !== entry.method || header.packed !== entry.packed)
      this.#addPart({ ...header, mode: entry.mode }, header, "header");
  }

  /** Has a member that is wanted at hand, its header and its data with one question; of any other the entry is believed. */
  async #fetch(entry: ZipEntry, next: number): Promise<boolean> {
    const { name, nameLength, flags, method, crc32, packed, size, mode } = entry;
    const end = Math.min(Math.max(next, entry.offset, 0), this.#source.size);
    const at = Math.min(Math.max(entry.offset, 0), end);
    if (this.#isWanted(entry) && end - at <= MOST_AT_ONCE) {
      await this.#source.read(at, end, this.#signal);
      return true;
    }
    this.#parts.push({
      name,
      nameLength,
      flags,
      method,
      crc32,
      packed,
      size,
      mode,
      at,
      start: at,
      end,
      by: "directory",
      isAssumed: true,
    });
    return false;
  }

  #addPart(
    stated: Pick<ZipPart, "name" | "nameLength" | "flags" | "method" | "crc32" | "packed" | "size" | "mode">,
    { at, start }: ZipHeader,
    by: ZipPart["by"],
  ): void {
    const { name, nameLength, flags, method, crc32, packed, size, mode } = stated;
    const end = start + packed;
    if (end > this.#source.size && by === "directory")
      this.note("cut-member", { name, packed }, [at, this.#source.size]);
    const cut = Math.min(end, this.#source.size);
    this.#parts.push({ name, nameLength, flags, method, crc32, packed, size, mode, at, start, end: cut, by });
  }

  async finish(): Promise<ZipLayout> {
    this.#noteOverlaps();
    const taken = [
      ...this.#parts
        .filter(({ by }) => by === "directory")
        .map(({ at, end, crc32, packed }) => ({ start: at, end, crc32, packed })),
      ...this.#roots.flatMap(({ start, end, record }) => [{ start, end }, record]),
    ];
    const comments = this.#roots.map(({ comment }) => comment);
    const ground = { source: this.#source, headers: this.#headers, signal: this.#signal };
    const isRemote = this.#source.isRemote === true && this.#roots.length > 0;
    const found = isRemote ? { parts: [], loose: [] } : await fillGaps(ground, taken, comments);
    for (const part of found.parts) {
      this.#parts.push(part);
      if (this.#roots.length > 0) this.note("unlisted-member", { name: part.name }, [part.at, part.end]);
    }
    const parts = this.#parts.toSorted((a, b) => a.at - b.at || a.end - b.end);
    const [first] = this.#roots;
    const start = parts.reduce(
      (least, { by, at }) => (by === "directory" ? Math.min(least, at) : least),
      first?.start ?? 0,
    );
    const extent = first === undefined ? null : { start, end: first.record.end };
    return { parts, notes: this.#notes, loose: found.loose, extent };
  }

  /** Members that share bytes: so one kilobyte can be a petabyte (Fifield, WOOT 2019), and one member two. */
  #noteOverlaps(): void {
    let covered = 0;
    const listed = this.#parts.filter(({ by }) => by === "directory");
    for (const { name, at, end } of listed.toSorted((a, b) => a.at - b.at || a.end - b.end)) {
      if (at < covered) this.note("overlap", { name }, [at, end]);
      covered = Math.max(covered, end);
    }
    const first = Math.min(...this.#roots.map(({ start }) => start));
    for (const { name, at, end } of listed) if (at < first && end > first) this.note("overlap", { name }, [first, end]);
  }
}

/** What tells entries apart. */
function keyOf({ offset, name, method, packed, size, crc32, flags }: ZipEntry): string {
  return JSON.stringify([offset, name, method, packed, size, crc32, flags]);
}

/** Whether names are the same; where the middle is left out their lengths tell one of two that differ. */
function isCalled(header: ZipHeader, { name, nameLength }: ZipEntry): boolean {
  const longest = Math.max(header.nameLength, nameLength);
  return header.name === name && (header.nameLength === nameLength || longest <= LONGEST_NAME);
}

/** Whether a header contradicts the directory: sizes and checksum may stand behind the data instead. */
function differs(entry: ZipEntry, header: ZipHeader): boolean {
  if (header.method !== entry.method) return true;
  if (isDeferred(header)) return false;
  const isLater = (header.flags & 8) !== 0;
  return (["packed", "size", "crc32"] as const).some(
    (key) => header[key] !== entry[key] && !(isLater && header[key] === 0),
  );
}
