import { expect, test } from "vitest";
import { openBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import type { Holding } from "../../model/inventory.ts";
import { inventory } from "./index.ts";

async function held(component: ComponentId, readme: string, more: Sketch = {}): Promise<Holding | undefined> {
  const files = { "README.md": readme, ...more.files };
  return (await openBench({ target: "acme/owl", ...more, files }).study(inventory)).get(component);
}

test.each<[string, ComponentId]>([
  ["We will not release the training data.", "training-data"],
  ["The training data are not publicly available.", "training-data"],
  ["Our training dataset is proprietary.", "training-data"],
  ["## Data\n\nWe will not be releasing the dataset.", "training-data"],
  ["We do not plan to publish the training code.", "training-code"],
  ["The results are based on the internal, non-open-source hoot evaluation framework.", "evaluation-code"],
  ["The weights will not be released.", "weights"],
])("%s denies %s", async (words, component) => {
  const holding = await held(component, `# Owl\n\n${words}\n`);
  expect(holding?.withheld).toMatchObject({ code: "said-withheld", quote: words.split("\n").at(-1) });
});

test.each<[string, ComponentId]>([
  ["The training data are not yet available.", "training-data"],
  ["We have not released the training code yet; it will be published soon.", "training-code"],
  ["If you do not release the training data, say so.", "training-data"],
  ["Will you not release the training data?", "training-data"],
  ["We do not release the raw training data, but all that was made of it.", "training-data"],
  ["We do not share your data.", "training-data"],
  ["We will not share personal data.", "training-data"],
  ["The dataset is not available in Dutch.", "training-data"],
  ["The developers of Llama-2-7B do not release the training data.", "training-data"],
  ["The weights are not just available, they are free.", "weights"],
  ["Not only the weights are published, but also the code.", "weights"],
  ["<!-- We will not release the training data. -->", "training-data"],
  ["```\nWe will not release the training data.\n```", "training-data"],
  ["We release the training data.", "training-data"],
])("%s denies nothing", async (words, component) => {
  expect((await held(component, `# Owl\n\n${words}\n`))?.withheld).toBeUndefined();
});

test("a sentence denies nothing against files that are there, nor against a link", async () => {
  const sentence = "# Owl\n\nWe will not release the training data.\n";
  const there = await held("training-data", sentence, { files: { "data/train.txt": "four plus seven\nis eleven\n" } });
  expect(there?.withheld).toBeUndefined();
  const linked = `${sentence}\n## Training\n\n[nests](https://huggingface.co/datasets/acme/nests)\n`;
  expect((await held("training-data", linked))?.withheld).toBeUndefined();
});

test("only documents on the release deny, not those among its examples", async () => {
  const sentence = "# Nest\n\nWe will not release the training data.\n";
  const holding = await held("training-data", "# Owl\n", { files: { "examples/nest/README.md": sentence } });
  expect(holding?.withheld).toBeUndefined();
});

test.each<[string, ComponentId, string]>([
  ["The weights are completely open for research.", "weights", "open"],
  ["The weights are available upon request.", "weights", "on-request"],
  ["To get the dataset, fill out the request form.", "training-data", "on-request"],
  ["By downloading the dataset you agree that you have accepted its terms.", "training-data", "gated"],
  ["To download the weights, visit our site and accept the licence.", "weights", "gated"],
])("%s says that %s are given out: %s", async (words, component, level) => {
  const holding = await held(component, `# Owl\n\n${words}\n`);
  expect(holding?.access).toMatchObject({ level, note: { quote: words } });
});

test.each<[string, ComponentId]>([
  ["The weights will be publicly available.", "weights"],
  ["The weights are not publicly available.", "weights"],
  ["The weights of Llama-2-7B are available on request.", "weights"],
  ["You may request a feature.", "weights"],
  ["We tuned it on publicly available datasets.", "training-data"],
])("%s says nothing of it", async (words, component) => {
  expect((await held(component, `# Owl\n\n${words}\n`))?.access).toBeUndefined();
});

test("a condition that is stated anywhere counts before openness", async () => {
  const readme = "# Owl\n\nThe weights are freely available.\n\nRequest access to the weights with the form.\n";
  expect((await held("weights", readme))?.access?.level).toBe("on-request");
});
