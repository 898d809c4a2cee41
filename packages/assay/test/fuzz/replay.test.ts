import { expect, test } from "vitest";
import { attack, drawInput, listKept, listTargets, loadTarget, MAX_RUN } from "./target.ts";

/** Every test run takes the seeds from 1 to this; scripts/fuzz.ts goes further. */
const LAST_SEED = 100;

/** Milliseconds for one format: YAML takes some seconds, more on a busy machine. */
const PATIENCE = 60_000;

test.each(listTargets())(
  "%s keeps its laws under damage",
  async (id) => {
    const target = await loadTarget(id);
    let readings = 0;
    for (let seed = 1; seed <= LAST_SEED; seed++) readings += Number(await attack(target, drawInput(target, seed)));
    expect(readings).toBeGreaterThan(0);
  },
  PATIENCE,
);

const kept = listTargets().flatMap((id) => listKept(id).map(([name, bytes]) => ({ id, name, bytes })));

test.each(kept)(
  "$id keeps its laws over $name, which once broke one",
  async ({ id, bytes }) => {
    await expect(attack(await loadTarget(id), bytes)).resolves.toBeTypeOf("boolean");
  },
  MAX_RUN,
);
