import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attack, listTargets, loadTarget } from "./target.ts";

/** Seeds that once broke a law, by format; scripts/fuzz.ts adds to them. */
const kept: Readonly<Record<string, readonly number[]>> = JSON.parse(
  readFileSync(new URL("./seeds.json", import.meta.url), "utf8"),
);

/** Runs of every format in each test run, besides the kept seeds. */
const FRESH = 100;

/** Milliseconds for one format: YAML takes some seconds, more on a busy machine. */
const PATIENCE = 60_000;

test.each(listTargets())(
  "%s keeps its laws under damage",
  async (id) => {
    const target = await loadTarget(id);
    let readings = 0;
    for (let seed = 1; seed <= FRESH; seed++) readings += Number(await attack(target, seed));
    for (const seed of kept[id] ?? []) await attack(target, seed);
    expect(readings).toBeGreaterThan(0);
  },
  PATIENCE,
);

test("kept seeds name formats that exist", () => {
  expect(listTargets()).toEqual(expect.arrayContaining(Object.keys(kept)));
});
