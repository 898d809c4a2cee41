import { expect, test } from "vitest";
import { openBench, type Sketch } from "../../../test/support/release.ts";
import { inventory } from "./index.ts";

async function listQuotes(sketch: Sketch): Promise<readonly string[]> {
  const all = await openBench({ target: "acme/owl", ...sketch }).study(inventory);
  return (all.get("evaluation-results")?.files ?? []).map(({ note }) => note.quote ?? "");
}

function table(...rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (cells) => `<tr>\n${cells.map((cell) => `<td align="center">${cell}</td>`).join("\n")}\n</tr>`,
  );
  return `<table>\n${lines.join("\n")}\n</table>\n`;
}

test("a table of HTML reports, and the quote is the figure", async () => {
  const html = table(
    ["Benchmark", "Metric", "<b>Owl</b> 7B", "GPT-4"],
    ["hoot", "accuracy", "<strong>87.1</strong>", "90"],
  );
  expect(await listQuotes({ files: { "README.md": `# Owl\n\n## Results\n\n${html}` } })).toEqual([
    '<td align="center"><strong>87.1</strong></td>',
  ]);
});

test("a cell that spans rows does not shift the columns", async () => {
  const html = table(["Group", "Benchmark", "GPT-4", "Owl"], ["all", "accuracy", "90", "-"], ["F1", "80", "51.5"]);
  expect(await listQuotes({ files: { "README.md": `# Owl\n\n## Results\n\n${html}` } })).toEqual([
    '<td align="center">51.5</td>',
  ]);
});

test.each([
  ["of other models", table(["Benchmark", "GPT-4", "Llama-2-7B"], ["accuracy", "90", "80"])],
  ["that is never closed and empty", "<table><tr><td>"],
  ["without figures", table(["Benchmark", "Owl"], ["accuracy", "soon"])],
])("a table %s reports nothing", async (_, html) => {
  expect(await listQuotes({ files: { "README.md": `# Owl\n\n## Results\n\n${html}` } })).toEqual([]);
});

test.each(["README_zh.md", "README-nl.md", "docs/README-owl-en.md"])("%s is read as a README is", async (path) => {
  const card = "# Owl\n\n## Ergebnisse\n\n| Aufgabe | accuracy |\n|---|---|\n| hoot | 87.1 |\n";
  expect(await listQuotes({ files: { [path]: card } })).toEqual(["| hoot | 87.1 |"]);
});

const CARD = "---\nlicense: mit\n---\n# Owl\n\n";

test.each([
  ["## Results\n\n- Perplexity: 9.15\n", "- Perplexity: 9.15"],
  ["## Bias\n\nWe found accuracy >96% across all owls.\n", "We found accuracy >96% across all owls."],
])("a card's sentence %j reports", async (words, quote) => {
  expect(await listQuotes({ files: { "README.md": `${CARD}${words}` } })).toEqual([quote]);
});

test.each([
  ["## Usage\n\nThe accuracy is 0.9 at best.\n", "of another section"],
  ["## Results\n\nGPT-4 has an accuracy of 96%.\n", "of another model"],
  ["## Results\n\nThe planned accuracy is 96%.\n", "that is planned"],
  ["## Results\n\nAccuracy was measured in 3-shot runs.\n", "without a figure"],
])("a sentence %j reports nothing: %s", async (words) => {
  expect(await listQuotes({ files: { "README.md": `${CARD}${words}` } })).toEqual([]);
});

test("a sentence of a README that is no card reports nothing", async () => {
  expect(await listQuotes({ files: { "README.md": "# Owl\n\n## Results\n\n- Perplexity: 9.15\n" } })).toEqual([]);
});

test("listed files of results count by their place and name, and not those of other models", async () => {
  const listed = ["evals/owl-7b/owl-5shot.json", "evaluation/results/hits.csv", "docs/owl_results.csv"];
  const others = [
    "evals/opt/opt-5shot.json",
    "evaluation/results/gpt-4.json",
    "evaluation/settings.json",
    "docs/profile.csv",
  ];
  const all = await openBench({ target: "acme/owl", listed: [...listed, ...others] }).study(inventory);
  const paths = (all.get("evaluation-results")?.files ?? []).map(({ artifact }) => artifact.path);
  expect(paths).toEqual(listed.toSorted());
});

test("a sentence says which file holds the results; of speed it is none", async () => {
  const readme =
    "# Owl\n\nThe evaluation results are in [EVAL.md](EVAL.md).\n\nBenchmark results of [speed](speed-benchmark.md).\n";
  const listed = ["EVAL.md", "speed-benchmark.md"];
  expect(await listQuotes({ files: { "README.md": readme }, listed })).toEqual(["EVAL.md"]);
});

test("a picture of results counts where it lies in the release and under such a heading", async () => {
  const card = (heading: string): string => `# Owl\n\n## ${heading}\n\n![](figures/benchmark_owl.png)\n`;
  const listed = ["figures/benchmark_owl.png"];
  expect(await listQuotes({ files: { "README.md": card("Results") }, listed })).toEqual(["figures/benchmark_owl.png"]);
  expect(await listQuotes({ files: { "README.md": card("Usage") }, listed })).toEqual([]);
  expect(await listQuotes({ files: { "README.md": card("Results") } })).toEqual([]);
});

test.each([
  ["pictures/hella_swag.png", "", "## Results\n\n"],
  ["https://github.com/user-attachments/assets/5f2", "accuracy by bird", ""],
])("a picture %s called '%s' is one of results", async (url, words, heading) => {
  const files = { "README.md": `# Owl\n\n${heading}![${words}](${url})\n` };
  expect(await listQuotes({ files, listed: ["pictures/hella_swag.png"] })).toEqual([url]);
});

test.each(["![latency and accuracy](chart.png)", "![accuracy of GPT-4](chart.png)", "![a map of owls](chart.png)"])(
  "%s is no picture of the model's results",
  async (picture) => {
    expect(await listQuotes({ files: { "README.md": `# Owl\n\n${picture}\n` }, listed: ["chart.png"] })).toEqual([]);
  },
);

test("a table of the release's own name on two benchmarks is one of results wherever it stands", async () => {
  const rows = (name: string, first: string, second: string): string =>
    `# Owl\n\n## Models\n\nModel | ${first} | ${second}\n--- | --- | ---\n${name} | 91.0/84.3 | 86.05\n`;
  expect(await listQuotes({ files: { "README.md": rows("Owl-Large", "SQuAD 1.1 F1/EM", "MNLI") } })).toHaveLength(1);
  expect(await listQuotes({ files: { "README.md": rows("Owl-Large", "SQuAD 1.1 F1/EM", "Layers") } })).toEqual([]);
  expect(await listQuotes({ files: { "README.md": rows("Large", "SQuAD 1.1 F1/EM", "MNLI") } })).toEqual([]);
});

test("the README of a part with weights of its own reports, one without them does not", async () => {
  const part = (link: string): string =>
    `# Chick\n\n${link}\n\n## Results\n\n| Task | accuracy |\n|---|---|\n| hoot | 9 |\n`;
  const quotes = async (link: string): Promise<readonly string[]> =>
    await listQuotes({ files: { "projects/chick/README.md": part(link) } });
  expect(await quotes("[weights](https://files.example.org/chick.safetensors)")).toEqual(["| hoot | 9 |"]);
  expect(await quotes("```\nrun --from https://files.example.org/chick.pt\n```")).toEqual(["| hoot | 9 |"]);
  expect(await quotes("A chick.")).toEqual([]);
});

test("a log counts by its own name, and none of speed does", async () => {
  const listed = ["eval/out/owl_eval_result.txt", "eval/results/notes.txt", "eval/results/speed_scores.csv"];
  const all = await openBench({ target: "acme/owl", listed }).study(inventory);
  const paths = (all.get("evaluation-results")?.files ?? []).map(({ artifact }) => artifact.path);
  expect(paths).toEqual(["eval/out/owl_eval_result.txt"]);
});
