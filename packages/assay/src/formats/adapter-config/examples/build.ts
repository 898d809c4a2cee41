/** Makes the example files; `npm run examples` writes them. */

const lora = {
  auto_mapping: null,
  base_model_name_or_path: "owls/owl-7b",
  peft_type: "LORA",
  r: 8,
  revision: "main",
  target_modules: ["q_proj", "v_proj"],
  task_type: "CAUSAL_LM",
};

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/lora/adapter_config.json": `${JSON.stringify(lora, null, 2)}\n`,
  "good/own-class/adapter_config.json":
    '{"auto_mapping":{"base_model_class":"Owl","parent_library":"transformers_modules.owl.modeling_owl"},"base_model_name_or_path":null}',
  "good/known-class/adapter_config.json":
    '{"auto_mapping":{"base_model_class":"BertModel","parent_library":"transformers.models.bert.modeling_bert"}}',
  "bad/bad-value/adapter_config.json": '{"base_model_name_or_path":7}',
  "bad/not-json/adapter_config.json": '{"base_model_name_or_path":"owls/owl-7b",}',
  "bad/duplicate-key/adapter_config.json":
    '{"base_model_name_or_path":"owls/owl-7b","base_model_name_or_path":"owls/owl-13b"}',
  "bad/not-an-object/adapter_config.json": "[]",
};
