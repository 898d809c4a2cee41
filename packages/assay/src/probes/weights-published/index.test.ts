import { expect, test } from "vitest";
import { ask, makeRelease, makeSafetensors, openReleaseBench, type Sketch } from "../../../test/support/release.ts";
import { entry, external, model } from "../../formats/onnx/examples/writer.ts";
import probe from "./index.ts";

const index = (map: Record<string, string>): string => JSON.stringify({ metadata: { total_size: 8 }, weight_map: map });

test("weights that were read are published, complete and counted", async () => {
  const claims = await ask(probe, { files: { "model.safetensors": makeSafetensors({ a: 2, b: 3 }) } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(5);
  expect(claims.get("weights.dtypes")?.value).toEqual(["F32"]);
  expect(claims.get("intermediate-weights.published")).toMatchObject({ value: "unknown", because: "not-observed" });
  expect(claims.seen.evidence[0]).toMatchObject({ basis: "measured", at: { path: "model.safetensors" } });
  expect(claims.seen.evidence[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("a folder of checkpoints holds intermediate weights", async () => {
  const claims = await ask(probe, { files: { "checkpoints/step-10/model.safetensors": makeSafetensors({ a: 2 }) } });
  expect(claims.get("intermediate-weights.published")?.value).toBe(true);
  expect(claims.get("weights.published")?.value).toBe("unknown");
});

test("a missing shard makes weights incomplete", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00002.safetensors": makeSafetensors({ a: 2 }),
      "model.safetensors.index.json": index({
        a: "model-00001-of-00002.safetensors",
        b: "model-00002-of-00002.safetensors",
      }),
    },
  });
  expect(claims.get("weights.complete")?.value).toBe(false);
  expect(claims.get("weights.parameters")?.value).toBe("unknown");
  expect(claims.seen.findings).toMatchObject([{ code: "shard-missing", severity: "warning" }]);
});

test("a listed shard leaves completeness open", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00002.safetensors": makeSafetensors({ a: 2 }),
      "model.safetensors.index.json": index({
        a: "model-00001-of-00002.safetensors",
        b: "model-00002-of-00002.safetensors",
      }),
    },
    listed: ["model-00002-of-00002.safetensors"],
  });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
});

test("a shard that holds other tensors than the index says is a conflict", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00001.safetensors": makeSafetensors({ other: 2 }),
      "model.safetensors.index.json": index({ a: "model-00001-of-00001.safetensors" }),
    },
  });
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test("a shard that the index does not name is a note and does not count", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00001.safetensors": makeSafetensors({ a: 2 }),
      "old-00001-of-00001.safetensors": makeSafetensors({ b: 2 }),
      "model.safetensors.index.json": index({ a: "model-00001-of-00001.safetensors" }),
    },
  });
  expect(claims.seen.findings).toMatchObject([{ code: "shard-surplus", severity: "note" }]);
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(2);
});

test.each([
  ["garbage", "coming soon"],
  ["nothing", ""],
  ["a header cut short", makeSafetensors({ b: 2 }).slice(0, 30)],
])("a shard that holds %s leaves completeness open", async (_, content) => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00002.safetensors": makeSafetensors({ a: 2 }),
      "model-00002-of-00002.safetensors": content,
      "model.safetensors.index.json": index({
        a: "model-00001-of-00002.safetensors",
        b: "model-00002-of-00002.safetensors",
      }),
    },
  });
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "unreadable" });
  expect(claims.get("weights.parameters")?.value).toBe("unknown");
});

test("a broken file beside a sound one leaves completeness open", async () => {
  const claims = await ask(probe, {
    files: { "model.safetensors": makeSafetensors({ a: 2 }), "model2.safetensors": "x" },
  });
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "unreadable" });
});

test("weights of a format that nobody reads are there, unread, and spoil no set that is whole", async () => {
  const packed = new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]);
  const alone = await ask(probe, { files: { "pytorch_model.bin": packed } });
  expect(alone.get("weights.published")).toMatchObject({ value: "unknown", because: "unreadable" });
  const beside = await ask(probe, {
    files: { "pytorch_model.bin": packed, "model.safetensors": makeSafetensors({ a: 2 }) },
  });
  expect(beside.get("weights.complete")?.value).toBe(true);
});

test("several sets are not added up", async () => {
  const claims = await ask(probe, {
    files: { "a/model.safetensors": makeSafetensors({ a: 2 }), "b/model.safetensors": makeSafetensors({ b: 2 }) },
  });
  expect(claims.get("weights.parameters")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test("a total that the shards contradict is a finding", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00001.safetensors": makeSafetensors({ a: 3 }),
      "model.safetensors.index.json": index({ a: "model-00001-of-00001.safetensors" }),
    },
  });
  expect(claims.seen.findings).toMatchObject([{ code: "total-differs", severity: "error" }]);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test("an LFS stub proves that weights exist and nothing about them", async () => {
  const stub = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 123\n`;
  const claims = await ask(probe, { files: { "model.safetensors": stub } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
});

test("a text that is called model.safetensors is no weights", async () => {
  const claims = await ask(probe, { files: { "model.safetensors": "coming soon" } });
  expect(claims.get("weights.published")).toMatchObject({ value: "unknown", because: "unreadable" });
});

test("weights are not released when the manifest says so, and a contradiction stays open", async () => {
  const closed = [{ component: "weights", level: "closed" }];
  expect((await ask(probe, { parts: closed })).get("weights.published")?.value).toBe(false);
  const there = await ask(probe, { parts: closed, files: { "model.safetensors": makeSafetensors({ a: 2 }) } });
  expect(there.get("weights.published")).toMatchObject({ value: "unknown", because: "conflicting" });
});

test.each([
  ["cut off", '{"metadata": {}, "weight_map": {"a": "model-00001-of-00001.safetensors"'],
  ["naming a file outside", index({ a: "../x.safetensors", b: "model-00001-of-00001.safetensors" })],
])("an index %s leaves completeness open", async (_, content) => {
  const claims = await ask(probe, {
    files: { "model-00001-of-00001.safetensors": makeSafetensors({ a: 2 }), "model.safetensors.index.json": content },
  });
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "unreadable" });
});

test.each(["model-00001-of-000163.safetensors", "model_00001-of-00002.safetensors", "MODEL-1-OF-2.safetensors"])(
  "%s alone is one of several",
  async (path) => {
    const claims = await ask(probe, { files: { [path]: makeSafetensors({ a: 2 }) } });
    expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "not-observed" });
  },
);

test("shards without index are complete when all that their names count are there", async () => {
  const claims = await ask(probe, {
    files: {
      "model-1-of-2.safetensors": makeSafetensors({ a: 2 }),
      "model-2-of-2.safetensors": makeSafetensors({ b: 3 }),
    },
  });
  expect(claims.get("weights.complete")?.value).toBe(true);
  expect(claims.get("weights.parameters")?.value).toBe(5);
});

test("an index that names fewer shards than their names count is a finding", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00002.safetensors": makeSafetensors({ a: 2 }),
      "model.safetensors.index.json": index({ a: "model-00001-of-00002.safetensors" }),
    },
  });
  expect(claims.seen.findings).toMatchObject([{ code: "shard-count", severity: "error" }]);
  expect(claims.get("weights.complete")?.value).toBe("unknown");
});

test("packed weights have no parameter count", async () => {
  const claims = await ask(probe, {
    files: { "model.safetensors": makeSafetensors({ "layer.qweight": 2, "layer.scales": 1 }) },
  });
  expect(claims.get("weights.parameters")).toMatchObject({ value: "unknown", because: "not-observed" });
});

test.each([
  ["is there", { files: { "owl.data": new Uint8Array(16) } }, { complete: true, findings: 0 }],
  ["is not there", {}, { complete: false, findings: 1 }],
  ["is only listed", { listed: ["owl.data"] }, { complete: "unknown", findings: 0 }],
  ["is too short", { files: { "owl.data": new Uint8Array(15) } }, { complete: "unknown", findings: 1 }],
])("tensors whose file %s", async (_, beside: Sketch, { complete, findings }) => {
  const files = { "owl.onnx": model([external("w", "owl.data")]), ...beside.files };
  const claims = await ask(probe, { ...beside, files });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")?.value).toBe(complete);
  expect(claims.seen.findings.length).toBe(findings);
});

test.each([
  ["behind its end", [external("w", "owl.data", entry("offset", "16"), entry("length", "16"))], "unknown"],
  ["in one stretch of it", [external("v", "owl.data"), external("w", "././/owl.data")], true],
])("tensors that lie %s", async (_, graph, complete) => {
  const files = { "owl.onnx": model(graph), "owl.data": new Uint8Array(16) };
  const claims = await ask(probe, { files });
  expect(claims.get("weights.complete")?.value).toBe(complete);
  expect(claims.seen.findings.length).toBe(complete === true ? 0 : 1);
});

test("what no file that was read says is taken from the host, as its word", async () => {
  const record = { origin: "it", url: "https://hub.example/api", sha256: "a".repeat(64), access: "open" as const };
  const hostRecords = [{ ...record, gate: [], licenses: [], model: { parameters: 7e9, dtypes: { BF16: 7e9 } } }];
  const bench = openReleaseBench({ ...makeRelease({ listed: ["model.safetensors"] }), hostRecords });
  const { claims, evidence } = await probe.observe(bench);
  expect(claims.find(({ id }) => id === "weights.parameters")?.value).toBe(7e9);
  expect(claims.find(({ id }) => id === "weights.dtypes")?.value).toEqual(["BF16"]);
  expect(evidence.filter(({ code }) => code === "host-says")).toMatchObject([
    { basis: "attested", at: { url: "https://hub.example/api" } },
    { basis: "attested" },
  ]);
});
