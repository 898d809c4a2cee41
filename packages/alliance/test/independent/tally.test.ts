/** The count against another one, in another language, written from docs/alliance/tally.md alone. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Tally } from "../../src/model/ballot.ts";
import { tally } from "../../src/tally/index.ts";
import { drawRecord } from "./records.ts";

const SCRIPT = join(import.meta.dirname, "tally.py");
const HAS_PYTHON = spawnSync("python3", ["--version"]).status === 0;
const RECORDS = 100_000;
const LONGEST = 300;

/** What both say: codes of problems, or result, settledness and seats. */
function digest(counted: Tally): unknown {
  if ("problems" in counted) return { problems: [...new Set(counted.problems.map(({ code }) => code))].sort() };
  const { result, isSettled, seats } = counted.outcome;
  return { result, isSettled, seats: seats.map(({ seat, choice, weight }) => ({ seat, choice, weight })) };
}

test.skipIf(!HAS_PYTHON)("both come to the same on 100,000 ballots, sound and unsound", { timeout: 600_000 }, () => {
  const records = Array.from({ length: RECORDS }, (_, seed) => drawRecord(seed));
  const input = records.map((record) => JSON.stringify(record)).join("\n");
  const { stdout, stderr, status } = spawnSync("python3", [SCRIPT], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  expect([status, stderr]).toEqual([0, ""]);
  const theirs = stdout.trimEnd().split("\n");
  expect(theirs).toHaveLength(RECORDS);
  const ends = new Map<string, number>();
  for (const [seed, record] of records.entries()) {
    const ours = digest(tally(record)) as { readonly problems?: readonly string[]; readonly result?: string };
    const end = ours.problems?.[0] ?? ours.result ?? "";
    ends.set(end, (ends.get(end) ?? 0) + 1);
    expect([seed, JSON.parse(theirs[seed] ?? "null")]).toEqual([seed, ours]);
  }
  // All ways to end were met, and none of them alone.
  expect(ends.get("passed") ?? 0).toBeGreaterThan(RECORDS / 20);
  expect(ends.get("failed") ?? 0).toBeGreaterThan(RECORDS / 20);
  expect(ends.size).toBeGreaterThan(10);
});

test("the other one is short enough to be read", () => {
  expect(readFileSync(SCRIPT, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(LONGEST);
});
