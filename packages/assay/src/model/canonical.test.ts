import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalize } from "./canonical.ts";

/** The bits of an IEEE 754 double and its text: RFC 8785, appendix B. */
const NUMBERS: readonly (readonly [bits: bigint, text: string])[] = [
  [0x0000000000000000n, "0"],
  [0x8000000000000000n, "0"],
  [0x0000000000000001n, "5e-324"],
  [0x8000000000000001n, "-5e-324"],
  [0x7fefffffffffffffn, "1.7976931348623157e+308"],
  [0xffefffffffffffffn, "-1.7976931348623157e+308"],
  [0x4340000000000000n, "9007199254740992"],
  [0xc340000000000000n, "-9007199254740992"],
  [0x4430000000000000n, "295147905179352830000"],
  [0x44b52d02c7e14af5n, "9.999999999999997e+22"],
  [0x44b52d02c7e14af6n, "1e+23"],
  [0x44b52d02c7e14af7n, "1.0000000000000001e+23"],
  [0x444b1ae4d6e2ef4en, "999999999999999700000"],
  [0x444b1ae4d6e2ef4fn, "999999999999999900000"],
  [0x444b1ae4d6e2ef50n, "1e+21"],
  [0x3eb0c6f7a0b5ed8cn, "9.999999999999997e-7"],
  [0x3eb0c6f7a0b5ed8dn, "0.000001"],
  [0x41b3de4355555553n, "333333333.3333332"],
  [0x41b3de4355555554n, "333333333.33333325"],
  [0x41b3de4355555555n, "333333333.3333333"],
  [0x41b3de4355555556n, "333333333.3333334"],
  [0x41b3de4355555557n, "333333333.33333343"],
  [0xbecbf647612f3696n, "-0.0000033333333333333333"],
  [0x43143ff3c1cb0959n, "1424953923781206.2"],
];

test.each(NUMBERS)("the double %s is written %s", (bits, text) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  expect(canonicalize(view.getFloat64(0))).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%s is refused, at any depth", (number) => {
  expect(() => canonicalize(number)).toThrow(RangeError);
  expect(() => canonicalize({ a: [{ b: number }] })).toThrow(RangeError);
});

test.each([undefined, 1n, Symbol("s"), () => 1])("what JSON cannot carry is refused (%#)", (value) => {
  expect(() => canonicalize(value)).toThrow(RangeError);
});

/** The object of RFC 8785, section 3.2.3: each value names its key. */
test("keys are sorted by UTF-16 code units, not by code points and not by any language", () => {
  const text = canonicalize({
    "\u20ac": "euro",
    "\r": "return",
    "\ufb33": "dalet",
    "1": "one",
    "\u{1f600}": "emoji",
    "\u0080": "control",
    "\u00f6": "o",
  });
  expect([...text.matchAll(/:"(\w+)"/g)].map((match) => match[1])).toEqual([
    "return",
    "one",
    "control",
    "o",
    "euro",
    "emoji",
    "dalet",
  ]);
});

/** RFC 8785, section 3.2.2. */
test("only what must be escaped is, in the short form where there is one", () => {
  expect(canonicalize("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/")).toBe(
    `"\u20ac$${String.raw`\u000f\nA'B\"\\\\\"/`}"`,
  );
  expect(canonicalize("\b\t\n\f\r\u0000\u001f\u007f\u2028")).toBe(
    `"${String.raw`\b\t\n\f\r\u0000\u001f`}\u007f\u2028"`,
  );
});

test("a lone surrogate, which no UTF-8 can carry, becomes U+FFFD in texts and in keys; a pair stays", () => {
  expect(canonicalize(["a\ud800", "\udc00b", "\ud83d\ude00"])).toBe('["a\ufffd","\ufffdb","\u{1f600}"]');
  expect(canonicalize({ "\ud800": 1 })).toBe('{"\ufffd":1}');
});

test("a member that is undefined is left out, an element is null", () => {
  expect(canonicalize({ b: undefined, a: [undefined, null] })).toBe('{"a":[null,null]}');
});

/** JSON has one zero. */
function withOneZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("reading it gives the value back, and writing that gives the same bytes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = canonicalize(value);
      expect(JSON.parse(text)).toEqual(withOneZero(value));
      expect(canonicalize(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("no order of keys makes a difference, and no white space is spent", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).toReversed());
      expect(canonicalize(turned)).toBe(canonicalize(object));
      expect(canonicalize(object)).toHaveLength(JSON.stringify(withOneZero(object)).length);
    }),
    { numRuns: 2000 },
  );
});

test("keys are put in order as they are written, and no key is written twice", () => {
  expect(canonicalize({ "\ud800": 1, "\ufb33": 2 })).toBe('{"\ufb33":2,"\ufffd":1}');
  expect(() => canonicalize({ "\ud800": 1, "\ud801": 2 })).toThrow(RangeError);
});

test("holes of an array are null", () => {
  const holed: unknown[] = [];
  holed[1] = 1;
  expect(canonicalize(holed)).toBe("[null,1]");
});
