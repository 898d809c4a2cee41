/** Makes the example files; `npm run examples` writes them. */

const llama = {
  architectures: ["LlamaForCausalLM"],
  auto_map: { AutoConfig: "configuration_x.XConfig", AutoModel: "modeling_x.XModel" },
  max_position_embeddings: 4096,
  model_type: "llama",
  rope_scaling: null,
};

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/llama/config.json": `${JSON.stringify(llama, null, 2)}\n`,
  "good/gpt2/config.json":
    '{"model_type":"gpt2","n_positions":1024,"vocab_size":50257,"custom_pipelines":{"p":{"impl":"p.Pipe"}}}',
  "good/text-part/config.json":
    '{"text_config":{"max_position_embeddings":8192,"auto_map":{"AutoModel":["m.Slow","m.Fast"]}}}',
  "bad/not-json/config.json": `${JSON.stringify(llama).slice(0, -1)},}`,
  "bad/not-an-object/config.json": "[1]",
  "bad/not-json-nothing/config.json": "",
  "bad/duplicate-key/config.json": '{"model_type":"llama","model_type":"gpt2"}',
  "bad/byte-order-mark/config.json": '\ufeff{"model_type":"llama"}',
  "bad/bad-value/config.json": '{"architectures":[3],"model_type":"llama"}',
  "bad/bad-value-context/config.json": '{"max_position_embeddings":0.5}',
};
