/** Makes the example files; `npm run examples` writes them. */

const MAGIC = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];
const VERSION = [0x80, 2, 0x4d, 0xe9, 3, 0x2e];
/** A pickle that holds an empty dictionary. */
const EMPTY = [0x80, 2, 0x7d, 0x2e];

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/checkpoint.pt": new Uint8Array([
    ...MAGIC,
    ...VERSION,
    ...EMPTY,
    ...EMPTY,
    ...EMPTY,
    ...Array<number>(16).fill(0),
  ]),
  "bad/no-pickle.pt": new Uint8Array([...MAGIC, ...VERSION, ...Array<number>(16).fill(0)]),
  "bad/unknown-version.pt": new Uint8Array([...MAGIC, ...EMPTY, ...EMPTY]),
  "bad/nothing-behind.pt": new Uint8Array([...MAGIC, ...VERSION]),
};
