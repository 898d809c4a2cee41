import { expect, test } from "vitest";
import { licenseText } from "../../test/support/license-text.ts";
import { makeRelease, makeSafetensors, type Sketch } from "../../test/support/release.ts";
import { assessOpened, check, lock, mergeLock } from "../index.ts";
import type { CheckedTarget, LockedTarget } from "../model/changes.ts";
import { frameworks, platform } from "../node.ts";

const MIT = licenseText("MIT").replace("<year>", "2024");
const owl = { LICENSE: MIT, "model.safetensors": makeSafetensors({ a: 2 }), "README.md": "# Owl\n" };

async function pin(sketch: Sketch, target = "owl"): Promise<LockedTarget> {
  const assessment = await assessOpened(makeRelease(sketch), {
    platform,
    frameworks,
    hash: "all",
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return lock(assessment, { target });
}

async function hold(old: LockedTarget, now: LockedTarget): Promise<CheckedTarget> {
  const { targets } = await check({ targets: [[old, { now }]], platform });
  return targets[0] as CheckedTarget;
}

function outcomes({ results }: CheckedTarget): Readonly<Record<string, string>> {
  return Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
}

const WELL = { rights: "holds", licenses: "holds", weights: "holds", findings: "holds", reading: "holds" };

test("what did not change holds in every point", async () => {
  const old = await pin({ files: owl });
  expect(outcomes(await hold(old, await pin({ files: owl })))).toEqual(WELL);
});

test("a right that is lost fails, and one that is won is told", async () => {
  const [mit, nc] = [await pin({ files: owl }), await pin({ files: { ...owl, LICENSE: licenseText("CC-BY-NC-4.0") } })];
  const lost = await hold(mit, nc);
  expect(outcomes(lost)).toEqual({ ...WELL, rights: "fails", licenses: "fails" });
  expect(lost.results[0]?.reasons[0]).toMatch(/^May I make money with it\? yes → no: /);
  const won = await hold(nc, mit);
  expect(won.results[0]).toMatchObject({
    outcome: "holds",
    notes: expect.arrayContaining([expect.stringMatching(/no → yes/)]),
  });
});

test("a right that is not known any more leaves the question open", async () => {
  const now = await pin({ files: { "model.safetensors": owl["model.safetensors"], LICENSE: "Ask the owls.\n" } });
  expect((await hold(await pin({ files: owl }), now)).results[0]?.outcome).toBe("unsettled");
});

test("weights that were replaced or are gone fail; other names and further files are told", async () => {
  const old = await pin({ files: owl });
  const { "model.safetensors": bytes, ...rest } = owl;
  const at = async (files: Sketch["files"]) => (await hold(old, await pin({ files: files ?? {} }))).results[2];
  expect(await at({ ...owl, "model.safetensors": makeSafetensors({ a: 3 }) })).toMatchObject({ outcome: "fails" });
  expect(await at(rest)).toMatchObject({ outcome: "fails", reasons: ["model.safetensors is gone"] });
  expect(await at({ ...rest, "b.safetensors": bytes })).toMatchObject({
    outcome: "holds",
    notes: ["model.safetensors is now b.safetensors: the same bytes"],
  });
  expect(await at({ ...owl, "b.safetensors": makeSafetensors({ a: 4 }) })).toMatchObject({
    outcome: "holds",
    notes: ["b.safetensors is new"],
  });
});

test("what cannot be listed now is not gone", async () => {
  const gap = { path: "", stage: "source", code: "unreachable", args: {}, message: "it cannot be reached" } as const;
  const checked = await hold(await pin({ files: owl }), await pin({ files: {}, gaps: [gap] }));
  expect(outcomes(checked)).toMatchObject({ licenses: "unsettled", weights: "unsettled", reading: "unsettled" });
  expect(checked.outcome).toBe("unsettled");
});

test("another year in a licence that is known is no change; other words of one that is not known leave it open", async () => {
  const year = await pin({ files: { ...owl, LICENSE: MIT.replace("2024", "2025") } });
  expect(outcomes(await hold(await pin({ files: owl }), year))).toEqual(WELL);
  const [own, other] = ["Whoever likes owls may copy this.\n", "Whoever likes cats may copy this.\n"];
  const [old, now] = [await pin({ files: { ...owl, LICENSE: own } }), await pin({ files: { ...owl, LICENSE: other } })];
  expect(outcomes(await hold(old, now)).licenses).toBe("unsettled");
});

test("an error fails also where it was there before", async () => {
  const broken = { ...owl, "model.safetensors": new Uint8Array([255, 255, 255, 255, 255, 255, 255, 127, 1]) };
  const old = await pin({ files: broken });
  const checked = await hold(old, old);
  expect(checked.results[3]).toMatchObject({
    outcome: "fails",
    reasons: [expect.stringContaining("as when it was locked")],
  });
});

test("the same files read by other rules lose no right: which reading is right is open", async () => {
  const now = await pin({ files: owl });
  const rights = now.rights.map((right) => (right.id === "sell" ? { ...right, answer: "no" as const } : right));
  expect(outcomes(await hold(now, { ...now, rights, ruleset: "sha256:0" })).rights).toBe("unsettled");
  expect(outcomes(await hold(now, { ...now, rights, revision: "sha256:1" })).rights).toBe("fails");
});

test("one that cannot be opened is not settled, and a failure beside it counts more", async () => {
  const old = await pin({ files: owl });
  const refused = [old, { refusal: "it is not there" }] as const;
  expect((await check({ targets: [refused], platform })).outcome).toBe("unsettled");
  const now = await pin({ files: { ...owl, "model.safetensors": makeSafetensors({ a: 3 }) } });
  expect((await check({ targets: [refused, [old, { now }]], platform })).outcome).toBe("fails");
});

test("locks are put together by target, in whichever order", async () => {
  const [a, b] = [await pin({ files: owl }, "a"), await pin({ files: owl }, "b")];
  expect(mergeLock(mergeLock(null, [b]), [a])).toEqual(mergeLock(null, [a, b]));
  const anew = await pin({ files: { ...owl, LICENSE: licenseText("Apache-2.0") } }, "a");
  expect(mergeLock(mergeLock(null, [a, b]), [anew]).targets).toEqual([anew, b]);
});
