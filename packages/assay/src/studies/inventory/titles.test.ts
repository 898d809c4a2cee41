import { expect, test } from "vitest";
import { openBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentId } from "../../model/components.ts";
import { inventory } from "./index.ts";

async function listFound(component: ComponentId, sketch: Sketch): Promise<readonly string[]> {
  const all = await openBench({ target: "acme/owl", ...sketch }).study(inventory);
  return (all.get(component)?.files ?? []).map(({ artifact }) => artifact.path);
}

test.each<[ComponentId, string]>([
  ["technical-report", "Llama4_Technical_Report.pdf"],
  ["evaluation-results", "eval/eval_res/Llama4-7B_result.txt"],
  ["sample-outputs", "eval/output/Llama4-7B.jsonl"],
])("%s of the model in the title is the release's own: %s", async (component, path) => {
  const listed = { listed: [path], sizes: { [path]: 4_000 } };
  expect(await listFound(component, { files: { "README.md": "# Llama4\n" }, ...listed })).toEqual([path]);
  expect(await listFound(component, { files: { "README.md": "# Owl\n" }, ...listed })).toEqual([]);
});

test("a report on a shelf is on the part of its name", async () => {
  const listed = ["research/nest2-techreport.pdf", "research/eagle-techreport.pdf"];
  const sizes = Object.fromEntries(listed.map((path) => [path, 4_000]));
  const files = {
    "README.md": "# Owl\n",
    "recipes/nest2/README.md": "# Owlet Nest 2\n",
    "recipes/eagle/README.md": "# X\n",
  };
  expect(await listFound("technical-report", { files, listed, sizes, target: "acme/owlet" })).toEqual([
    "research/nest2-techreport.pdf",
  ]);
});

test("what is listed in a folder of cards is one, unless it shows how to write one or is on another model", async () => {
  const listed = ["model_cards/Owl-1.md", "model_cards/template.md", "model_cards/GPT-4.md", "a/b/model_cards/Owl.md"];
  expect(await listFound("model-card", { listed })).toEqual(["model_cards/Owl-1.md"]);
});

const TABLE = "| Model | hoots | flights |\n|---|---|---|\n| GPT-4 | 0.7 | 0.8 |\n| Llama Owl 2 | 0.9 | 0.8 |\n";

test.each(["Llama-Owl2/MODEL_CARD.md", "Llama-Owl2/7B/MODEL_CARD.md"])(
  "%s names its model by its folder",
  async (path) => {
    const files = { [path]: `# Model Details\n\nIt hoots.\n\n# Evaluation results\n\n${TABLE}` };
    expect(await listFound("evaluation-results", { files, target: "acme/birds" })).toEqual([path]);
  },
);

test("a table that compares machines is none, whatever it names", async () => {
  const files = { "MODEL_CARD.md": `# Llama Owl 2\n\n# Evaluation\n\n${TABLE.replace("hoots", "GPU memory")}` };
  expect(await listFound("evaluation-results", { files, target: "acme/birds" })).toEqual([]);
});

test("a document on a model of the release tells its figures wherever it lies", async () => {
  const table = "| Benchmark | Ultra 70B | GLM-4 |\n|---|---|---|\n| MMLU | 79.0 | 65.6 |\n| GSM8K | 85.4 | 72.1 |\n";
  const path = "usage-cookbook/ultra/README.md";
  const titled = { [path]: `# Acme Owlet 3 Ultra\n\n## Benchmark results\n\n${table}` };
  expect(await listFound("evaluation-results", { files: titled, target: "acme/owlet" })).toEqual([path]);
  const other = { [path]: `# Acme Eagle 3 Ultra\n\n## Benchmark results\n\n${table}` };
  expect(await listFound("evaluation-results", { files: other, target: "acme/owlet" })).toEqual([]);
});

test("a set below a folder that is called by a benchmark is what one evaluates with", async () => {
  const listed = [
    "eval/gpqa/dataset.zip",
    "eval/gsm8k/test.json",
    "eval/gsm8k/test_results.json",
    "eval/code/dataset.zip",
  ];
  expect(await listFound("evaluation-data", { listed })).toEqual(["eval/gpqa/dataset.zip", "eval/gsm8k/test.json"]);
});
