import { expect, test } from "vitest";
import { commitOf, type Lie, type Repository, startHub, TOKEN } from "../../../test/hub/hub.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { makeSafetensors } from "../../../test/support/release.ts";
import type { Artifact } from "../../model/types.ts";
import { openWeb } from "../shared/fetch-web.ts";
import { openCache } from "../shared/folder-cache.ts";
import type { Listing, Reach } from "../source.ts";
import huggingface from "./index.ts";

const PATIENCE = { connect: 2_000, silence: 300, whole: 2_000 };
const CARD = "---\nlicense: apache-2.0\n---\n# Owl\n\nA small model.\n";
const LICENSE = "Do what you like.\n";

interface Asking {
  readonly target?: string;
  readonly revision?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly isOffline?: boolean;
}

function reachOf({ environment = {}, folder = makeFolder(), isOffline = false }: Asking): Reach {
  const { signal } = new AbortController();
  const cache = openCache({ ASSAY_CACHE: folder });
  return { web: openWeb({ cache, isOffline, environment, patience: PATIENCE }), cache, isOffline, environment, signal };
}

async function list(asking: Asking): Promise<Listing> {
  const { target = "hf:acme/owl", revision } = asking;
  const more = revision === undefined ? {} : { revision };
  return await huggingface.list({ target, nameOrigin: (name) => name, reach: reachOf(asking), ...more });
}

async function readAll({ artifacts }: Listing): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const artifact of artifacts.filter(({ state }) => state === "here")) {
    const source = artifact.open();
    const size = artifact.remote === true ? Math.min(1_000, source.size) : source.size;
    await source.read(0, size).then(
      () => outcomes.push("read"),
      (error: unknown) => outcomes.push((error as { readonly code: string }).code),
    );
  }
  return outcomes;
}

const find = ({ artifacts }: Listing, path: string): Artifact | undefined => artifacts.find((one) => one.path === path);

test("a repository is listed at its commit, its texts are read and held against the tree", async () => {
  const files = {
    "README.md": CARD,
    LICENSE,
    "config.json": "{}",
    "model.safetensors": makeSafetensors({ a: 100_000 }),
  };
  const hub = await startHub({ "acme/owl": { files, metadata: { config: { architectures: ["OwlForCausalLM"] } } } });
  const listing = await list(hub);
  expect(listing).toMatchObject({
    name: "acme/owl",
    kind: "model",
    revision: commitOf("acme/owl"),
    gaps: [],
    findings: [],
  });
  expect(listing.artifacts.map(({ path, state, remote }) => [path, state, remote])).toEqual([
    ["LICENSE", "here", undefined],
    ["README.md", "here", undefined],
    ["config.json", "listed", undefined],
    ["model.safetensors", "here", true],
  ]);
  expect(find(listing, "model.safetensors")?.stated).toMatch(/^sha256:[0-9a-f]{64}$/);
  const card = await find(listing, "README.md")?.open().read(0, CARD.length);
  expect(new TextDecoder().decode(card)).toBe(CARD);
  expect(listing.hostRecord?.model.architecture?.words).toBe("OwlForCausalLM");
  expect(hub.asked.some(({ url }) => url?.includes("config.json"))).toBe(false);
});

test("a digest that is asked for is measured, also of what is read in pieces", async () => {
  const weights = makeSafetensors({ a: 100_000 });
  const hub = await startHub({ "acme/owl": { files: { "model.safetensors": weights } } });
  const artifact = find(await list(hub), "model.safetensors");
  expect(await artifact?.digest()).toBe(artifact?.stated);
});

/** A model of so many shards, each with a header of some 40 KB. */
function sharded(count: number): Repository {
  const name = (n: number): string =>
    `model-${String(n).padStart(5, "0")}-of-${String(count).padStart(5, "0")}.safetensors`;
  const shards = Array.from({ length: count }, (_, n) => {
    const tensors = Array.from(
      { length: 400 },
      (_one, t) => [`model.layers.${n}.${t}.self_attn.q_proj.weight`, 64] as const,
    );
    return [name(n + 1), makeSafetensors(Object.fromEntries(tensors))] as const;
  });
  const map = Object.fromEntries(shards.map(([file], n) => [`model.layers.${n}.0.self_attn.q_proj.weight`, file]));
  const docs = Array.from({ length: 30 }, (_, n) => [`docs/results-${n}.json`, "{}"] as const);
  return {
    files: {
      "README.md": CARD.padEnd(60_000, "Owls are quiet. "),
      LICENSE,
      "USE_POLICY.md": "Be kind.",
      "model.safetensors.index.json": JSON.stringify({ metadata: {}, weight_map: map }),
      "tokenizer.json": "x".repeat(3_000_000),
      ...Object.fromEntries([...docs, ...shards]),
    },
  };
}

test.each([
  [1, 12],
  [4, 12],
  [5, 14],
  [100, 14],
])("%i shards cost at most %i requests and 2 MB", async (count, most) => {
  const hub = await startHub({ "acme/owl": sharded(count) });
  const listing = await list(hub);
  expect(new Set(await readAll(listing))).toEqual(new Set(["read"]));
  expect(hub.asked.length).toBeLessThanOrEqual(most);
  expect(hub.sent()).toBeLessThanOrEqual(2_000_000);
  const headers = listing.artifacts.filter(({ remote }) => remote === true).length;
  expect(headers).toBe(count > 4 ? Math.min(count, 6) : count);
  expect(listing.gaps.map(({ code }) => code)).toEqual(count > 6 ? ["headers-unread"] : []);
});

test("pages of a tree are followed to the end", async () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`f${n}.bin`, "x"]));
  const hub = await startHub({ "acme/owl": { files } }, 10);
  expect((await list(hub)).artifacts.length).toBe(25);
  expect(hub.asked.length).toBe(4);
});

test("a gated repository is told by its gate, its tree and its card, without a token", async () => {
  const prompt = "You agree to the Owl terms.";
  const gated: Repository = {
    gated: "manual",
    open: ["README.md"],
    files: { "README.md": CARD, LICENSE, "model.safetensors": makeSafetensors({ a: 9 }) },
    cardData: {
      license: "other",
      license_name: "owl",
      extra_gated_prompt: prompt,
      extra_gated_fields: { "I accept": "checkbox" },
    },
  };
  const hub = await startHub({ "acme/owl": gated });
  const listing = await list(hub);
  expect(listing.hostRecord).toMatchObject({
    access: "gated",
    gate: [{ pointer: "/cardData/extra_gated_prompt", words: prompt }, { words: "I accept" }],
    licenses: [
      { kind: "id", words: "other" },
      { kind: "name", words: "owl" },
    ],
  });
  expect(listing.artifacts.map(({ path, state }) => [path, state])).toEqual([
    ["LICENSE", "listed"],
    ["README.md", "here"],
    ["model.safetensors", "listed"],
  ]);
  expect(listing.gaps).toMatchObject([{ code: "gated" }]);
  expect(hub.asked.length).toBe(3);
  const trusted = await list({ environment: { ...hub.environment, HF_TOKEN: TOKEN } });
  expect(await readAll(trusted)).toEqual(["read", "read", "read"]);
  expect(trusted.gaps).toEqual([]);
});

const REFUSED: readonly (readonly [string, Repository | undefined, string])[] = [
  ["that is not there", undefined, "not-visible"],
  ["that is private", { files: {}, isPrivate: true }, "not-visible"],
  ["that is disabled", { files: {}, isDisabled: true }, "disabled"],
  ["that names no commit", { files: {}, lie: "no-commit" }, "lies"],
  ["that answers with a page", { files: {}, lie: "not-json" }, "lies"],
  ["whose pages lead in a circle", { files: { a: "x" }, lie: "page-circle" }, "lies"],
  ["whose pages lead elsewhere", { files: { a: "x" }, lie: "page-elsewhere" }, "lies"],
];

test.each(REFUSED)("a repository %s is told apart", async (_, repository, code) => {
  const hub = await startHub(repository === undefined ? {} : { "acme/owl": repository });
  const error = await list(hub).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "OriginError", code });
  if (code === "not-visible") expect(String(error)).toMatch(/not visible to you/);
});

test("a revision that is not there, and one that is", async () => {
  const hub = await startHub({ "acme/owl": { files: {} } });
  await expect(list({ ...hub, target: "hf:acme/owl@v9" })).rejects.toMatchObject({ code: "no-such-revision" });
  expect((await list({ ...hub, target: "acme/owl@v1" })).revision).toBe(commitOf("acme/owl"));
  expect((await list({ ...hub, revision: "v1" })).revision).toBe(commitOf("acme/owl"));
});

const LIES: readonly (readonly [Lie, string])[] = [
  ["wrong-length", "digest-mismatch"],
  ["part-for-whole", "out-of-reach"],
  ["redirect-circle", "out-of-reach"],
  ["redirect-away", "out-of-reach"],
  ["endless-body", "out-of-reach"],
  ["stalled-body", "out-of-reach"],
  ["other-bytes", "digest-mismatch"],
];

test.each(LIES)("%s: nothing is believed of the file", async (lie, code) => {
  const hub = await startHub({ "acme/owl": { files: { "README.md": CARD }, lie } });
  expect(await readAll(await list(hub))).toEqual([code]);
});

test("a range that is ignored brings no header", async () => {
  const files = { "model.safetensors": makeSafetensors({ a: 100_000 }) };
  const hub = await startHub({ "acme/owl": { files, lie: "range-ignored" } });
  expect(await readAll(await list(hub))).toEqual(["out-of-reach"]);
});

test("paths that no file can have are refused by name", async () => {
  const hub = await startHub({ "acme/owl": { files: { "README.md": CARD }, lie: "outside-path" } });
  const listing = await list(hub);
  expect(listing.artifacts.map(({ path }) => path)).toEqual(["README.md"]);
  expect(listing.gaps.map(({ path, code }) => [path, code])).toEqual([
    ["../outside", "refused-path"],
    ["a\\b", "refused-path"],
  ]);
});

test("a repository that has another name now is followed, and it is said", async () => {
  const hub = await startHub({
    "old/owl": { files: {}, renamedTo: "acme/owl" },
    "acme/owl": { files: { "README.md": CARD } },
  });
  const listing = await list({ ...hub, target: "hf:old/owl" });
  expect(listing.name).toBe("acme/owl");
  expect(listing.findings).toMatchObject([{ code: "renamed" }]);
});

test("a data set is listed as data", async () => {
  const files = { "README.md": CARD, "data/train.txt": "one\ntwo\n", "data/train.parquet": "PAR1" };
  const hub = await startHub({ "acme/owls": { kind: "dataset", files } });
  const listing = await list({ ...hub, target: "hf:datasets/acme/owls" });
  expect(listing).toMatchObject({ kind: "dataset", role: "data" });
  expect(find(listing, "data/train.txt")?.state).toBe("here");
  await expect(list({ ...hub, target: "hf:acme/owls" })).rejects.toMatchObject({ code: "not-visible" });
});

test("offline, what was read before is read again", async () => {
  const folder = makeFolder();
  const hub = await startHub({ "acme/owl": { files: { "README.md": CARD, LICENSE } } });
  await readAll(await list({ ...hub, folder }));
  const before = hub.asked.length;
  const offline = await list({ ...hub, folder, isOffline: true });
  expect(await readAll(offline)).toEqual(["read", "read"]);
  expect(hub.asked.length).toBe(before);
  await expect(list({ ...hub, target: "hf:acme/other", folder, isOffline: true })).rejects.toMatchObject({
    code: "offline",
  });
});
