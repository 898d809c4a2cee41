import { expect, test } from "vitest";
import { ask, makeSafetensors } from "../../../test/support/release.ts";
import probe from "./index.ts";

const index = (map: Record<string, string>): string =>
  JSON.stringify({ metadata: { total_size: 16 }, weight_map: map });

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
  expect(claims.seen.evidence.map(({ code }) => code)).toContain("shard-missing");
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

test("a shard that the index does not name is said to be surplus", async () => {
  const claims = await ask(probe, {
    files: {
      "model-00001-of-00001.safetensors": makeSafetensors({ a: 2 }),
      "model-00002-of-00002.safetensors": makeSafetensors({ b: 2 }),
      "model.safetensors.index.json": index({ a: "model-00001-of-00001.safetensors" }),
    },
  });
  expect(claims.seen.evidence.map(({ code }) => code)).toContain("shard-surplus");
});

test("an LFS stub proves that weights exist and nothing about them", async () => {
  const stub = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 123\n`;
  const claims = await ask(probe, { files: { "model.safetensors": stub } });
  expect(claims.get("weights.published")?.value).toBe(true);
  expect(claims.get("weights.complete")).toMatchObject({ value: "unknown", because: "listed-not-read" });
});

test("a text that is called model.safetensors is no weights", async () => {
  const claims = await ask(probe, { files: { "model.safetensors": "coming soon" } });
  expect(claims.get("weights.published")?.value).toBe("unknown");
});

test("weights are not released when the manifest says so, and a contradiction stays open", async () => {
  const closed = [{ component: "weights", level: "closed" }];
  expect((await ask(probe, { parts: closed })).get("weights.published")?.value).toBe(false);
  const there = await ask(probe, { parts: closed, files: { "model.safetensors": makeSafetensors({ a: 2 }) } });
  expect(there.get("weights.published")).toMatchObject({ value: "unknown", because: "conflicting" });
});
