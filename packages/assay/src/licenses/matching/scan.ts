/** Walks over a text and finds its words and marks with their hashes, without a string for each of them. */

import { listRespelled, unifyWord } from "../equivalent-words.ts";
import { finishHigh, finishLow, hashWord, SEED_A, SEED_B, STEP_A, STEP_B } from "./hash.ts";

/** Words and marks of a text, in parallel arrays; offsets are UTF-16 units. */
export class Tokens {
  readonly #text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** High and low half of the hash of each, one after the other. */
  readonly hashes: Uint32Array;
  #words: readonly string[] | null = null;

  constructor(text: string, { starts, ends, hashes }: Pick<Tokens, "starts" | "ends" | "hashes">) {
    this.#text = text;
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
  }

  get length(): number {
    return this.starts.length;
  }

  /** A word in small letters and in its unified spelling. */
  word(at: number): string {
    return unifyWord(this.#text.slice(this.starts[at], this.ends[at]).toLowerCase());
  }

  /** Whether two words are the same. */
  isSame(one: number, other: number): boolean {
    const { hashes } = this;
    return hashes[2 * one] === hashes[2 * other] && hashes[2 * one + 1] === hashes[2 * other + 1];
  }

  /** Words between two places; made one by one, so that the few that are looked at cost little. */
  wordsIn(from: number, to: number): readonly string[] {
    return Array.from({ length: Math.max(0, Math.min(to, this.length) - from) }, (_, n) => this.word(from + n));
  }

  /** All words. */
  get words(): readonly string[] {
    this.#words ??= this.wordsIn(0, this.length);
    return this.#words;
  }
}

// A word: letters, marks and digits of any script; Chinese and Japanese are written without blanks, each sign is one.
// Then every other character that is neither white space nor dropped below. Dropped are quotes and dashes (§5.3, §5.4).
const SIGN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
// Not \s: it takes the zero-width U+FEFF for a blank.
const BLANK = String.raw`\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const DROPPED = String.raw`"'\u0060\u00b4\u2018-\u201f\u2039\u203a\u00ab\u00bb\-\u2010-\u2015\u2212*_#\u2022\u00b7\u2023\u25e6\u25aa\u25cf\u25cb`;
const LETTERS = String.raw`(?:(?!${SIGN})[\p{L}\p{M}\p{N}])+`;
const TOKEN = new RegExp(String.raw`${SIGN}|${LETTERS}|[^${BLANK}\p{L}\p{M}\p{N}${DROPPED}]`, "uy");
const MORE_LETTERS = new RegExp(LETTERS, "uy");

const NOTHING = 0;
const WORD = 1;
const MARK = 2;

/** What each character of ASCII is, by the expressions above. */
const KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  TOKEN.lastIndex = 0;
  if (!TOKEN.test(sign)) return NOTHING;
  return /[a-z\d]/i.test(sign) ? WORD : MARK;
});

/** Lower halves of the hashes of words that have another spelling, by their last byte: most words are none of them. */
const RESPELLED = new Uint8Array(256);
for (const word of listRespelled()) RESPELLED[hashWord(word)[1] & 0xff] = 1;

/** Chinese signs that stand for themselves; others are asked one by one. */
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;

/** Finds the tokens of a text, one stretch after the other. */
export class Scanner {
  readonly #text: string;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #hashes: Uint32Array;
  #length = 0;
  /** Hash of the token that was found last. */
  #high = 0;
  #low = 0;

  constructor(text: string) {
    this.#text = text;
    const most = (text.length >> 2) + 64;
    this.#starts = new Uint32Array(most);
    this.#ends = new Uint32Array(most);
    this.#hashes = new Uint32Array(most * 2);
  }

  /** Takes the tokens between two places, of which neither is amid a word. */
  scan(from: number, to: number): void {
    const text = this.#text;
    for (let at = from; at < to; ) {
      const unit = text.charCodeAt(at);
      const kind = unit < 128 ? KINDS[unit] : WORD;
      if (kind === NOTHING) at += 1;
      else if (kind === MARK) {
        this.#addMark(at, unit);
        at += 1;
      } else at = unit < 128 ? this.#addWord(at, to) : this.#addOther(at, unit);
    }
  }

  finish(): Tokens {
    return new Tokens(this.#text, {
      starts: this.#starts.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#length),
      hashes: this.#hashes.slice(0, this.#length * 2),
    });
  }

  #addMark(at: number, unit: number): void {
    this.#finish(Math.imul(SEED_A ^ unit, STEP_A), Math.imul(SEED_B ^ unit, STEP_B));
    this.#add(at, at + 1);
  }

  /** A word that begins in ASCII; returns where it ends. */
  #addWord(start: number, to: number): number {
    const text = this.#text;
    let [a, b] = [SEED_A, SEED_B];
    let at = start;
    for (; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= 128) {
        MORE_LETTERS.lastIndex = at;
        if (MORE_LETTERS.test(text)) return this.#addString(start, MORE_LETTERS.lastIndex);
        break;
      }
      if (KINDS[unit] !== WORD) break;
      const small = unit >= 65 && unit <= 90 ? unit + 32 : unit;
      a = Math.imul(a ^ small, STEP_A);
      b = Math.imul(b ^ small, STEP_B);
    }
    this.#finish(a, b);
    this.#add(start, at);
    return at;
  }

  /** What begins outside of ASCII; returns where it ends. */
  #addOther(at: number, unit: number): number {
    if (isHan(unit)) {
      this.#addMark(at, unit);
      return at + 1;
    }
    TOKEN.lastIndex = at;
    if (TOKEN.test(this.#text)) return this.#addString(at, TOKEN.lastIndex);
    return at + ((this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }

  #addString(start: number, end: number): number {
    [this.#high, this.#low] = hashWord(this.#text.slice(start, end).toLowerCase());
    this.#add(start, end);
    return end;
  }

  #finish(a: number, b: number): void {
    this.#high = finishHigh(a, b);
    this.#low = finishLow(a, b);
  }

  /** Adds a token with the hash that was found last. */
  #add(start: number, end: number): void {
    if (this.#length === this.#starts.length) this.#grow();
    const at = this.#length;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#hashes[2 * at] = this.#high;
    this.#hashes[2 * at + 1] = this.#low;
    this.#length = at + 1;
    if (RESPELLED[this.#low & 0xff] === 1) this.#respell(at);
  }

  #respell(at: number): void {
    const word = this.#text.slice(this.#starts[at], this.#ends[at]).toLowerCase();
    this.#hashes.set(hashWord(unifyWord(word)), 2 * at);
  }

  #grow(): void {
    const double = (numbers: Uint32Array): Uint32Array => {
      const larger = new Uint32Array(numbers.length * 2);
      larger.set(numbers);
      return larger;
    };
    this.#starts = double(this.#starts);
    this.#ends = double(this.#ends);
    this.#hashes = double(this.#hashes);
  }
}
