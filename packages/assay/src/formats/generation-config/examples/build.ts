/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/sampling/generation_config.json":
    '{\n  "do_sample": true,\n  "temperature": 0.6,\n  "eos_token_id": [1, 2]\n}\n',
  "good/empty/generation_config.json": "{}",
  "bad/not-json/generation_config.json": "{'do_sample': true}",
  "bad/duplicate-key/generation_config.json": '{"top_k":1,"top_k":2}',
};
