/** Makes the example files; `npm run examples` writes them. */

function index(map: unknown, metadata: unknown = { total_size: 20 }): string {
  return `${JSON.stringify({ metadata, weight_map: map }, null, 1)}\n`;
}

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/two-shards.safetensors.index.json": index({
    a: "model-1.safetensors",
    b: "model-2.safetensors",
    c: "model-1.safetensors",
  }),
  "good/no-total.safetensors.index.json": index({ a: "__proto__" }, {}),
  "bad/not-json.safetensors.index.json": index({ a: "model-1.safetensors" }).slice(0, -3),
  "bad/no-weight-map.safetensors.index.json": index([]),
  "bad/no-weight-map-list.safetensors.index.json": "[]",
  "bad/duplicate-key.safetensors.index.json": '{"weight_map":{"a":"x","a":"y"}}',
  "bad/shard-not-string.safetensors.index.json": index({ a: "x", b: 1 }),
  "bad/shard-outside.safetensors.index.json": index({ a: "x", b: "../../etc/passwd" }),
  "bad/shard-outside-windows.safetensors.index.json": index({ a: "x", b: "C:\\x" }),
  "bad/bad-total-size.safetensors.index.json": index({ a: "x" }, { total_size: "20" }),
};
