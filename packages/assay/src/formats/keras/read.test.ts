import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { testContext, work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import keras from "./index.ts";
import * as words from "./words.ts";

testExamples(keras, words, { url: import.meta.url, examples });

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const matches = (path: string, bytes: Uint8Array): boolean =>
  keras.matches(path, bytes.subarray(0, 4096), bytes.subarray(-65_536));

test("a configuration is known by its keys, and one that is not seen whole is read", () => {
  expect(matches("config.json", encode('{"model_type": "owl"}'))).toBe(false);
  expect(matches("a/config.json", encode(`{"x": "${" ".repeat(50_000)}", "class_name": "Dense"}`))).toBe(true);
  const hidden = `{"x": "${" ".repeat(5_000)}", "class_name": "Dense", "y": "${" ".repeat(70_000)}"}`;
  expect(matches("config.json", encode(hidden))).toBe(true);
  expect(matches("model.json", encode('{"class_name": "Sequential", "config": {}}'))).toBe(true);
  expect(matches("model.json", encode('{"class_name": "Owl"}'))).toBe(false);
});

test("beyond 64 MiB nothing is read, and that is said", async () => {
  const source = { size: 64 * 2 ** 20 + 1, read: async () => new Uint8Array() };
  const read = keras.read(source, testContext());
  await expect(read).rejects.toMatchObject({ code: "over-limit" });
});

test("ten thousand different layers are listed, what follows is counted", async () => {
  const layers = Array.from({ length: 10_007 }, (_, n) => ({ class_name: `Owl${n}`, config: {} }));
  const { read } = await work(keras, encode(JSON.stringify(layers)));
  expect(read?.facts.layers).toHaveLength(10_000);
  expect(read?.gaps).toMatchObject([{ code: "over-limit", args: { omitted: 7 } }]);
});

test("the same layer is listed once, with how often it stands there", async () => {
  const { read } = await work(keras, encode(JSON.stringify(Array(3).fill({ class_name: "Dense", config: {} }))));
  expect(read?.facts.layers).toMatchObject([{ name: "Dense", count: 3, at: { start: 1 } }]);
});
