/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/bert/vocab.txt": "[PAD]\n[UNK]\nä\n##b\n",
  "good/empty/vocab.txt": "",
  "bad/duplicate-entry/vocab.txt": "a\r\nb\r\na",
  "bad/invalid-utf8/vocab.txt": new Uint8Array([0x61, 0x0a, 0xff]),
};
