/** LZMA (LZMA SDK, lzma-specification.txt): a dictionary and a range coder over adaptive bits. */

import { corrupt, unsupported } from "./byte-feed.ts";

/** Most packed bytes that one step takes. */
export const MOST_PER_STEP = 32;

/** Largest dictionary that data may ask for: that of the largest preset of xz. */
export const LARGEST_DICTIONARY: number = 64 << 20;

/** Bytes of it that are kept; most data are shorter than the dictionary that they ask for. */
const FIRST_WINDOW = 1 << 20;
const LARGEST_WINDOW = 32 << 20;

const TOP = 2 ** 24;
const HALF = 1024;

/** Probabilities of the decoder by what they decide, as offsets into one table. */
const STATES = 12;
const POSITIONS = 16;
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * POSITIONS;
const IS_REP_0 = IS_REP + STATES;
const IS_REP_1 = IS_REP_0 + STATES;
const IS_REP_2 = IS_REP_1 + STATES;
const IS_REP_0_LONG = IS_REP_2 + STATES;
const SLOT = IS_REP_0_LONG + STATES * POSITIONS;
const SPECIAL = SLOT + 4 * 64;
const ALIGN = SPECIAL + 115;
/** Of a length: two choices, then trees of 3 bits by position, twice, and one of 8 bits. */
const LENGTH = ALIGN + 16;
const LENGTH_SIZE = 2 + POSITIONS * 8 * 2 + 256;
const REP_LENGTH = LENGTH + LENGTH_SIZE;
const LITERAL = REP_LENGTH + LENGTH_SIZE;

/** How literals and positions are told apart: bits of the byte before, and of the position. */
export interface LzmaProperties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** Properties from the byte that packs them; null where it packs none. */
export function readProperties(byte: number): LzmaProperties | null {
  if (byte >= 225) return null;
  return { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
}

/** Decodes what it is given; bytes that came out stay in its dictionary until they are taken. */
export class LzmaDecoder {
  readonly #dictionary: number;
  #window: Uint8Array;
  #probabilities = new Uint16Array(0);
  #properties: LzmaProperties = { lc: 0, lp: 0, pb: 0 };
  #state = 0;
  #reps = new Uint32Array(4);
  #range = 0;
  #code = 0;
  /** Where the next byte goes in the window, how many there are in all, and how many were taken. */
  #at = 0;
  #total = 0;
  #taken = 0;
  /** Bytes of a match that are still to be repeated. */
  #left = 0;
  #isOver = false;
  /** Packed bytes, and how many were used: set before each run. */
  input: Uint8Array = new Uint8Array(0);
  used: number = 0;

  constructor(dictionary: number) {
    this.#dictionary = Math.max(dictionary, 4096);
    this.#window = new Uint8Array(Math.min(this.#dictionary, FIRST_WINDOW));
  }

  /** Whether the end mark was met. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Bytes that came out in all. */
  get total(): number {
    return this.#total;
  }

  resetDictionary(): void {
    this.#taken = this.#total = this.#at = 0;
  }

  resetState(properties: LzmaProperties = this.#properties): void {
    this.#properties = properties;
    const size = LITERAL + (0x300 << (properties.lc + properties.lp));
    if (this.#probabilities.length !== size) this.#probabilities = new Uint16Array(size);
    this.#probabilities.fill(HALF);
    this.#state = 0;
    this.#reps.fill(0);
    this.#left = 0;
  }

  /** Starts the range coder with the five bytes that are next. */
  start(): void {
    if (this.input[this.used] !== 0) throw corrupt("range coder begins with a byte that is not zero", 0);
    this.used++;
    this.#range = 0xffffffff;
    this.#code = 0;
    for (let n = 0; n < 4; n++) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }

  /** Bytes that are stored as they are. */
  store(bytes: Uint8Array): void {
    for (const byte of bytes) this.#put(byte);
  }

  /** Goes on until so many bytes came out, or fewer than a step may take are left of the input, unless they are the last. */
  run(limit: number, isLast: boolean): void {
    while (this.#total < limit && !this.#isOver) {
      if (this.#left > 0) {
        this.#repeat(limit);
        continue;
      }
      if (!isLast && this.input.length - this.used < MOST_PER_STEP) return;
      this.#step();
    }
  }

  /** What came out since it was last asked: a quarter of the dictionary at most may wait. */
  take(): Uint8Array {
    const count = this.#total - this.#taken;
    const out = new Uint8Array(count);
    const from = this.#at - count;
    if (from >= 0) out.set(this.#window.subarray(from, this.#at));
    else {
      out.set(this.#window.subarray(from + this.#window.length));
      out.set(this.#window.subarray(0, this.#at), -from);
    }
    this.#taken = this.#total;
    return out;
  }

  #next(): number {
    const byte = this.input[this.used++];
    if (byte === undefined) throw corrupt("a chunk ends too early", 0);
    return byte;
  }

  #put(byte: number): void {
    this.#window[this.#at] = byte;
    this.#at++;
    this.#total++;
    if (this.#at === this.#window.length) this.#turn();
  }

  /** The window is full: it grows up to the dictionary, then begins anew. */
  #turn(): void {
    const { length } = this.#window;
    if (length === this.#dictionary) {
      this.#at = 0;
      return;
    }
    if (length >= LARGEST_WINDOW) throw unsupported(`packed data reach back further than ${LARGEST_WINDOW} bytes`);
    const grown = new Uint8Array(Math.min(this.#dictionary, 2 * length));
    grown.set(this.#window);
    this.#window = grown;
  }

  /** The byte so far back, 0 for the last one. */
  #back(distance: number): number {
    const at = this.#at - distance - 1;
    return this.#window[at < 0 ? at + this.#window.length : at] ?? 0;
  }

  #repeat(limit: number): void {
    const distance = this.#reps[0] ?? 0;
    if (distance >= this.#total || distance >= this.#window.length) throw corrupt("a match lies outside", 0);
    for (; this.#left > 0 && this.#total < limit; this.#left--) this.#put(this.#back(distance));
  }

  #bit(index: number): number {
    const probability = this.#probabilities[index] ?? 0;
    const bound = (this.#range >>> 11) * probability;
    let bit = 0;
    if (this.#code < bound) {
      this.#range = bound;
      this.#probabilities[index] = probability + ((2048 - probability) >>> 5);
    } else {
      this.#range -= bound;
      this.#code -= bound;
      this.#probabilities[index] = probability - (probability >>> 5);
      bit = 1;
    }
    if (this.#range < TOP) this.#normalize();
    return bit;
  }

  #normalize(): void {
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }

  #direct(count: number): number {
    let value = 0;
    for (let n = 0; n < count; n++) {
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
      if (this.#range < TOP) this.#normalize();
    }
    return value;
  }

  #tree(base: number, bits: number): number {
    let node = 1;
    for (let n = 0; n < bits; n++) node = (node << 1) | this.#bit(base + node);
    return node - (1 << bits);
  }

  #reverseTree(base: number, bits: number): number {
    let [node, value] = [1, 0];
    for (let n = 0; n < bits; n++) {
      const bit = this.#bit(base + node);
      node = (node << 1) | bit;
      value |= bit << n;
    }
    return value;
  }

  #step(): void {
    const position = this.#total & ((1 << this.#properties.pb) - 1);
    const state = this.#state;
    if (this.#bit(IS_MATCH + state * POSITIONS + position) === 0) this.#literal();
    else if (this.#bit(IS_REP + state) === 0) this.#match(position);
    else this.#rep(position);
  }

  #literal(): void {
    const { lc, lp } = this.#properties;
    const before = this.#total > 0 ? this.#back(0) : 0;
    const context = ((this.#total & ((1 << lp) - 1)) << lc) + (before >>> (8 - lc));
    const base = LITERAL + 0x300 * context;
    let symbol = 1;
    if (this.#state >= 7) {
      const distance = this.#reps[0] ?? 0;
      if (distance >= this.#total) throw corrupt("a match lies outside", 0);
      let matched = this.#back(distance);
      while (symbol < 0x100) {
        const expected = (matched >>> 7) & 1;
        matched = (matched << 1) & 0xff;
        const bit = this.#bit(base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(base + symbol);
    this.#put(symbol & 0xff);
    if (this.#state < 4) this.#state = 0;
    else this.#state -= this.#state < 10 ? 3 : 6;
  }

  #length(base: number, position: number): number {
    if (this.#bit(base) === 0) return this.#tree(base + 2 + position * 8, 3);
    if (this.#bit(base + 1) === 0) return 8 + this.#tree(base + 2 + POSITIONS * 8 + position * 8, 3);
    return 16 + this.#tree(base + 2 + POSITIONS * 16, 8);
  }

  #match(position: number): void {
    const reps = this.#reps;
    reps.copyWithin(1, 0, 3);
    const length = this.#length(LENGTH, position);
    this.#state = this.#state < 7 ? 7 : 10;
    const distance = this.#distance(length);
    if (distance === 0xffffffff) {
      this.#isOver = true;
      return;
    }
    reps[0] = distance;
    this.#left = length + 2;
  }

  #distance(length: number): number {
    const slot = this.#tree(SLOT + Math.min(length, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >>> 1) - 1;
    const high = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return high + this.#reverseTree(SPECIAL + high - slot - 1 + 1, bits);
    return (high + this.#direct(bits - 4) * 16 + this.#reverseTree(ALIGN, 4)) >>> 0;
  }

  #rep(position: number): void {
    if (this.#total === 0) throw corrupt("a repetition stands where nothing is", 0);
    const reps = this.#reps;
    const state = this.#state;
    if (this.#bit(IS_REP_0 + state) === 0) {
      if (this.#bit(IS_REP_0_LONG + state * POSITIONS + position) === 0) {
        this.#state = state < 7 ? 9 : 11;
        this.#left = 1;
        return;
      }
    } else this.#reorder(reps, state);
    this.#left = this.#length(REP_LENGTH, position) + 2;
    this.#state = state < 7 ? 8 : 11;
  }

  /** Makes an earlier distance the first one. */
  #reorder(reps: Uint32Array, state: number): void {
    let index = 1;
    if (this.#bit(IS_REP_1 + state) === 1) index = 2 + this.#bit(IS_REP_2 + state);
    const distance = reps[index] ?? 0;
    reps.copyWithin(1, 0, index);
    reps[0] = distance;
  }
}
