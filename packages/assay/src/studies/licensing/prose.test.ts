import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask, makeSafetensors, openBench } from "../../../test/support/release.ts";
import rightsGranted from "../../probes/rights-granted/index.ts";
import { licensing } from "./index.ts";

const APACHE = licenseText("Apache-2.0");
const TAG = "---\nlicense: apache-2.0\n---\n";
const WEIGHTS = { "model.safetensors": makeSafetensors({ w: 4 }) };

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A card with a tag, and a card beside a text; neither has a section on licences. */
function placesOf(body: string): readonly Files[] {
  const card = `# Owl\n\nOwl counts owls.\n\n## How to use it\n\n${body}\n`;
  return [
    { ...WEIGHTS, "README.md": TAG + card },
    { ...WEIGHTS, "README.md": card, LICENSE: APACHE },
  ];
}

async function termsOf(files: Files): Promise<unknown> {
  const terms = (await openBench({ files }).study(licensing)).components.get("weights")?.terms;
  return terms !== undefined && "ids" in terms ? terms.ids : terms?.because;
}

async function readEach(body: string): Promise<readonly unknown[]> {
  return await Promise.all(placesOf(body).map(termsOf));
}

test.each([
  "Commercial use is prohibited.",
  "Commercial use is strictly prohibited.",
  "Commercial use, including but not limited to resale, is not allowed.",
  "Any commercial use without written permission is forbidden.",
  "Commercial use isn’t permitted.",
  "Not for commercial use.",
  "No commercial use.",
  "**Commercial use**: ❌",
  "| Commercial use | no |\n| --- | --- |",
  "For research purposes only.",
  "Personal and non‑commercial use only.",
  "You may not use this commercially",
  "It can't be used commercially.",
  "It must not be sold.",
  "Do not use it in commercial products.",
  "Use of Owl in commercial products is not allowed.",
  "Commercial usage requires our permission",
  "This is intended for academic research only",
  "Limited to academic and research purposes.",
  "This release is for research purposes only.",
  "This software is for research purposes only.",
  "Please contact us for commercial licensing",
  "For commercial use, contact owls@barn.example.",
  "If you want to use it commercially, write to us.",
  "Commercial licences are available on request.",
  "A licence is required for commercial use.",
  "It is free for academic use.",
  "All commercial rights reserved.",
  "The terms prohibit commercial use.",
  "It was trained on public data and may not be used commercially.",
  "Owl is free to play with, but not for commercial use.",
  "Commercial use is permitted but requires prior notification.",
  "Unlike Finch, Owl may not be used commercially.",
  "Owl may be used\nfor research purposes\nonly.",
  "Owl is released under CC-BY-NC-4.0.",
  "The model is under CC BY-NC 4.0.",
  "License: CC-BY-NC-4.0",
  "| License | Owl Research License |\n| --- | --- |",
  "![License: CC BY-NC 4.0](https://barn.example/badge/license-CC%20BY--NC%204.0-blue.svg)",
  "> Owl is a model\n> not for\n> commercial use.",
])("a sentence that restricts use is not settled by a tag or a text: %s", async (sentence) => {
  expect(await readEach(sentence)).toEqual(["conflicting", "conflicting"]);
});

test.each([
  "It can be used commercially.",
  "Commercial use is permitted.",
  "Commercial use is allowed without our permission.",
  "Commercial use is not prohibited.",
  "Commercial use does not require permission.",
  "You do not need a licence for commercial use.",
  "There are no restrictions on commercial use.",
  "It is free for personal, academic and commercial use.",
  "It is meant for commercial and non-commercial use.",
  "It is not only for research but also for commercial use.",
  "It is not limited to research purposes only.",
  "Can I use it commercially?",
  "For commercial support, contact us.",
  "Owl is ahead of commercial systems, which are not open.",
  "It has not been tested for commercial use.",
  "We used the night owls only for evaluation.",
  "Unlike Finch, which is not for commercial use, Owl is under Apache 2.0.",
  "The dataset is for research purposes only.",
  "The dataset is free for research, but not for commercial use.",
  "Commercial use of the corpus is prohibited.",
  "The demo is for research purposes only.",
  "The dataset is released under CC-BY-NC-4.0.",
  "![License: CC BY-NC 4.0](https://barn.example/badge/License-Apache_2.0-blue.svg)",
  "The code is not for commercial use.",
  "## Data\n\nCommercial use is prohibited.",
])("what permits, asks, or speaks of something else leaves the licence as it is: %s", async (sentence) => {
  expect(await readEach(sentence)).toEqual([["Apache-2.0"], ["Apache-2.0"]]);
});

test("a restriction that the licence has itself agrees with it, and an offer beside copyleft as well", async () => {
  const card = (license: string, body: string): Files => ({
    ...WEIGHTS,
    "README.md": `---\nlicense: ${license}\n---\n# Owl\n\n${body}\n`,
  });
  expect(await termsOf(card("cc-by-nc-4.0", "Commercial use is prohibited."))).toEqual(["CC-BY-NC-4.0"]);
  expect(await termsOf(card("agpl-3.0-only", "For commercial licensing, contact us."))).toEqual(["AGPL-3.0-only"]);
  expect(await termsOf(card("agpl-3.0-only", "Commercial use is prohibited."))).toBe("conflicting");
});

test("the answer to what one may earn is open, and the sentence is quoted at its line", async () => {
  const [, files = {}] = placesOf("Owls sleep by day.\nFor commercial\nuse, contact us.");
  const claims = await ask(rightsGranted, { files });
  expect(claims.get("rights.sell")?.value).toBe("unknown");
  expect(claims.seen.evidence).toContainEqual(
    expect.objectContaining({
      code: "license-in-prose",
      quote: "For commercial",
      at: expect.objectContaining({ path: "README.md", line: 8 }),
    }),
  );
  const [, plain = {}] = placesOf("Owls sleep by day.");
  expect((await ask(rightsGranted, { files: plain })).get("rights.sell")?.value).toBe("yes");
});

test.each([
  "The licence of the model has been changed from CC-BY-NC-4.0 to Apache 2.0.",
  "We have relicensed the models from a non-commercial licence to Apache 2.0.",
  "The weights are now released under Apache 2.0, previously CC-BY-NC-4.0.",
  "The model is now under the Apache 2.0 license instead of CC-BY-NC-4.0.",
])("what a licence was is settled where the sentence says that it changed: %s", async (sentence) => {
  expect(await readEach(sentence)).toEqual([["Apache-2.0"], ["Apache-2.0"]]);
});

test.each([
  "The licence of the model has been changed from Apache 2.0 to CC-BY-NC-4.0.",
  "The licence of the model will be changed from CC-BY-NC-4.0 to Apache 2.0.",
  "Some models have been relicensed from CC-BY-NC-4.0 to Apache 2.0.",
  "The model was originally released under CC-BY-NC-4.0.",
  "The model is now under CC-BY-NC-4.0, previously Apache 2.0.",
  "The code is now under Apache 2.0, and the weights are under CC-BY-NC-4.0.",
  "The model is now released under Apache 2.0 for research, but not for commercial use.",
])("and is open where it does not, or where the present is the licence that contradicts: %s", async (sentence) => {
  expect(await readEach(sentence)).toEqual(["conflicting", "conflicting"]);
});

test("a restriction counts behind many sentences that say something else", async () => {
  const body = `${"The model is under Apache 2.0.\n\n".repeat(100)}Commercial use is prohibited.`;
  expect(await readEach(body)).toEqual(["conflicting", "conflicting"]);
});

test.each([
  ["spaces", " ".repeat(100_000)],
  ["lines", "commercial use\n".repeat(20_000)],
  ["one line of trade", "commercial use, ".repeat(20_000)],
  ["negations", "not for any ".repeat(20_000)],
  ["fields", "research and academic or ".repeat(20_000)],
  ["contrasts", "unlike owls, which ".repeat(10_000)],
  ["demands", "requires for commercial use contact ".repeat(10_000)],
  ["sources", "trained on owls ".repeat(20_000)],
  ["changes", "has been changed from a to b and licensed now under c ".repeat(10_000)],
  ["bars", "| ".repeat(50_000)],
])("hostile cards full of %s take no time", async (_, body) => {
  const before = performance.now();
  await termsOf({ ...WEIGHTS, "README.md": `${TAG}# Owl\n\n${body}` });
  expect(performance.now() - before).toBeLessThan(5000);
});

test("what a data set is not meant for is said of the data, and not of the weights", async () => {
  const data = "## Data\n\nWe do not intend for this dataset to be used as the basis for any commercial model.";
  expect(await readEach(data)).toEqual([["Apache-2.0"], ["Apache-2.0"]]);
  expect(
    await readEach("We do not intend for this model to be used as the basis for any commercial model."),
  ).not.toContainEqual(["Apache-2.0"]);
});
