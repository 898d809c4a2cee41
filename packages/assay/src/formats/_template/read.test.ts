import { expect, test } from "vitest";

import { FormatError } from "../../model/errors.ts";
import type { ByteSource } from "../../model/types.ts";
import { readTemplateId } from "./read.ts";

function source(...bytes: readonly number[]): ByteSource {
  return { size: bytes.length, read: async (start, end) => Uint8Array.from(bytes.slice(start, end)) };
}

test("the header's count is a fact", async () => {
  expect((await readTemplateId(source(7, 0, 0, 0))).facts).toEqual({ text: { lines: 7 } });
});

test.each([
  ["truncated", [7, 0]],
  ["too-many-lines", [255, 255, 255, 255]],
] as const)("%s is refused", async (code, bytes) => {
  const error = await readTemplateId(source(...bytes)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toHaveProperty("code", code);
});
