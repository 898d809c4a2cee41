/** Makes the example files; `npm run examples` writes them. */

import { joinBytes } from "../../../bytes/join.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An array as NumPy writes it: the header is padded so that the data begins at a multiple of 64. */
export function array(header: string, data: Uint8Array | number, version = 1): Uint8Array {
  const fixed = version === 1 ? 10 : 12;
  const text = utf8(header);
  const length = Math.ceil((fixed + text.length + 1) / 64) * 64 - fixed;
  const bytes = new Uint8Array(fixed + length).fill(0x20);
  bytes.set([0x93, ...utf8("NUMPY"), version, 0, length & 0xff, length >> 8]);
  if (version > 1) bytes.set([0, 0], 10);
  bytes.set(text, fixed);
  bytes[bytes.length - 1] = 0x0a;
  return joinBytes([bytes, typeof data === "number" ? new Uint8Array(data).fill(7) : data]);
}

/** The header of an array. */
export function describe(descr: string, shape: string): string {
  return `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`;
}

/** Pickle of an empty list, of a name that is imported and not called, and of a name that is called. */
const LIST = new Uint8Array([0x80, 3, 0x5d, 0x71, 0, 0x2e]);
const IMPORT = joinBytes([new Uint8Array([0x80, 3]), utf8("cowls\nhoot\n.")]);

const floats = describe("'<f4'", "(2, 3)");
const fields = "[('a', '<i4'), (('title', 'b'), '|S3', (2, 2)), ('c', [('d', '<u2')])]";

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/version-1.npy": array(floats, 24),
  "good/version-2.npy": array(floats, 24, 2),
  "good/version-3.npy": array(describe("[('é', '<f8')]", "(1,)"), 8, 3),
  "good/scalar.npy": array(describe("'|b1'", "()"), 1),
  "good/empty.npy": array(describe("'<i8'", "(0, 5)"), 0),
  "good/text.npy": array(describe("'<U5'", "(2,)"), 40),
  "good/time.npy": array(describe("'<M8[ns]'", "(2,)"), 16),
  "good/fields.npy": array(describe(fields, "(2,)"), 36),
  "good/repeated.npy": array(describe("('<f4', (3,))", "(2,)"), 24),
  "good/python-2.npy": array('{"shape": (2L,), "fortran_order": True, "descr": "<f4"}', 8),
  "good/objects.npy": array(describe("'|O'", "(1,)"), LIST),
  "good/objects-inside.npy": array(describe("[('a', '<i4'), ('b', [('c', 'O')])]", "(1,)"), IMPORT),
  "good/two-arrays.npy": joinBytes([array(floats, 24), array(describe("'<i2'", "(1,)"), 2)]),
  "bad/not-numpy.npy": utf8("a text"),
  "bad/not-numpy-empty.npy": new Uint8Array(0),
  "bad/unknown-version.npy": array(floats, 24, 4),
  "bad/long-header.npy": new Uint8Array([...array(floats, 24, 2).slice(0, 8), 1, 0, 0x10, 0, 0x20]),
  "bad/cut-off.npy": array(floats, 24).slice(0, 40),
  "bad/cut-off-at-length.npy": array(floats, 24).slice(0, 9),
  "bad/bad-header-call.npy": array(describe("__import__('os')", "()"), 4),
  "bad/bad-header-keys.npy": array("{'descr': '<f4', 'shape': ()}", 4),
  "bad/bad-header-twice.npy": array("{'descr': '<f4', 'descr': '|O', 'fortran_order': False, 'shape': ()}", 4),
  "bad/bad-header-order.npy": array("{'descr': '<f4', 'fortran_order': None, 'shape': ()}", 4),
  "bad/bad-header-type.npy": array(describe("{}", "()"), 4),
  "bad/bad-header-fields.npy": array(describe("[('a',)]", "()"), 4),
  "bad/bad-header-shape.npy": array(describe("'<f4'", "(-1,)"), 4),
  "bad/bad-header-deep.npy": array(describe("'<f4'", "(".repeat(100)), 4),
  "bad/bad-header-number.npy": array(describe("'<f4'", "(1.5,)"), 4),
  "bad/bad-header-text.npy": array(describe("'<f4\\q'", "()"), 4),
  "bad/bad-header-end.npy": array(`${floats} 1`, 24),
  "bad/bad-header-comma.npy": array(describe("'<f4'", "(1 2)"), 8),
  "bad/missing-bytes.npy": array(floats, 23),
  "bad/size-overflow.npy": array(describe("'<f8'", `(${2n ** 63n}, ${2n ** 63n})`), 8),
  "bad/trailing-bytes.npy": array(floats, 25),
  "bad/trailing-bytes-pickle.npy": array(floats, joinBytes([new Uint8Array(24), IMPORT])),
  "bad/bad-array.npy": joinBytes([array(floats, 24), array("{}", 0)]),
  "bad/no-stop.npy": array(describe("'|O'", "(1,)"), LIST.slice(0, -1)),
};
