import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const askCard = (body: string): ReturnType<typeof ask> =>
  ask(probe, { target: "acme/owl", files: { "README.md": `# Owl\n\n${body}\n` } });

const BENCHMARKS = "evaluation.benchmarks";

test.each([
  ["## Evaluation\n\n| benchmark | score |\n|---|---|\n| MMLU (5-shot) | 45.3 |\n| GSM-8K | 30 |", ["GSM8K", "MMLU"]],
  ["| model | MMLU | HumanEval |\n|---|---|---|\n| Llama 3 | 60 | 50 |\n| **Owl-7B** | 61 | - |", ["MMLU"]],
  ["| task | Llama 3 | Owl |\n|---|---|---|\n| MMLU | 60 | 61 |\n| DROP | 50 | TBD |", ["MMLU"]],
  [
    "## Evaluation\n\n<table><tr><th>task</th><th>Owl</th></tr><tr><td>C-Eval</td><td>61.0</td></tr></table>",
    ["C-Eval"],
  ],
])("benchmarks of %j", async (body, names) => {
  expect((await askCard(body)).get(BENCHMARKS)?.value).toEqual(names);
});

test.each([
  ["## Evaluation\n\n| model | MMLU |\n|---|---|\n| Llama 3 | 60 |"],
  ["## Results of Llama 3\n\n| benchmark | score |\n|---|---|\n| MMLU | 45.3 |"],
  ["## Evaluation\n\n| benchmark | score |\n|---|---|\n| MMLU | TBD |"],
  ["## Usage\n\n| benchmark | size |\n|---|---|\n| MMLU | 45 |"],
  ["## Evaluation\n\nWe used MMLU."],
])("%j has no figure of this model", async (body) => {
  expect((await askCard(body)).get(BENCHMARKS)).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("the row of the version that a card is about is the one that is cited", async () => {
  const table = "| model | MMLU |\n|---|---|\n| Owl 1 7B | 40 |\n| Owl 2 7B | 45 |";
  const claims = await ask(probe, {
    target: "meta/llama",
    files: { "README.md": `# Llama 2\n\nLlama 2 is newer.\n\n${table.replaceAll("Owl", "Llama")}\n` },
  });
  expect(claims.seen.evidence[0]?.quote).toBe("| Llama 2 7B | 45 |");
});

test("code of evaluations that is there makes them repeatable", async () => {
  const claims = await ask(probe, { listed: ["eval/eval.py"] });
  expect(claims.get("evaluation.reproducible")?.value).toBe(true);
});

test("the front matter names benchmarks of figures", async () => {
  const front =
    "model-index:\n- name: owl\n  results:\n  - dataset:\n      name: hoots\n    metrics:\n    - type: acc\n      value: 0.9\n";
  const claims = await ask(probe, { files: { "README.md": `---\n${front}---\n# Owl\n` } });
  expect(claims.get(BENCHMARKS)?.value).toEqual(["hoots"]);
});

test.each([
  ["red-team.described", "We conducted red teaming with external experts.", true],
  ["red-team.described", "No red teaming was conducted.", false],
  ["red-team.described", "Developers should do red teaming of their own.", "unknown"],
  ["safety-evaluation.reported", "We evaluated the model for toxicity and found little.", true],
  ["safety-evaluation.reported", "The model has not been evaluated for safety.", false],
  ["safety-evaluation.reported", "You should run safety tests before deploying.", "unknown"],
  ["safety-evaluation.reported", "## Evaluation\n\n| benchmark | score |\n|---|---|\n| ToxiGen | 0.1 |", true],
  ["evaluation.reproducible", "The results were obtained with lm-evaluation-harness.", true],
  ["evaluation.reproducible", "We do not release the evaluation code.", false],
  ["evaluation.reproducible", "Good results.", "unknown"],
])("%s of %j is %s", async (claim, body, value) => {
  expect((await askCard(body)).get(claim)?.value).toBe(value);
});
