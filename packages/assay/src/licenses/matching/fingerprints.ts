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

/** All texts of an index, in its order. */
export function listTexts({ size, bodyAt }: Pick<Fingerprints, "size" | "bodyAt">): readonly Fingerprint[] {
  return Array.from({ length: size }, (_, n) => bodyAt(n).texts).flat();
}

/** The index, ready to be asked. */
export interface Fingerprints {
  /** How many bodies there are. */
  readonly size: number;
  /** A body by its number. @throws Error where there is none. */
  bodyAt(number: number): SharedBody;
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

/** What the head of the file says: counts of what follows, and what is no number. */
export interface Head {
  /** Words of the vocabulary, and entries of the postings. */
  readonly size: number;
  readonly postings: number;
  readonly bodies: number;
  readonly stretches: number;
  /** Slices of which the bodies consist, and tokens of the pool that they are of. */
  readonly slices: number;
  readonly pool: number;
  readonly patterns: readonly string[];
  /** Ids and names of the texts, a line each, and the first letter of each kind. */
  readonly ids: string;
  readonly names: string;
  readonly kinds: string;
}

/** Kinds by their letters in the head. */
export const KINDS: Readonly<Record<string, TextKind>> = { l: "license", e: "exception", h: "header", p: "policy" };

/** Bits of a hash by which the vocabulary is parted, so that each part has few words. */
export const PART_BITS = 12;

const BROKEN = "fingerprint index · not what the compiler writes";

/** Written for an optional stretch, where the number of a pattern would stand. */
export const NO_PATTERN = 0xffff;

/**
 * Reads the index: length of the head (uint32, little endian) and the head (JSON), filled up with blanks to a multiple of four
 * bytes. Behind it, as uint32: the vocabulary's hashes, high halves and low halves, sorted; where the postings of each token
 * begin; where the slices, the stretches and the texts of each body begin; where each slice begins in the pool. Then, as uint16:
 * where each part of the vocabulary begins; in how many bodies each token stands; the postings; the slices' lengths; the
 * stretches (start, length, pattern); the pool. Each "where" has one number more, for the end. Nothing is unpacked: a body is
 * put together when it is first asked.
 * @throws FormatError `licenses-index` when it is something else.
 */
export function loadFingerprints(bytes: Uint8Array): Fingerprints {
  const { head, at } = readHead(bytes);
  const numbers = new Numbers(bytes, at);
  const [high, low] = [numbers.take32(head.size), numbers.take32(head.size)];
  const starts = numbers.take32(head.size + 1);
  const shares = {
    slices: numbers.take32(head.bodies + 1),
    stretches: numbers.take32(head.bodies + 1),
    texts: numbers.take32(head.bodies + 1),
  };
  const sliceStarts = numbers.take32(head.slices);
  const find = openVocabulary({ high, low, parts: numbers.take16((1 << PART_BITS) + 1) });
  const [spread, rare] = [numbers.take16(head.size), numbers.take16(head.postings)];
  const parts = {
    head,
    shares,
    sliceStarts,
    sliceLengths: numbers.take16(head.slices),
    stretches: numbers.take16(3 * head.stretches),
    pool: numbers.take16(head.pool),
  };
  numbers.end();
  return {
    size: head.bodies,
    bodyAt: openBodies(parts),
    patterns: head.patterns,
    starts,
    rare,
    spread,
    numberOf: (word) => find(...hashWord(word)),
    numbersOf(hashes) {
      const found = new Int32Array(hashes.length / 2);
      for (let n = 0; n < found.length; n += 1) found[n] = find(hashes[2 * n] ?? 0, hashes[2 * n + 1] ?? 0);
      return found;
    },
  };
}

/** What bodies are made of. */
interface Parts {
  readonly head: Head;
  /** For each body where its share of each begins; one more for the end of the last. */
  readonly shares: { readonly slices: Uint32Array; readonly stretches: Uint32Array; readonly texts: Uint32Array };
  readonly sliceStarts: Uint32Array;
  readonly sliceLengths: Uint16Array;
  readonly stretches: Uint16Array;
  readonly pool: Uint16Array;
}

/** Puts bodies together, each when it is first asked. */
function openBodies(parts: Parts): (number: number) => SharedBody {
  const { head, shares, stretches } = parts;
  const open: (SharedBody | undefined)[] = [];
  const ids = head.ids.split("\n");
  let names: readonly string[] | undefined;
  const put = (n: number): SharedBody => {
    if (!(n < head.bodies)) throw new Error(`there is no body ${n}`);
    const found = toStretches(stretches.subarray(3 * (shares.stretches[n] ?? 0), 3 * (shares.stretches[n + 1] ?? 0)));
    const texts: Fingerprint[] = [];
    const body = { tokens: joinSlices(parts, n), stretches: found, optional: sortOptional(found), texts };
    names ??= head.names.split("\n");
    for (let at = shares.texts[n] ?? 0; at < (shares.texts[n + 1] ?? 0); at += 1) {
      const [id = "", name = ""] = [ids[at], names[at]];
      texts.push({ id, name, kind: KINDS[head.kinds.charAt(at)] ?? "license", body });
    }
    return body;
  };
  return (n) => {
    const body = open[n] ?? put(n);
    open[n] = body;
    return body;
  };
}

function joinSlices({ shares, sliceStarts, sliceLengths, pool }: Parts, body: number): Uint16Array {
  const [first = 0, end = 0] = [shares.slices[body], shares.slices[body + 1]];
  const tokens = new Uint16Array(sliceLengths.subarray(first, end).reduce((sum, length) => sum + length, 0));
  for (let n = first, at = 0; n < end; n += 1) {
    const [start = 0, length = 0] = [sliceStarts[n], sliceLengths[n]];
    tokens.set(pool.subarray(start, start + length), at);
    at += length;
  }
  return tokens;
}

function sortOptional(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches
    .filter(({ kind }) => kind === "optional")
    .sort((one, other) => one.start - other.start || other.end - one.end);
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

function readHead(bytes: Uint8Array): { readonly head: Head; readonly at: number } {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
    return { head, at: 4 + length };
  } catch (cause) {
    throw new FormatError("licenses-index", BROKEN, { cause });
  }
}

interface Vocabulary {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Where hashes with each value of their upper bits begin. */
  readonly parts: Uint16Array;
}

/** Finds the number of the word with a hash: its place among the hashes; -1 where there is none. */
function openVocabulary({ high, low, parts }: Vocabulary): (high: number, low: number) => number {
  return (upper, lower) => {
    const part = upper >>> (32 - PART_BITS);
    const end = parts[part + 1] ?? 0;
    for (let n = parts[part] ?? 0; n < end; n += 1) if (high[n] === upper && low[n] === lower) return n;
    return -1;
  };
}
