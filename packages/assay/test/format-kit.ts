/** What tests and the fuzzer of formats share: a source that watches its reads, a context, and the laws of a reading. */

import { MORE_FAULTS } from "../src/formats/shared/words.ts";
import { FormatError } from "../src/model/errors.ts";
import type { Place, Reading } from "../src/model/facts.ts";
import type { Format, Read, ReadContext } from "../src/model/plugin.ts";
import type { ByteSource, Said } from "../src/model/types.ts";
import { platform as nodePlatform } from "../src/node-platform.ts";

/** The word tables of a format, as its `words.ts` exports them. */
export interface WordTables {
  readonly ERRORS: Readonly<Record<string, string>>;
  readonly FAULTS: Readonly<Record<string, readonly [string, string, "damage"?]>>;
  readonly GAPS: Readonly<Record<string, string>>;
}

/** A reader's work on one input. */
export interface Work {
  readonly read?: Read;
  readonly error?: FormatError;
  readonly steps: number;
  readonly bytesRead: number;
}

/** A source that fails loudly, not as a FormatError, when it is asked for bytes that it does not have. */
export function watchedSource(bytes: Uint8Array, onRead: (count: number) => void = ignore): ByteSource {
  return {
    size: bytes.length,
    async read(start, end) {
      const whole = Number.isInteger(start) && Number.isInteger(end);
      if (!whole || start < 0 || end < start || end > bytes.length) {
        throw new Error(`read beyond the file · ${start} to ${end} · file has ${bytes.length}`);
      }
      onRead(end - start);
      return bytes.subarray(start, end);
    },
  };
}

/** A context whose children are read by nothing unless `descend` is given. */
export function testContext(parts: Partial<ReadContext> = {}): ReadContext {
  const platform = { ...nodePlatform, sha256: unavailable, asset: unavailable };
  return { name: "", platform, signal: new AbortController().signal, descend: async () => [], spend: ignore, ...parts };
}

function ignore(): void {
  // What is spent matters to some tests only.
}

function unavailable(): never {
  throw new Error("a format asked for what formats do not need");
}

/** Reads bytes. Anything thrown but a FormatError passes through. */
export async function work(format: Format, bytes: Uint8Array): Promise<Work> {
  let steps = 0;
  let bytesRead = 0;
  const spend = (what: string, n: number): void => {
    if (what !== "unpacked") steps += n;
  };
  const source = watchedSource(bytes, (count) => {
    bytesRead += count;
  });
  const descend = async (child: ByteSource): Promise<readonly Reading[]> => {
    await child.read(0, child.size);
    return [];
  };
  try {
    const read = await format.read(source, testContext({ spend, descend }));
    return { read, steps, bytesRead };
  } catch (error) {
    if (error instanceof FormatError) return { error, steps, bytesRead };
    throw error;
  }
}

/** Checks what holds for every input. @throws Error that names the law that is broken. */
export function checkLaws(done: Work, size: number, words: WordTables): void {
  if (done.error !== undefined) demand(done.error.code in words.ERRORS, `unknown error code ${done.error.code}`);
  demand(done.bytesRead <= 3 * size + 16, `read ${done.bytesRead} bytes of a file of ${size}`);
  demand(done.steps <= size + 64, `took ${done.steps} steps over ${size} bytes`);
  if (done.read !== undefined) checkRead(done.read, size, words);
}

function checkRead(read: Read, size: number, words: WordTables): void {
  for (const fault of read.faults) {
    demand(fault.code in words.FAULTS || fault.code === MORE_FAULTS, `unknown fault code ${fault.code}`);
    checkWords(fault, words.FAULTS[fault.code]?.[1] ?? "");
    checkPlace(fault.at, size, `fault ${fault.code}`);
  }
  for (const gap of read.gaps) {
    demand(gap.code in words.GAPS, `unknown gap code ${gap.code}`);
    checkWords(gap, words.GAPS[gap.code] ?? "");
  }
  checkSpans(read, size);
  for (const [pointer, field] of Object.entries(read.facts.fields ?? {})) checkPlace(field.at, size, pointer);
  const document = read.facts.document;
  const parts = document === undefined ? [] : [document.headings, document.links, document.tables];
  for (const { at } of parts.flat()) checkPlace(at, size, "document part");
  JSON.stringify(read);
}

/** Every slot of a sentence has its argument. */
function checkWords({ code, args }: Said, template: string): void {
  for (const [, name = ""] of template.matchAll(/\{(\w+)\}/g))
    demand(name in args, `${code} lacks its argument ${name}`);
}

/** Spans cover the file from 0 to its size, in order. */
function checkSpans(read: Read, size: number): void {
  let end = 0;
  for (const span of read.spans) {
    demand(span.start === end && span.end >= span.start, `span ${span.start} to ${span.end} behind ${end}`);
    end = span.end;
  }
  demand(end === size, `spans end at ${end} of ${size}`);
}

function checkPlace({ start, end }: Place, size: number, what: string): void {
  demand(start >= 0 && start <= end && end <= size, `${what} stands at ${start} to ${end} of ${size}`);
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}
