import { appendFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/support/folder.ts";
import { makeRelease, makeSafetensors } from "../../test/support/release.ts";
import { world } from "../../test/support/world.ts";
import { formats } from "../formats/all.generated.ts";
import { assessOpened } from "../index.ts";
import type { Assessment } from "../model/documents.ts";
import type { Format } from "../model/plugin.ts";
import type { Artifact, Release } from "../model/types.ts";
import { frameworks, platform } from "../node.ts";
import { openRelease } from "../sources/release.ts";
import { type Hashing, type OpenWorkbench, openWorkbench } from "./workbench.ts";

const MEBIBYTE = 1 << 20;

interface Setting {
  readonly formats?: readonly Format[];
  readonly hash?: Hashing;
  readonly signal?: AbortSignal;
}

function open(release: Release, setting: Setting = {}): OpenWorkbench {
  const { signal } = new AbortController();
  return openWorkbench(release, { formats, platform, signal, hash: "all", onBytes: () => undefined, ...setting });
}

/** What was asked of a file. */
interface Counted {
  readonly artifact: Artifact;
  readonly opened: () => number;
  readonly digested: () => number;
  /** Ranges read, `start-end`. */
  readonly reads: readonly string[];
}

function count(artifact: Artifact): Counted {
  const reads: string[] = [];
  let [opened, digested] = [0, 0];
  const counting: Artifact = {
    ...artifact,
    digest(watch) {
      digested += 1;
      return artifact.digest(watch);
    },
    open() {
      opened += 1;
      const source = artifact.open();
      return {
        size: source.size,
        read(start, end, signal) {
          reads.push(`${start}-${end}`);
          return source.read(start, end, signal);
        },
      };
    },
  };
  return { artifact: counting, opened: () => opened, digested: () => digested, reads };
}

function only(release: Release): Artifact {
  const [artifact] = release.artifacts;
  if (artifact === undefined) throw new Error("the release is empty");
  return artifact;
}

function askEverything(bench: OpenWorkbench, artifact: Artifact): Promise<unknown> {
  const ask = [bench.readings, bench.text, bench.sha256];
  return Promise.all([...ask, ...ask, ...ask].map((question) => question(artifact)));
}

test("a small file is opened and read once, however many ask", async () => {
  const release = makeRelease({ files: { "README.md": "---\nlicense: mit\n---\n# Owl\n" } });
  const { artifact, opened, digested, reads } = count(only(release));
  const bench = open({ ...release, artifacts: [artifact] });
  await askEverything(bench, artifact);
  await askEverything(bench, artifact);
  expect((await bench.readings(artifact)).length).toBeGreaterThan(0);
  expect([opened(), digested(), reads]).toEqual([1, 0, [`0-${artifact.size}`]]);
});

test("a large file is opened once, hashed once, and read no more however many ask", async () => {
  const release = makeRelease({ files: { "model.safetensors": makeSafetensors({ a: MEBIBYTE / 2 }) } });
  const { artifact, opened, digested, reads } = count(only(release));
  const bench = open({ ...release, artifacts: [artifact] });
  await askEverything(bench, artifact);
  const once = reads.length;
  await askEverything(bench, artifact);
  expect([opened(), digested(), reads.length]).toEqual([1, 1, once]);
  // As text alone it is read whole.
  expect(reads.filter((range) => range === `0-${artifact.size}`)).toHaveLength(1);
});

test("a study runs once, however many ask and while it runs", async () => {
  const bench = open(makeRelease({}));
  let runs = 0;
  const study = { id: "study", version: 1, run: async () => ++runs };
  expect(await Promise.all([bench.study(study), bench.study(study)])).toEqual([1, 1]);
  expect(await bench.study(study)).toBe(1);
});

test("readings, text and digest of a file that is only listed are not to be had, and it is not opened", async () => {
  const release = makeRelease({ listed: ["README.md"] });
  const { artifact, opened } = count(only(release));
  const bench = open({ ...release, artifacts: [artifact] });
  expect(await bench.readings(artifact)).toEqual([]);
  expect(await bench.text(artifact)).toEqual({ ok: false, because: "listed-not-read" });
  expect(await bench.sha256(artifact)).toBeNull();
  expect(opened()).toBe(0);
  expect(bench.gaps).toEqual([]);
});

test.each([
  ["none", null, null],
  ["small", 64, null],
  ["all", 64, 64],
] as const)("--hash %s: a small file's digest has %s digits, a large one's %s", async (hash, small, large) => {
  const files = { "a.bin": "a", "b.bin": new Uint8Array(17 * MEBIBYTE) };
  const release = makeRelease({ files });
  const bench = open(release, { hash });
  const digests = await Promise.all(release.artifacts.map((artifact) => bench.sha256(artifact)));
  expect(digests.map((digest) => digest?.length ?? null)).toEqual([small, large]);
});

test("a format that throws what is no FormatError is our bug, and surfaces", async () => {
  const broken: Format = {
    id: "broken",
    version: 1,
    title: "broken",
    spec: "broken",
    matches: (path) => path === "bad",
    read: () => Promise.reject(new TypeError("a slip")),
  };
  const release = makeRelease({ files: { bad: "x", good: "y" } });
  const bench = open(release, { formats: [broken] });
  const [bad, good] = release.artifacts;
  if (bad === undefined || good === undefined) throw new Error("the release lacks its files");
  await expect(bench.readings(bad)).rejects.toThrow(new TypeError("a slip"));
  expect(await bench.readings(good)).toEqual([]);
  expect(bench.gaps).toEqual([]);
});

/** Ways in which a file may be another than the one that was listed, and the gap that it is. */
const CHANGES: readonly (readonly [how: string, code: string, change: (path: string) => void])[] = [
  ["grew", "changed", (path) => appendFileSync(path, "more")],
  ["was cut", "changed", (path) => truncateSync(path, 5)],
  ["was written again in the same length", "changed", (path) => writeFileSync(path, "another\n")],
  ["is gone", "unreadable", (path) => rmSync(path)],
  [
    "is a link now",
    "unreadable",
    (path) => {
      rmSync(path);
      symlinkSync("README.md", path);
    },
  ],
];

const PROSE = "Owl is a small model that hoots at night, trained on recordings of a forest. ".repeat(6);
const CARD = `---\nlicense: mit\n---\n# Owl\n\n${PROSE}\n\n## Uses\n\n${PROSE}\n`;
const FILES = { "config.json": '{"a":1}\n', "README.md": CARD };

/** A folder that was listed before one of its files changed. */
async function listThen(change: (path: string) => void): Promise<Release> {
  const folder = makeFolder(FILES);
  const release = await openRelease({ target: folder }, world());
  change(join(folder, "config.json"));
  return release;
}

test.each(CHANGES)(
  "a file that %s since it was listed is a gap, has no digest, text or readings",
  async (_, code, change) => {
    const release = await listThen(change);
    const artifact = release.artifacts.find(({ path }) => path === "config.json");
    if (artifact === undefined) throw new Error("the file was not listed");
    const bench = open(release);
    expect(await bench.sha256(artifact)).toBeNull();
    expect(await bench.readings(artifact)).toEqual([]);
    expect(await bench.text(artifact)).toEqual({ ok: false, because: "unreadable" });
    expect(bench.gaps).toMatchObject([{ path: "config.json", stage: "format", code }]);
  },
);

async function assess(release: Release): Promise<Assessment> {
  return assessOpened(release, {
    platform,
    frameworks,
    hash: "all",
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

test.each(CHANGES)(
  "assessed, a file that %s is a gap without a digest, and the rest is told",
  async (_, code, change) => {
    const assessment = await assess(await listThen(change));
    const digests = assessment.artifacts.map(({ path, sha256 }) => [path, sha256?.length ?? null]);
    expect(digests).toEqual([
      ["README.md", 64],
      ["config.json", null],
    ]);
    expect(assessment.gaps).toMatchObject([{ path: "config.json", code }]);
    expect(assessment.components.find(({ id }) => id === "model-card")?.present).toBe(true);
    expect(assessment.findings).toEqual([]);
  },
);

test("a large file that changed is a gap without a digest", async () => {
  const folder = makeFolder({ "model.safetensors": makeSafetensors({ a: MEBIBYTE }) });
  const release = await openRelease({ target: folder }, world());
  appendFileSync(join(folder, "model.safetensors"), "x");
  const assessment = await assess(release);
  expect(assessment.artifacts).toMatchObject([{ path: "model.safetensors", sha256: null, format: null }]);
  expect(assessment.gaps.map(({ path, code }) => [path, code])).toEqual([["model.safetensors", "changed"]]);
  expect(assessment.claims.find(({ id }) => id === "weights.complete")?.value).toBe("unknown");
});

test("when the user stops it, that is no gap of the file", async () => {
  const release = await openRelease({ target: makeFolder(FILES) }, world());
  const bench = open(release, { signal: AbortSignal.abort() });
  await expect(bench.readings(only(release))).rejects.toThrow(/abort/i);
  expect(bench.gaps).toEqual([]);
});
