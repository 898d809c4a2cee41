/** Unpacks a file that is packed as a whole, and hands what comes out to every format that knows it. */

import { sliceSource } from "../../bytes/memory-source.ts";
import { unpack } from "../../bytes/unpacked-source.ts";
import { windowSource } from "../../bytes/window-source.ts";
import { FormatError } from "../../model/errors.ts";
import type { Reading, Span } from "../../model/facts.ts";
import type { Read, ReadContext, Unpacking } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { mergeSpans, spansOf } from "../shared/spans.ts";
import { isBomb, MOST_OF_BOMB } from "../shared/unpack-deflated.ts";
import { FaultLog, say } from "../shared/words.ts";
import { CODECS, type Codec } from "./codecs.ts";
import { FAULTS, GAPS } from "./words.ts";

/** Bytes by which packed data are known. */
const HEAD = 16;

/** Whether a file begins as packed data do. */
export function isCompressed(head: Uint8Array): boolean {
  return CODECS.some((codec) => codec.begins(head));
}

/** Nothing is thrown: what came out before data broke is read. */
export async function readCompressed(file: ByteSource, ctx: ReadContext): Promise<Read> {
  const source = windowSource(file);
  const head = await source.read(0, Math.min(HEAD, source.size), ctx.signal);
  const work = new Work(source, ctx);
  for (const codec of CODECS) if (codec.begins(head)) await work.read(codec);
  return {
    facts: {},
    children: work.children,
    spans: mergeSpans(work.spans, source.size),
    faults: work.faults.list(),
    gaps: work.gaps,
  };
}

class Work {
  readonly children: Reading[] = [];
  readonly spans: Span[] = [];
  readonly gaps: Said[] = [];
  readonly faults: FaultLog<keyof typeof FAULTS> = new FaultLog(FAULTS);
  readonly #source: ByteSource;
  readonly #ctx: ReadContext;

  constructor(source: ByteSource, ctx: ReadContext) {
    this.#source = source;
    this.#ctx = ctx;
  }

  async read(codec: Codec): Promise<void> {
    const { name } = codec;
    const first = codec.open(this.#source, this.#ctx);
    if (first === null) {
      this.gaps.push(say(GAPS, "unknown-packing", { name }));
      return;
    }
    const { size } = this.#source;
    const data = await unpack({ open: this.#opener(codec, first), count: this.#counter(size) });
    const { failure } = data;
    // Of a file that only begins alike nothing comes out.
    if (codec.isWeak === true && failure !== null && data.source.size === 0) return;
    if (failure?.code === "bomb" || isBomb(data.source.size, size))
      this.#fault("bomb", { name, size: data.source.size, packed: size }, [0, size]);
    this.#tell(codec, failure);
    const isWhole = failure === null || failure.code === "checksum";
    const used = isWhole ? Math.min(first.used, size) : size;
    await this.#descend(codec, data.source, { used, isWhole });
    if (used < size) await this.#readRest(codec, used);
  }

  /** The first time what was opened already, then anew. */
  #opener(codec: Codec, first: Unpacking): () => Unpacking {
    let next: Unpacking | null = first;
    return () => {
      const opened = next ?? codec.open(this.#source, this.#ctx) ?? first;
      next = null;
      return opened;
    };
  }

  #counter(packed: number): (bytes: number) => void {
    let total = 0;
    return (bytes) => {
      this.#ctx.spend("unpacked", bytes);
      total += bytes;
      if (total > MOST_OF_BOMB && isBomb(total, packed))
        throw new FormatError("bomb", `${packed} bytes become more than ${total}`);
    };
  }

  #tell({ name }: Codec, failure: FormatError | null): void {
    if (failure === null) return;
    const whole = [0, this.#source.size] as const;
    if (failure.code === "over-limit" || failure.code === "bomb")
      this.gaps.push(say(GAPS, "over-limit", { name, why: failure.message }));
    else if (failure.code === "checksum") this.#fault("bad-checksum", { name }, whole);
    else this.#fault("bad-data", { name, why: failure.message }, whole);
  }

  #fault(code: keyof typeof FAULTS, args: Said["args"], [start, end]: readonly [number, number]): void {
    this.faults.add(code, args, { start, end });
  }

  async #descend(
    { endings, name }: Codec,
    source: ByteSource,
    { used, isWhole }: { readonly used: number; readonly isWhole: boolean },
  ): Promise<void> {
    try {
      const readings = await this.#ctx.descend(source, innerName(this.#ctx.name, endings));
      this.children.push(...readings);
      const isRead = isWhole && spansOf(readings, source.size).every(({ as }) => as !== "unread");
      this.spans.push({ start: 0, end: used, as: isRead ? "parsed" : "unread" });
    } catch (error) {
      this.#leave(name, error);
    }
  }

  /** Bytes behind the data are another file to whoever does not know how these are packed. */
  async #readRest({ name }: Codec, from: number): Promise<void> {
    const { size } = this.#source;
    try {
      const rest = sliceSource(this.#source, from, size);
      const head = await rest.read(0, Math.min(rest.size, 1 << 20), this.#ctx.signal);
      if (rest.size === head.length && head.every((byte) => byte === 0)) {
        this.spans.push({ start: from, end: size, as: "parsed" });
        return;
      }
      this.#fault("trailing-bytes", { name, count: rest.size }, [from, size]);
      this.children.push(...(await this.#ctx.descend(rest, `bytes ${from} to ${size}`)));
    } catch (error) {
      this.#leave(name, error);
    }
  }

  /** What is no FormatError is our bug. */
  #leave(name: string, error: unknown): void {
    if (!(error instanceof FormatError)) throw error;
    this.gaps.push(say(GAPS, "over-limit", { name, why: error.message }));
  }
}

/** Name of what comes out: without the ending that says how it is packed. */
function innerName(path: string, endings: readonly string[]): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/\.tgz$/i.test(name)) return name.replace(/tgz$/i, "tar");
  const ending = endings.find((one) => name.toLowerCase().endsWith(`.${one}`));
  return ending === undefined ? name : name.slice(0, -ending.length - 1);
}
