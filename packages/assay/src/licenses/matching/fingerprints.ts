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

/** What is compared. */
export interface Body {
  /** Numbers of its tokens. */
  readonly tokens: Uint16Array;
  /** In the order of their ends. */
  readonly stretches: readonly Stretch[];
  /** Those that may be left out, in the order in which they start, the longer first. */
  readonly optional: readonly Stretch[];
}

/** One text of the index. */
export interface Fingerprint {
  readonly id: string;
  readonly name: string;
  readonly kind: TextKind;
  readonly body: Body;
}

/** A body with the texts that have it: SPDX lists some under several ids. */
export interface SharedBody extends Body {
  readonly texts: readonly Fingerprint[];
}

/** The index, ready to be asked. */
export interface Fingerprints {
  readonly texts: readonly Fingerprint[];
  readonly bodies: readonly SharedBody[];
  /** How a stretch may read otherwise: regular expressions of SPDX templates. */
  readonly patterns: readonly string[];
  /** Bodies in which a token is among the rarest: those of token `n` are `rare[starts[n]]` to `rare[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly rare: Uint16Array;
  /** In how many bodies a token stands. */
  readonly spread: Uint16Array;
  /** The number of a token; -1 for one that stands in no text of the index. */
  numberOf(word: string): number;
  /** The numbers of tokens by their hashes, high and low halves one after the other. */
  numbersOf(hashes: Uint32Array): Int32Array;
}

/** What the head of the file lists. */
export interface Head {
  /** Tokens of the vocabulary, and entries of the postings. */
  readonly size: number;
  readonly postings: number;
  /** Tokens that are written, and slices of them of which the bodies consist. */
  readonly pool: number;
  readonly slices: number;
  readonly patterns: readonly string[];
  /** Of each body the count of slices and of stretches. */
  readonly bodies: readonly (readonly [slices: number, stretches: number])[];
  readonly texts: readonly (readonly [id: string, name: string, kind: TextKind, body: number])[];
}

const BROKEN = "fingerprint index · not what the compiler writes";

/** Written for an optional stretch, where the number of a pattern would stand. */
export const NO_PATTERN = 0xffff;

/**
 * Reads the index: length of the head (uint32, little endian) and the head (JSON), filled up with blanks to a multiple of four
 * bytes. Behind it, as uint32: the vocabulary's hashes, high halves and low halves, sorted, and where each slice begins in the
 * pool. Then, as uint16: the slices' lengths, in how many bodies each token stands, how many postings it has, the postings,
 * the stretches (start, length, pattern) of all bodies, and the pool. Nothing is unpacked: what a body is, is put together
 * when it is first asked.
 * @throws FormatError `licenses-index` when it is something else.
 */
export function loadFingerprints(bytes: Uint8Array): Fingerprints {
  const { head, at } = readHead(bytes);
  const numbers = new Numbers(bytes, at);
  const vocabulary = new Vocabulary(numbers.take32(head.size), numbers.take32(head.size));
  const slices = { starts: numbers.take32(head.slices), lengths: numbers.take16(head.slices) };
  const [spread, counts, rare] = [numbers.take16(head.size), numbers.take16(head.size), numbers.take16(head.postings)];
  const stretches = numbers.take16(3 * head.bodies.reduce((sum, [, count]) => sum + count, 0));
  const parts = { slices, stretches, pool: numbers.take16(head.pool) };
  numbers.end();
  const bodies = listBodies(head, parts);
  const texts = head.texts.map(([id, name, kind, body]): Fingerprint => {
    const shared = bodies[body];
    if (shared === undefined) throw new FormatError("licenses-index", BROKEN);
    const text = { id, name, kind, body: shared };
    shared.texts.push(text);
    return text;
  });
  return {
    texts,
    bodies,
    patterns: head.patterns,
    starts: sumUp(counts),
    rare,
    spread,
    numberOf: (word) => vocabulary.find(...hashWord(word)),
    numbersOf: (hashes) =>
      Int32Array.from({ length: hashes.length / 2 }, (_, n) =>
        vocabulary.find(hashes[2 * n] ?? 0, hashes[2 * n + 1] ?? 0),
      ),
  };
}

interface Parts {
  readonly slices: { readonly starts: Uint32Array; readonly lengths: Uint16Array };
  readonly stretches: Uint16Array;
  readonly pool: Uint16Array;
}

function listBodies(head: Head, { slices, stretches, pool }: Parts): readonly PackedBody[] {
  let [slice, stretch] = [0, 0];
  return head.bodies.map(([sliceCount, stretchCount]) => {
    const [firstSlice, firstStretch] = [slice, stretch];
    slice += sliceCount;
    stretch += stretchCount;
    return new PackedBody({
      slices: {
        starts: slices.starts.subarray(firstSlice, slice),
        lengths: slices.lengths.subarray(firstSlice, slice),
      },
      stretches: stretches.subarray(3 * firstStretch, 3 * stretch),
      pool,
    });
  });
}

/** A body as the file has it; put together when it is first asked. */
class PackedBody implements SharedBody {
  readonly texts: Fingerprint[] = [];
  readonly #parts: Parts;
  #tokens: Uint16Array | null = null;
  #stretches: readonly Stretch[] | null = null;
  #optional: readonly Stretch[] | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get tokens(): Uint16Array {
    this.#tokens ??= joinSlices(this.#parts);
    return this.#tokens;
  }

  get stretches(): readonly Stretch[] {
    this.#stretches ??= toStretches(this.#parts.stretches);
    return this.#stretches;
  }

  get optional(): readonly Stretch[] {
    this.#optional ??= this.stretches
      .filter(({ kind }) => kind === "optional")
      .sort((one, other) => one.start - other.start || other.end - one.end);
    return this.#optional;
  }
}

function joinSlices({ slices: { starts, lengths }, pool }: Parts): Uint16Array {
  const tokens = new Uint16Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const [n, start] of starts.entries()) {
    const length = lengths[n] ?? 0;
    tokens.set(pool.subarray(start, start + length), at);
    at += length;
  }
  return tokens;
}

function toStretches(numbers: Uint16Array): readonly Stretch[] {
  return Array.from({ length: numbers.length / 3 }, (_, n) => {
    const [start = 0, length = 0, pattern = NO_PATTERN] = numbers.subarray(n * 3, n * 3 + 3);
    const place = { start, end: start + length };
    return pattern === NO_PATTERN ? { ...place, kind: "optional" } : { ...place, kind: "alternative", pattern };
  });
}

/** The numbers behind the head, taken one after the other. */
class Numbers {
  readonly #buffer: ArrayBufferLike;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    // Views of whole numbers have to begin at a multiple of their width; a file that was read by itself does.
    const isAligned = (bytes.byteOffset + at) % 4 === 0;
    const rest = isAligned ? bytes : new Uint8Array(bytes);
    this.#buffer = rest.buffer;
    this.#at = rest.byteOffset + at;
    this.#end = rest.byteOffset + rest.byteLength;
  }

  take32(count: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#advance(count * 4), count);
  }

  take16(count: number): Uint16Array {
    return new Uint16Array(this.#buffer, this.#advance(count * 2), count);
  }

  end(): void {
    if (this.#at !== this.#end) throw new FormatError("licenses-index", BROKEN);
  }

  #advance(length: number): number {
    const at = this.#at;
    this.#at += length;
    if (!(this.#at <= this.#end)) throw new FormatError("licenses-index", BROKEN);
    return at;
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

/** Hashes of words in their order: the place of one is its number. */
class Vocabulary {
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  /** Where hashes begin whose upper 14 bits are at least so much: about one word each. */
  readonly #first = new Uint16Array((1 << 14) + 1);

  constructor(high: Uint32Array, low: Uint32Array) {
    this.#high = high;
    this.#low = low;
    for (let n = high.length - 1, bucket = 1 << 14; bucket >= 0; bucket -= 1) {
      while (n >= 0 && (high[n] ?? 0) >>> 18 >= bucket) n -= 1;
      this.#first[bucket] = n + 1;
    }
  }

  /** The number of the word with this hash; -1 where there is none. */
  find(high: number, low: number): number {
    const bucket = high >>> 18;
    const end = this.#first[bucket + 1] ?? 0;
    for (let n = this.#first[bucket] ?? 0; n < end; n += 1)
      if (this.#high[n] === high && this.#low[n] === low) return n;
    return -1;
  }
}
