/** Makes the example files; `npm run examples` writes them. */

const infos = {
  plain: {
    license: "mit",
    splits: { train: { name: "train", num_bytes: 100, num_examples: 10 }, "a/b": { num_bytes: "many" } },
    download_size: 40,
    dataset_size: 100,
  },
  empty: { license: "" },
};

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/owl/dataset_infos.json": JSON.stringify(infos),
  "bad/not-json/dataset_infos.json": '{"plain":{"download_size":40,}}',
  "bad/duplicate-key/dataset_infos.json": '{"plain":{"download_size":40,"download_size":41}}',
  "bad/not-an-object/dataset_infos.json": "[]",
};
