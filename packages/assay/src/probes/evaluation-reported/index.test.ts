import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const CLAIM = "evaluation-results.published";

test("a table of figures under a heading of results reports them", async () => {
  const card = "# Owl\n\n## Evaluation\n\n| task | accuracy |\n|---|---|\n| hoot | 87.1 |\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get(CLAIM)?.value).toBe(true);
  expect(claims.seen.evidence[0]?.quote).toBe("| hoot | 87.1 |");
});

test("a file of results with a measure reports them", async () => {
  const claims = await ask(probe, { files: { "evaluation/results.json": '{"accuracy": 0.87}' } });
  expect(claims.get(CLAIM)?.value).toBe(true);
});

test.each([
  ["# Owl\n\n## Evaluation\n\nResults will follow.\n", "a promise"],
  ["# Owl\n\n## Usage\n\n| option | value |\n|---|---|\n| size | 3 |\n", "a table about something else"],
  ["# Owl\n\n## Results\n\n| task | link |\n|---|---|\n| hoot | see paper |\n", "a table without figures"],
])("%j is no report: %s", async (card) => {
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get(CLAIM)).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a manifest without results says that there are none", async () => {
  expect((await ask(probe, { parts: [{ component: "weights" }] })).get(CLAIM)?.value).toBe(false);
});

/** A card with a table: its header, the dashes of as many columns, its rows. */
function table(title: string, heading: string, rows: string): string {
  const [header = "", ...below] = rows.split("\n");
  const dashes = `${"|---".repeat(header.split("|").length - 2)}|`;
  return `# ${title}\n\n## ${heading}\n\n${[header, dashes, ...below].join("\n")}\n`;
}

test.each([
  ["machines", table("Owl", "Performance", "| GPU | VRAM (GB) |\n| A100 | 80 |")],
  ["machines in percent", table("Owl", "Performance", "| GPU | load (%) |\n| A100 | 80 |")],
  ["a plan", table("Owl", "Benchmarks we plan", "| task | accuracy |\n| planned | 1 |")],
  ["no measure", table("Owl", "Results", "| step | nr |\n| first | 1 |")],
  ["another model's section", table("Owl", "Results of GPT-4", "| task | accuracy |\n| mmlu | 86 |")],
  ["other models only", table("Owl", "Results", "| model | MMLU |\n| Llama-2-7B | 45.3 |\n| Gemma 7B | 64.3 |")],
  ["the own row empty", table("Owl", "Results", "| model | MMLU |\n| Owl | TBD |\n| Llama-2-7B | 45.3 |")],
])("a table of %s reports nothing", async (_, card) => {
  expect((await ask(probe, { files: { "README.md": card } })).get(CLAIM)?.value).toBe("unknown");
});

test.each([
  ["| model | MMLU |\n| Llama-2-7B | 45.3 |\n| **Owl-7B** | 51.0 |", "| **Owl-7B** | 51.0 |"],
  ["| task | GPT-4 | Owl |\n| MMLU | 86.4 | - |\n| F1 | 80 | 51 |", "| F1 | 80 | 51 |"],
])("the model's own figures are found beside those of others", async (rows, quote) => {
  const claims = await ask(probe, { files: { "README.md": table("Owl", "Results", rows) } });
  expect(claims.get(CLAIM)?.value).toBe(true);
  expect(claims.seen.evidence[0]?.quote).toBe(quote);
});

test.each([
  ["results.json", '{"generated_at": 1700000000}'],
  ["results.json", '{"error": 404}'],
  ["package-results.json", '{"passwords": 3}'],
  ["metrics.json", '{"train_loss": 2.5, "loss": 2.5, "train_accuracy": 0.9}'],
  ["results.json", '{"accuracy": 0, "accuracy_stderr": 0.1, "score_threshold": 0.5}'],
  ["results.json", '{"accuracy": "later"}'],
  ["node_modules/x/results.json", '{"accuracy": 0.5}'],
])("%s with %s reports nothing", async (path, content) => {
  expect((await ask(probe, { files: { [path]: content } })).get(CLAIM)?.value).toBe("unknown");
});

test.each(["TBD", "", "null"])("a model-index whose value is %j reports nothing", async (value) => {
  const front = `model-index:\n- name: x\n  results:\n  - metrics:\n    - type: acc\n      value: ${value}\n`;
  expect((await ask(probe, { files: { "README.md": `---\n${front}---\n# Owl\n` } })).get(CLAIM)?.value).toBe("unknown");
});

test("a manifest that calls results what holds no figure leaves them open", async () => {
  const parts = [{ component: "evaluation-results", files: ["x.md", "y.json"] }];
  const files = { "x.md": "# Owl\n\nGood.\n", "y.json": '{"a": 1}' };
  expect((await ask(probe, { parts, files })).get(CLAIM)).toMatchObject({ value: "unknown", because: "unreadable" });
  const figures = table("Owl", "By task", "| task | accuracy |\n| hoot | 87.1 |");
  expect((await ask(probe, { parts, files: { ...files, "x.md": figures } })).get(CLAIM)?.value).toBe(true);
});
