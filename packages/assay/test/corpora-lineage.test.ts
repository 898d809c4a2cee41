/** Front matter of real cards in which somebody found the licence drifting from that of the base: each has to come out. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { assessOpened } from "../src/index.ts";
import type { Assessment } from "../src/model/documents.ts";
import { informed } from "./support/known-terms.ts";
import { makeRelease } from "./support/release.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../shared/corpora");
const CASES = join(CORPORA, "hf-cards/drift-cases.yaml");
const isAbsent = !existsSync(CASES);

interface Case {
  readonly card: string;
  readonly front: Readonly<Record<string, unknown>>;
  readonly verdict: string;
}

const cases: readonly Case[] = isAbsent ? [] : (parse(readFileSync(CASES, "utf8")) as readonly Case[]);

/** A folder that is named like the card, with the front matter and prose of ours. */
async function assessCard({ card, front, verdict }: Case, listed = ["model.safetensors"]): Promise<Assessment> {
  const warning = verdict === "provenance-warning" ? "DO NOT DOWNLOAD: these are the wrong weights.\n" : "";
  const readme = `---\n${stringify(front)}---\n# ${card}\n\nIt answers questions.\n${warning}`;
  const release = makeRelease({ files: { "README.md": readme }, listed });
  const target = card.replaceAll(" ", "-");
  const [origin] = release.origins;
  return await assessOpened(
    { ...release, target, origins: [{ ...origin, target }] },
    {
      platform: informed,
      frameworks: [],
      hash: "at-hand",
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
}

type Check = (assessment: Assessment) => void;

function modelsOf({ lineage }: Assessment): Assessment["lineage"] {
  return lineage.filter(({ relation }) => relation !== "dataset");
}

function rulesOf({ findings }: Assessment): readonly string[] {
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("lineage"));
}

function expectAll(assessment: Assessment, compatible: true | false | "unknown", why: RegExp): void {
  expect(modelsOf(assessment).map((one) => [one.compatible, one.why])).toEqual(
    modelsOf(assessment).map(() => [compatible, expect.stringMatching(why)]),
  );
  expect(modelsOf(assessment)).not.toEqual([]);
}

const CHECKS: Readonly<Record<string, Check>> = {
  conflict(assessment) {
    expectAll(assessment, false, /does not carry what .+ demands: .+\(§/);
    expect(rulesOf(assessment)).toContain("lineage/license");
  },
  "missing-license"(assessment) {
    expectAll(assessment, "unknown", /is under Apache-2\.0\. Nothing is declared here/);
  },
  "ok-inherited-incomplete"(assessment) {
    expectAll(assessment, true, /by name alone.*a copy of the licence \(none found here\)/);
  },
  "unresolved-other"(assessment) {
    expectAll(assessment, "unknown", /declares "other" and names no licence/);
  },
  "ok-most-restrictive"(assessment) {
    expectAll(assessment, true, /./);
    expect(modelsOf(assessment).map(({ relation }) => relation)).toEqual(["merge", "merge"]);
    expect(rulesOf(assessment)).toEqual([]);
  },
  ok(assessment) {
    expectAll(assessment, true, /./);
    expect(rulesOf(assessment)).toEqual([]);
  },
  "conflict-or-not-derivative"(assessment) {
    expectAll(assessment, "unknown", /is it a derivative\? If so: .+does not carry/);
    expect(rulesOf(assessment)).toEqual([]);
  },
  "ok-check-name"(assessment) {
    expectAll(assessment, true, /a copy of the licence \(none found here\).*"Built with Llama".*begins with "Llama"/);
    expect(rulesOf(assessment)).toEqual(["lineage/name"]);
  },
  "ok-gated-nc"(assessment) {
    expect(assessment.lineage).toEqual([]);
    expect(assessment.claims.find(({ id }) => id === "weights.license")?.value).toEqual(["CC-BY-NC-SA-4.0"]);
    expect(rulesOf(assessment)).toEqual([]);
  },
  "provenance-warning"(assessment) {
    expectAll(assessment, "unknown", /^Under which licence/);
    expect(assessment.findings).toContainEqual(
      expect.objectContaining({
        code: "warned-against",
        severity: "warning",
        at: expect.objectContaining({ line: expect.any(Number) }),
      }),
    );
  },
};

test.skipIf(isAbsent)("there is a case for every verdict", () => {
  expect(new Set(cases.map(({ verdict }) => verdict))).toEqual(new Set(Object.keys(CHECKS)));
});

test.skipIf(isAbsent).each(cases)("$card: $verdict", async (one) => {
  const assessment = await assessCard(one);
  CHECKS[one.verdict]?.(assessment);
  const ids = new Set(assessment.evidence.map(({ id }) => id));
  for (const { evidence } of assessment.lineage) {
    expect(evidence).not.toEqual([]);
    expect(evidence.filter((id) => !ids.has(id))).toEqual([]);
  }
});

test.skipIf(isAbsent)(
  "a name that is not kept, and data that nobody may sell, are said beside the conflict",
  async () => {
    const one = cases.find(({ front }) => String(front.base_model).includes("Llama-3.2-1B"));
    const assessment = await assessCard(one as Case);
    expect(modelsOf(assessment)[0]?.why).toMatch(/begins with "Llama" \(§1\.b\.i\)/);
    expect(assessment.lineage.find(({ relation }) => relation === "dataset")).toMatchObject({
      base: "yahma/alpaca-cleaned",
      license: "CC-BY-NC-4.0",
      compatible: "unknown",
      why: expect.stringMatching(/no commercial use.*not settled/),
    });
  },
);

test.skipIf(isAbsent)("a card alone, without weights, declares for the whole", async () => {
  const one = cases.find(({ front }) => String(front.base_model).includes("Llama-3.2-1B"));
  const assessment = await assessCard(one as Case, []);
  expect(modelsOf(assessment)[0]).toMatchObject({
    compatible: false,
    why: expect.stringMatching(/No weights lie here/),
  });
});

test.skipIf(isAbsent)("data under a name that nothing can be looked up by is a question", async () => {
  const one = cases.find(({ front }) => JSON.stringify(front.datasets) === '["custom"]');
  const assessment = await assessCard(one as Case);
  const data = assessment.lineage.find(({ relation }) => relation === "dataset");
  expect(data).toMatchObject({ base: "custom", license: null, compatible: "unknown" });
});
