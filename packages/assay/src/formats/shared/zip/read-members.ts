/** Reads the members of a ZIP archive, each with every format that knows it, by all ways in which loaders read them. */

import { crc32 } from "../../../bytes/crc32.ts";
import { memorySource, sliceSource } from "../../../bytes/memory-source.ts";
import { BLOCK, isSound } from "../../../bytes/tar-header.ts";
import { walkTar } from "../../../bytes/tar-layout.ts";
import { DEFLATED, ENCRYPTED, STORED } from "../../../bytes/zip.ts";
import type { Stretch } from "../../../bytes/zip-gaps.ts";
import type { ZipLayout } from "../../../bytes/zip-layout.ts";
import { layOut } from "../../../bytes/zip-layout.ts";
import { LONGEST_NAME } from "../../../bytes/zip-name.ts";
import type { ZipPart } from "../../../bytes/zip-part.ts";
import { FormatError } from "../../../model/errors.ts";
import type { Reading, Span } from "../../../model/facts.ts";
import type { ReadContext } from "../../../model/plugin.ts";
import type { ByteSource, Said } from "../../../model/types.ts";
import { isUnpickled, shiftSpans, spansOfMember } from "../member-spans.ts";
import { mergeSpans, spansOf } from "../spans.ts";
import { isBomb, unpackDeflated } from "../unpack-deflated.ts";
import { type FaultLog, say } from "../words.ts";
import { checkNames } from "./check-names.ts";
import { ZIP_GAPS, type ZipFaultCode } from "./words.ts";

/** Files up to this are read at once: their members are small and many. */
const AT_ONCE = 1 << 20;

/** Stored members up to this are held against their checksum; tensors beyond it are not interpreted by any loader. */
const CHECKED = 16 << 20;

/** Bits that make some readers refuse a member: encrypted, patch data (4.4.4, bit 5), masked header. */
const REFUSED_FLAGS = ENCRYPTED | 0x20;

/** What a format knows of its archives. */
export interface ZipRules {
  /** Whether a member's bytes are data that no loader interprets: it is not read, but for the checks of its size. */
  isOpaque(part: Pick<ZipPart, "name">): boolean;
  /** Whether a loader looks names up without regard to case. */
  readonly ignoresCase: boolean;
}

/** What was made of an archive. Faults went to the log. Of one that is a member of a TAR archive all is said there. */
export interface ZipContents {
  readonly layout: ZipLayout;
  readonly isElsewhere: boolean;
  readonly children: readonly Reading[];
  readonly spans: readonly Span[];
  readonly gaps: readonly Said[];
}

/** @throws FormatError where the archive itself cannot be had. */
export async function readMembers(
  file: ByteSource,
  ctx: ReadContext,
  { rules, faults }: { readonly rules: ZipRules; readonly faults: FaultLog<ZipFaultCode> },
): Promise<ZipContents> {
  const isSmall = file.size <= AT_ONCE;
  const source = isSmall ? memorySource(await file.read(0, file.size, ctx.signal)) : file;
  const layout = await layOut(source, ctx.signal, wantedOf(rules));
  if (layout.extent !== null && (await isInTar(source, layout.extent, ctx.signal)))
    return {
      layout: { ...layout, parts: [] },
      isElsewhere: true,
      children: [],
      spans: mergeSpans([], source.size),
      gaps: [],
    };
  for (const { code, args, start, end } of layout.notes) faults.add(code, args, { start, end });
  checkNames(layout.parts, rules, faults);
  const work = new Work(source, ctx, faults);
  for (const part of layout.parts) await work.readPart(part, rules);
  for (const stretch of layout.loose) await work.readStretch(stretch);
  const assumed = layout.parts.filter(({ isAssumed }) => isAssumed).length;
  const long = layout.parts.filter(({ nameLength }) => nameLength > LONGEST_NAME).length;
  if (long > 0) work.gaps.push(say(ZIP_GAPS, "long-name", { count: long, most: LONGEST_NAME }));
  if (assumed > 0) work.gaps.push(say(ZIP_GAPS, "headers-not-read", { count: assumed }));
  return {
    layout,
    isElsewhere: false,
    children: work.children,
    spans: mergeSpans(work.spans.concat(frame(layout, source.size)), source.size),
    gaps: work.gaps,
  };
}

/** Members of a remote file that are asked for: a checkpoint has two that are unpickled at most, a scripted module some more. */
const MOST_WANTED = 16;

/** Those that loaders unpickle. */
function wantedOf(rules: ZipRules): (entry: { readonly name: string }) => boolean {
  let left = MOST_WANTED;
  return ({ name }) => isUnpickled(name) && !rules.isOpaque({ name }) && left-- > 0;
}

/**
 * Whether a file is a TAR archive that has the ZIP archive as a member: readers of ZIP, which look for its end, open it by
 * what follows it in the file, and it is read as that member.
 */
async function isInTar(source: ByteSource, { start, end }: Stretched, signal: AbortSignal): Promise<boolean> {
  const head = await source.read(0, Math.min(BLOCK, source.size), signal);
  if (head.length < BLOCK || head[0] === 0 || !isSound(head)) return false;
  for await (const step of walkTar(source, signal))
    if (step.is === "member" && step.part.kind === "file" && step.part.start <= start && step.part.end >= end)
      return true;
  return false;
}

type Stretched = Pick<Stretch, "start" | "end">;

/** What is no data was parsed: headers, directories, records. */
function frame({ parts, loose }: ZipLayout, size: number): readonly Span[] {
  const data = [...parts, ...loose].sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end } of data) {
    if (start > at) spans.push({ start: at, end: start, as: "parsed" });
    at = Math.max(at, end);
  }
  if (at < size) spans.push({ start: at, end: size, as: "parsed" });
  return spans;
}

/** The bytes of a member, and what they were held against. */
interface Content {
  readonly source: ByteSource;
  /** Whether they have the checksum that is stated; null where that was not tried. */
  readonly isChecked: boolean | null;
  readonly failure: FormatError | null;
  /** Packed bytes that were taken. */
  readonly used: number;
}

/** What was read of a member. */
interface Read {
  readonly readings: readonly Reading[];
  readonly isOpaque: boolean;
}

class Work {
  readonly children: Reading[] = [];
  readonly spans: Span[] = [];
  readonly gaps: Said[] = [];
  readonly #source: ByteSource;
  readonly #ctx: ReadContext;
  readonly #faults: FaultLog<ZipFaultCode>;

  constructor(source: ByteSource, ctx: ReadContext, faults: FaultLog<ZipFaultCode>) {
    this.#source = source;
    this.#ctx = ctx;
    this.#faults = faults;
  }

  async readPart(part: ZipPart, rules: ZipRules): Promise<void> {
    const { start, end, name, method, isAssumed } = part;
    if (start === end) return;
    if (isAssumed === true) {
      this.spans.push({ start, end, as: "unread" });
      return;
    }
    const isOpaque = part.nameLength <= LONGEST_NAME && rules.isOpaque(part);
    if (isOpaque && method === STORED && (part.flags & REFUSED_FLAGS) === 0) {
      if (part.size !== part.packed)
        this.#faults.add("bad-size", { name, size: part.size, actual: part.packed }, { start, end });
      this.spans.push({ start, end, as: "opaque-by-format" });
      return;
    }
    if (method !== STORED && method !== DEFLATED) {
      this.gaps.push(say(ZIP_GAPS, "unknown-method", { name, method }));
      this.spans.push({ start, end, as: "unread" });
      return;
    }
    try {
      const content = await this.#open(part);
      const readings = isOpaque ? [] : await this.#ctx.descend(content.source, name);
      this.#keep(part, content, { readings, isOpaque });
    } catch (error) {
      this.#leave(part, error);
    }
  }

  /** Bytes that are no member's may be what another loader reads. */
  async readStretch({ start, end, where }: Stretch): Promise<void> {
    try {
      const inner = sliceSource(this.#source, start, end);
      if (await isZero(inner, this.#ctx.signal)) {
        this.spans.push({ start, end, as: "parsed" });
        return;
      }
      const readings = await this.#ctx.descend(inner, `bytes ${start} to ${end}`);
      this.children.push(...readings);
      if (where !== "comment")
        this.#faults.add("loose-bytes", { count: end - start, where: PLACES[where] }, { start, end });
      else if (readings.length === 0) this.spans.push({ start, end, as: "parsed" });
      this.spans.push(...shiftSpans(spansOf(readings, end - start), start));
    } catch (error) {
      this.#leave({ start, end, name: `bytes ${start} to ${end}` }, error);
    }
  }

  async #open(part: ZipPart): Promise<Content> {
    const { start, end, method, name } = part;
    const packed = sliceSource(this.#source, start, end);
    if (method === STORED) return await this.#openStored(packed, part);
    const { source, crc, failure, used } = await unpackDeflated(packed, this.#ctx);
    if (failure?.code === "bomb" || isBomb(source.size, end - start))
      this.#faults.add("bomb", { name, size: source.size, packed: end - start }, { start, end });
    return { source, failure, used, isChecked: failure === null ? holds(crc, part.crc32) : false };
  }

  async #openStored(packed: ByteSource, { crc32: stated }: ZipPart): Promise<Content> {
    const { size } = packed;
    if (size > CHECKED) return { source: packed, isChecked: null, failure: null, used: size };
    const bytes = await packed.read(0, size, this.#ctx.signal);
    return { source: memorySource(bytes), isChecked: holds(crc32(bytes), stated), failure: null, used: size };
  }

  #keep(part: ZipPart, content: Content, { readings, isOpaque }: Read): void {
    const { name, start, end, flags } = part;
    const isMarked = (flags & REFUSED_FLAGS) !== 0;
    const isSomething = readings.some(({ isRefused, faults }) => isRefused !== true && faults.length === 0);
    if (isMarked && content.isChecked !== true && !isSomething) {
      // Ciphertext may begin like anything; what imports something is no chance.
      this.children.push(...readings.filter(({ facts }) => facts.pickle !== undefined));
      this.gaps.push(say(ZIP_GAPS, "encrypted", { name }));
      this.spans.push({ start, end, as: "unread" });
      return;
    }
    this.children.push(...readings);
    if (isMarked) this.#faults.add("false-flag", { name }, { start, end });
    this.#check(part, content);
    this.spans.push(...this.#account(part, content, { readings, isOpaque }));
  }

  /** Holds what came out against what is stated. */
  #check(part: ZipPart, { source, isChecked, failure, used }: Content): void {
    const { name, start, end, size } = part;
    const at = { start, end };
    if (failure?.code === "over-limit" || failure?.code === "bomb")
      this.gaps.push(say(ZIP_GAPS, "over-limit", { name, why: failure.message }));
    else if (failure !== null) this.#faults.add("bad-data", { name, why: failure.message }, at);
    if (failure !== null) return;
    if (isChecked === false) this.#faults.add("bad-checksum", { name }, at);
    else if (part.crc32 === 0 && source.size > 0) this.#faults.add("no-checksum", { name }, at);
    if (source.size !== size && !isDeferredSize(part))
      this.#faults.add("bad-size", { name, size, actual: source.size }, at);
    const where = `behind the data of "${name}"`;
    if (start + used < end)
      this.#faults.add("loose-bytes", { count: end - start - used, where }, { start: start + used, end });
  }

  #account(
    { name, start, end, method }: ZipPart,
    { source, failure, used }: Content,
    { readings, isOpaque }: Read,
  ): readonly Span[] {
    if (failure !== null) return [{ start, end, as: "unread" }];
    const inside = spansOfMember(name, readings, source.size);
    if (isOpaque) return [{ start, end: start + used, as: "opaque-by-format" }];
    return method === STORED ? shiftSpans(inside, start) : [{ start, end: start + used, as: worst(inside) }];
  }

  /** A member that could not be read stays open; whatever is no FormatError is our bug. */
  #leave({ start, end, name }: Pick<ZipPart, "start" | "end" | "name">, error: unknown): void {
    if (!(error instanceof FormatError)) throw error;
    this.gaps.push(say(ZIP_GAPS, "over-limit", { name, why: error.message }));
    this.spans.push({ start, end, as: "unread" });
  }
}

/** PyTorch can be told to leave checksums out, and writes 0 (torch.serialization.set_crc32_options). */
function holds(found: number, stated: number): boolean | null {
  return stated === 0 && found !== 0 ? null : found === stated;
}

/** A member found without a directory may state its size behind its data. */
function isDeferredSize({ by, flags, size }: ZipPart): boolean {
  return by !== "directory" && (flags & 8) !== 0 && size === 0;
}

/** How packed bytes count: as the worst of what they became. */
function worst(spans: readonly Span[]): Span["as"] {
  return spans.some(({ as }) => as === "unread") ? "unread" : "parsed";
}

const PLACES: Readonly<Record<Exclude<Stretch["where"], "comment">, string>> = {
  front: "in front of the first member",
  between: "between members",
  behind: "behind the end",
};

/** Bytes of zeros that are looked through: writers align members, some to a mebibyte. */
const LONGEST_ZEROS = 16 << 20;
const STEP = 1 << 20;

async function isZero(source: ByteSource, signal: AbortSignal): Promise<boolean> {
  if (source.size > LONGEST_ZEROS) return false;
  for (let at = 0; at < source.size; at += STEP) {
    const bytes = await source.read(at, Math.min(source.size, at + STEP), signal);
    if (bytes.some((byte) => byte !== 0)) return false;
  }
  return true;
}
