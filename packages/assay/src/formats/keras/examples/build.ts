/** Makes the example files; `npm run examples` writes them. */

const dense = {
  module: "keras.layers",
  class_name: "Dense",
  config: {
    units: 2,
    activation: "relu",
    kernel_initializer: { module: "keras.initializers", class_name: "Zeros", config: {} },
  },
  registered_name: null,
  build_config: { input_shape: [null, 4] },
};

const lookup = { class_name: "StringLookup", config: { vocabulary: "words.txt", name: "words" } };

const own = { module: "owls", class_name: "Owl", config: { inner: dense }, registered_name: "Custom>Owl" };

const lambdas = [
  { class_name: "Lambda", config: { function: ["4wEAAAA=", null, null], function_type: "lambda", module: "__main__" } },
  { class_name: "Lambda", config: { function: { class_name: "__lambda__", config: { code: "4wEAAAA=" } } } },
  { class_name: "Lambda", config: { function: "hoot", function_type: "function", module: "owls" } },
  { class_name: "TFOpLambda", config: { function: "math.reduce_mean" } },
  {
    class_name: "__typespec__",
    spec_name: "TensorSpec",
    module: "tensorflow.python.framework.tensor_spec",
    config: [],
  },
];

const model = (layers: readonly unknown[]): string =>
  JSON.stringify({ module: "keras", class_name: "Sequential", config: { name: "owl", layers } }, null, 1);

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/layers/config.json": model([dense, dense, lookup]),
  "good/code/config.json": model([own, ...lambdas]),
  "good/escaped/config.json": '{"\\u0063lass_name": "Lambda", "config": {"function": ["4wEAAAA="]}}',
  "good/python-words/config.json":
    '{"class_name": "ReLU", "config": {"max_value": Infinity, "slope": [NaN, -Infinity]}}',
  "good/other/config.json": '{"class_name": 1, "config": {}}',
  "good/model_config": '{"class_name": "Model", "config": {"layers": []}}',
  "bad/not-json/config.json": '{"class_name": "Dense", "config": {]',
  "bad/not-json-minus/config.json": '{"class_name": "Dense", "config": {"x": -}}',
  "bad/not-utf8/config.json": new Uint8Array([...new TextEncoder().encode('{"class_name": "'), 0xff, 0x22, 0x7d]),
  "bad/too-deep/config.json": `{"class_name": "Dense", "config": ${"[".repeat(200)}`,
  "bad/duplicate-key/config.json": '{"class_name": "Dense", "class_name": "Lambda", "config": {}}',
  "bad/lone-surrogate/config.json": '{"class_name": "\\ud800", "config": {}}',
  "bad/byte-order-mark/config.json": '\ufeff{"class_name": "Dense", "config": {}}',
};
