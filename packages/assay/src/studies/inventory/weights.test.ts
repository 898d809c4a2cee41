import { expect, test } from "vitest";
import { makeSafetensors, openBench, type Sketch } from "../../../test/support/release.ts";
import type { Holding } from "../../model/inventory.ts";
import { inventory } from "./index.ts";

const TENSORS = makeSafetensors({ a: 2 });

async function holdWeights(sketch: Sketch): Promise<Holding | undefined> {
  return (await openBench(sketch).study(inventory)).get("weights");
}

test("tensors under the name of a model are its weights", async () => {
  const held = await holdWeights({ files: { "model.safetensors": TENSORS } });
  expect(held?.files.map(({ artifact }) => artifact.path)).toEqual(["model.safetensors"]);
});

test.each([
  "optimizer.safetensors",
  "rng_state.safetensors",
  "data/embeddings.safetensors",
  "data/embeddings.bin",
  "src/owl/data/embeddings.safetensors",
])("tensors in %s are no weights", async (path) => {
  expect(await holdWeights({ files: { [path]: TENSORS } })).toEqual({ files: [], unread: [], pointers: [] });
  expect((await holdWeights({ listed: [path] }))?.files).toEqual([]);
});

test.each([
  ["adapter_model.safetensors", TENSORS],
  ["owl-lora.safetensors", TENSORS],
  ["model.safetensors", makeSafetensors({ "base.q_proj.lora_A.weight": 2, "base.q_proj.lora_B.weight": 2 })],
])("%s of an adapter leaves the weights open", async (path, content) => {
  const held = await holdWeights({ files: { [path]: content, "adapter_config.json": "{}" } });
  expect(held?.files).toEqual([]);
  expect(held?.unread[0]?.note.message).toBe(`${path} holds adapter weights, the base is elsewhere`);
});

test("an adapter beside weights takes nothing from them", async () => {
  const held = await holdWeights({ files: { "adapter_model.safetensors": TENSORS, "model.safetensors": TENSORS } });
  expect(held?.files.map(({ artifact }) => artifact.path)).toEqual(["model.safetensors"]);
});

test("tensors without elements are no weights", async () => {
  const held = await holdWeights({ files: { "model.safetensors": makeSafetensors({ a: 0 }) } });
  expect(held?.files).toEqual([]);
  expect(held?.unread).toHaveLength(1);
});

test.each([
  ["model.bin", "x"],
  ["optimizer.safetensors", TENSORS],
  ["adapter_model.safetensors", TENSORS],
])("a manifest does not make weights of %s", async (path, content) => {
  const held = await holdWeights({ parts: [{ component: "weights", files: [path] }], files: { [path]: content } });
  expect(held?.files).toEqual([]);
  expect(held?.unread).toHaveLength(1);
});

test("a manifest makes no weights of what is only listed", async () => {
  const held = await holdWeights({ parts: [{ component: "weights", files: ["blob.dat"] }], listed: ["blob.dat"] });
  expect(held?.files).toEqual([]);
  expect(held?.unread).toHaveLength(1);
});
