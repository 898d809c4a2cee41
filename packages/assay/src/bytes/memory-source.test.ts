import { expect, test } from "vitest";
import { memorySource, sliceSource } from "./memory-source.ts";

const source = memorySource(Uint8Array.from([0, 1, 2, 3, 4]));

test("a slice counts from its start and cannot look outside", async () => {
  const slice = sliceSource(source, 1, 4);
  expect(slice.size).toBe(3);
  expect([...(await slice.read(1, 3))]).toEqual([2, 3]);
  await expect(slice.read(1, 4)).rejects.toThrow(expect.objectContaining({ code: "truncated" }));
  await expect(slice.read(-1, 1)).rejects.toThrow(expect.objectContaining({ code: "truncated" }));
  expect(() => sliceSource(source, 2, 6)).toThrow(expect.objectContaining({ code: "truncated" }));
});
