/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/gpt2/merges.txt": "#version: 0.2\nĠ t\na #\n# version\n\n",
  "good/counted/merges.txt": "a b 12",
  "bad/bad-line/merges.txt": "a b\nab\n",
  "bad/bad-line-three/merges.txt": "a b c\n",
  "bad/invalid-utf8/merges.txt": new Uint8Array([0x61, 0x20, 0xff, 0x0a]),
};
