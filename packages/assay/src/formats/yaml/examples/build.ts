/** Makes the example files; `npm run examples` writes them. */

let laughs = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
for (const [above, name] of ["ab", "bc", "cd", "de", "ef"].map((pair) => [pair[0], pair[1]])) {
  laughs += `${name}: &${name} [${Array<string>(10).fill(`*${above}`).join(", ")}]\n`;
}

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/card.yaml":
    "license: apache-2.0\ntags:\n- ä\n- text\nscore: 0.5\nnothing:\nyes: yes\nbig: 9007199254740993\n__proto__: {x: 1}\n",
  "good/alias.yml": "base: &b {lr: 1e-3}\nused: *b\nagain: [*b]\n",
  "good/no-merge.yml": "base: &b {lr: 1}\nused:\n  <<: *b\n",
  "good/front-matter": "---\nlicense: mit\n",
  "good/empty.yaml": "",
  "good/dataset-card.yaml":
    "dataset_info:\n- config_name: owls\n  splits:\n  - name: train\n    num_bytes: 90\n    num_examples: 9\n  - name: test\n  download_size: 30\n- config_name: none\n",
  "bad/not-yaml.yaml": "a: 1\nb: [1, 2\n",
  "bad/duplicate-key.yaml": "a: 1\nb: 2\na: 3\n",
  "bad/complex-key.yaml": "? [a, b]\n: 1\nc: 2\n",
  "bad/alias-bomb.yaml": laughs,
  "bad/alias-cycle.yaml": "a: 1\nb: &b [*b]\nc: *b\n",
  "bad/unknown-alias.yaml": "a: 1\nb: *x\n",
  "bad/custom-tag.yaml": "a: !!python/object/apply:os.system [ls]\n",
  "bad/too-deep.yaml": "[".repeat(20_000),
};
