import fc from "fast-check";
import { expect, test } from "vitest";
import { licenseText } from "../../test/support/license-text.ts";
import { makeRelease, makeSafetensors, type Sketch } from "../../test/support/release.ts";
import { listBreaches } from "../../test/support/schema.ts";
import { assessOpened, frameworks } from "../index.ts";
import type { Assessment } from "../model/documents.ts";
import type { Claim, Release } from "../model/types.ts";
import { platform } from "../node.ts";

async function assessRelease(release: Release): Promise<Assessment> {
  const { signal } = new AbortController();
  return await assessOpened(release, { platform, frameworks, hash: "all", signal, onProgress: () => undefined });
}

const assess = (sketch: Sketch): Promise<Assessment> => assessRelease(makeRelease(sketch));

/** The answer to a claim about a model: its own, else the one about all. */
function answer({ claims }: Assessment, id: string, about: string): unknown {
  const all = claims.filter((claim) => claim.id === id);
  const claim: Claim | undefined = all.find((one) => one.about === about) ?? all.find((one) => one.about === "*");
  return claim?.because ?? claim?.value;
}

const MIT = licenseText("MIT");
const BSD = licenseText("BSD-3-Clause");
const CARD = `# Owl\n\n${"This model was trained on much text and answers questions about it. ".repeat(8)}\n`;
const config = (name: string, length: number): string =>
  JSON.stringify({ architectures: [name], model_type: "owl", max_position_embeddings: length });

const SIZES: Sketch = {
  files: {
    LICENSE: MIT,
    "README.md": CARD,
    "7B/model.safetensors": makeSafetensors({ w: 7 }),
    "7B/config.json": config("OwlForCausalLM", 2048),
    "13B/model.safetensors": makeSafetensors({ w: 13 }),
    "13B/config.json": config("OwlForCausalLM", 4096),
  },
};

test("two sizes: each has its own numbers, and what they share holds for all", async () => {
  const assessment = await assess(SIZES);
  expect(listBreaches("assessment", assessment)).toEqual([]);
  expect(assessment.models).toMatchObject([
    {
      id: "it/13B",
      name: "13B",
      parameters: { value: 13 },
      dtypes: { value: ["F32"] },
      contextLength: { value: 4096 },
    },
    { id: "it/7B", name: "7B", parameters: { value: 7 }, contextLength: { value: 2048 } },
  ]);
  expect(answer(assessment, "weights.parameters", "*")).toBe("conflicting");
  expect(answer(assessment, "architecture.context-length", "*")).toBe("conflicting");
  expect(answer(assessment, "architecture.name", "*")).toBe("OwlForCausalLM");
  expect(answer(assessment, "weights.complete", "*")).toBe(true);
  const licenses = assessment.claims.filter(({ id }) => id === "weights.license");
  expect(licenses).toMatchObject([{ about: "*", value: ["MIT"] }]);
});

test("each framework is ruled about all models and about each", async () => {
  const { frameworks: results, freedoms } = await assess(SIZES);
  const abouts = results.map(({ id, version, reading, about }) => [id, version, reading, about].join(" "));
  expect(new Set(abouts).size).toBe(frameworks.length * 3);
  expect(results.slice(0, frameworks.length).every(({ about }) => about === "*")).toBe(true);
  expect(freedoms).toHaveLength(4);
});

test("a size that lacks a shard makes the whole incomplete, and not its neighbour", async () => {
  const index = JSON.stringify({
    weight_map: { a: "model-00001-of-00002.safetensors", b: "model-00002-of-00002.safetensors" },
  });
  const assessment = await assess({
    files: {
      "7B/model.safetensors": makeSafetensors({ w: 7 }),
      "13B/model.safetensors.index.json": index,
      "13B/model-00001-of-00002.safetensors": makeSafetensors({ a: 13 }),
    },
  });
  expect(answer(assessment, "weights.complete", "*")).toBe(false);
  expect(answer(assessment, "weights.complete", "it/13B")).toBe(false);
  expect(answer(assessment, "weights.complete", "it/7B")).toBe(true);
  expect(answer(assessment, "weights.parameters", "it/7B")).toBe(7);
  expect(assessment.findings.filter(({ code }) => code === "shard-missing")).toHaveLength(1);
});

test("an index whose shards are all missing speaks of a model that is not there, and of no other", async () => {
  const assessment = await assess({
    files: {
      "7B/model.safetensors": makeSafetensors({ w: 7 }),
      "13B/model.safetensors.index.json": JSON.stringify({ weight_map: { a: "model-00001-of-00001.safetensors" } }),
    },
  });
  expect(assessment.models.map(({ id }) => id)).toEqual(["it/13B", "it/7B"]);
  expect(answer(assessment, "weights.published", "it/13B")).toBe("not-observed");
  expect(answer(assessment, "weights.published", "*")).toBe("not-observed");
  expect(answer(assessment, "weights.complete", "it/7B")).toBe(true);
  expect(answer(assessment, "weights.complete", "it/13B")).toBe("not-observed");
  expect(answer(assessment, "weights.complete", "*")).toBe(false);
});

test("folders with different licences: each model has its own, the whole has both", async () => {
  const assessment = await assess({
    files: {
      "models/owl2/LICENSE": MIT,
      "models/owl2/MODEL_CARD.md": CARD,
      "models/owl2/model.safetensors": makeSafetensors({ w: 2 }),
      "models/owl3/LICENSE": BSD,
      "models/owl3/MODEL_CARD.md": CARD,
      "models/owl3/model.safetensors": makeSafetensors({ w: 3 }),
    },
  });
  expect(answer(assessment, "weights.license", "it/models/owl2")).toEqual(["MIT"]);
  expect(answer(assessment, "weights.license", "it/models/owl3")).toEqual(["BSD-3-Clause"]);
  expect(answer(assessment, "weights.license", "*")).toEqual(["BSD-3-Clause", "MIT"]);
  expect(answer(assessment, "model-card.license", "it/models/owl3")).toEqual(["BSD-3-Clause"]);
});

test("folders of cards without weights: licences per model, and no model has what lies with another", async () => {
  const assessment = await assess({
    files: {
      "models/owl2/LICENSE": MIT,
      "models/owl2/MODEL_CARD.md": CARD,
      "models/owl3/LICENSE": `${BSD}\nNobody may use it on Sundays.\n`,
      "models/owl3/MODEL_CARD.md": CARD,
      "models/owl3/tech-report.pdf": `%PDF-1.7\n${"x".repeat(2000)}`,
    },
  });
  expect(answer(assessment, "model-card.published", "*")).toBe(true);
  expect(answer(assessment, "model-card.license", "it/models/owl2")).toEqual(["MIT"]);
  expect(answer(assessment, "model-card.license", "it/models/owl3")).toBe("unidentified");
  expect(answer(assessment, "model-card.license", "*")).toBe("unidentified");
  expect(answer(assessment, "technical-report.published", "it/models/owl3")).toBe(true);
  expect(answer(assessment, "technical-report.published", "it/models/owl2")).toBe("not-observed");
  expect(answer(assessment, "technical-report.published", "*")).toBe("not-observed");
  const reports = assessment.components.filter(({ id }) => id === "technical-report");
  expect(reports.map(({ about, present, artifacts }) => [about, present, artifacts])).toEqual([
    ["*", "unknown", []],
    ["it/models/owl2", "unknown", []],
    ["it/models/owl3", true, ["models/owl3/tech-report.pdf"]],
  ]);
  expect(listBreaches("assessment", assessment)).toEqual([]);
});

test("models that are seen twice by their bytes are two and not four", async () => {
  const [a, b] = [makeSafetensors({ w: 2 }), makeSafetensors({ w: 3 })];
  const files = { "a.safetensors": a, "b.safetensors": b, "dist/a.safetensors": a, "dist/b.safetensors": b };
  const assessment = await assess({ files: { ...files, LICENSE: MIT, "dist/LICENSE": BSD } });
  expect(assessment.models.map(({ id }) => id)).toEqual(["it#a", "it#b"]);
  // Which of its two licences a taker may rely on nobody says: both hold.
  expect(answer(assessment, "weights.license", "it#a")).toEqual(["BSD-3-Clause", "MIT"]);
});

test("one model: nothing is about anything but the whole", async () => {
  const assessment = await assess({
    files: {
      LICENSE: MIT,
      "README.md": CARD,
      "model.safetensors": makeSafetensors({ w: 7 }),
      "config.json": config("A", 8),
    },
    listed: ["pytorch_model.bin"],
  });
  const { models, claims, frameworks: results, components } = assessment;
  expect(models.map(({ id }) => id)).toEqual(["it"]);
  expect([...claims, ...results, ...components].filter(({ about }) => about !== "*")).toEqual([]);
});

test("too many models are ruled as one, with the gap", async () => {
  const assessment = await assess({ listed: Array.from({ length: 300 }, (_, n) => `m${n}x.onnx`) });
  expect(assessment.models.map(({ id }) => id)).toEqual(["it"]);
  expect(assessment.gaps).toMatchObject([{ code: "over-limit", args: { models: 300 } }]);
});

/** What is said, without lists that stand in the order of files: the numbers of the evidence, a component's files. */
function listSaid({ models, claims, frameworks: results, components }: Assessment): unknown {
  const said = { models, claims, results, components };
  return JSON.parse(
    JSON.stringify(said, (key, value) => (key === "evidence" || key === "artifacts" ? undefined : value)),
  );
}

test("what is said does not depend on the order of files", async () => {
  const release = makeRelease(SIZES);
  const said = listSaid(await assessRelease(release));
  const orders = fc.shuffledSubarray([...release.artifacts], { minLength: release.artifacts.length });
  await fc.assert(
    fc.asyncProperty(orders, async (artifacts) => {
      expect(listSaid(await assessRelease({ ...release, artifacts }))).toEqual(said);
    }),
    { numRuns: 20 },
  );
});

test("evidence has an id of its own, and every id that is named", async () => {
  const { evidence, claims } = await assess(SIZES);
  const ids = new Set(evidence.map(({ id }) => id));
  expect(ids.size).toBe(evidence.length);
  expect(claims.flatMap((claim) => claim.evidence).filter((id) => !ids.has(id))).toEqual([]);
  const words = evidence.map(({ id: _, ...rest }) => JSON.stringify(rest));
  expect(new Set(words).size).toBe(words.length);
});
