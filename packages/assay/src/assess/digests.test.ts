import { expect, test } from "vitest";
import { formats } from "../formats/all.generated.ts";
import { frameworks } from "../frameworks/all.generated.ts";
import type { ArtifactEntry } from "../model/documents.ts";
import type { Plugin } from "../model/plugin.ts";
import type { Framework, OpenOrigin, Sha256 } from "../model/types.ts";
import { platform } from "../node.ts";
import { probes } from "../probes/all.generated.ts";
import { digestOf, digestRuleset, reviseOrigins, reviseRelease } from "./digests.ts";

const PLUGINS: readonly Plugin[] = [...formats, ...probes];

function ruleset(plugins: readonly Plugin[], rules: readonly Framework[] = frameworks): Promise<Sha256> {
  return digestRuleset({ plugins, data: ["list@1"], frameworks: rules }, platform);
}

test("the digest is SHA-256 of canonical JSON", async () => {
  // printf '{"a":1,"b":"\u00e9"}' | sha256sum
  const known = "sha256:09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6";
  expect(await digestOf({ b: "\u00e9", a: 1 }, platform)).toBe(known);
});

test("the ruleset does not change with the order of plugins", async () => {
  expect(await ruleset(PLUGINS.toReversed())).toBe(await ruleset(PLUGINS));
});

test.each(PLUGINS.map(({ id }, index) => ({ id, index })))(
  "the ruleset changes with the version of $id",
  async ({ index }) => {
    const newer = PLUGINS.map((plugin, at) => ({ ...plugin, version: plugin.version + (at === index ? 1 : 0) }));
    expect(await ruleset(newer)).not.toBe(await ruleset(PLUGINS));
  },
);

test("the ruleset changes with the version of the data", async () => {
  const digest = (...data: readonly string[]): Promise<Sha256> =>
    digestRuleset({ plugins: PLUGINS, data, frameworks }, platform);
  expect(await digest("list@1")).toBe(await ruleset(PLUGINS));
  expect(new Set([await digest(), await digest("list@1"), await digest("list@2")]).size).toBe(3);
});

test("the ruleset changes when a plugin is added, left out or renamed", async () => {
  const [first, ...others] = PLUGINS;
  const digests = await Promise.all([
    ruleset(PLUGINS),
    ruleset(others),
    ruleset([...PLUGINS, { id: "new", version: 1 }]),
    ruleset([{ id: "renamed", version: first?.version ?? 1 }, ...others]),
  ]);
  expect(new Set(digests).size).toBe(digests.length);
});

/** A copy of plain data for each text, number and boolean in it, in which that one is another. */
function vary(value: unknown): readonly unknown[] {
  if (typeof value === "string") return [`${value}.`];
  if (typeof value === "number") return [2 * value + 1];
  if (typeof value === "boolean") return [!value];
  if (Array.isArray(value))
    return value.flatMap((item, at) => vary(item).map((other) => value.with(at, other))).concat([[...value, "more"]]);
  return Object.entries(value ?? {}).flatMap(([key, member]) =>
    vary(member).map((other) => ({ ...(value as object), [key]: other })),
  );
}

test("the ruleset changes with the data that answers rest on", async () => {
  const other = digestRuleset({ plugins: PLUGINS, data: ["list@2"], frameworks }, platform);
  expect(await other).not.toBe(await ruleset(PLUGINS));
});

test("the ruleset changes with every word and number of a framework", async () => {
  const framework = frameworks[0] as Framework;
  const variants = vary(framework) as readonly Framework[];
  expect(variants.length).toBeGreaterThan(100);
  const digests = await Promise.all([framework, ...variants].map((one) => ruleset(PLUGINS, [one])));
  expect(new Set(digests).size).toBe(digests.length);
});

const FOLDER: OpenOrigin = { id: "owl", target: "owl", role: "model", linkedBy: "user" };
const FILE: ArtifactEntry = {
  origin: "owl",
  path: "model.safetensors",
  size: 8,
  state: "here",
  sha256: "0".repeat(64),
  format: "safetensors",
};

async function revise(...files: readonly ArtifactEntry[]): Promise<string> {
  return reviseRelease(await reviseOrigins([FOLDER], files, platform), platform);
}

test("the revision of a folder changes with the path, the size and the digest of a file, and with a file more", async () => {
  const revisions = await Promise.all([
    revise(),
    revise(FILE),
    revise({ ...FILE, path: "other.safetensors" }),
    revise({ ...FILE, size: 9 }),
    revise({ ...FILE, sha256: "1".repeat(64) }),
    revise({ ...FILE, sha256: null }),
    revise(FILE, { ...FILE, path: "other.safetensors" }),
  ]);
  expect(new Set(revisions).size).toBe(revisions.length);
  for (const revision of revisions) expect(revision).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test("the revision changes with nothing that we make of a file, nor with files elsewhere", async () => {
  const revision = await revise(FILE);
  expect(await revise({ ...FILE, format: null })).toBe(revision);
  expect(await revise(FILE, { ...FILE, state: "listed", path: "listed.bin" })).toBe(revision);
  expect(await revise(FILE, { ...FILE, origin: "elsewhere" })).toBe(revision);
});

test("an origin keeps the revision it has, and of several all count", async () => {
  const fixed = { ...FOLDER, id: "code", revision: "0123" };
  const [code, folder] = await reviseOrigins([fixed, FOLDER], [FILE], platform);
  expect(code?.revision).toBe("0123");
  expect(folder?.revision).toBe(await revise(FILE));
  if (code === undefined || folder === undefined) return;
  expect(await reviseRelease([code], platform)).toBe("0123");
  const both = await reviseRelease([code, folder], platform);
  expect(both).toMatch(/^sha256:/);
  expect(await reviseRelease([{ ...code, revision: "0124" }, folder], platform)).not.toBe(both);
});
