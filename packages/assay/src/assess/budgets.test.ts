import { expect, test } from "vitest";
import { makeRelease } from "../../test/support/release.ts";
import { memorySource } from "../bytes/memory-source.ts";
import { FormatError } from "../model/errors.ts";
import type { Reading } from "../model/facts.ts";
import type { Format, Read, ReadContext } from "../model/plugin.ts";
import { platform } from "../node.ts";
import { LIMITS, openBudgets } from "./budgets.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

const NOTHING: Read = { facts: {}, children: [], spans: [], faults: [], gaps: [] };

/** A format of one file name, whose reader does what the test says. */
function formatOf(path: string, read: (ctx: ReadContext) => Promise<Partial<Read>>): Format {
  return {
    id: path,
    version: 1,
    title: path,
    spec: path,
    matches: (name) => name === path,
    read: async (_, ctx) => ({ ...NOTHING, ...(await read(ctx)) }),
  };
}

/** A box in a box in a box, without end. */
const boxes = formatOf("box", async (ctx) => ({ children: await ctx.descend(memorySource(new Uint8Array(1)), "box") }));

/** An archive of so many members that nobody knows how to read. */
function archiveOf(members: number): Format {
  return formatOf("archive", async (ctx) => {
    for (let i = 0; i < members; i += 1) await ctx.descend(memorySource(new Uint8Array(0)), "member");
    return {};
  });
}

/** A reader whose own work takes so many steps. */
function workOf(path: string, steps: number): Format {
  return formatOf(path, async (ctx) => {
    ctx.spend("steps", steps);
    return {};
  });
}

const note = formatOf("note", async () => ({ facts: { text: { lines: 1 } } }));

/** Reads every file of a release that holds one file for each of the formats. */
async function readAll(...formats: readonly Format[]): Promise<OpenWorkbench & { readonly read: readonly Reading[] }> {
  const release = makeRelease({ files: Object.fromEntries(formats.map(({ id }) => [id, id])) });
  const { signal } = new AbortController();
  const bench = openWorkbench(release, { formats, platform, signal, hash: "none", onBytes: () => undefined });
  const read: Reading[] = [];
  for (const artifact of release.artifacts) read.push(...(await bench.readings(artifact)));
  return Object.assign(bench, { read });
}

function depthOf({ children: [child] }: Reading): number {
  return child === undefined ? 0 : 1 + depthOf(child);
}

test("boxes in boxes are opened down to the sixteenth; what is deeper is a gap, and the rest is read", async () => {
  const { read, gaps } = await readAll(boxes, note);
  const [box, rest] = read;
  expect(box === undefined ? 0 : depthOf(box)).toBe(16);
  expect(gaps).toMatchObject([{ path: "box", code: "over-limit", stage: "format" }]);
  expect(gaps[0]?.message).toContain("17 depth, more than the 16");
  expect(rest?.facts.text).toEqual({ lines: 1 });
});

test("one member more than the most is a gap of that file, and the rest is read", async () => {
  const { read, gaps } = await readAll(archiveOf(LIMITS.members + 1), note);
  expect(gaps).toMatchObject([{ path: "archive", code: "over-limit" }]);
  expect(gaps[0]?.message).toContain(`${LIMITS.members + 1} members, more than the ${LIMITS.members}`);
  expect(read[0]?.spans).toEqual([{ start: 0, end: "archive".length, as: "unread" }]);
  expect(read[1]?.facts.text).toEqual({ lines: 1 });
});

test("the very most is no gap", async () => {
  expect((await readAll(archiveOf(LIMITS.members))).gaps).toEqual([]);
  expect((await readAll(workOf("work", LIMITS.steps))).gaps).toEqual([]);
});

test("steps are counted over all files: the one that goes beyond is a gap, and what needs none is read", async () => {
  const half = LIMITS.steps / 2;
  const { read, gaps } = await readAll(workOf("a", half), workOf("b", half), workOf("c", 1), note);
  expect(gaps).toMatchObject([{ path: "c", code: "over-limit" }]);
  expect(gaps[0]?.message).toContain(`${LIMITS.steps + 1} steps, more than the ${LIMITS.steps}`);
  expect(read.at(-1)?.facts.text).toEqual({ lines: 1 });
});

test("what is over the limit is no fault of the file", async () => {
  const { read } = await readAll(workOf("work", LIMITS.steps + 1));
  expect(read).toMatchObject([{ faults: [], gaps: [{ code: "over-limit" }] }]);
});

test.each(["members", "unpacked", "steps"] as const)("a budget of %s stays used up", (what) => {
  const budgets = openBudgets({ members: 3, depth: 1, unpacked: 3, steps: 3 });
  budgets.spend(what, 2);
  budgets.spend(what, 1);
  expect(() => budgets.spend(what, 1)).toThrow(FormatError);
  expect(() => budgets.spend(what, 1)).toThrow(`5 ${what}, more than the 3`);
  expect(() => budgets.assertDepth(2)).toThrow("2 depth, more than the 1");
});
