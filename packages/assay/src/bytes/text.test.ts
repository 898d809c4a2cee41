import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, lineCounter } from "./text.ts";
import { findInvalidUtf8 } from "./utf8.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test("places cut out the bytes of any stretch, asked in any order", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "é", "€", "😀", "\ufeff"), maxLength: 5_000 });
  fc.assert(
    fc.property(text, fc.boolean(), fc.array(fc.nat(), { maxLength: 6 }), (content, mark, cuts) => {
      const bytes = encode((mark ? "\ufeff" : "") + content);
      const decoded = decodeText(bytes);
      fc.pre(mark || !content.startsWith("\ufeff"));
      expect(decoded.content).toBe(content);
      const chars = [...content];
      for (const cut of cuts) {
        const from = chars.slice(0, cut % (chars.length + 1)).join("").length;
        const { start, line } = decoded.place(from, content.length);
        expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start))).toBe(content.slice(from));
        expect(line).toBe(content.slice(0, from).split("\n").length);
      }
    }),
  );
});

test("bytes of any kind: ill-formed input is found where the platform's decoder finds it", () => {
  const byte = fc.oneof(
    fc.constantFrom(0x41, 0x0a, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0),
    fc.nat(255),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 40 }), (list) => {
      const bytes = Uint8Array.from(list);
      fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
      const decoded = decodeText(bytes);
      let valid = true;
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        valid = false;
      }
      expect(decoded.invalidAt < 0).toBe(valid);
      expect(decoded.place(0, decoded.content.length).end).toBe(bytes.length);
    }),
    { numRuns: 2_000 },
  );
});

test("UTF-16 by its mark", () => {
  const bytes = new Uint8Array([0xfe, 0xff, 0x00, 0x61, 0x00, 0x0a, 0xd8, 0x3d, 0xde, 0x00]);
  const decoded = decodeText(bytes);
  expect(decoded.content).toBe("a\n😀");
  expect(decoded.place(2, 4)).toEqual({ start: 6, end: 10, line: 2 });
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x00, 0xdc])).invalidAt).toBe(2);
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61])).invalidAt).toBe(2);
});

test("U+FFFD that stands in the file is no fault", () => {
  expect(decodeText(encode("a\ufffd")).invalidAt).toBe(-1);
  expect(findInvalidUtf8(new Uint8Array([0x61, 0xc0, 0x80]), 0)).toBe(1);
});

test("lines by rising byte offset", () => {
  const lineOf = lineCounter(encode("a\n\nb"));
  expect([0, 1, 2, 3].map(lineOf)).toEqual([1, 1, 2, 3]);
});
