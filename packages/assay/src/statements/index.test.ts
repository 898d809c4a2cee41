/** Verdicts on what releases of our own say. */

import { expect, test } from "vitest";
import { informed } from "../../test/support/known-terms.ts";
import { licenseText } from "../../test/support/license-text.ts";
import { makeRelease, makeSafetensors, type Sketch } from "../../test/support/release.ts";
import { assessOpened } from "../index.ts";
import type { Assessment } from "../model/documents.ts";

const MIT = licenseText("MIT");
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };
const OPEN = "# Owl\n\nOwl is an open source language model.\n";

async function assess(sketch: Sketch): Promise<Assessment> {
  const signal = new AbortController().signal;
  const options = { platform: informed, frameworks: [], hash: "at-hand" as const, signal, onProgress: () => undefined };
  return await assessOpened(makeRelease({ target: "acme/owl", ...sketch }), options);
}

/** The verdict, and those of the criteria by id. */
async function hold(sketch: Sketch): Promise<unknown> {
  const { statements } = await assess(sketch);
  return statements.map(({ verdict, criteria }) => [
    verdict,
    Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.verdict])),
  ]);
}

test("an approved licence and a definition that is open leave it unsettled", async () => {
  expect(await hold({ files: { ...WEIGHTS, LICENSE: MIT, "README.md": OPEN } })).toEqual([
    ["unsettled", { "licence-osi": "met", "osaid-1.0": "unknown" }],
  ]);
});

test("a definition that is not met contradicts nobody who does not name it", async () => {
  const withheld = "Owl is an open source language model.\n\nThe training code is not publicly available.\n";
  const files = { ...WEIGHTS, LICENSE: MIT };
  expect(await hold({ files: { ...files, "README.md": `# Owl\n\n${withheld}` } })).toEqual([
    ["unsettled", { "licence-osi": "met", "osaid-1.0": "unmet" }],
  ]);
  const named = withheld.replace("is an open source language model", "meets the Open Source AI Definition");
  expect(await hold({ files: { ...files, "README.md": `# Owl\n\n${named}` } })).toEqual([
    ["contradicted", { "osaid-1.0": "unmet" }],
  ]);
});

test("a licence that is not approved contradicts it, read or declared", async () => {
  const tagged = (license: string): Sketch => ({
    files: { ...WEIGHTS, "README.md": `---\nlicense: ${license}\n---\n${OPEN}` },
  });
  for (const license of ["llama3", "cc-by-nc-4.0"])
    expect(await hold(tagged(license))).toEqual([
      ["contradicted", { "licence-osi": "unmet", "osaid-1.0": expect.any(String) }],
    ]);
});

test("open terms that are on no list of the OSI contradict nothing and prove nothing", async () => {
  for (const license of ["cc-by-4.0", "openmdw-1.0"])
    expect(await hold({ files: { ...WEIGHTS, "README.md": `---\nlicense: ${license}\n---\n${OPEN}` } })).toEqual([
      ["unsettled", { "licence-osi": "unknown", "osaid-1.0": "unknown" }],
    ]);
});

test("an altered text contradicts it by the text, whatever the tag says", async () => {
  const altered = `${MIT}\nWhoever has more than 1 million users needs another licence.\n`;
  const found = await assess({
    files: { ...WEIGHTS, LICENSE: altered, "README.md": `---\nlicense: mit\n---\n${OPEN}` },
  });
  const [statement] = found.statements;
  expect(statement).toMatchObject({ verdict: "contradicted", quote: "Owl is an open source language model." });
  expect(statement?.criteria[0]).toMatchObject({
    id: "licence-osi",
    verdict: "unmet",
    because: expect.stringContaining("LICENSE is not MIT"),
    needs: expect.any(String),
  });
  const shown = found.evidence.filter(({ id }) => statement?.why.includes(id));
  expect(shown).toContainEqual(expect.objectContaining({ at: expect.objectContaining({ path: "LICENSE" }) }));
  expect(found.findings).toContainEqual(
    expect.objectContaining({ rule: "statement/contradicted", severity: "warning", at: statement?.at }),
  );
});

test("a licence at the root proves nothing of weights that lie elsewhere, and one that is not approved denies it", async () => {
  expect(await hold({ files: { LICENSE: MIT, "README.md": OPEN } })).toEqual([
    ["unsettled", { "licence-osi": "unknown", "osaid-1.0": "unknown" }],
  ]);
  const readme = `---\nlicense: cc-by-nc-4.0\n---\n${OPEN}`;
  expect(await hold({ files: { "README.md": readme } })).toEqual([
    ["contradicted", { "licence-osi": "unmet", "osaid-1.0": "unknown" }],
  ]);
});

test("a part that is said not to be released contradicts that it is open", async () => {
  const readme = "# Owl\n\nThe training code is open source.\n\nThe training code is not publicly available.\n";
  expect(await hold({ files: { ...WEIGHTS, LICENSE: MIT, "README.md": readme } })).toEqual([
    ["contradicted", { "licence-osi": "unmet" }],
  ]);
});

test("open weights are weights that are there, under whatever terms", async () => {
  const readme = "---\nlicense: llama3\n---\n# Owl\n\nOwl is an open-weights model.\n";
  expect(await hold({ files: { ...WEIGHTS, "README.md": readme } })).toEqual([
    ["supported", { "weights-available": "met" }],
  ]);
  expect(await hold({ files: { "README.md": readme } })).toEqual([["unsettled", { "weights-available": "unknown" }]]);
});

test("code is held against the licence of code alone", async () => {
  const readme = "# Owl\n\nOur inference code is open source.\n";
  const files = {
    "README.md": readme,
    "generate.py": "logits = model.forward(ids)\nout = sample(logits)\n",
    LICENSE: MIT,
  };
  expect(await hold({ files })).toEqual([["supported", { "licence-osi": "met" }]]);
});

test("a class is held against the class that is proven", async () => {
  const readme = "# Owl\n\nOwl is a MOF Class III model.\n";
  expect(await hold({ files: { ...WEIGHTS, LICENSE: MIT, "README.md": readme } })).toEqual([
    ["unsettled", { "mof-class": "unknown" }],
  ]);
});

test("a base whose terms are not carried contradicts it", async () => {
  const readme = `---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n${OPEN}`;
  expect(await hold({ files: { ...WEIGHTS, LICENSE: MIT, "README.md": readme } })).toEqual([
    ["contradicted", { "licence-osi": "unmet", "osaid-1.0": "unknown" }],
  ]);
});

test("what is said of a base is held against the licence that the base is known to have", async () => {
  const said = (base: string): Sketch => ({
    files: {
      ...WEIGHTS,
      "README.md": `---\nlicense: llama3.1\nbase_model: ${base}\n---\n# Owl\n\nOwl is fine-tuned from an open source model.\n`,
    },
  });
  expect(await hold(said("meta-llama/Llama-3.1-8B"))).toEqual([["contradicted", { "licence-osi": "unmet" }]]);
  expect(await hold(said("Qwen/Qwen2.5-7B"))).toEqual([["supported", { "licence-osi": "met" }]]);
  expect(await hold(said("acme/nobody-knows"))).toEqual([["unsettled", { "licence-osi": "unknown" }]]);
});

test("another model is ruled by what is known of it, and is no part of the release", async () => {
  const link = "[Llama 3.1](https://huggingface.co/meta-llama/Llama-3.1-8B)";
  const readme = `# Owl\n\n${link} is an open source language model.\n`;
  const { statements } = await assess({ files: { ...WEIGHTS, LICENSE: MIT, "README.md": readme } });
  expect(statements.map(({ about, verdict }) => [about, verdict])).toEqual([["other", "contradicted"]]);
});

test("the licence around a data set says nothing of a model", async () => {
  const front = "---\nlicense: cc-by-nc-4.0\ntask_categories:\n- text-generation\n---\n";
  const readme = `${front}# Owls\n\nWe have open-sourced our model.\n\nThis dataset is open source.\n`;
  const { kind, statements } = await assess({
    files: { "README.md": readme, "data/train.jsonl": '{"call": "hoo", "owl": 1}\n{"call": "hee", "owl": 0}\n' },
  });
  expect(kind).toBe("dataset");
  expect(statements.map(({ verdict, criteria }) => [verdict, criteria.map(({ id }) => id)])).toEqual([
    ["unsettled", ["licence-osi"]],
    ["contradicted", ["licence-osi"]],
  ]);
});

test("titles, tasks that are done and cards in folders are read; open tasks, further headings and tables are not", async () => {
  const readme = [
    "# Owl: A fully open-source language model",
    "## Mouse: An open-source language model",
    "- [x] Open-source the training code",
    "- [ ] Open-source the data",
    "| Owl | is an open source model |",
    "# Thanks",
    "- [Mouse](https://hub.example/mouse): the amazing open-sourced language model",
  ].join("\n\n");
  const card = "# Model card\n\nWe release it with care.\n\nNight Owl is an open source model.\n";
  const { statements } = await assess({
    files: { ...WEIGHTS, "README.md": readme, "night-owl/MODEL_CARD.md": card },
    target: "acme/birds",
  });
  expect(statements.map(({ quote }) => quote)).toEqual([
    "Owl: A fully open-source language model",
    "[x] Open-source the training code",
    "Night Owl is an open source model.",
  ]);
});

test("Chinese sentences are held against the same criteria", async () => {
  const readme = "---\nlicense: llama3\n---\n# Owl\n\nOwl 是一个开源的语言模型。代码尚未开源。\n";
  expect(await hold({ files: { ...WEIGHTS, "README.md": readme } })).toEqual([
    ["contradicted", { "licence-osi": "unmet", "osaid-1.0": expect.any(String) }],
  ]);
});

test("a release that says nothing has no statement", async () => {
  expect(await hold({ files: { ...WEIGHTS, LICENSE: MIT, "README.md": "# Owl\n\nOwl answers questions.\n" } })).toEqual(
    [],
  );
});

test("a card that says it a thousand times is told a bounded number of times", async () => {
  const readme = `# Owl\n\n${"Owl is an open source language model.\n\n".repeat(1_000)}`;
  const { statements } = await assess({ files: { ...WEIGHTS, "README.md": readme } });
  expect(statements).toHaveLength(64);
  const silent = `# Owl\n\n${"Owl is not an open source language model.\n\n".repeat(1_000)}${OPEN}`;
  expect((await assess({ files: { ...WEIGHTS, "README.md": silent } })).statements).toEqual([]);
});

test("of a card without end not every sentence is read, and that is told", async () => {
  const card = `# Owl\n\n${"Owl is an open source language model.\n\n".repeat(700)}`;
  const { statements, gaps } = await assess({ files: { "README.md": card } });
  expect(statements.length).toBeLessThanOrEqual(64);
  expect(gaps).toMatchObject([{ path: "README.md", code: "statements-over-limit", stage: "probe" }]);
});
