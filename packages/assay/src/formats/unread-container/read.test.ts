import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { openBench } from "../../../test/support/release.ts";
import { formats } from "../all.generated.ts";
import { examples } from "./examples/build.ts";
import unreadContainer from "./index.ts";
import { KINDS } from "./kinds.ts";
import * as words from "./words.ts";

testExamples(unreadContainer, words, { url: import.meta.url, examples });

async function gapsOf(path: string, content: Uint8Array): Promise<readonly string[]> {
  const bench = openBench({ files: { [path]: content } });
  const [artifact] = bench.release.artifacts;
  const readings = artifact === undefined ? [] : await bench.readings(artifact);
  return readings.flatMap(({ gaps }) => gaps.map(({ message }) => message));
}

const marked = KINDS.flatMap(({ what, marks = [] }) => marks.map((mark) => [what, mark] as const));

test.each(marked)("%s is known by its mark under any name", async (what, { at, bytes }) => {
  const content = new Uint8Array(80);
  for (let n = 0; n < bytes.length; n++) content[at + n] = bytes.charCodeAt(n);
  expect(await gapsOf("owl.dat", content)).toContainEqual(expect.stringContaining(what));
});

test("what has no mark is known by its name", async () => {
  const content = new Uint8Array([1, 2, 3, 4]);
  expect(await gapsOf("flax_model.msgpack", content)).toEqual([expect.stringContaining("Flax checkpoint")]);
  expect(await gapsOf("variables.data-00000-of-00001", content)).toEqual([expect.stringContaining("TensorFlow")]);
});

test("an inner file is named as well", async () => {
  const { makeTar } = await import("../../../test/support/archive.ts");
  const bench = openBench({
    files: { "owl.tar": new Uint8Array(makeTar([{ name: "a.so", content: "\x7fELF\x02" }])) },
  });
  const [artifact] = bench.release.artifacts;
  const [reading] = artifact === undefined ? [] : await bench.readings(artifact);
  expect(reading?.children).toMatchObject([{ format: "unread-container", gaps: [{ code: "not-read" }] }]);
});

test("no example of a format that is read is called unread", () => {
  expect(formats.filter(({ id }) => id !== "unread-container").length).toBeGreaterThan(20);
  for (const path of [
    "model.safetensors",
    "model.gguf",
    "model.onnx",
    "a.pkl",
    "a.npz",
    "a.pt",
    "a.txt",
    "config.json",
  ])
    expect(unreadContainer.matches(path, new Uint8Array(80), new Uint8Array(80))).toBe(false);
});

test("graphs as text and what old joblib packed are told, and configurations as text are not", async () => {
  const text = new TextEncoder().encode('node { op: "PyFunc" }');
  expect(await gapsOf("saved_model.pbtxt", text)).toEqual([expect.stringContaining("TensorFlow")]);
  expect(await gapsOf("a/graph.pbtxt", text)).toEqual([expect.stringContaining("TensorFlow")]);
  expect(unreadContainer.matches("config.pbtxt", text, text)).toBe(false);
  const packed = new TextEncoder().encode("ZF0x1f               x");
  expect(await gapsOf("owl.bin", packed)).toEqual([expect.stringContaining("joblib")]);
});
