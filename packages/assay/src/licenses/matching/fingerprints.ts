/** The compiled fingerprints of licence texts: hashes of words and sequences of their numbers, no words. */

import { FormatError } from "../../model/errors.ts";
import { hashWord } from "./hash.ts";

/** What a text of the index is. */
export type TextKind = "license" | "exception" | "header" | "policy";

/**
 * A stretch of a text that may be left out (`optional`), or that may read otherwise (`alternative`: `pattern` numbers the
 * expression of it). Ends are exclusive.
 */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly kind: "optional" | "alternative";
  readonly pattern?: number;
}

/** One text of the index. */
export interface Fingerprint {
  readonly id: string;
  readonly name: string;
  readonly kind: TextKind;
  /** Numbers of its tokens. */
  readonly tokens: Uint16Array;
  /** In the order of their ends. */
  readonly stretches: readonly Stretch[];
}

/** The index, ready to be asked. */
export interface Fingerprints {
  readonly texts: readonly Fingerprint[];
  /** How a stretch may read otherwise: regular expressions of SPDX templates. */
  readonly patterns: readonly string[];
  /** Texts in which a token is among the rarest: those of token `n` are `rare[starts[n]]` to `rare[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly rare: Uint16Array;
  /** In how many texts a token stands. */
  readonly spread: Uint16Array;
  /** The number of a token; -1 for one that stands in no text of the index. */
  numberOf(word: string): number;
}

/** What the head of the file lists. */
export interface Head {
  /** Tokens of the vocabulary, and entries of the postings. */
  readonly size: number;
  readonly postings: number;
  readonly patterns: readonly string[];
  /** Id, name, kind, count of tokens, count of stretches. */
  readonly texts: readonly (readonly [id: string, name: string, kind: TextKind, tokens: number, stretches: number])[];
}

const BROKEN = "fingerprint index · not what the compiler writes";

/** Written for an optional stretch, where the number of a pattern would stand. */
export const NO_PATTERN = 0xffff;

/**
 * Reads the index: length of the head (uint32, little endian) and the head (JSON). Behind it the vocabulary's hashes, high
 * halves and low halves, sorted (uint32 each). Then, as uint16: in how many texts each token stands, how many postings it
 * has, the postings, the stretches (start, length, pattern) of all texts, and their sequences.
 * @throws FormatError `licenses-index` when it is something else.
 */
export function loadFingerprints(bytes: Uint8Array): Fingerprints {
  const { head, at } = readHead(bytes);
  // A copy, since views of whole numbers have to begin at a multiple of their width.
  const body = new Body(new Uint8Array(bytes.subarray(at)).buffer);
  const [high, low] = [body.take32(head.size), body.take32(head.size)];
  const [spread, counts, rare] = [body.take16(head.size), body.take16(head.size), body.take16(head.postings)];
  const stretches = head.texts.map(([, , , , count]) => body.take16(count * 3));
  const texts = head.texts.map(
    ([id, name, kind, length], n): Fingerprint => ({
      id,
      name,
      kind,
      tokens: body.take16(length),
      stretches: toStretches(stretches[n] ?? new Uint16Array(0)),
    }),
  );
  body.end();
  const { patterns } = head;
  const numberOf = (word: string): number => findHash({ high, low }, hashWord(word));
  return { texts, patterns, starts: sumUp(counts), rare, spread, numberOf };
}

/** The numbers behind the head, taken one after the other. */
class Body {
  readonly #buffer: ArrayBuffer;
  #at = 0;

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer;
  }

  take32(count: number): Uint32Array {
    this.#at += count * 4;
    this.#assert(this.#at <= this.#buffer.byteLength);
    return new Uint32Array(this.#buffer, this.#at - count * 4, count);
  }

  take16(count: number): Uint16Array {
    this.#at += count * 2;
    this.#assert(this.#at <= this.#buffer.byteLength);
    return new Uint16Array(this.#buffer, this.#at - count * 2, count);
  }

  end(): void {
    this.#assert(this.#at === this.#buffer.byteLength);
  }

  #assert(isSound: boolean): void {
    if (!isSound) throw new FormatError("licenses-index", BROKEN);
  }
}

function sumUp(counts: Uint16Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let n = 0; n < counts.length; n += 1) starts[n + 1] = (starts[n] ?? 0) + (counts[n] ?? 0);
  return starts;
}

function readHead(bytes: Uint8Array): { readonly head: Head; readonly at: number } {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
    return { head, at: 4 + length };
  } catch (cause) {
    throw new FormatError("licenses-index", BROKEN, { cause });
  }
}

function toStretches(numbers: Uint16Array): readonly Stretch[] {
  return Array.from({ length: numbers.length / 3 }, (_, n) => {
    const [start = 0, length = 0, pattern = NO_PATTERN] = numbers.subarray(n * 3, n * 3 + 3);
    const place = { start, end: start + length };
    return pattern === NO_PATTERN ? { ...place, kind: "optional" } : { ...place, kind: "alternative", pattern };
  });
}

function findHash(
  { high, low }: { readonly high: Uint32Array; readonly low: Uint32Array },
  [a, b]: readonly [number, number],
): number {
  let [first, last] = [0, high.length];
  while (first < last) {
    const middle = (first + last) >> 1;
    const [h, l] = [high[middle] ?? 0, low[middle] ?? 0];
    if (h < a || (h === a && l < b)) first = middle + 1;
    else last = middle;
  }
  return high[first] === a && low[first] === b ? first : -1;
}
