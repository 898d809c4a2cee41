/** Makes the example files; `npm run examples` writes them. */

const bpe = {
  version: "1.0",
  added_tokens: [{ id: 0, content: "<s>" }],
  model: { type: "BPE", vocab: { "<s>": 0, a: 1, "__proto__ ": 2 }, merges: ["a a"] },
};
const unigram = {
  model: {
    type: "Unigram",
    vocab: [
      ["<s>", 0],
      ["a", -1.5],
    ],
  },
};

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/bpe/tokenizer.json": `${JSON.stringify(bpe, null, 1)}\n`,
  "good/unigram/tokenizer.json": JSON.stringify(unigram),
  "good/llama/tokenizer_config.json":
    '{"tokenizer_class":"LlamaTokenizer","model_max_length":1000000000000000019884624838656,"chat_template":"{{ bos_token }}",' +
    '"auto_map":{"AutoTokenizer":["t.Slow",null]},"added_tokens_decoder":{"0":{"content":"<s>"}}}',
  "good/templates/tokenizer_config.json":
    '{"chat_template":[{"name":"default","template":"{{ messages }}"},{"name":"tool_use","template":"{{ tools }}"},{"template":"x"}]}',
  "good/processor/chat_template.json": '{"chat_template":"{{ messages }}"}',
  "good/special/special_tokens_map.json": '{"bos_token":"<s>","pad_token":{"content":"<pad>","lstrip":false}}',
  "good/added/added_tokens.json": '{"<pad>":32000}',
  "bad/not-json/tokenizer.json": '{"model":{"type":"BPE","vocab":{"a":0,}}}',
  "bad/duplicate-key/tokenizer.json": '{"model":{"vocab":{"a":0,"a":1}}}',
  "bad/not-an-object/tokenizer_config.json": '"x"',
};
