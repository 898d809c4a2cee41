/** Sentences that call something open, held against the labels: none may be invented, and most are found. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FoundStatement } from "../../src/model/statements.ts";
import { statements } from "../../src/studies/statements/index.ts";
import { openBench } from "../support/release.ts";
import { halfOf, readStatementLabels, type StatementLabels } from "./read-labels.ts";

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../shared/corpora");
const isAbsent = !existsSync(join(CORPORA, "releases"));

/** Shares found of what the labels say of the release itself; the half that is kept was opened once: README.md. */
const RECALL = { seen: 0.9, kept: 0.8 };

/** The labelled files of one release; a card that lies by itself is one. */
function groupByRelease(labels: readonly StatementLabels[]): ReadonlyMap<string, readonly StatementLabels[]> {
  return Map.groupBy(labels, ({ path }) => releaseOf(path));
}

function releaseOf(path: string): string {
  const [corpus, name = "", ...rest] = path.split("/");
  return corpus === "releases" ? name : (rest.at(-1) ?? name).replace(/\.md$/, "");
}

function pathIn(path: string): string {
  return path.startsWith("releases/") ? path.split("/").slice(2).join("/") : "README.md";
}

async function read(target: string, labels: readonly StatementLabels[]): Promise<readonly FoundStatement[]> {
  const files = labels.map(({ path }) => [pathIn(path), readFileSync(join(CORPORA, path))] as const);
  return (await openBench({ target, files: Object.fromEntries(files) }).study(statements)).found;
}

/** What was read as said of the release, where the labels say something else, and what was missed. */
async function judge(target: string, labels: readonly StatementLabels[]) {
  const own = (await read(target, labels)).filter(({ about }) => about === "this");
  const covers = (path: string, at: number) =>
    own.filter(({ at: { path: file, start = 0, end = 0 } }) => file === pathIn(path) && start <= at && at < end);
  const right = labels.flatMap(({ path, this: said = [], either = [] }) =>
    [...said, ...either].flatMap((at) => covers(path, at)),
  );
  const wrong = labels.flatMap(({ path, none = [], other = [] }) =>
    [...none, ...other].flatMap((at) => covers(path, at).filter((one) => !right.includes(one))),
  );
  const said = labels.flatMap(({ path, this: places = [] }) => places.map((at) => covers(path, at).length > 0));
  return { invented: wrong.map(({ quote }) => quote), found: said.filter(Boolean).length, said: said.length };
}

test("each label names its words once", () => {
  const labels = readStatementLabels();
  expect(new Set(labels.map(({ path }) => path)).size).toBe(labels.length);
  for (const { this: own = [], other = [], none = [], either = [] } of labels) {
    const all = [...own, ...other, ...none, ...either];
    expect(new Set(all).size).toBe(all.length);
  }
});

test.skipIf(isAbsent)("the files are the ones that were read", () => {
  for (const { path, sha256 } of readStatementLabels())
    expect(
      createHash("sha256")
        .update(readFileSync(join(CORPORA, path)))
        .digest("hex"),
      path,
    ).toBe(sha256);
});

test.skipIf(isAbsent)("nothing is invented, and most of what is said is found in both halves", async () => {
  const count = { seen: { found: 0, said: 0 }, kept: { found: 0, said: 0 } };
  for (const [release, labels] of groupByRelease(readStatementLabels())) {
    const { invented, found, said } = await judge(release, labels);
    expect(invented, release).toEqual([]);
    count[halfOf(release)].found += found;
    count[halfOf(release)].said += said;
  }
  expect(count.seen.said).toBeGreaterThan(20);
  expect(count.kept.said).toBeGreaterThan(20);
  expect(count.seen.found / count.seen.said).toBeGreaterThanOrEqual(RECALL.seen);
  expect(count.kept.found / count.kept.said).toBeGreaterThanOrEqual(RECALL.kept);
});
