/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/bpe/vocab.json": '{"<s>":0,"a":1,"__proto__":2}',
  "good/languages/vocab.json": '{"de":{"a":0},"en":{"a":0,"b":1}}',
  "bad/not-json/vocab.json": '{"a":0,"b":1',
  "bad/duplicate-key/vocab.json": '{"a":0,"a":1}',
  "bad/not-an-object/vocab.json": '["a","b"]',
};
