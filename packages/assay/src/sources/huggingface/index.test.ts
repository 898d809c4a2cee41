import { expect, test } from "vitest";
import { assessRelease, fileOf, makeModel, openOn } from "../../../test/hub/ask-hub.ts";
import { commitOf, type HubRepository } from "../../../test/hub/contents.ts";
import { startHub } from "../../../test/hub/hub.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import huggingface from "./index.ts";

const CARD = "---\nlicense: mit\n---\n# Owl\n";
const OWL: HubRepository = { id: "acme/owl", files: { "README.md": CARD, LICENSE: "MIT License\n" }, tags: ["v1"] };

test("a usual model in 4 files takes at most 12 requests and 2 MB, and is read to the end", async () => {
  const hub = await startHub([{ id: "acme/owl", files: makeModel(4) }]);
  const assessment = await assessRelease(await openOn(hub, "hf:acme/owl"));
  expect(hub.requests.length).toBe(12);
  expect(hub.sent()).toBeLessThanOrEqual(2_000_000);
  expect(hub.requests.filter((request) => /\/(?:config|tokenizer)\.json/.test(request))).toEqual([]);
  expect(assessment.gaps).toEqual([]);
  const claim = (id: string) => assessment.claims.find((found) => found.id === id)?.value;
  expect(claim("weights.published")).toBe(true);
  expect(claim("weights.parameters")).toBe(4 * 80 * 25_000_000);
});

test("a model in 100 files takes at most 14 requests; what is left of its headers is one gap", async () => {
  const hub = await startHub([{ id: "acme/owl", files: makeModel(100) }]);
  const release = await openOn(hub, "hf:acme/owl");
  const assessment = await assessRelease(release);
  expect(hub.requests.length).toBe(14);
  expect(hub.sent()).toBeLessThanOrEqual(2_000_000);
  expect(release.gaps).toMatchObject([{ code: "over-limit", args: { target: "acme/owl", headers: 94 } }]);
  const last = fileOf(release, "model-00100-of-00100.safetensors");
  expect(last).toMatchObject({ state: "listed", stated: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  expect(assessment.artifacts.length).toBe(111);
});

test("the commit of a revision is pinned, and every file is asked for by it", async () => {
  const hub = await startHub([OWL]);
  const release = await openOn(hub, "acme/owl", { revision: "v1" });
  const sha = commitOf(OWL);
  expect(release.origins).toEqual([
    {
      id: "acme/owl",
      target: "acme/owl",
      role: "model",
      linkedBy: "user",
      revision: sha,
      page: `${hub.environment.HF_ENDPOINT}/acme/owl`,
    },
  ]);
  await assessRelease(release);
  expect(hub.requests).toEqual([
    "GET /api/models/acme/owl/revision/v1",
    `GET /api/models/acme/owl/tree/${sha}?recursive=true`,
    // What the release is, a model or a data set, is settled first.
    `GET /acme/owl/resolve/${sha}/README.md`,
    `GET /acme/owl/resolve/${sha}/LICENSE`,
  ]);
});

test("nothing is asked for before it is read, and nothing twice", async () => {
  const hub = await startHub([{ id: "acme/owl", files: makeModel(1) }]);
  const release = await openOn(hub, "hf:acme/owl");
  expect(hub.requests.length).toBe(2);
  const weights = fileOf(release, "model-00001-of-00001.safetensors").open();
  const reads = [weights.read(0, 8), weights.read(0, 100), weights.read(8, 5000)];
  expect((await Promise.all(reads)).map(({ length }) => length)).toEqual([8, 100, 4992]);
  expect(hub.requests.length).toBe(3);
});

test("a header that is longer than the first window takes one request more, for the rest of it alone", async () => {
  const hub = await startHub([{ id: "acme/owl", files: makeModel(1) }]);
  const weights = fileOf(await openOn(hub, "hf:acme/owl"), "model-00001-of-00001.safetensors").open();
  await weights.read(0, 8);
  const [first] = hub.requests.slice(2);
  const window = Number(/-(\d+)$/.exec(first ?? "")?.[1]) + 1;
  await weights.read(0, window + 1000);
  expect(hub.requests[3]).toMatch(new RegExp(` bytes=${window}-${window + 999}$`));
});

test("a data set, with its pages", async () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`data/${n}.csv`, `a,b\n${n},2\n`]));
  const hub = await startHub([{ id: "acme/songs", kind: "dataset", files: { ...files, "README.md": CARD } }], {
    pageSize: 10,
  });
  const release = await openOn(hub, "hf:datasets/acme/songs");
  expect(release).toMatchObject({ kind: "dataset", origins: [{ target: "acme/songs", role: "data" }] });
  expect(release.origins[0].page).toBe(`${hub.environment.HF_ENDPOINT}/datasets/acme/songs`);
  expect(release.artifacts.length).toBe(26);
  expect(hub.requests.length).toBe(4);
  const card = fileOf(release, "README.md").open();
  expect(new TextDecoder().decode(await card.read(0, card.size))).toBe(CARD);
});

test("a name that the host writes otherwise is said, and the host's is the one that counts", async () => {
  const hub = await startHub([{ ...OWL, formerly: ["acme/bird"] }]);
  for (const target of ["hf:acme/bird", "hf:Acme/OWL"]) {
    const release = await openOn(hub, target);
    expect(release.target).toBe("acme/owl");
    expect(release.findings).toMatchObject([{ rule: "target/renamed", severity: "note" }]);
  }
});

test("what the host says of a model is its record", async () => {
  const files = {
    ...makeModel(1),
    "README.md": "---\nlicense: other\nlicense_name: owl\nlicense_link: LICENSE\nbase_model: [acme/egg]\n---\n",
  };
  const hub = await startHub([{ id: "acme/owl", files, answer: { gguf: { context_length: 4096 } } }]);
  const { hostRecords } = await openOn(hub, "hf:acme/owl");
  expect(hostRecords).toMatchObject([
    {
      origin: "acme/owl",
      url: `${hub.environment.HF_ENDPOINT}/api/models/acme/owl/revision/main`,
      access: "open",
      gate: [],
      licenses: [
        { kind: "id", pointer: "/cardData/license", words: "other" },
        { kind: "name", pointer: "/cardData/license_name", words: "owl" },
        { kind: "link", pointer: "/cardData/license_link", words: "LICENSE" },
      ],
      bases: [{ kind: "base", pointer: "/cardData/base_model/0", words: "acme/egg" }],
      model: {
        architecture: { pointer: "/config/architectures/0", words: "OwlForCausalLM" },
        contextLength: 4096,
        parameters: 2_000_000_000,
        dtypes: { BF16: 2_000_000_000 },
      },
    },
  ]);
});

test("a host whose numbers do not add up is not believed in either", async () => {
  const answer = { safetensors: { parameters: { BF16: 5 }, total: 7 } };
  const hub = await startHub([{ ...OWL, answer }]);
  const { hostRecords, findings } = await openOn(hub, "hf:acme/owl");
  expect(hostRecords[0]?.model).toEqual({});
  expect(findings).toMatchObject([{ rule: "host/contradicts-itself", severity: "warning" }]);
});

test("a manifest of strangers may lead to the hub by a sure name alone", () => {
  expect(huggingface.mayFollow?.("hf:acme/owl", {})).toBe(true);
  expect(huggingface.mayFollow?.("acme/owl", {})).toBe(false);
});

test("an endpoint that is none, or holds a password, is the user's mistake and is not repeated", async () => {
  for (const endpoint of ["no address", "https://me:secret@hub.example"]) {
    const opening = openOn({ environment: { HF_ENDPOINT: endpoint } }, "hf:acme/owl");
    await expect(opening).rejects.toMatchObject({ name: "UsageError", message: expect.not.stringContaining("secret") });
  }
});

test("where every digest is asked for, weights are fetched whole, and one that is not the stated one is an error", async () => {
  const bytes = Buffer.alloc(2 << 20, 1);
  bytes.writeBigUInt64LE(2n);
  bytes.write("{}", 8);
  const files = { "a.safetensors": bytes, "b.safetensors": bytes, "c.safetensors": bytes };
  const lies = { "b.safetensors": "other-content", "c.safetensors": "longer" } as const;
  const hub = await startHub([{ id: "acme/owl", files, lies }]);
  const release = await openOn(hub, "hf:acme/owl");
  const good = fileOf(release, "a.safetensors");
  expect(good.remote).toBe(true);
  expect(await good.digest()).toBe(good.stated);
  await expect(fileOf(release, "c.safetensors").digest()).rejects.toMatchObject({ code: "digest-mismatch" });
  const { findings } = await assessRelease(release, "all");
  expect(findings.filter(({ rule }) => rule === "artifact/stated-digest")).toMatchObject([
    { severity: "error", args: { path: "b.safetensors" } },
  ]);
});

test("offline, what was read before is read again, and nothing else", async () => {
  const cache = makeFolder();
  const hub = await startHub([
    { id: "acme/owl", files: makeModel(1) },
    { ...OWL, id: "acme/other" },
  ]);
  const online = await assessRelease(await openOn(hub, "hf:acme/owl", { cache }));
  const before = hub.requests.length;
  const offline = await assessRelease(await openOn(hub, "hf:acme/owl", { cache, isOffline: true }));
  expect(offline).toEqual(online);
  expect((await openOn(hub, "hf:acme/other", { cache, isOffline: true })).gaps).toMatchObject([{ code: "offline" }]);
  expect(hub.requests.length).toBe(before);
});

test("what was read of a commit is not asked for again", async () => {
  const cache = makeFolder();
  const hub = await startHub([{ id: "acme/owl", files: makeModel(1) }]);
  await assessRelease(await openOn(hub, "hf:acme/owl", { cache }));
  const before = hub.requests.length;
  await assessRelease(await openOn(hub, "hf:acme/owl", { cache }));
  expect(hub.requests.slice(before)).toEqual(["GET /api/models/acme/owl/revision/main"]);
});
