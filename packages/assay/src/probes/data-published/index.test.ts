import { expect, test } from "vitest";
import { ask } from "../../../test/support/release.ts";
import probe from "./index.ts";

const LINES = "four plus seven\nis eleven\n";

test("data files are told apart by their use", async () => {
  const claims = await ask(probe, { files: { "data/train.txt": LINES, "data/eval.txt": LINES } });
  expect(claims.get("training-data.published")?.value).toBe(true);
  expect(claims.get("evaluation-data.published")?.value).toBe(true);
  expect(claims.get("training-data.named")?.value).toBe(true);
});

test("files alone never prove that they are all of the data", async () => {
  const claims = await ask(probe, { files: { "data/train.txt": LINES } });
  expect(claims.get("training-data.complete")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test("a manifest says that the data are whole, or that there are none", async () => {
  const part = { component: "training-data", files: ["data/train.txt"] };
  const whole = await ask(probe, { parts: [part], files: { "data/train.txt": LINES } });
  expect(whole.get("training-data.complete")?.value).toBe(true);
  const drafted = await ask(probe, { parts: [{ ...part, isDrafted: true }], files: { "data/train.txt": LINES } });
  expect(drafted.get("training-data.published")?.value).toBe(true);
  expect(drafted.get("training-data.complete")).toMatchObject({ value: "unknown", because: "not-observed" });
  const none = await ask(probe, { parts: [{ component: "weights" }] });
  expect(none.get("training-data.published")?.value).toBe(false);
  expect(none.get("training-data.complete")?.value).toBe(false);
});

test("data named in the card are named, not published", async () => {
  const card = "---\ndatasets:\n- acme/owls\n---\n# Owl\n";
  const claims = await ask(probe, { files: { "README.md": card } });
  expect(claims.get("training-data.named")?.value).toBe(true);
  expect(claims.get("training-data.published")).toMatchObject({ value: "unknown", because: "elsewhere" });
  expect(claims.seen.evidence.find(({ code }) => code === "data-named")).toMatchObject({
    quote: "datasets: acme/owls",
    at: { line: 3 },
  });
});

test("an empty release names nothing", async () => {
  const claims = await ask(probe, {});
  expect(claims.get("training-data.named")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test.each([
  ["data/train.txt", "\n"],
  ["data/train.txt", "a\n"],
  ["data/train.txt", "The data will be released soon.\nWe thank you for your patience and interest in our work.\n"],
  [
    "data/train.txt",
    "<!DOCTYPE html>\n<html><body>404: the page that you asked for is not here at all.</body></html>\n",
  ],
  ["data/train.txt", "https://example.org/a\nhttps://example.org/b\n"],
  ["data/train.txt", "images/0001.png\nimages/0002.png\n"],
  ["data/train/README.txt", LINES],
  ["data/train_urls.txt", LINES],
  ["data/validation/LICENSE.txt", LINES],
  ["data/corpus/requirements.txt", "numpy\ntorch\n"],
  ["data/train.jsonl", '{"message": "Not Found", "documentation": "https://example.org/docs/of/the/service"}\n'],
  ["data/train.jsonl", "not json\nnor this\n"],
  ["data/train.csv", "no table\nat all\n"],
  ["data/train.parquet", "404: Not Found".repeat(10)],
])("%s with %j is no data", async (path, content) => {
  const { seen } = await ask(probe, { files: { [path]: content } });
  expect(seen.claims.filter(({ value }) => value === true)).toEqual([]);
});

test.each([
  ["data/train.jsonl", '{"a": 1}\n{"a": 2}\n'],
  ["data/train.csv", "a,b\n1,2\n"],
  ["data/train.parquet", `PAR1${"\0".repeat(80)}PAR1`],
])("%s with %j is training data", async (path, content) => {
  const claims = await ask(probe, { files: { [path]: content } });
  expect(claims.get("training-data.published")?.value).toBe(true);
});

test.each([
  ["data/train-00000-of-00002.parquet", true],
  ["data/train.txt", "unknown"],
  ["data/train_ablation.jsonl", "unknown"],
])("of %s, only listed, it is said: %s", async (path, value) => {
  const claims = await ask(probe, { listed: [path] });
  expect(claims.get("training-data.published")?.value).toBe(value);
});

test.each([
  ["training-data", "x.txt", "x"],
  ["evaluation-data", "x.md", LINES],
  ["model-metadata", "x.txt", "x"],
  ["model-metadata", "x.json", '{"note": "later"}'],
])("a manifest that calls %s what %s does not bear out leaves it open", async (component, path, content) => {
  const claims = await ask(probe, { parts: [{ component, files: [path] }], files: { [path]: content } });
  expect(claims.get(`${component}.published`)).toMatchObject({ value: "unknown", because: "unreadable" });
  expect(claims.get("training-data.complete")?.value).not.toBe(true);
  expect(claims.seen.evidence.map(({ code }) => code)).toContain("part-not-borne-out");
});

test("data of which one file does not bear it out are not whole; a notice beside them takes nothing away", async () => {
  const files = { "corpus/a.txt": LINES, "corpus/b.txt": "", "corpus/c.txt": "?", "corpus/LICENSE": "MIT" };
  const part = { component: "training-data", files: ["corpus/a.txt", "corpus/LICENSE"] };
  const whole = await ask(probe, { parts: [part], files });
  expect(whole.get("training-data.complete")?.value).toBe(true);
  const broken = await ask(probe, { parts: [{ ...part, files: [...part.files, "corpus/c.txt"] }], files });
  expect(broken.get("training-data.published")?.value).toBe(true);
  expect(broken.get("training-data.complete")?.value).toBe("unknown");
});

test("settings of a run are metadata, one number is not", async () => {
  const settings = '{"learning_rate": 0.1, "batch_size": 4}';
  const claims = await ask(probe, { files: { "train-config.json": settings } });
  expect(claims.get("model-metadata.published")?.value).toBe(true);
  const one = await ask(probe, { files: { "train-config.json": '{"step_count_of_nothing": 1}' } });
  expect(one.get("model-metadata.published")?.value).toBe("unknown");
});
