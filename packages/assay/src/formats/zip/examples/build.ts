/** Makes the example files; `npm run examples -- zip` writes them. */

import { makeZip, type ZipEntry } from "../../../../test/support/archive.ts";

/** A pickle of protocol 2 that holds an empty dictionary. */
const PICKLE = new Uint8Array([0x80, 2, 0x7d, 0x2e]);

const owl: ZipEntry = { name: "owl.pkl", content: PICKLE };
const note: ZipEntry = { name: "note.txt", content: "hoot ".repeat(40), isDeflated: true };

const zip = (...entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> => new Uint8Array(makeZip(entries));
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Overwrites bytes, at an offset from the end where it is negative. */
function patch(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const changed = bytes.slice();
  changed.set(values, at < 0 ? bytes.length + at : at);
  return changed;
}

const plain = zip(owl, note);

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/plain.zip": plain,
  "good/empty.zip": zip(),
  "good/inner.zip": zip({ name: "inner.zip", content: plain }, note),
  "bad/no-directory.zip": plain.slice(0, 50),
  "bad/cut-directory.zip": patch(plain, -10, 0xff, 0xff, 0xff, 0x7f),
  "bad/wrong-count.zip": patch(plain, -12, 9, 0, 9, 0),
  "bad/second-end.zip": join(plain, zip(owl)),
  "bad/no-header.zip": patch(plain, 0, 0),
  "bad/other-name.zip": zip({ ...owl, localName: "lwo.pkl" }),
  "bad/other-data.zip": patch(zip(owl), 14, 1),
  "bad/overlap.zip": zip(owl, { ...owl, name: "b.pkl", sharesWith: 0 }),
  "bad/cut-member.zip": patch(plain, plain.length - 22 - 53 - 54 + 20, 0xff, 0xff),
  "bad/duplicate-member.zip": zip(owl, note, owl),
  "bad/bad-path.zip": zip({ ...owl, name: "../owl.pkl" }),
  "bad/link.zip": zip({ ...note, mode: 0o120777 }),
  "bad/false-flag.zip": zip({ ...owl, flags: 1 }),
  "bad/bad-checksum.zip": zip({ ...owl, crc: 1 }),
  "bad/no-checksum.zip": zip({ ...owl, crc: 0 }),
  "bad/bad-size.zip": zip({ ...note, size: 7 }),
  "bad/bad-data.zip": patch(zip(note), 38, 0xff),
  "bad/loose-bytes.zip": join(new TextEncoder().encode("owl"), plain),
  "bad/bomb.zip": zip({ name: "zeros.bin", content: new Uint8Array((10 << 20) + 1), isDeflated: true }),
};
