/** Data sets as targets: their own questions, the rights of the data, and cards of real ones. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assess } from "../src/node.ts";
import { releaseKind } from "../src/studies/release-kind/index.ts";
import { makeFolder } from "./support/folder.ts";
import { openBench } from "./support/release.ts";
import { listBreaches } from "./support/schema.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../shared/corpora");
const CARDS = join(CORPORA, "hf-dataset-cards");

const PROSE = "We counted owls in three forests for a year and wrote down each night what we had heard.\n";
const CARD = `---
license: cc-by-4.0
task_categories:
- text-classification
---
# Calls of owls

${PROSE}
## Source Data

${PROSE}
## Annotations

${PROSE}
## Citation

\`\`\`bibtex
@misc{owls, title={Calls of owls}, eprint={2403.00001}}
\`\`\`
`;

const FILES = {
  "README.md": CARD,
  "data/train.jsonl": '{"call": "hoo", "owl": 1}\n{"call": "hee", "owl": 0}\n',
  "data/test.csv": "call,owl\nhoo,1\n",
  "calls.json": `[${'{"call": "hoo"},'.repeat(20)}{}]`,
  "prepare_data.py": "corpus = clean(tokenize(dataset))\nsave(corpus)\n",
};

test("a folder of a data set is asked what is asked of data sets", async () => {
  const assessment = await assess({ target: makeFolder(FILES) });
  expect(listBreaches("assessment", assessment)).toEqual([]);
  expect(assessment.kind).toBe("dataset");
  expect(assessment.models).toEqual([]);
  const present = assessment.components.filter(({ present: is }) => is === true);
  expect(Object.fromEntries(present.map(({ id, artifacts }) => [id, artifacts]))).toEqual({
    "preprocessing-code": ["prepare_data.py"],
    "training-data": ["calls.json", "data/test.csv", "data/train.jsonl"],
    "evaluation-data": ["data/test.csv"],
    "data-card": ["README.md"],
  });
  expect(assessment.components.find(({ id }) => id === "paper")?.because).toBe("elsewhere");
  const claims = new Map(assessment.claims.map((claim) => [claim.id, claim]));
  expect(claims.get("training-data.license")?.value).toEqual(["CC-BY-4.0"]);
  expect(claims.get("data-information.collection")?.value).toBe(true);
  expect(claims.get("data-information.labelling")?.value).toBe(true);
  expect(claims.has("weights.published")).toBe(false);
});

test("the rights card of a data set is about the data", async () => {
  const here = await assess({ target: makeFolder(FILES) });
  expect(here.rights.find(({ id }) => id === "sell")?.answer).toBe("yes");
  const { "README.md": card } = FILES;
  const elsewhere = await assess({ target: makeFolder({ "README.md": card }) });
  expect(elsewhere.rights.find(({ id }) => id === "sell")).toMatchObject({
    answer: "unknown",
    because: "the data are not part of what was read",
    conditional: { answer: "yes" },
  });
});

test.each([
  ["an empty table", { "README.md": CARD, "data/train.csv": "" }],
  ["a page of an error", { "README.md": CARD, "data/train.csv": "<html>\n404, <b>not found</b>\n</html>\n" }],
  ["files that describe it", { "README.md": CARD, "dataset_infos.json": `{"x": {${" ".repeat(99)}}}` }],
  ["a list of addresses", { "README.md": CARD, "data/urls.txt": "https://example.org/a\nhttps://example.org/b\n" }],
])("%s is no data", async (_, files) => {
  const { components } = await assess({ target: makeFolder(files) });
  expect(components.find(({ id }) => id === "training-data")?.present).toBe("unknown");
});

test.skipIf(!existsSync(CARDS))("nearly all cards of real data sets say that they are", async () => {
  const names = readdirSync(CARDS).filter((name) => name.endsWith(".md"));
  let count = 0;
  for (const name of names) {
    const bench = openBench({ files: { "README.md": readFileSync(join(CARDS, name)) } });
    if ((await bench.study(releaseKind)) === "dataset") count += 1;
  }
  expect(names.length).toBeGreaterThan(700);
  expect(count / names.length).toBeGreaterThan(0.98);
});
