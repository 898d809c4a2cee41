/** Holds what is read against the model hub's own parser, on files that are generated. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GGMLQuantizationType, gguf as parse } from "@huggingface/gguf";
import { expect, test } from "vitest";
import { work } from "../../../test/format-kit.ts";
import { makeFolder } from "../../../test/support/folder.ts";
import { array, buildGguf, type Entry, text, u32 } from "./examples/writer.ts";
import gguf from "./index.ts";
import { TENSOR_TYPES } from "./tensor-types.ts";

const VALUES: readonly (readonly [string, Entry])[] = [
  ["general.architecture", text("llama")],
  ["general.name", text("Uhu é 梟")],
  ["general.license", text("apache-2.0")],
  ["llama.context_length", u32(4096)],
  ["llama.block_count", u32(2)],
  ["general.quantized", { type: 7, bytes: [1] }],
  ["tokenizer.ggml.model", text("gpt2")],
  ["tokenizer.ggml.tokens", array(8, ["<s>", "a", "b"])],
  ["tokenizer.ggml.token_type", array(4, [3, 1, 1])],
  ["tokenizer.chat_template", text("{{ messages }}")],
];

const TENSORS = [...TENSOR_TYPES].map(([type, { name, block }], index) => ({
  name: `blk.${index}.${name}`,
  type,
  dimensions: index % 2 === 0 ? [block, 3] : [2 * block, 1, 2],
}));

const FILES = [2, 3].flatMap((version) => [true, false].map((littleEndian) => ({ version, littleEndian })));

test.each(FILES)(
  "version $version, little-endian $littleEndian: the same metadata, tensors and counts",
  async (kind) => {
    const bytes = buildGguf({ values: VALUES, tensors: TENSORS, ...kind });
    const file = join(makeFolder(), "owl.gguf");
    writeFileSync(file, bytes);
    const oracle = await parse(file, { allowLocalFile: true, computeParametersCount: true });
    const { weights, model, tokenizer } = (await work(gguf, bytes)).read?.facts ?? {};
    expect(weights?.names).toEqual(oracle.tensorInfos.map(({ name }) => name));
    expect(weights?.parameters).toBe(oracle.parameterCount);
    expect(weights?.tensors).toBe(Number(oracle.metadata.tensor_count));
    const dtypes: Record<string, number> = {};
    for (const { dtype, shape } of oracle.tensorInfos) {
      const name = GGMLQuantizationType[dtype] ?? "";
      dtypes[name] = (dtypes[name] ?? 0) + Number(shape.reduce((product, dimension) => product * dimension, 1n));
    }
    // Types that the parser does not name yet are compared by their numbers above.
    expect(Object.entries(weights?.dtypes ?? {}).filter(([name]) => name in dtypes)).toEqual(
      Object.entries(dtypes).filter(([name]) => name !== ""),
    );
    const metadata = new Map<string, unknown>(Object.entries(oracle.metadata));
    for (const [key, value] of Object.entries(weights?.metadata ?? {})) expect(value).toBe(String(metadata.get(key)));
    expect(Object.keys(weights?.metadata ?? {}).length).toBe(VALUES.length - 2);
    expect(model?.contextLength?.value).toBe(Number(metadata.get("llama.context_length")));
    expect(tokenizer?.vocabulary).toBe([metadata.get("tokenizer.ggml.tokens")].flat().length);
  },
);
