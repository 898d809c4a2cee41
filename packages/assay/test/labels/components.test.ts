/** What an assessment says of the components of labelled releases, held against the labels; README.md says how it counts. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Assessment, ComponentEntry } from "../../src/model/documents.ts";
import { assess } from "../../src/node.ts";
import { count, type Judged, judgeRelease, unite } from "./judge-components.ts";
import { type Half, type ReleaseLabels, readReleaseLabels } from "./read-labels.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../shared/corpora");
const RELEASES = join(CORPORA, "releases");
const isAbsent = !existsSync(RELEASES);

/** Least share of right answers among those given, and of components found among those that a release shows. */
const FLOORS: readonly {
  readonly drawing: number;
  readonly half: Half;
  readonly precision: number;
  readonly recall: number;
}[] = [
  { drawing: 1, half: "seen", precision: 0.98, recall: 0.9 },
  { drawing: 1, half: "kept", precision: 0.98, recall: 0.9 },
  { drawing: 2, half: "seen", precision: 0.98, recall: 0.97 },
  { drawing: 2, half: "kept", precision: 0.98, recall: 0.95 },
];

const assessed = new Map<string, Promise<Assessment>>();

/** The assessment of a labelled release, made once. */
function assessLabelled(release: string): Promise<Assessment> {
  const target = join(RELEASES, release);
  const made = assessed.get(release) ?? assess({ target, listing: join(target, "TREE.tsv") });
  assessed.set(release, made);
  return made;
}

async function judgeAll(all: readonly ReleaseLabels[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const labels of all) {
    judged.push(...judgeRelease(labels, await assessLabelled(labels.release)));
  }
  return judged;
}

describe.skipIf(isAbsent).each(FLOORS)("components of drawing $drawing, half $half", (sample) => {
  const { drawing, half, precision, recall } = sample;
  const all = readReleaseLabels(half).filter((labels) => labels.drawing === drawing);

  test("are right where they are said, found where they are shown, and never wrongly denied", async () => {
    const counted = count(await judgeAll(all));
    expect(counted.shown).toBeGreaterThan(50);
    expect(counted.right / counted.settled).toBeGreaterThanOrEqual(precision);
    expect(counted.found / counted.shown).toBeGreaterThanOrEqual(recall);
    expect(counted.wrongAbsences).toBe(0);
  });

  test("have the access that is stated, or none is told", async () => {
    for (const { release, access } of all) {
      const { components } = await assessLabelled(release);
      const stated = components.filter(({ access: told = "" }) => ["open", "gated", "on-request"].includes(told));
      for (const { id, access: told } of stated) {
        // A release may state two conditions of one component.
        const levels = access.filter(({ component }) => component === id).map(({ level }) => level);
        if (levels.length > 0)
          expect({ release, id, levels }).toMatchObject({ levels: expect.arrayContaining([told]) });
      }
    }
  });
});

/** How many of a drawing are told at least. */
const KINDS = [
  { drawing: 1, halves: ["seen", "kept"], least: 14 },
  { drawing: 2, halves: ["seen", "kept"], least: 8 },
] as const;

describe.skipIf(isAbsent).each(KINDS)("kinds of models of drawing $drawing", ({ drawing, halves, least }) => {
  test("are told rightly, or left open", async () => {
    const told: string[] = [];
    const all = halves.flatMap((half) => readReleaseLabels(half)).filter((labels) => labels.drawing === drawing);
    for (const { release, modalities } of all) {
      const claim = (await assessLabelled(release)).claims.find(({ id }) => id === "model.modality");
      if (claim === undefined || claim.value === "unknown") continue;
      expect({ release, kinds: claim.value }).toEqual({ release, kinds: modalities });
      told.push(release);
    }
    expect(told.length).toBeGreaterThanOrEqual(least);
  });
});

describe("a release of several models", () => {
  const entry: ComponentEntry = {
    id: "architecture",
    name: "Architecture",
    about: "*",
    present: "unknown",
    because: "elsewhere",
    artifacts: [],
    licenses: [],
    evidence: [],
  };

  test("has what one of them has", () => {
    const own = { ...entry, about: "owl/a", present: true as const, artifacts: ["a/model.py"] };
    expect(unite([entry, own])).toMatchObject({ about: "*", present: true, artifacts: ["a/model.py"] });
    expect(unite([entry, { ...entry, about: "owl/a" }])).toBe(entry);
    expect(unite([own])).toBeUndefined();
  });
});

describe("the count", () => {
  const judged: Judged = {
    release: "owl",
    component: "paper",
    label: "present",
    said: "present",
    judgement: "right",
    strays: [],
    lacking: [],
  };

  test("a right answer that names something else is wrong, one that lacks a file is not found", () => {
    expect(count([{ ...judged, strays: ["mouse.pdf"] }])).toMatchObject({ settled: 1, right: 0, shown: 1, found: 1 });
    expect(count([{ ...judged, lacking: ["owl.pdf"] }])).toMatchObject({ settled: 1, right: 1, shown: 1, found: 0 });
  });

  test("what is left open is missed where the release shows it, and an alternative is left out", () => {
    expect(count([{ ...judged, said: "unknown", judgement: "missed" }])).toMatchObject({
      settled: 0,
      shown: 1,
      found: 0,
    });
    expect(count([{ ...judged, said: "elsewhere", judgement: "left-out" }])).toMatchObject({
      settled: 0,
      shown: 0,
      leftOut: 1,
    });
  });

  test("an absence that the release does not state is counted by itself", () => {
    expect(count([{ ...judged, said: "absent", judgement: "wrong" }]).wrongAbsences).toBe(1);
  });
});
