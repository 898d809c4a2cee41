/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/llama/tokenizer.model": "IQ== 0\nIg== 1\nYWJj 2\n",
  "good/qwen.tiktoken": "IQ== 0",
  "bad/bad-line/tokenizer.model": "IQ== 0\nIg== one\n",
  "bad/duplicate-rank/tokenizer.model": "IQ== 0\nIg== 0\n",
  "bad/invalid-utf8/tokenizer.model": new Uint8Array([0x49, 0x51, 0x3d, 0x3d, 0x20, 0x30, 0x0a, 0xff, 0x0a]),
};
