import fc from "fast-check";
import { expect, test } from "vitest";
import { licenseText } from "../../test/support/license-text.ts";
import { makeRelease, makeSafetensors, type Sketch } from "../../test/support/release.ts";
import { assessWithTexts, diff } from "../index.ts";
import type { DiffDocument } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import { frameworks, platform } from "../node.ts";
import type { Assessed } from "./index.ts";

const MIT = licenseText("MIT");
const SHORT = licenseText("ISC");
const APACHE = licenseText("Apache-2.0");
const NONCOMMERCIAL = licenseText("CC-BY-NC-4.0");
const WEIGHTS = makeSafetensors({ a: 2 });
const OTHER_WEIGHTS = makeSafetensors({ a: 3 });

async function assess(sketch: Sketch): Promise<Assessed> {
  return await assessWithTexts(makeRelease(sketch), {
    platform,
    frameworks,
    hash: "all",
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

async function compare(older: Sketch, newer: Sketch): Promise<DiffDocument> {
  return await diff(await assess(older), await assess(newer), platform);
}

const owl = { LICENSE: APACHE, "model.safetensors": WEIGHTS, "README.md": "# Owl\n\nIt answers questions.\n" };

test("a licence that forbids commerce is narrower, with the clause, and the weights are the same", async () => {
  const told = await compare({ files: owl }, { files: { ...owl, LICENSE: NONCOMMERCIAL } });
  expect(told.verdict).toBe("narrower");
  expect(told.headline).toMatch(/^Narrower: commercial use was allowed and is not any more: .* \(LICENSE:\d+\)/);
  expect(told.headline).toContain("the same weights");
  expect(told.rights[0]).toMatchObject({ id: "sell", kind: "changed", cause: "release", direction: "narrower" });
  expect(told.rights[0]?.new.evidence[0]).toMatchObject({ at: { path: "LICENSE" }, quote: expect.any(String) });
  expect(told.licenses).toMatchObject([{ change: "changed", compared: "words", relation: "other-licence" }]);
  expect(told.weights).toMatchObject({ verdict: "same", same: 1, files: [] });
});

test("other bytes under the same name are weights that were replaced", async () => {
  const told = await compare({ files: owl }, { files: { ...owl, "model.safetensors": OTHER_WEIGHTS } });
  expect(told).toMatchObject({
    verdict: "changed",
    headline: "Weights replaced under the same name (model.safetensors)",
    rights: [],
    weights: { verdict: "replaced", files: [{ change: "replaced", isWeights: true }] },
  });
});

test("the same bytes under another name are the same weights", async () => {
  const { "model.safetensors": bytes, ...rest } = owl;
  const told = await compare({ files: owl }, { files: { ...rest, "owl.safetensors": bytes } });
  expect(told.weights).toMatchObject({
    verdict: "renamed",
    files: [{ change: "renamed", old: { path: "model.safetensors" }, new: { path: "owl.safetensors" } }],
  });
});

test("another year above the same licence is nothing that matters", async () => {
  const [older, newer] = [MIT.replace("<year>", "2023"), MIT.replace("<year>", "2024")];
  const told = await compare({ files: { ...owl, LICENSE: older } }, { files: { ...owl, LICENSE: newer } });
  expect(told).toMatchObject({ verdict: "nothing-that-matters", headline: "Nothing that matters changed", rights: [] });
  expect(told.files.changes).toHaveLength(1);
});

test("a part that is shown for the first time is now shown, and never added", async () => {
  const code = { "train.py": "import torch\n\noptimizer.zero_grad()\nloss.backward()\noptimizer.step()\n" };
  const told = await compare({ files: owl }, { files: { ...owl, ...code } });
  const part = told.components.find(({ id }) => id === "training-code");
  expect(part?.presence).toMatchObject({ change: "now-shown", old: { present: "unknown", because: "not-observed" } });
  expect(part?.cause).toBe("release");
});

test("what was listed and is read now is told as read, not as a change of the release", async () => {
  // As many bytes as a sketch lists.
  const LICENSE = SHORT.padEnd(1000, "\n");
  const listed = { files: { "model.safetensors": WEIGHTS, "README.md": owl["README.md"] }, listed: ["LICENSE"] };
  const told = await compare(listed, { files: { ...owl, LICENSE } });
  expect(told.rights.find(({ id }) => id === "sell")).toMatchObject({ kind: "now-known", cause: "reading" });
  expect(told.rights.every(({ direction }) => direction === "other")).toBe(true);
  expect(["narrower", "wider", "both", "changed"]).not.toContain(told.verdict);
});

test("a file that only a list names is listed now, and not added", async () => {
  const told = await compare({ files: owl }, { files: owl, listed: ["train.py"] });
  expect(told.files.changes).toMatchObject([{ change: "now-listed", new: { path: "train.py" } }]);
  expect(told.weights.verdict).toBe("same");
});

test("a place that could not be listed makes its files no removed ones", async () => {
  const gap = { path: "", stage: "source", code: "unreachable", args: {}, message: "it cannot be reached" } as const;
  const told = await compare({ files: owl }, { files: {}, gaps: [gap] });
  expect(told.files.changes.map(({ change }) => change)).toEqual(["not-listed", "not-listed", "not-listed"]);
  expect(told.weights.verdict).toBe("unknown");
  expect(told.caveats.map(({ code }) => code)).toEqual(["empty", "not-opened"]);
});

test("the same files read by other rules are told as such", async () => {
  const older = await assess({ files: owl });
  const rights = older.assessment.rights.map((right) =>
    right.id === "sell" ? { ...right, answer: "no" as const, because: "a rule said so" } : right,
  );
  const before = { assessment: { ...older.assessment, ruleset: "sha256:0" as const, rights } };
  const told = await diff(before, older, platform);
  expect(told.verdict).toBe("identical");
  expect(told.headline).toContain("read otherwise");
  expect(told.rights).toMatchObject([{ id: "sell", cause: "reading", direction: "wider" }]);
  expect(told.caveats).toMatchObject([{ code: "other-rules" }]);
});

test("without the words, texts are compared by their terms", async () => {
  const older = await assess({ files: owl });
  const newer = await assess({ files: { ...owl, LICENSE: NONCOMMERCIAL } });
  const told = await diff({ assessment: older.assessment }, newer, platform);
  expect(told.licenses).toMatchObject([
    { compared: "terms", verdict: expect.stringMatching(/narrower|both/), texts: [] },
  ]);
  expect(told.headline).toMatch(/commercial use was allowed and is not any more/);
});

test("words that turn a known licence into a text of its own change no right by themselves", async () => {
  const altered = MIT.replace("<year>", "2024").replace("Permission is hereby granted", "Permission is granted hereby");
  const told = await compare(
    { files: { ...owl, LICENSE: MIT.replace("<year>", "2024") } },
    { files: { ...owl, LICENSE: altered } },
  );
  expect(told.rights.filter(({ kind, cause }) => kind === "no-longer-known" && cause === "release")).toEqual([]);
  // What a framework had proven by the licence's name is proven no longer.
  expect(told.verdict).toBe("changed");
  expect(told.headline).not.toMatch(/right|granted|may not/i);
});

/** Sketches of a few files, each in a few states. */
const anySketch: fc.Arbitrary<Sketch> = fc
  .record({
    LICENSE: fc.option(fc.constantFrom(MIT, APACHE, NONCOMMERCIAL, `${MIT}\nNo owls.\n`, "Do what is right.\n")),
    weights: fc.option(fc.constantFrom(WEIGHTS, OTHER_WEIGHTS)),
    name: fc.constantFrom("model.safetensors", "owl.safetensors"),
    card: fc.option(fc.constantFrom("# Owl\n\nLicense: MIT\n", "---\nlicense: apache-2.0\n---\n# Owl\n")),
    listed: fc.subarray(["LICENSE", "train.py", "model.safetensors"]),
  })
  .map(({ LICENSE, weights, name, card, listed }) => {
    const files = {
      ...(LICENSE !== null && { LICENSE }),
      ...(weights !== null && { [name]: weights }),
      ...(card !== null && { "README.md": card }),
    };
    return { files, listed: listed.filter((path) => !Object.hasOwn(files, path)) };
  });

/** What is told of, without the words that say which side is the older. */
function outline(told: DiffDocument): unknown {
  return {
    rights: told.rights.map((one) => [one.id, one.old.answer, one.new.answer, one.cause]),
    components: told.components.map(({ id, cause, presence, licenses }) => [
      id,
      cause,
      presence && [presence.old.present, presence.new.present],
      licenses && [licenses.old, licenses.new],
    ]),
    claims: told.claims.map((one) => [one.id, one.old?.value, one.new?.value, one.cause]),
    frameworks: told.frameworks.map((one) => [one.id, one.reading, one.old, one.new, one.requirements.length]),
    licenses: told.licenses.map((one) => [one.old?.path, one.new?.path, one.cause]),
    // Without a digest nobody can tell.
    files: told.files.changes.flatMap((one) => (one.change === "unknown" ? [] : [[one.old, one.new, one.isWeights]])),
    findings: told.findings.map(({ change, finding, cause }) => [change === "new", finding, cause]),
    gaps: told.gaps.map(({ change, gap }) => [change === "new", gap]),
  };
}

/** The same with old and new in each other's place. */
function turn(told: DiffDocument): DiffDocument {
  const flip = <T extends { readonly old?: unknown; readonly new?: unknown }>(one: T): T => {
    const { old, new: next, ...rest } = one;
    return { ...rest, ...(next !== undefined && { old: next }), ...(old !== undefined && { new: old }) } as T;
  };
  const swap = { new: "gone", gone: "new" } as const;
  return {
    ...told,
    rights: told.rights.map(flip),
    components: told.components.map((one) => ({
      ...one,
      ...(one.presence && { presence: flip(one.presence) }),
      ...(one.licenses && { licenses: flip(one.licenses) }),
    })),
    claims: told.claims.map(flip),
    frameworks: told.frameworks.map(flip),
    licenses: told.licenses.map(flip),
    files: { ...told.files, changes: told.files.changes.map(flip) },
    findings: told.findings.map((one) => ({ ...one, change: swap[one.change] })),
    gaps: told.gaps.map((one) => ({ ...one, change: swap[one.change] })),
  };
}

function sorted(told: DiffDocument): unknown {
  const byWords = (all: unknown): unknown => (all as unknown[]).map((one) => JSON.stringify(one)).sort();
  return Object.fromEntries(Object.entries(outline(told) as object).map(([key, all]) => [key, byWords(all)]));
}

test("law: nothing differs from itself, and the way back is the way there turned round", async () => {
  await fc.assert(
    fc.asyncProperty(anySketch, anySketch, async (one, other) => {
      const [a, b] = [await assess(one), await assess(other)];
      const self = await diff(a, a, platform);
      for (const all of Object.values(outline(self) as Record<string, unknown[]>)) expect(all).toEqual([]);
      const [there, back] = [await diff(a, b, platform), await diff(b, a, platform)];
      expect(sorted(turn(back))).toEqual(sorted(there));
      const mirrored = { wider: "narrower", narrower: "wider" } as Record<string, string>;
      expect(back.rights.map(({ direction }) => mirrored[direction] ?? direction)).toEqual(
        there.rights.map(({ direction }) => direction),
      );
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("law: the order of what stands in an assessment is irrelevant", async () => {
  const lists = ["artifacts", "components", "licenses", "rights", "claims", "frameworks", "findings", "gaps"] as const;
  await fc.assert(
    fc.asyncProperty(anySketch, anySketch, async (one, other) => {
      const [a, b] = [await assess(one), await assess(other)];
      const reversed = { ...b.assessment } as Record<keyof Assessment, unknown>;
      for (const key of lists) reversed[key] = b.assessment[key].toReversed();
      const shuffled = { ...b, assessment: reversed as unknown as Assessment };
      expect(await diff(a, shuffled, platform)).toEqual(await diff(a, b, platform));
    }),
    { numRuns: 25 },
  );
}, 60_000);
