/** Makes the example files; `npm run examples -- compressed` writes them. */

import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";

const OWL = new TextEncoder().encode("hoot hoot hoot\n");

/** The owl as tools of these names write it: bzip2 1.0.8, xz 5, lz4 1.9. */
const WRITTEN = {
  bz2: "425a6839314159265359e4112f2d000002d1800010400000408400200021b4019a0c452991c5dc914e142439044bcb40",
  xz: "fd377a585a000004e6d6b4460200210116000000742fe5a3e0000e000b5d00341bece82094191934c00000004efa927942ce21c60001270fdf1afc6a1fb6f37d010000000004595a",
  lzma: "5d00008000ffffffffffffffff00341bece82094191b552f5bfffef00800",
  lz4: "04224d186440a70f000080686f6f7420686f6f7420686f6f740a000000007a2d0a68",
};

const hex = (digits: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(digits, "hex"));
const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Overwrites a byte. */
function patch(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = new Uint8Array(bytes);
  changed[at < 0 ? bytes.length + at : at] = value;
  return changed;
}

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/owl.txt.gz": gzip(OWL),
  "good/two-members.txt.gz": join(gzip(OWL), gzip(OWL)),
  "good/owl.txt.zlib": new Uint8Array(deflateSync(OWL)),
  "good/owl.txt.bz2": hex(WRITTEN.bz2),
  "good/owl.txt.xz": hex(WRITTEN.xz),
  "good/owl.txt.lzma": hex(WRITTEN.lzma),
  "good/owl.txt.lz4": hex(WRITTEN.lz4),
  "good/owl.txt.zst": new Uint8Array(zstdCompressSync(OWL)),
  "bad/bad-data.txt.gz": gzip(OWL).slice(0, -12),
  "bad/bad-data.txt.bz2": hex(WRITTEN.bz2).slice(0, -12),
  "bad/bad-data.txt.xz": patch(hex(WRITTEN.xz), 26, 0xff),
  "bad/bad-data.txt.lz4": hex(WRITTEN.lz4).slice(0, 12),
  "bad/bad-checksum.txt.gz": patch(gzip(OWL), -8, 0),
  "bad/trailing-bytes.txt.gz": join(gzip(OWL), OWL),
  "bad/trailing-bytes.txt.bz2": join(hex(WRITTEN.bz2), OWL),
  "bad/bomb.gz": gzip(new Uint8Array((10 << 20) + 1)),
};
