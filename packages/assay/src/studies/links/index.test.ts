import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import { links } from "./index.ts";
import { placeOfTarget, readPage } from "./targets.ts";

const CARD = `---
license: mit
datasets:
  - acme/owl-sounds
---
# owl

Code is at [our repository](https://github.com/acme/owl), made with
[transformers](https://github.com/huggingface/transformers).

## Training data

See [sounds](https://huggingface.co/datasets/other/forest) and the [paper](https://arxiv.org/abs/2403.13784v2).
`;

test("cards, citations and packages name pages, own ones apart from other people's", async () => {
  const found = await openBench({
    files: {
      "README.md": CARD,
      "CITATION.cff":
        'cff-version: 1.2.0\ntitle: It\nmessage: m\nauthors: []\nrepository-code: "https://github.com/acme/owl-paper"\n',
      "package.json": '{"name":"owl","repository":"git+https://github.com/acme/owl-js.git"}',
      "docs/README.md": "# Docs\n\n[x](https://github.com/acme/elsewhere)\n",
    },
  }).study(links);
  expect(found.map(({ kind, target, isOwn }) => [kind, target, isOwn])).toEqual([
    ["data", "hf:datasets/acme/owl-sounds", true],
    ["code", "github:acme/owl", true],
    ["code", "github:huggingface/transformers", false],
    ["data", "hf:datasets/other/forest", true],
    ["paper", "https://arxiv.org/abs/2403.13784", true],
    ["code", "github:acme/owl-paper", true],
    ["code", "github:acme/owl-js", true],
  ]);
  expect(found[1]?.note).toMatchObject({ at: { path: "README.md", line: 8 }, quote: "https://github.com/acme/owl" });
});

test.each([
  ["https://github.com/acme/owl.git", "github:acme/owl"],
  ["https://github.com/acme/owl/tree/main/src", "github:acme/owl"],
  ["https://huggingface.co/acme/owl/blob/main/README.md", "hf:acme/owl"],
  ["https://hf.co/datasets/acme/owls", "hf:datasets/acme/owls"],
  ["https://huggingface.co/spaces/acme/owl", null],
  ["https://huggingface.co/docs/hub", null],
  ["https://github.com.evil.example/acme/owl", null],
  ["https://github.com/acme", null],
])("%s is %s", (url, target) => {
  expect(readPage(url)?.target ?? null).toBe(target);
});

test("a place is the same under any case, revision or address", () => {
  const places = ["hf:Acme/Owl@main", "hf:acme/owl", "https://huggingface.co/acme/owl/tree/main"];
  expect(new Set(places.map(placeOfTarget))).toEqual(new Set(["hf:acme/owl"]));
});
