/** Holds what is read against the model hub's own parser, on files that are generated. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GGMLQuantizationType, type GGUFParseOutput, gguf as parse } from "@huggingface/gguf";
import fc from "fast-check";
import { expect, test } from "vitest";
import { work } from "../../../test/format-kit.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { anyHeader, writeHeader } from "../../../test/support/gguf-headers.ts";
import { array, buildGguf, type Entry, list, scalar, text, u32 } from "./examples/writer.ts";
import gguf from "./index.ts";
import { TENSOR_TYPES } from "./tensor-types.ts";

const VALUES: readonly (readonly [string, Entry])[] = [
  ["general.architecture", text("llama")],
  ["general.name", text("Uhu é 梟")],
  ["general.license", text("apache-2.0")],
  ["llama.context_length", u32(4096)],
  ["llama.expert_count", scalar(0, 200)],
  ["llama.offset", scalar(1, -3)],
  ["llama.seed", scalar(10, 2n ** 64n - 1n)],
  ["llama.rope.freq_base", scalar(6, 0.1)],
  ["llama.scale", scalar(12, 0.1)],
  ["general.quantized", scalar(7, 1)],
  ["tokenizer.ggml.model", text("gpt2")],
  ["tokenizer.ggml.tokens", array(8, ["<s>", "a", "b"])],
  ["tokenizer.ggml.token_type", array(4, [3, 1, 1])],
  ["tokenizer.nested", list(9, [array(8, ["x"]), array(4, [])])],
  ["tokenizer.chat_template", text("{{ messages }}")],
];

const TENSORS = [...TENSOR_TYPES].map(([type, { name, block }], index) => ({
  name: `blk.${index}.${name}`,
  type,
  dimensions: index % 2 === 0 ? [block, 3] : [2 * block, 1, 2],
}));

const FILES = [2, 3].flatMap((version) => [true, false].map((littleEndian) => ({ version, littleEndian })));

/** Counts that the parser puts among the metadata under these names; they are no keys of the file. */
const COUNTS: ReadonlySet<string> = new Set(["version", "tensor_count", "kv_count"]);

type Oracle = GGUFParseOutput & { readonly parameterCount: number };

/** Reads bytes with the parser, out of a file. */
async function ask(bytes: Uint8Array, file = join(makeFolder(), "owl.gguf")): Promise<Oracle> {
  writeFileSync(file, bytes);
  return await parse(file, { allowLocalFile: true, computeParametersCount: true });
}

/** What facts say, in the parser's words: scalars by key as text, tensors, where the data begins. */
async function compare(bytes: Uint8Array, oracle: Oracle): Promise<void> {
  const { read } = await work(gguf, bytes);
  expect(read?.faults).toEqual([]);
  const weights = read?.facts.weights;
  const scalars = Object.entries(oracle.metadata).filter(([key, value]) => !COUNTS.has(key) && !Array.isArray(value));
  expect(weights?.metadata).toEqual(Object.fromEntries(scalars.map(([key, value]) => [key, String(value)])));
  expect(weights?.names).toEqual(oracle.tensorInfos.map(({ name }) => name));
  expect(weights?.parameters).toBe(oracle.parameterCount);
  expect(weights?.dtypes).toEqual(countTypes(oracle));
  if (oracle.tensorInfos.length === 0) return;
  expect(read?.spans[0]).toMatchObject({ start: 0, end: Number(oracle.tensorDataOffset), as: "parsed" });
}

/** Elements by type. The parser says types by number: those that it does not name yet have our names. */
function countTypes({ tensorInfos }: Oracle): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { dtype, shape } of tensorInfos) {
    const name = GGMLQuantizationType[dtype] ?? TENSOR_TYPES.get(dtype)?.name ?? "";
    counts[name] = (counts[name] ?? 0) + Number(shape.reduce((product, dimension) => product * dimension, 1n));
  }
  return counts;
}

test.each(FILES)("version $version, little-endian $littleEndian: every type of value and tensor", async (kind) => {
  const bytes = buildGguf({ values: VALUES, tensors: TENSORS, ...kind });
  const oracle = await ask(bytes);
  await compare(bytes, oracle);
  const { model, tokenizer } = (await work(gguf, bytes)).read?.facts ?? {};
  const metadata = new Map<string, unknown>(Object.entries(oracle.metadata));
  expect(oracle.littleEndian).toBe(kind.littleEndian);
  expect(model?.contextLength?.value).toBe(metadata.get("llama.context_length"));
  expect(tokenizer?.vocabulary).toBe([metadata.get("tokenizer.ggml.tokens")].flat().length);
});

test("random headers, in both versions and byte orders", async () => {
  const file = join(makeFolder(), "random.gguf");
  await fc.assert(
    fc.asyncProperty(anyHeader, async (made) => {
      const bytes = writeHeader(made);
      await compare(bytes, await ask(bytes, file));
    }),
  );
});

test("where the parser is laxer than the format, the format is followed", async () => {
  // It takes any byte but 0 for true, any alignment, and what stands twice for the last of its values.
  const odd = (key: string, entry: Entry) =>
    buildGguf({
      values: [
        ["general.architecture", text("owl")],
        [key, entry],
      ],
      tensors: [],
    });
  const files = [odd("x", scalar(7, 2)), odd("general.alignment", u32(24)), odd("general.architecture", text("uhu"))];
  const codes: unknown[] = [];
  for (const bytes of files) {
    await ask(bytes);
    codes.push((await work(gguf, bytes)).read?.faults.map(({ code }) => code));
  }
  expect(codes).toEqual([["bad-bool"], ["bad-alignment"], ["duplicate-key"]]);
});
