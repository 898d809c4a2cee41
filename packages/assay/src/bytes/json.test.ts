import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../model/errors.ts";
import type { JsonVisitor } from "./json.ts";
import { MAX_JSON_DEPTH, parseJson } from "./json.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Builds values as JSON.parse does, and notes every place. */
class Builder implements JsonVisitor {
  root: unknown;
  readonly odd: (what: string) => void;
  readonly oddities: string[] = [];
  readonly places: [number, number][] = [];
  readonly #open: (unknown[] | Map<string, unknown>)[] = [];
  readonly inexacts: string[] = [];
  readonly #bytes: Uint8Array;
  #key = "";
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.odd = (what) => this.oddities.push(what);
  }
  open(kind: "object" | "array"): void {
    const made = kind === "array" ? [] : new Map<string, unknown>();
    this.#put(made);
    this.#open.push(made);
  }
  close(): void {
    this.#open.pop();
  }
  key(name: string): void {
    this.#key = name;
  }
  value(value: unknown, start: number, end: number): void {
    this.places.push([start, end]);
    this.#put(value);
  }
  integer(value: number, start: number, end: number): void {
    this.value(value, start, end);
  }
  real(value: number, start: number, end: number): void {
    this.value(value, start, end);
  }
  inexact(start: number, end: number): void {
    const literal = new TextDecoder().decode(this.#bytes.subarray(start, end));
    this.inexacts.push(literal);
    this.value(Number(literal), start, end);
  }
  #put(value: unknown): void {
    const top = this.#open.at(-1);
    if (top === undefined) this.root = value;
    else if (Array.isArray(top)) top.push(value);
    else top.set(this.#key, value);
  }
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  return value;
}

function parse(text: string | Uint8Array): { value: unknown; builder: Builder } {
  const bytes = typeof text === "string" ? encode(text) : text;
  const builder = new Builder(bytes);
  parseJson(bytes, builder);
  return { value: plain(builder.root), builder };
}

test("agrees with JSON.parse on random JSON", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom("", " ", "\n\t\r "), (text, space) => {
      const spaced = JSON.stringify(JSON.parse(text), null, space.length) + space;
      expect(parse(spaced).value).toEqual(JSON.parse(spaced));
    }),
    { numRuns: 500 },
  );
});

test("accepts and refuses what JSON.parse does, but for what only bytes can hold", () => {
  const piece = fc.constantFrom(
    ...'{}[]:,"\\ue-+.01 \n\t',
    "true",
    "null",
    "\\u00e9",
    "é",
    "😀",
    "nul",
    "1e5",
    '"a"',
    "\u0000",
    "\u007f",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      let native: { value: unknown } | undefined;
      try {
        native = { value: JSON.parse(text) };
      } catch {
        // JSON.parse refuses it: so must we.
      }
      if (native === undefined) expect(() => parse(text)).toThrow(FormatError);
      else expect(parse(text).value).toEqual(native.value);
    }),
    { numRuns: 5_000 },
  );
});

test("places cut out exactly what stands there", () => {
  const text = '{"ä": [1, -2.5e3, "ü\\n", true], "b": null}';
  const bytes = encode(text);
  const pieces = parse(text).builder.places.map(([start, end]) => new TextDecoder().decode(bytes.subarray(start, end)));
  expect(pieces).toEqual(["1", "-2.5e3", '"ü\\n"', "true", "null"]);
});

test("numbers that a double cannot hold are told apart", () => {
  const held = "[9007199254740991, 0.1, 1e300, -0]";
  const notHeld = ["9007199254740993", "-9007199254740992", "1e400", "123456789012345678901234567890"];
  expect(parse(held).builder.inexacts).toEqual([]);
  expect(parse(`[${notHeld.join(",")}]`).builder.inexacts).toEqual(notHeld);
});

test("what readers disagree on is reported", () => {
  expect(parse('{"a":1,"\\u0061":2}').builder.oddities).toEqual(["duplicate-key"]);
  const many = Array.from({ length: 20 }, (_, n) => `"k${n}":0`).join(",");
  expect(parse(`{${many},"k3":1}`).builder.oddities).toEqual(["duplicate-key"]);
  expect(parse('"\\ud800"').builder.oddities).toEqual(["lone-surrogate"]);
  expect(parse("\ufeff1").builder.oddities).toEqual(["byte-order-mark"]);
});

test("hostile keys are keys", () => {
  const { value } = parse('{"__proto__":{"x":1},"constructor":2}');
  expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test.each([
  ["[1,]", "not-json", 3],
  ['{"a" 1}', "not-json", 5],
  ["01", "not-json", 0],
  ['"\n"', "not-json", 1],
  ['"\\x"', "not-json", 1],
  ["", "not-json", 0],
  ["1 2", "not-json", 2],
  ["\u00a01", "not-json", 0],
  ["[".repeat(MAX_JSON_DEPTH + 1), "too-deep", MAX_JSON_DEPTH],
])("refuses %j with its place", (text, code, offset) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code, offset }));
});

test("names the byte that is not UTF-8", () => {
  const bytes = new Uint8Array([0x5b, 0x22, 0x61, 0xc3, 0xa9, 0xed, 0xa0, 0x80, 0x22, 0x5d]);
  expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: "not-utf8", offset: 5 }));
});

test("the nesting allowed is read", () => {
  const text = `${"[".repeat(MAX_JSON_DEPTH)}${"]".repeat(MAX_JSON_DEPTH)}`;
  expect(() => parse(text)).not.toThrow();
});

test("the end of the value is returned, and the tail left to the caller when asked", () => {
  const bytes = encode("xx{}\0");
  expect(parseJson(bytes, new Builder(bytes), { start: 2, tail: "anything" })).toBe(4);
});

test("words of Python count where a visitor asks for them, and only there", () => {
  const text = encode("[NaN, -Infinity, Infinity, -1]");
  const builder = Object.assign(new Builder(text), { dialect: "python" as const });
  parseJson(text, builder);
  expect(builder.root).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, -1]);
  expect(() => parseJson(text, new Builder(text))).toThrow("text is not JSON");
  const minus = encode("[-]");
  expect(() => parseJson(minus, Object.assign(new Builder(minus), { dialect: "python" as const }))).toThrow("a digit");
});
