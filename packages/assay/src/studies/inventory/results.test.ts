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
