/** Reads a TAR archive: every member is handed to every format that knows it. NeMo and PyTorch 0.1 save models so. */

import { sliceSource } from "../../bytes/memory-source.ts";
import { BLOCK, isSound } from "../../bytes/tar-header.ts";
import { type TarPart, type TarStep, walkTar } from "../../bytes/tar-layout.ts";
import { FormatError } from "../../model/errors.ts";
import type { Reading, Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { isOutside } from "../shared/member-path.ts";
import { shiftSpans, spansOfMember } from "../shared/member-spans.ts";
import { mergeSpans, spansOf } from "../shared/spans.ts";
import { FaultLog, say } from "../shared/words.ts";
import { FAULTS, GAPS } from "./words.ts";

/** Whether a file begins with a header of an archive, with or without the mark of the standard. */
export function beginsTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && head[0] !== 0 && isSound(head.subarray(0, BLOCK));
}

/** Nothing is thrown: an archive is read as far as it goes. */
export async function readTar(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const work = new Work(source, ctx);
  for await (const step of walkTar(source, ctx.signal)) await work.take(step);
  return work.finish();
}

class Work {
  readonly #source: ByteSource;
  readonly #ctx: ReadContext;
  readonly #faults: FaultLog<keyof typeof FAULTS> = new FaultLog(FAULTS);
  readonly #children: Reading[] = [];
  readonly #gaps: Said[] = [];
  /** Bytes that are no content. */
  readonly #contents: Span[] = [];
  readonly #seen = new Set<string>();
  #isOver = false;

  constructor(source: ByteSource, ctx: ReadContext) {
    this.#source = source;
    this.#ctx = ctx;
  }

  async take(step: TarStep): Promise<void> {
    if (step.is === "end") this.#isOver = true;
    else if (step.is === "broken")
      this.#faults.add("broken-header", { at: step.at, why: step.why }, this.#cut(step.at, step.at + BLOCK));
    else if (step.is === "loose") await this.#takeLoose(step);
    else await this.#takeMember(step.part);
  }

  finish(): Read {
    const { size } = this.#source;
    if (!this.#isOver) this.#faults.add("no-end", {}, { start: size, end: size });
    let at = 0;
    const frame: Span[] = [];
    for (const { start, end } of this.#contents.toSorted((a, b) => a.start - b.start)) {
      if (start > at) frame.push({ start: at, end: start, as: "parsed" });
      at = Math.max(at, end);
    }
    if (at < size) frame.push({ start: at, end: size, as: "parsed" });
    return {
      facts: {},
      children: this.#children,
      spans: mergeSpans([...this.#contents, ...frame], size),
      faults: this.#faults.list(),
      gaps: this.#gaps,
    };
  }

  #cut(start: number, end: number): { readonly start: number; readonly end: number } {
    const { size } = this.#source;
    return { start: Math.min(start, size), end: Math.min(end, size) };
  }

  async #takeLoose({ start, end }: { readonly start: number; readonly end: number }): Promise<void> {
    this.#faults.add("loose-bytes", { count: end - start }, { start, end });
    const readings = await this.#descend({ start, end, name: `bytes ${start} to ${end}` });
    this.#contents.push(...shiftSpans(spansOf(readings, end - start), start));
  }

  async #takeMember(part: TarPart): Promise<void> {
    const [name] = part.names;
    this.#check(part);
    if (part.kind !== "file" && part.kind !== "sparse") return;
    const { start, end } = this.#cut(part.start, part.end);
    if (end < part.end) this.#faults.add("cut-off", { name }, { start, end });
    if (part.kind === "sparse") this.#gaps.push(say(GAPS, "sparse-file", { name }));
    if (start === end) return;
    const readings = await this.#descend({ start, end, name });
    const isWhole = end === part.end && part.kind === "file";
    const inside = isWhole ? spansOfMember(name, readings, end - start) : spansOf([], end - start);
    this.#contents.push(...shiftSpans(inside, start));
  }

  /** What can be told from a header alone. */
  #check({ names, kind, linkName, at, start }: TarPart): void {
    const [name, ...others] = names;
    const place = this.#cut(at, start);
    if (this.#isOver) this.#faults.add("behind-end", { name }, place);
    for (const other of others) if (other !== name) this.#faults.add("other-name", { name, other }, place);
    if (names.some(isOutside)) this.#faults.add("bad-path", { name }, place);
    if (kind === "special") this.#faults.add("special-file", { name }, place);
    if (kind === "link") {
      const target = linkName;
      this.#faults.add(isOutside(target) ? "link-outside" : "link", { name, target }, place);
    }
    const path = name.replace(/^(?:\.\/)+/, "");
    if (kind !== "folder" && this.#seen.has(path)) this.#faults.add("duplicate-member", { name }, place);
    this.#seen.add(path);
  }

  async #descend({
    start,
    end,
    name,
  }: {
    readonly start: number;
    readonly end: number;
    readonly name: string;
  }): Promise<readonly Reading[]> {
    try {
      const readings = await this.#ctx.descend(sliceSource(this.#source, start, end), name);
      this.#children.push(...readings);
      return readings;
    } catch (error) {
      // What is no FormatError is our bug.
      if (!(error instanceof FormatError)) throw error;
      this.#gaps.push(say(GAPS, "over-limit", { name, why: error.message }));
      return [];
    }
  }
}
