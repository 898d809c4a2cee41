/** Makes the example files; `npm run examples` writes them. */

const modules = [
  { idx: 0, name: "0", path: "", type: "sentence_transformers.models.Transformer" },
  { idx: 1, name: "1", path: "1_Owl", type: "owl_pooling.OwlPooling" },
];

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/own-module/modules.json": `${JSON.stringify(modules, null, 2)}\n`,
  "good/plain/modules.json": JSON.stringify(modules.slice(0, 1)),
  "good/router/router_config.json":
    '{"types":{"query_0_Owl":"sentence_transformers_owl.Owl"},"structure":{"query":["query_0_Owl"]}}',
  "good/length/sentence_bert_config.json": '{"max_seq_length": 256, "do_lower_case": false}',
  "good/versions/config_sentence_transformers.json":
    '{"__version__":{"sentence_transformers":"3.0.0"},"prompts":{"query":"ask: "},"default_prompt_name":null}',
  "bad/bad-value/sentence_bert_config.json": '{"max_seq_length": -1}',
  "bad/bad-value-type/modules.json": '[{"idx":0,"type":3}]',
  "bad/not-json/modules.json": '[{"idx":0,"type":"a.B"},]',
  "bad/duplicate-key/modules.json": '[{"type":"sentence_transformers.models.Transformer","type":"a.B"}]',
};
