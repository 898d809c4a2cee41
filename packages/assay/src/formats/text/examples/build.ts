/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/LICENSE": "One\ntwo",
  "good/train.py": 'print("ä")\n',
  "good/empty.txt": "",
  "bad/invalid-utf8.txt": new Uint8Array([0x61, 0xc3, 0x28]),
  "bad/nul-byte.txt": "a\0b",
};
