// SPDX-License-Identifier: Apache-2.0
/** The release can be made again, to the last bit, and its documents tell what was measured. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../src/build.ts";
import { evaluate, type Results } from "../src/evaluate.ts";

const home = join(import.meta.dirname, "..");
const rebuilt = mkdtempSync(join(tmpdir(), "tiny-open-model-"));

/** A training takes seconds on an idle core and longer on a busy one. */
const PATIENCE = 300_000;

/** Written by hand; everything else in the release has to come out of the build. */
const HAND_WRITTEN = /^(?:src|templates|test)\/|^(?:LICENSE|data\/LICENSE|package\.json|tsconfig\.json|release\.json)$/;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.parentPath.includes("node_modules"))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

beforeAll(() => build(rebuilt), PATIENCE);
afterAll(() => rmSync(rebuilt, { recursive: true, force: true }));

test("a new training gives every generated file again, byte for byte, and no other", () => {
  const expected = listFiles(home).filter((path) => !HAND_WRITTEN.test(path));
  expect(listFiles(rebuilt)).toEqual(expected);
  const changed = expected.filter((path) => !readFileSync(join(home, path)).equals(readFileSync(join(rebuilt, path))));
  expect(changed).toEqual([]);
});

const stated: Results = JSON.parse(readFileSync(join(home, "evaluation", "results.json"), "utf8"));

test("the stated figures are those of a fresh evaluation of the published weights", () => {
  expect(evaluate(home)).toEqual(stated);
  const { accuracy } = stated.model.evaluation;
  const card = readFileSync(join(home, "README.md"), "utf8");
  expect(card).toContain(`value: ${accuracy.toFixed(4)}\n`);
  expect(card).toContain(`| **tiny-open-model** | ${(accuracy * 100).toFixed(1)} % |`);
});

test("the model is far above every baseline, on sums it never saw", () => {
  const { model, baselines, checkpoints } = stated;
  for (const ngram of baselines.ngrams) {
    expect(model.evaluation.accuracy).toBeGreaterThan(ngram.accuracy + 0.5);
    expect(model.evaluation.answer_bits_per_character).toBeLessThan(ngram.answer_bits_per_character / 3);
  }
  expect(model.evaluation.accuracy).toBeGreaterThan(baselines.commonest_answer.accuracy + 0.5);
  expect(checkpoints.length).toBeGreaterThanOrEqual(2);
  for (const { bits_per_character } of checkpoints) {
    expect(bits_per_character).toBeGreaterThan(model.evaluation.bits_per_character);
  }
});
