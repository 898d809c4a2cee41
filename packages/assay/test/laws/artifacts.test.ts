/** Laws of whole assessments, over parts of a small release: what another file may change, and that order is nothing. */

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";

import type { Assessment } from "../../src/model/documents.ts";
import type { Claim, Framework, FrameworkResult, Release } from "../../src/model/types.ts";
import { assessOpened, frameworks, platform } from "../../src/node.ts";
import { makeRelease } from "../support/release.ts";

const EXAMPLE = join(import.meta.dirname, "../../../../examples/tiny-open-model");
/** The manifest names files, so that parts of the release would lie about the rest. */
const LEFT_OUT = "release.json";
/** Each run is two assessments. */
const RUNS = 60;
const PATIENCE_MS = 120_000;

const files: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  globSync("**", { cwd: EXAMPLE, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== LEFT_OUT && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(EXAMPLE.length + 1), new Uint8Array(readFileSync(path))]),
);
const PATHS = Object.keys(files).toSorted();

const assessed = new Map<string, Promise<Assessment>>();

function assessFiles(paths: readonly string[]): Promise<Assessment> {
  const chosen = paths.toSorted();
  const key = chosen.join("\n");
  const known = assessed.get(key);
  if (known !== undefined) return known;
  const made = assessInMemory(makeRelease({ files: pick(chosen), target: "tiny" }));
  assessed.set(key, made);
  return made;
}

function pick(paths: readonly string[]): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => paths.includes(path)));
}

function assessInMemory(release: Release): Promise<Assessment> {
  const { signal } = new AbortController();
  return assessOpened(release, { platform, frameworks, hash: "at-hand", signal, onProgress: () => undefined });
}

/** 0 for the best level; no level is the worst. */
function rankOf(level: string | null, { levels }: Framework): number {
  return level === null ? levels.length : levels.findIndex(({ id }) => id === level);
}

/** Results about all of the release, beside their frameworks. */
function listResults(assessment: Assessment): readonly (readonly [Framework, FrameworkResult])[] {
  return frameworks.map((framework) => {
    const { id, version, reading } = framework;
    const result = assessment.frameworks.find(
      (one) => one.id === id && one.version === version && one.reading === reading && one.about === "*",
    );
    if (result === undefined) throw new Error(`${id}@${version} is missing`);
    return [framework, result];
  });
}

/** Claims about all of the release. */
function claimsOf({ claims }: Assessment): ReadonlyMap<string, Claim> {
  return new Map(claims.filter(({ about }) => about === "*").map((claim) => [claim.id, claim]));
}

/** Whether a claim speaks of terms, or of whether a part is whole. */
function isExcused(id: string): boolean {
  return /\.(?:license|complete)$|^rights\./.test(id);
}

/** Claims that a requirement rests on and that another file settled otherwise, or unsettled. */
function listWorse(before: Assessment, after: Assessment, named: readonly string[]): readonly string[] {
  const [old, now] = [claimsOf(before), claimsOf(after)];
  return named.filter((id) => JSON.stringify(old.get(id)?.value) !== JSON.stringify(now.get(id)?.value));
}

/** Requirements that were met and are not any more. */
function listLost(before: FrameworkResult, after: FrameworkResult): FrameworkResult["requirements"] {
  return before.requirements.filter((old, index) => {
    const now = after.requirements[index];
    if (old.applies !== true || old.verdict !== "met") return false;
    return now === undefined || now.applies === false || now.verdict !== "met";
  });
}

const subset = fc.subarray(PATHS, { minLength: 1 });
const growing = fc.tuple(subset, fc.constantFrom(...PATHS)).filter(([paths, one]) => !paths.includes(one));

test("the example reaches levels of several frameworks, so that something can be lost", async () => {
  const reached = listResults(await assessFiles(PATHS)).filter(([, { level }]) => level !== null);
  expect(reached.length).toBeGreaterThanOrEqual(4);
});

test("another file lowers a class only by its licence or by showing that a part is not whole", {
  timeout: PATIENCE_MS,
}, async () => {
  const holds = fc.asyncProperty(growing, async ([paths, one]) => {
    const [before, after] = [await assessFiles(paths), await assessFiles([...paths, one])];
    const now = new Map(listResults(after));
    for (const [framework, old] of listResults(before)) {
      const result = now.get(framework);
      if (result === undefined) throw new Error("a framework is missing");
      const isLower = rankOf(result.level, framework) > rankOf(old.level, framework);
      const named = listLost(old, result).flatMap(({ claims }) => claims);
      const worse = listWorse(before, after, named);
      if (isLower)
        expect({ one, id: framework.id, excused: worse.some(isExcused), worse }).toMatchObject({ excused: true });
    }
  });
  await fc.assert(holds, { numRuns: RUNS });
});

test("each file of the whole, put back, lowers no class, and some raise one", { timeout: PATIENCE_MS }, async () => {
  const whole = new Map(listResults(await assessFiles(PATHS)));
  let raised = 0;
  for (const path of PATHS) {
    const without = listResults(await assessFiles(PATHS.filter((one) => one !== path)));
    for (const [framework, { level }] of without) {
      const all = whole.get(framework)?.level ?? null;
      if (rankOf(all, framework) < rankOf(level, framework)) raised++;
      expect([path, framework.id, rankOf(all, framework) <= rankOf(level, framework)]).toEqual([
        path,
        framework.id,
        true,
      ]);
    }
  }
  expect(raised).toBeGreaterThan(0);
});

test("a worse licence lowers a class", async () => {
  const closed = "All rights reserved. Nobody may copy, use or change these weights without asking us.\n";
  const text = new TextEncoder().encode(closed);
  const worse = await assessInMemory(makeRelease({ files: { ...files, LICENSE: text }, target: "tiny" }));
  const now = new Map(listResults(worse));
  const lowered = listResults(await assessFiles(PATHS)).filter(
    ([framework, { level }]) => rankOf(now.get(framework)?.level ?? null, framework) > rankOf(level, framework),
  );
  expect(lowered.length).toBeGreaterThan(0);
});

/** What is concluded, without the order in which it is told. */
function concludeFrom(assessment: Assessment): unknown {
  const { claims, frameworks: results, components, freedoms, rights, models } = assessment;
  const values = claims.map(({ id, about, value, because }) => [about, id, value, because]);
  const parts = components.map(({ id, present, artifacts, access }) => [id, present, artifacts.toSorted(), access]);
  const answers = [...freedoms, ...rights].map(({ id, answer }) => [id, answer]);
  return { values, parts, answers, results, models: models.map(({ id }) => id) };
}

test("the order of files is nothing", { timeout: PATIENCE_MS }, async () => {
  const release = makeRelease({ files, target: "tiny" });
  const wanted = concludeFrom(await assessFiles(PATHS));
  const orders = fc.shuffledSubarray([...release.artifacts], { minLength: PATHS.length });
  const holds = fc.asyncProperty(orders, async (artifacts) => {
    expect(concludeFrom(await assessInMemory({ ...release, artifacts }))).toEqual(wanted);
  });
  await fc.assert(holds, { numRuns: 10 });
});
