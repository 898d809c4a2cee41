/**
 * JSON (RFC 8259) over bytes, told as events with byte places. Strict: what the grammar does not allow is refused.
 * Building nothing, it can be handed hostile keys and any size that fits into memory; the work is linear in the bytes.
 */

import { FormatError } from "../model/errors.ts";
import type { Place } from "../model/facts.ts";
import { sequenceAt } from "./utf8.ts";

/** What the grammar allows and readers disagree on. */
export type JsonOddity = "duplicate-key" | "lone-surrogate" | "byte-order-mark";

/** Why a text is not JSON that can be read. */
export type JsonErrorCode = "not-json" | "not-utf8" | "too-deep";

/** Receives the parts of a JSON text in order. Offsets are bytes, half-open; strings include their quotes. */
export interface JsonVisitor {
  /** Python writes and reads `NaN` and `Infinity` too; the RFC alone counts where this is left out. */
  readonly dialect?: "python";
  open(kind: "object" | "array", start: number): void;
  close(end: number): void;
  key(name: string, start: number, end: number): void;
  value(value: string | boolean | null, start: number, end: number): void;
  /** A number written in digits alone. */
  integer(value: number, start: number, end: number): void;
  /** A number with a fraction or an exponent. */
  real(value: number, start: number, end: number): void;
  /** An integer past ±(2^53 − 1), a number too large, or a word for what is no number: what no double holds. */
  inexact(start: number, end: number): void;
  odd(what: JsonOddity, name: string, at: Place): void;
}

/** Which part of the bytes is the text. */
export interface JsonOptions {
  /** Byte where the JSON text starts, 0 if left out. */
  readonly start?: number;
  /** What may follow the value: white space alone (as the RFC says) or anything, for the caller to judge. */
  readonly tail?: "white-space" | "anything";
}

/** Levels of nesting: what serde_json, the reader of safetensors, allows; the deepest tokenizer.json known has 9. */
export const MAX_JSON_DEPTH = 128;

/** Objects with fewer keys than this look for duplicates in a list, which is faster than a set. */
const FEW_KEYS = 8;

/** Bytes that are turned into text at once: short strings are cut out of it, which is faster than decoding each. */
const WINDOW = 16 << 10;

/** Longest string that is cut out of a window. V8 copies such a string; a longer one would keep its whole window alive. */
const LONGEST_CUT = 12;

/** Digits that always fit into a double. */
const SAFE_DIGITS = 15;

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const LETTER_U = 0x75;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Reads one JSON text and returns the byte offset behind its value. Events seen before a throw stand: a valid prefix.
 * @throws FormatError with a {@link JsonErrorCode}.
 */
export function parseJson(bytes: Uint8Array, visitor: JsonVisitor, options: JsonOptions = {}): number {
  const parser = new JsonParser(bytes, visitor);
  return parser.parse(options.start ?? 0, options.tail ?? "white-space");
}

/** A cursor over the bytes. Every byte is looked at a constant number of times. */
class JsonParser {
  readonly #bytes: Uint8Array;
  readonly #visitor: JsonVisitor;
  readonly #literals: typeof LITERALS;
  readonly #latin = new TextDecoder("windows-1252");
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** One character per byte from `#windowAt` on, so that byte offsets cut strings: right wherever the bytes are ASCII. */
  #window = "";
  #windowAt = 0;
  #at = 0;

  constructor(bytes: Uint8Array, visitor: JsonVisitor) {
    this.#bytes = bytes;
    this.#visitor = visitor;
    this.#literals = visitor.dialect === "python" ? [...LITERALS, ...PYTHON] : LITERALS;
  }

  parse(start: number, tail: "white-space" | "anything"): number {
    this.#at = start;
    this.#skipMark();
    this.#skipSpace();
    this.#value(0);
    const end = this.#at;
    if (tail === "white-space" && this.#skipSpace() !== -1) throw this.#unexpected("the end");
    return end;
  }

  #skipMark(): void {
    const at = this.#at;
    if (this.#bytes[at] !== 0xef || this.#bytes[at + 1] !== 0xbb || this.#bytes[at + 2] !== 0xbf) return;
    this.#at = at + 3;
    this.#visitor.odd("byte-order-mark", "", { start: at, end: at + 3 });
  }

  /** Skips white space and returns the byte it stops at, -1 at the end. */
  #skipSpace(): number {
    const bytes = this.#bytes;
    for (let at = this.#at; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
      this.#at = at;
      return byte;
    }
    this.#at = bytes.length;
    return -1;
  }

  #value(depth: number): void {
    const byte = this.#bytes[this.#at];
    if (byte === QUOTE) {
      const start = this.#at;
      const value = this.#string();
      this.#visitor.value(value, start, this.#at);
    } else if (byte === OPEN_OBJECT) this.#object(depth + 1);
    else if (byte === OPEN_ARRAY) this.#array(depth + 1);
    else if (isDigit(byte) || (byte === MINUS && isDigit(this.#bytes[this.#at + 1]))) this.#number();
    else this.#literal();
  }

  #object(depth: number): void {
    this.#enter("object", depth);
    const keys = new KeyList();
    if (this.#skipSpace() !== CLOSE_OBJECT) {
      do {
        this.#skipSpace();
        this.#member(keys, depth);
      } while (this.#continues(CLOSE_OBJECT, "a comma or }"));
    }
    this.#visitor.close(++this.#at);
  }

  #member(keys: KeyList, depth: number): void {
    const start = this.#at;
    if (this.#bytes[start] !== QUOTE) throw this.#unexpected("a key in quotes");
    const name = this.#string();
    if (!keys.add(name)) this.#visitor.odd("duplicate-key", name, { start, end: this.#at });
    this.#visitor.key(name, start, this.#at);
    if (this.#skipSpace() !== COLON) throw this.#unexpected("a colon");
    this.#at++;
    this.#skipSpace();
    this.#value(depth);
  }

  #array(depth: number): void {
    this.#enter("array", depth);
    if (this.#skipSpace() !== CLOSE_ARRAY) {
      do {
        this.#skipSpace();
        this.#value(depth);
      } while (this.#continues(CLOSE_ARRAY, "a comma or ]"));
    }
    this.#visitor.close(++this.#at);
  }

  #enter(kind: "object" | "array", depth: number): void {
    if (depth > MAX_JSON_DEPTH) {
      const message = `JSON is nested too deep · ${depth} levels · at most ${MAX_JSON_DEPTH}`;
      throw new FormatError("too-deep", message, { offset: this.#at });
    }
    this.#visitor.open(kind, this.#at++);
  }

  /** Stands behind a member: true past a comma, false at the closing bracket. */
  #continues(close: number, expected: string): boolean {
    const byte = this.#skipSpace();
    if (byte === close) return false;
    if (byte !== COMMA) throw this.#unexpected(expected);
    this.#at++;
    return true;
  }

  /** Reads the string that starts here; stops behind its closing quote. */
  #string(): string {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let ascii = true;
    let escaped = false;
    let at = start;
    for (; ; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === undefined || byte < 0x20) throw this.#badString(at);
      if (byte === BACKSLASH) {
        at = this.#escapeEnd(at);
        escaped = true;
      } else if (byte >= 0x80) ascii = false;
    }
    this.#at = at + 1;
    const raw = ascii && at - start <= LONGEST_CUT ? this.#cut(start, at) : this.#decode(start, at);
    return escaped ? this.#unescape(raw, start - 1) : raw;
  }

  /** Checks the escape at `at` and returns the offset of its last byte. */
  #escapeEnd(at: number): number {
    const kind = this.#bytes[at + 1];
    if (kind !== undefined && SHORT_ESCAPES.includes(kind)) return at + 1;
    if (kind !== LETTER_U) throw this.#unexpected("an escape", at);
    for (let k = at + 2; k < at + 6; k++) if (!isHex(this.#bytes[k])) throw this.#unexpected("four hex digits", k);
    return at + 5;
  }

  /** The platform's own parser undoes escapes that were checked before: fast, however many there are. */
  #unescape(raw: string, start: number): string {
    const value: string = JSON.parse(`"${raw}"`);
    if (value.isWellFormed()) return value;
    this.#visitor.odd("lone-surrogate", value.toWellFormed(), { start, end: this.#at });
    return value;
  }

  /** The ASCII bytes from `start` to `end` as text. */
  #cut(start: number, end: number): string {
    if (start < this.#windowAt || end > this.#windowAt + this.#window.length) {
      this.#windowAt = start;
      this.#window = this.#latin.decode(this.#bytes.subarray(start, Math.max(end, start + WINDOW)));
    }
    return this.#window.slice(start - this.#windowAt, end - this.#windowAt);
  }

  #decode(start: number, end: number): string {
    const part = this.#bytes.subarray(start, end);
    try {
      return this.#utf8.decode(part);
    } catch (cause) {
      let bad = 0;
      for (let length = 1; length > 0 && bad < part.length; bad += Math.max(length, 0)) length = sequenceAt(part, bad);
      const message = `text is not UTF-8 · byte ${hex(part[bad])} at ${start + bad} · a well-formed sequence`;
      throw new FormatError("not-utf8", message, { offset: start + bad, cause });
    }
  }

  #number(): void {
    const start = this.#at;
    const first = this.#bytes[start] === MINUS ? start + 1 : start;
    const whole = this.#digits(first);
    if (this.#bytes[first] === 0x30 && whole > first + 1) throw this.#unexpected("no leading zero", first);
    const end = this.#exponent(this.#fraction(whole));
    this.#at = end;
    if (end === whole) this.#integer(first, end);
    else this.#real(start, end);
  }

  #integer(first: number, end: number): void {
    const start = this.#bytes[first - 1] === MINUS ? first - 1 : first;
    const value = end - first <= SAFE_DIGITS ? this.#small(first, end) : Number(this.#cut(first, end));
    if (Number.isSafeInteger(value)) this.#visitor.integer(first === start ? value : -value, start, end);
    else this.#visitor.inexact(start, end);
  }

  #real(start: number, end: number): void {
    const value = Number(this.#cut(start, end));
    if (Number.isFinite(value)) this.#visitor.real(value, start, end);
    else this.#visitor.inexact(start, end);
  }

  #small(start: number, end: number): number {
    let value = 0;
    for (let at = start; at < end; at++) value = value * 10 + (this.#bytes[at] as number) - 0x30;
    return value;
  }

  #fraction(at: number): number {
    return this.#bytes[at] === 0x2e ? this.#digits(at + 1) : at;
  }

  #exponent(at: number): number {
    if (this.#bytes[at] !== 0x65 && this.#bytes[at] !== 0x45) return at;
    const sign = this.#bytes[at + 1];
    return this.#digits(sign === 0x2b || sign === MINUS ? at + 2 : at + 1);
  }

  /** Offset behind one or more digits. */
  #digits(from: number): number {
    let at = from;
    while (isDigit(this.#bytes[at])) at++;
    if (at === from) throw this.#unexpected("a digit", at);
    return at;
  }

  #literal(): void {
    const start = this.#at;
    for (const [word, value] of this.#literals) {
      if (this.#cut(start, Math.min(start + word.length, this.#bytes.length)) !== word) continue;
      this.#at = start + word.length;
      if (typeof value === "number") this.#visitor.inexact(start, this.#at);
      else this.#visitor.value(value, start, this.#at);
      return;
    }
    if (this.#bytes[start] === MINUS) throw this.#unexpected("a digit", start + 1);
    throw this.#unexpected("a value");
  }

  #badString(at: number): FormatError {
    return this.#unexpected(at < this.#bytes.length ? "an escaped control character" : "a closing quote", at);
  }

  #unexpected(expected: string, at: number = this.#at): FormatError {
    const found = at < this.#bytes.length ? describe(this.#bytes[at] as number) : "the end";
    return new FormatError("not-json", `text is not JSON · ${found} at byte ${at} · expected ${expected}`, {
      offset: at,
    });
  }
}

/** The characters that may follow a backslash, other than u. */
const SHORT_ESCAPES: readonly number[] = [...'"\\/bfnrt'].map((char) => char.charCodeAt(0));

const LITERALS: readonly (readonly [string, boolean | number | null])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

const PYTHON: typeof LITERALS = [
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
];

/** The keys of one object so far. */
class KeyList {
  readonly #few: string[] = [];
  #many: Set<string> | undefined;

  /** Takes a key; false when it was there before. */
  add(name: string): boolean {
    if (this.#many !== undefined) return this.#many.size < this.#many.add(name).size;
    if (this.#few.includes(name)) return false;
    this.#few.push(name);
    if (this.#few.length > FEW_KEYS) this.#many = new Set(this.#few);
    return true;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

function describe(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte ${hex(byte)}`;
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).padStart(2, "0")}`;
}
