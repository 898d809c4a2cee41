import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const askCard = (body: string, target = "acme/owl"): ReturnType<typeof ask> =>
  ask(probe, { target, files: { "README.md": `# Owl\n\n${body}\n` } });

test("a known data set in a sentence on the training names a source, at its line", async () => {
  const claims = await askCard("Owl was trained on the Pile and on Wikipedia.");
  expect(claims.get("data-sources.named")?.value).toBe(true);
  expect(claims.get("data-provenance.kinds")?.value).toEqual(["public-datasets"]);
  expect(claims.seen.evidence[0]).toMatchObject({
    quote: "Owl was trained on the Pile and on Wikipedia.",
    at: { path: "README.md", line: 3 },
  });
});

test.each([
  ["We do not disclose the training data.", false],
  ["The training data are not disclosed.", false],
  ["No information about the training data sources is given here.", false],
  ["We do not release the training data.", "unknown"],
  ["You can train it on Wikipedia.", "unknown"],
  ["We will describe the training data, Wikipedia among them, in a paper.", "unknown"],
  ["Owl was not trained on Wikipedia.", "unknown"],
  ["Llama 3 was trained on Wikipedia.", "unknown"],
  ["We evaluated on Wikipedia.", "unknown"],
])("from %j it follows that sources are named: %s", async (sentence, value) => {
  expect((await askCard(`## Training data\n\n${sentence}`)).get("data-sources.named")?.value).toBe(value);
});

test("the release's word against itself is a conflict", async () => {
  const claims = await askCard("Owl was trained on the Pile. We do not disclose the training data.");
  expect(claims.get("data-sources.named")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test("what the front matter names is named and linked", async () => {
  const card = "---\ndatasets:\n- acme/hoots\nlanguage:\n- en\n- nl\n---\n# Owl\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("data-sources.named")?.value).toBe(true);
  expect(claims.get("data-sources.linked")?.value).toBe(true);
  expect(claims.get("languages.named")?.value).toEqual(["en", "nl"]);
});

test.each([
  ["[hoots](https://huggingface.co/datasets/acme/hoots)", true],
  ["[the corpus](https://example.org/hoots)", true],
  ["[the corpus](https://arxiv.org/abs/2402.02255)", "unknown"],
  ["[our page](https://example.org/)", "unknown"],
  ["[hoots](https://huggingface.co/datasets/acme/hoots) will be released soon", "unknown"],
])("of the link %s under a heading of data it is said that data are linked: %s", async (link, value) => {
  const claims = await askCard(`## Training data\n\nSentences of owls: ${link}.`);
  expect(claims.get("data-sources.linked")?.value).toBe(value);
});

test("data that a reader may take for those that are lost are no sources", async () => {
  const books =
    "Our books are no longer\npublicly available. The\n[Old Books Dataset](https://example.org/books)\nhas fewer.";
  const crawl = "[Common Crawl](https://commoncrawl.org/) is another collection.";
  const claims = await askCard(`## Training data\n\n${books}\n\n${crawl}`);
  expect(claims.get("data-sources.linked")?.value).toBe("unknown");
  const beside = await askCard(
    `## Training data\n\n${books}\n\n[The other corpus](https://example.org/hoots) is here.`,
  );
  expect(beside.get("data-sources.linked")?.value).toBe(true);
});

test.each([
  ["Owl was trained on text crawled from the web.", ["web-crawl"]],
  ["Owl was trained on publicly available data.", ["public-datasets"]],
  ["The training data are synthetic dialogues and human-written answers.", ["human-written", "synthetic"]],
  ["Owl was trained on licensed images and on user conversations.", ["licensed", "user-data"]],
])("kinds of %j", async (sentence, kinds) => {
  expect((await askCard(sentence)).get("data-provenance.kinds")?.value).toEqual(kinds);
});

test("a kind that is denied is none", async () => {
  const claims = await askCard("The training data include no user data.");
  expect(claims.get("data-provenance.kinds")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test.each([
  ["Owl was trained on 1.4T tokens.", 1.4e12],
  ["The model was pretrained on over **15 trillion** tokens of text.", 15e12],
  ["Each model saw 299,892,736,000 ~= 300B tokens during training.", 300e9],
  ["The model is trained for about 1T tokens of text, supplemented by supervised fine-tuning.", 1e12],
  ["模型在 2 万亿 tokens 上训练。", 2e12],
])("%j states tokens", async (sentence, value) => {
  expect((await askCard(sentence)).get("training-data.tokens")).toMatchObject({ value, unit: "tokens" });
});

test.each([
  ["Llama 3 was trained on 15T tokens."],
  ["Owl is better than Llama 3, trained on 15T tokens."],
  ["It was fine-tuned on 5B tokens."],
  ["We trained with a batch size of 4M tokens."],
  ["The learning rate was stepped down in training after 1.6T tokens."],
  ["Owl was pretrained and has a 1M-token context."],
  ["We plan to train it on 3T tokens."],
])("%j states no tokens of the whole training", async (sentence) => {
  expect((await askCard(sentence)).get("training-data.tokens")).toMatchObject({ because: "not-observed" });
});

test("figures that differ are a conflict, and both are cited", async () => {
  const claims = await askCard("Owl-1B was trained on 2T tokens.\n\nOwl-7B was trained on 6T tokens.");
  expect(claims.get("training-data.tokens")).toMatchObject({ value: "unknown", because: "conflicting" });
  expect(claims.get("training-data.tokens")?.evidence).toHaveLength(2);
});

test("a column of tokens is read in the rows of this model, and in the total of parts", async () => {
  const rows = "| model | training tokens |\n|---|---|\n| Owl-7B | 2T |\n| Llama 3 | 15T |";
  expect((await askCard(rows)).get("training-data.tokens")?.value).toBe(2e12);
  const parts = "| part | tokens (billion) |\n|---|---|\n| books | 100 |\n| web | 300 |\n| Total | 400 |";
  expect((await askCard(parts)).get("training-data.tokens")?.value).toBe(400e9);
});

test.each([
  ["Owl supports 3 languages: English, Dutch and French.", ["Dutch", "English", "French"]],
  ["Owl is intended for use in English.", ["English"]],
])("%j names languages", async (sentence, names) => {
  expect((await askCard(sentence)).get("languages.named")?.value).toEqual(names);
});

test.each([
  ["It must not be used in languages other than English."],
  ["Owl translates the README of this page to French and German."],
  ["It outperforms others in English and French."],
])("%j names no languages of the model", async (sentence) => {
  expect((await askCard(sentence)).get("languages.named")?.value).toBe("unknown");
});

test("respect for robots.txt is a way out", async () => {
  const claims = await askCard("Our training data were crawled respecting robots.txt.");
  expect(claims.get("data-opt-out.described")?.value).toBe(true);
  const other = await askCard("You can opt out of telemetry of the data loader.");
  expect(other.get("data-opt-out.described")?.value).toBe("unknown");
});

const SUMMARY = [
  "1.1 Provider identification",
  "1.2 Model identification",
  "2 List of data sources",
  "2.4 User data",
  "2.5 Synthetic data",
  "3.1 Respect of reservation of rights",
]
  .map((title) => `## ${title}\n\nHoots.\n`)
  .join("\n");

test("the European summary is known by its headings, and not by one of them", async () => {
  const claims = await ask(probe, { files: { "SUMMARY.md": `# Summary\n\n${SUMMARY}` } });
  expect(claims.get("training-content-summary.published")?.value).toBe(true);
  const one = await ask(probe, { files: { "SUMMARY.md": "# Summary\n\n## List of data sources\n\nHoots.\n" } });
  expect(one.get("training-content-summary.published")?.value).toBe("unknown");
});

test("a summary that is only listed is not read", async () => {
  const claims = await ask(probe, { listed: ["Owl_EU_Public_Summary.pdf"] });
  expect(claims.get("training-content-summary.published")).toMatchObject({ because: "listed-not-read" });
});
