import { expect, test } from "vitest";
import { openBench } from "../../../test/support/release.ts";
import { readDate } from "./dates.ts";
import { type Disclosures, disclosures } from "./index.ts";
import { readPower, readScaled } from "./numbers.ts";
import { isOfAnother, isOwn, listNames } from "./own.ts";
import { benchmarkOf } from "./vocabulary.ts";

async function read(card: string): Promise<Disclosures> {
  return await openBench({ target: "acme/owl", files: { "README.md": card } }).study(disclosures);
}

test.each([
  ["a paragraph", `${"trained on 1.4T tokens of not ".repeat(7_000)}\n`],
  ["lines", "The model may produce not only text from the web in training, for 3 months.\n".repeat(20_000)],
  ["a table", `## Evaluation\n\n| a | MMLU |\n|---|---|\n${"| Owl | 3 |\n".repeat(50_000)}`],
  ["cells", `## Evaluation\n\n|${" MMLU |".repeat(20_000)}\n|${"---|".repeat(20_000)}\n|${" 3 |".repeat(20_000)}\n`],
  ["headings", "## Training data\n\nMany owls sleep by day and hoot at night.\n\n".repeat(15_000)],
  ["spaces", `${"a ".repeat(300_000)}\n`],
  ["brackets", `${"[".repeat(200_000)}${"<".repeat(200_000)}\n`],
  ["digits", `trained on ${"1,234,".repeat(50_000)} tokens\n`],
])("a card of %s without end is read in time that grows with its length", { timeout: 20_000 }, async (_, body) => {
  const start = performance.now();
  await read(`# Owl\n\n${body}`);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("what lies beyond the bound of all documents is said", async () => {
  const long = `# Owl\n\n${"Owls hoot at night.\n".repeat(110_000)}`;
  expect((await read(long)).isCut).toBe(true);
  expect((await read("# Owl\n")).isCut).toBe(false);
});

test("a sentence of the licence, of a citation, of another model or of an aside is none of this model", async () => {
  const sentence = "The model was trained on 2T tokens.";
  const said = async (card: string): Promise<number> =>
    (await read(card)).said.get("training-data.tokens")?.length ?? 0;
  expect(await said(`# Owl\n\n${sentence}\n`)).toBe(1);
  for (const title of ["License", "Citation", "Comparison with Llama 3", "News"])
    expect(await said(`# Owl\n\n## ${title}\n\n${sentence}\n`)).toBe(0);
  const bench = openBench({ files: { "examples/README.md": `# Owl\n\n${sentence}\n` } });
  expect((await bench.study(disclosures)).said.size).toBe(0);
});

test.each([
  ["1.4", "T", 1.4e12],
  ["299,892,736,000", "", 299892736000],
  ["3.3", "M", 3300000],
  ["2", "万亿", 2e12],
])("%s %s is %d", (figure, scale, value) => {
  expect(readScaled(figure, scale)).toBe(value);
});

test("a scale that is no word for one gives no number", () => {
  expect(readScaled("3", "owls")).toBeNaN();
  expect(readPower("3.8", "²⁵")).toBe(3.8e25);
});

test.each([
  [["2024", "4", "18"], "2024-04-18"],
  [["2024", "13"], undefined],
  [["2024", "1", "40"], undefined],
  [[undefined, undefined, undefined, "September", undefined, "2022"], "2022-09"],
])("the groups %j are the date %s", (groups, date) => {
  expect(readDate(groups)).toBe(date);
});

const release = openBench({ target: "meta/llama3" }).release;
const own = listNames(release, "Llama 3", "Llama 3 and Llama 3 again, not Llama 2.");

test.each([
  ["Llama 3 8B", true],
  ["Llama-3-70B", true],
  ["Llama 2", false],
  ["Qwen2.5", false],
  ["GPT-4", false],
])("%s is a name of Llama 3: %s", (name, value) => {
  expect(isOwn(name, own)).toBe(value);
});

test("the nearest name before a figure decides whose it is", () => {
  const words = "Unlike Llama 2, Llama 3 saw 15T tokens.";
  expect(isOfAnother(words, words.indexOf("15T"), own)).toBe(false);
  const turned = "Unlike Llama 3, Llama 2 saw 2T tokens.";
  expect(isOfAnother(turned, turned.indexOf("2T"), own)).toBe(true);
  expect(isOfAnother("It saw 300B tokens.", 7, own)).toBe(false);
});

test.each([
  ["MMLU-Pro (5-shot)", "MMLU-Pro"],
  ["**GSM8K**", "GSM8K"],
  ["MATH 500", "MATH"],
  ["[HumanEval](https://example.org)", "HumanEval"],
  ["mathematics", undefined],
  ["Race conditions", undefined],
  ["dropout", undefined],
])("the cell %j names %s", (cell, name) => {
  expect(benchmarkOf(cell)).toBe(name);
});
