/** Models that say one thing to one reader and another thing to the next: what Protocol Buffers' own parsers take counts. */

import { expect, test } from "vitest";
import { checkLaws, work } from "../../../test/format-kit.ts";
import { entry, external, model, type Part, tensor } from "./examples/writer.ts";
import onnx from "./index.ts";
import * as words from "./words.ts";

/** Reads a model, holds the laws against the reading, and returns it. */
async function readBytes(bytes: Uint8Array) {
  const done = await work(onnx, bytes);
  checkLaws(done, bytes.length, words);
  if (done.read === undefined) throw done.error;
  return done.read;
}

async function codesOf(graph: readonly Part[], more: readonly Part[] = []): Promise<readonly string[]> {
  return (await readBytes(model(graph, more))).faults.map(({ code }) => code);
}

test("of two locations of a tensor the last counts, and that there are two is told", async () => {
  const codes = await codesOf([external("w", "owl.data", entry("location", "../../secret"))]);
  expect(codes).toContain("location-outside");
  expect(codes).toContain("duplicate-key");
  const swapped = await readBytes(model([external("w", "owl.data", entry("location", "other.data"))]));
  expect(swapped.facts.external?.map(({ location }) => location)).toEqual(["other.data"]);
  expect(swapped.faults.map(({ code }) => code)).toEqual(["duplicate-key"]);
});

test("entries of other keys do not hide the one that counts", async () => {
  const others = Array.from({ length: 20 }, (_, index) => entry(`note-${index}`, "x"));
  const read = await readBytes(model([tensor("w", [4], ...others, entry("location", "owl.data"), [14, 1])]));
  expect(read.faults).toEqual([]);
  expect(read.facts.external?.[0]?.location).toBe("owl.data");
});

test.each(["*/_ORT_MEM_ADDR_/*", ".", "weights/", "weights/."])("%s is no file beside the model", async (location) => {
  expect(await codesOf([external("w", location)])).toEqual(["location-outside"]);
});

test("a tensor without elements takes no stretch of a file", async () => {
  const empty: Part = tensor("w", [0], entry("location", "owl.data"), entry("length", "16"), [14, 1]);
  expect(await codesOf([empty])).toEqual(["size-mismatch"]);
});
