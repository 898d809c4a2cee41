import { expect, test } from "vitest";
import { openBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import { inventory } from "./index.ts";

async function holdingOf(component: ComponentId, sketch: Sketch) {
  return (await openBench({ target: "acme/owl", ...sketch }).study(inventory)).get(component);
}

async function listQuotes(component: ComponentId, words: string): Promise<readonly string[]> {
  const holding = await holdingOf(component, { files: { "README.md": `# Owl\n\n${words}\n` } });
  return (holding?.pointers ?? []).map(({ quote }) => quote ?? "");
}

const MODEL = "https://huggingface.co/acme/owl-7b";

test.each<[ComponentId, string]>([
  [
    "intermediate-weights",
    "We also release intermediate checkpoints. The full list is [here](https://files.example.org/list.txt).",
  ],
  [
    "intermediate-weights",
    `## [Owl 7B](${MODEL})\n\nIt is not yet done training, but we released a checkpoint at 1T tokens.`,
  ],
  ["intermediate-weights", `[Intermediate checkpoints](${MODEL}-steps)`],
  ["intermediate-weights", "[link](https://files.example.org/owl/checkpoint_epoch_0_iter_49999.pt)"],
  ["model-card", `- [Owl 7B](${MODEL})\n\nPlease refer to the model card for more details.`],
  ["paper", "This is the code of the [Owl paper](https://arxiv.org/abs/2403.00002)."],
  [
    "paper",
    "For a description of the algorithm, see our paper:\n\n[Owl: a small bird that hoots](https://arxiv.org/abs/2403.00002)",
  ],
  ["paper", "## Publications\n\n[Owl: a small bird that hoots](https://arxiv.org/abs/2403.00002), 2024"],
  ["paper", "This is the codebase for [Birds hoot better than they sing](https://arxiv.org/abs/2403.00002)."],
  ["training-data", "The models were trained on the [ImageNet](https://image-net.org)."],
  ["evaluation-data", "Fetch [dev](https://files.example.org/hoots/dev-v1.1.json)."],
  ["sample-outputs", "Look at [what it says](https://github.com/acme/owl-output-dataset)."],
  [
    "evaluation-results",
    "## Evaluation\n\nAll evaluation details can be found in [our post](https://example.org/owl).",
  ],
  ["weights", "## Released models\n\n[link](https://files.example.org/owl-data/owl_small.zip)"],
])("%s is led to by: %s", async (component, words) => {
  expect(await listQuotes(component, words)).toHaveLength(1);
});

test.each<[ComponentId, string]>([
  [
    "intermediate-weights",
    "We will release intermediate checkpoints [here](https://files.example.org/list.txt) soon; stay tuned.",
  ],
  ["intermediate-weights", "We store intermediate checkpoints. See [how](https://files.example.org/list.txt)."],
  ["model-card", "Please refer to the model card for more details."],
  ["model-card", `- [Owl 7B](${MODEL})\n\nThe text is based on the model card of somebody else.`],
  ["model-card", "This was adapted from a [model card](https://huggingface.co/acme/eagle)."],
  ["paper", "We follow the method of [this paper](https://arxiv.org/abs/2403.00002)."],
  ["paper", "## References\n\n[1]: [LoRA](https://arxiv.org/abs/2403.00002): tuning with few weights"],
  ["paper", "```\n@software{owl,\n  title={Owl}\n}\n@misc{eagle, title={Eagle}, eprint={2403.00002}}\n```"],
  ["paper", "```\n@software{owl, title={Owl}, doi = {10.5281/zenodo.1}}\n```"],
  [
    "training-data",
    "## Fine-tuning\n\n### Data\n\nTake [nests](https://huggingface.co/datasets/other/nests) to tune it.",
  ],
  ["training-data", "A corpus for training is at [crawl](https://commoncrawl.org/)."],
  ["training-data", "Trained birds write the [dataset](https://github.com/acme/owl-output-dataset)."],
])("%s is not led to by: %s", async (component, words) => {
  expect(await listQuotes(component, words)).toEqual([]);
});

test("a card that only sends its readers on is a pointer, one with something in it is the card", async () => {
  const stub = "# Model card\n\nPlease see Appendix D of our [paper](https://arxiv.org/abs/2403.00002).\n";
  const held = await holdingOf("model-card", { files: { "projects/owl/model_card.md": stub } });
  expect(held?.files).toEqual([]);
  expect(held?.pointers.map(({ quote }) => quote)).toEqual(["https://arxiv.org/abs/2403.00002"]);
});

test.each([
  ["model_cards/owl.md", true],
  ["Owl_v1_Model_Card.md", true],
  ["model_cards/README.md", false],
  ["model_card_template.md", false],
])("a text at %s is a card: %s", async (path, is) => {
  const text = `# Owl\n\n## Use\n\n${"The owl is used at night. ".repeat(8)}\n\n## Limits\n\n${"It sleeps by day. ".repeat(8)}\n`;
  const held = await holdingOf("model-card", { files: { [path]: text } });
  expect((held?.files ?? []).map(({ artifact }) => artifact.path)).toEqual(is ? [path] : []);
});

test("answers that were evaluated are kept in a folder of the evaluation", async () => {
  const listed = ["eval/output/owl.jsonl", "eval/output/gpt-4.jsonl", "owl/output/run.jsonl", "eval/data/owl.jsonl"];
  const held = await holdingOf("sample-outputs", { listed });
  expect(held?.files.map(({ artifact }) => artifact.path)).toEqual(["eval/output/owl.jsonl"]);
});

test("lines in a folder called a benchmark, and tables beside a README that says so, are evaluated on", async () => {
  const readme = "# Data\n\nHere we say how we prepared the data for evaluation.\n";
  const listed = ["owl1/benchmark/hoots.jsonl", "owl1/benchmark/speed.csv", "data/hoots.json"];
  const held = await holdingOf("evaluation-data", { files: { "data/README.md": readme }, listed });
  expect(held?.files.map(({ artifact }) => artifact.path)).toEqual(["data/hoots.json", "owl1/benchmark/hoots.jsonl"]);
});

test.each([
  ["## Pre-training data\n\nWe will **not** be able to release the pre-processed datasets used in the paper.", true],
  ["Unfortunately, the data we used in the paper is not publicly available.", true],
  ["The data we used in the demo is not publicly available.", false],
])("the release's word %s denies its data: %s", async (words, is) => {
  const held = await holdingOf("training-data", { files: { "README.md": `# Owl\n\n${words}\n` } });
  expect(held?.withheld !== undefined).toBe(is);
});

test.each([
  ["Hoots", true],
  ["Downloading hoots", false],
])("the README %s of a folder of data sets is their card: %s", async (title, is) => {
  const text = `# ${title}\n\n## Source\n\n${"Hoots were taken at night. ".repeat(8)}\n\n## Size\n\n${"There are many. ".repeat(8)}\n`;
  const held = await holdingOf("data-card", { files: { "datasets/README.md": text } });
  expect(held?.files.length).toBe(is ? 1 : 0);
});
