import { expect, test } from "vitest";
import { makeRelease } from "../../test/support/release.ts";
import { openLedger } from "../model/ledger.ts";
import type { Deduction, Observation, Probe } from "../model/plugin.ts";
import type { Claim } from "../model/types.ts";
import { platform } from "../node.ts";
import { observe } from "./observe.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

function bench(signal: AbortSignal = new AbortController().signal): OpenWorkbench {
  return openWorkbench(makeRelease({}), { formats: [], platform, signal, hash: "none", onBytes: () => undefined });
}

/** A probe that answers one claim, or fails on the way. */
function probeOf(id: string, look: () => Promise<boolean>): Probe {
  return {
    id,
    version: 1,
    question: `${id}?`,
    kinds: ["model"],
    answers: [`${id}.one`, `${id}.two`],
    async observe(): Promise<Observation> {
      const ledger = openLedger(id);
      const seen = ledger.note({ code: id, args: {}, message: id, basis: "measured", at: { path: id } });
      ledger.answer(`${id}.one`, await look(), [seen]);
      ledger.leaveOpen(`${id}.two`, "not-observed");
      return ledger.close();
    },
  };
}

/** A deduction that holds when all that it needs does. */
function deductionOf(answers: string, ...needs: readonly [string, ...string[]]): Deduction {
  return {
    id: answers,
    version: 1,
    needs,
    answers,
    derive(claims): Claim {
      const from = needs.map((id) => claims.get(id));
      if (from.some((claim) => claim === undefined)) throw new Error(`${answers} came before what it needs`);
      const value = from.every((claim) => claim?.value === true);
      return { id: answers, about: "*", value, evidence: from.flatMap((claim) => claim?.evidence ?? []) };
    },
  };
}

const good = probeOf("good", async () => true);
const bad = probeOf("bad", async () => {
  throw new TypeError("no such thing");
});

test.each([[[good, bad]], [[bad, good]]])(
  "a probe that fails leaves its own claims open, is a gap, and costs the others nothing (%#)",
  async (probes) => {
    const { claims, evidence, gaps } = await observe(bench(), probes, []);
    for (const id of bad.answers)
      expect(claims.get(id)).toEqual({ id, about: "*", value: "unknown", because: "probe-failed", evidence: [] });
    expect(claims.get("good.one")).toEqual({ id: "good.one", about: "*", value: true, evidence: ["good#1"] });
    expect(claims.get("good.two")).toMatchObject({ value: "unknown", because: "not-observed" });
    expect(claims.size).toBe(4);
    expect(evidence.map(({ id }) => id)).toEqual(["good#1"]);
    expect(gaps).toMatchObject([{ stage: "probe", code: "probe-failed", args: { probe: "bad" } }]);
    expect(gaps[0]?.message).toMatch(/bad failed \(no such thing\)/);
  },
);

test("what is thrown and is no error is told too", async () => {
  const odd = probeOf("odd", () => Promise.reject("a text"));
  expect((await observe(bench(), [odd], [])).gaps[0]?.message).toMatch(/\(a text\)/);
});

test("a probe of data sets is not asked about a model", async () => {
  const { claims, gaps } = await observe(bench(), [{ ...bad, kinds: ["dataset"] }, good], []);
  expect([...claims.keys()]).toEqual(good.answers);
  expect(gaps).toEqual([]);
});

test("deductions come after what they need, whatever their order", async () => {
  const first = deductionOf("first", "good.one");
  const second = deductionOf("second", "first", "good.one");
  const third = deductionOf("third", "second", "first");
  for (const order of [
    [first, second, third],
    [third, second, first],
    [second, third, first],
    [third, first, second],
  ]) {
    const { claims } = await observe(bench(), [good], order);
    expect(claims.get("third")).toMatchObject({ value: true, evidence: ["good#1", "good#1", "good#1"] });
  }
});

test.each([[[deductionOf("a", "b"), deductionOf("b", "a")]], [[deductionOf("c", "good.one"), deductionOf("a", "a")]]])(
  "deductions that need each other are our bug, and surface (%#)",
  async (circle) => {
    await expect(observe(bench(), [good], circle)).rejects.toThrow(RangeError);
    await expect(observe(bench(), [good], circle)).rejects.toThrow(/need each other: .*a/);
  },
);

test.each([
  ["the default reason", undefined],
  ["a timeout", new DOMException("too long", "TimeoutError")],
  ["a reason of the caller's own", new Error("enough")],
])("when the user stops it no claim is made up: %s", async (_, reason) => {
  const controller = new AbortController();
  const stopped = probeOf("stopped", async () => {
    controller.abort(reason);
    controller.signal.throwIfAborted();
    return true;
  });
  await expect(observe(bench(controller.signal), [stopped, good], [])).rejects.toBe(controller.signal.reason);
});
