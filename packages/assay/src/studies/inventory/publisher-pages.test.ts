import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import { inventory } from "./index.ts";

async function listQuotes(component: ComponentId, words: string, path = "README.md"): Promise<readonly string[]> {
  const files = { [path]: path === "README.md" ? `# Owlet\n\n${words}\n` : `${words}\n` };
  const all = await openBench({ target: "acme/owlet", files }).study(inventory);
  return (all.get(component)?.pointers ?? []).map(({ quote }) => quote ?? "");
}

const HUB = "https://huggingface.co";

test.each([
  `<a href="${HUB}/acme">Models on Hugging Face</a>`,
  `You can find the owl models on the hub [here](${HUB}/acme).`,
  `Search the checkpoints in the [collection](${HUB}/collections/acme/owlet-66e81a66).`,
  "## Downloading the models\n\nSee [our documentation](https://owl.example.org/en/latest/checkpoints.html).",
])("weights are led to by: %s", async (words) => {
  expect(await listQuotes("weights", words)).toHaveLength(1);
});

test.each([
  `<a href="${HUB}/acme">Follow us</a>`,
  `The models of others are [here](${HUB}/eagle-works).`,
  `Models on [the hub](${HUB}/models), with [docs](${HUB}/docs).`,
  `The models were trained on [these](${HUB}/collections/acme/owl-datasets-66e81a66).`,
  "## Installing\n\nSee [our documentation](https://owl.example.org/en/latest/checkpoints.html).",
  `Load the model's [tokenizer](${HUB}/acme/owl-tokenizer).`,
])("weights are not led to by: %s", async (words) => {
  expect(await listQuotes("weights", words)).toEqual([]);
});

test.each([
  ["See the [details](https://owlet.example.org/core/model_card_4).", 1],
  ["See [details](https://eagle.example.org/core/model_card_4).", 0],
  ["See [details](https://owlet.example.org/core/guide).", 0],
])("an address that is called a card leads to it: %s", async (words, count) => {
  expect(await listQuotes("model-card", words)).toHaveLength(count);
});

const LIST =
  "  * [Owlet 1](https://example.org/a)\n  * [Owlet 2](https://example.org/b)\n  * [Eagle](https://example.org/c)";

test("the entries of a list are what the sentence before it announces", async () => {
  const words = `* Technical reports for metrics and more:\n${LIST}`;
  const own = ["https://example.org/a", "https://example.org/b"];
  expect(await listQuotes("technical-report", words)).toEqual(own);
  expect(await listQuotes("evaluation-results", words)).toEqual(own);
  expect(await listQuotes("technical-report", `* Posts on metrics:\n${LIST}`)).toEqual([]);
  expect(await listQuotes("technical-report", `* Technical reports:\n\nWe read them.\n\n${LIST}`)).toEqual([]);
});

test.each([
  ["# MiniOwlet\n\nMiniOwlet (a small one) was proposed in a [research paper](https://arxiv.org/abs/2403.00002).", 1],
  ["# MiniOwlet\n\nIts wings were proposed in a [research paper](https://arxiv.org/abs/2403.00002).", 0],
  ["# Eagle\n\nEagle was proposed in a [research paper](https://arxiv.org/abs/2403.00002).", 0],
])("a document on a model of the release says where it was presented: %s", async (words, count) => {
  expect(await listQuotes("paper", words, "research/mini/README.md")).toHaveLength(count);
});

test.each([
  [`We release the evaluation prompts [here](${HUB}/collections/acme/owl-31-evals-66a2c5).`, 1],
  [`We release the evaluation prompts [here](${HUB}/collections/eagle-works/owl-31-evals-66a2c5).`, 0],
  [`The plots need [what was measured](${HUB}/datasets/acme/owl-evals).`, 0],
])("data of the publisher's own evaluations, in any document: %s", async (words, count) => {
  expect(await listQuotes("evaluation-data", `# Evaluation\n\n${words}`, "eval/README.md")).toHaveLength(count);
});

test("outputs of a structure are no outputs of the model", async () => {
  expect(await listQuotes("sample-outputs", `[data](${HUB}/datasets/acme/owl-structured_outputs)`)).toEqual([]);
});
