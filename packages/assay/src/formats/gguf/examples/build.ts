/** Makes the example files; `npm run examples` writes them. */

import { TENSOR_TYPES } from "../tensor-types.ts";
import { array, buildGguf, type Entry, list, scalar, text, u32 } from "./writer.ts";

const NAME: readonly [string, Entry] = ["general.architecture", text("llama")];
const one = { name: "a", type: 0, dimensions: [4] };

const two = [
  { name: "token_embd.weight", type: 1, dimensions: [4, 3] },
  { name: "blk.0.ffn.weight", type: 12, dimensions: [256, 2] },
];

const settings: readonly (readonly [string, Entry])[] = [
  NAME,
  ["general.license", text("apache-2.0")],
  ["llama.context_length", u32(2048)],
  ["general.quantized", { type: 7, bytes: [1] }],
  ["llama.rope.scale", { type: 6, bytes: [0, 0, 0x80, 0x3f] }],
  ["tokenizer.ggml.model", text("gpt2")],
  ["tokenizer.ggml.tokens", array(8, ["<s>", "a", "é"])],
  ["tokenizer.ggml.scores", array(4, [1, 2, 3])],
  ["tokenizer.chat_template", text("{{ messages }}")],
  ["tokenizer.chat_template.tools", text("{{ tools }}")],
];

const every: readonly (readonly [string, Entry])[] = [
  ["x.u8", scalar(0, 255)],
  ["x.i8", scalar(1, -128)],
  ["x.u16", scalar(2, 65_535)],
  ["x.i16", scalar(3, -32_768)],
  ["x.u32", u32(0xffff_ffff)],
  ["x.i32", scalar(5, -1)],
  ["x.f32", scalar(6, 0.5)],
  ["x.false", scalar(7, 0)],
  ["x.empty", text("")],
  ["x/slash~tilde", text("é 梟")],
  ["x.u64", scalar(10, 2n ** 64n - 1n)],
  ["x.i64", scalar(11, -1n)],
  ["x.f64", scalar(12, 1e300)],
  ["x.infinite", scalar(12, Number.POSITIVE_INFINITY)],
  ["x.bools", list(7, [scalar(7, 1), scalar(7, 0)])],
  ["x.nested", list(9, [array(8, ["a"]), array(4, [])])],
  ["__proto__", u32(1)],
];

const everyType = [...TENSOR_TYPES].map(([type, { name, block }]) => ({ name, type, dimensions: [block, 2] }));

const value = (key: string, entry: Entry) => buildGguf({ values: [NAME, [key, entry]], tensors: [one] });

const sources: readonly (readonly [string, Entry])[] = [
  NAME,
  ["general.base_model.count", u32(2)],
  ["general.base_model.0.name", text("Owl 1B")],
  ["general.base_model.0.repo_url", text("https://huggingface.co/acme/owl-1b")],
  ["general.base_model.1.name", text("Crow 1B")],
  ["general.dataset.0.repo_url", text("https://huggingface.co/datasets/acme/seeds")],
];

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/two-tensors.gguf": buildGguf({ values: settings, tensors: two }),
  "good/bases.gguf": buildGguf({ values: sources, tensors: [one] }),
  "good/big-endian.gguf": buildGguf({
    values: [NAME, ["llama.context_length", u32(2048)], ["tokenizer.ggml.tokens", array(8, ["<s>", "a"])]],
    tensors: two,
    littleEndian: false,
  }),
  "good/big-endian-version-2.gguf": buildGguf({
    values: [NAME, ["general.file_type", scalar(2, 7)]],
    tensors: [one],
    version: 2,
    littleEndian: false,
  }),
  "good/every-value.gguf": buildGguf({ values: [NAME, ...every], tensors: [one] }),
  "good/every-type.gguf": buildGguf({ values: [NAME], tensors: everyType }),
  "good/scalar-and-empty.gguf": buildGguf({
    values: [NAME],
    tensors: [
      { name: "scalar", type: 0, dimensions: [] },
      { name: "empty", type: 12, dimensions: [256, 0] },
      { name: "last", type: 24, dimensions: [3] },
    ],
  }),
  "good/split.gguf": buildGguf({
    values: [NAME, ["split.no", scalar(2, 0)], ["split.count", scalar(2, 2)], ["split.tensors.count", scalar(5, 3)]],
    tensors: [one],
  }),
  "good/version-2.gguf": buildGguf({ values: [NAME], tensors: [one], version: 2 }),
  "good/no-tensors.gguf": buildGguf({ values: [NAME], tensors: [] }),
  "good/aligned-64.gguf": buildGguf({ values: [NAME, ["general.alignment", u32(64)]], tensors: two, alignment: 64 }),
  "good/unpadded-end.gguf": buildGguf({ values: [NAME], tensors: [one], isPadded: false }),
  "bad/too-small.gguf": new Uint8Array(23),
  "bad/not-gguf.gguf": new Uint8Array(64),
  "bad/unknown-version.gguf": buildGguf({ values: [NAME], tensors: [one], version: 1 }),
  "bad/cut-off-values.gguf": buildGguf({ values: settings, tensors: two }).slice(0, 150),
  "bad/cut-off-tensors.gguf": buildGguf({ values: [NAME], tensors: two }).slice(0, 110),
  "bad/too-many-values.gguf": buildGguf({ values: [NAME], tensors: [one], valueCount: 100_001n }),
  "bad/too-many-tensors.gguf": buildGguf({ values: [NAME], tensors: [one], tensorCount: 1_000_001n }),
  "bad/long-key.gguf": withKeyLength(buildGguf({ values: [NAME], tensors: [] }), 65_536n),
  "bad/long-string.gguf": value("x", { type: 8, bytes: [1, 0, 0x10, 0, 0, 0, 0, 0] }),
  "bad/long-array.gguf": value("x", { type: 9, bytes: [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0] }),
  "bad/deep-array.gguf": value("x", nest(6)),
  "bad/unknown-value-type.gguf": value("x", { type: 13, bytes: [] }),
  "bad/unknown-item-type.gguf": value("x", { type: 9, bytes: [99, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] }),
  "bad/bad-bool.gguf": value("x", { type: 7, bytes: [2] }),
  "bad/bad-bool-item.gguf": value("x", list(7, [scalar(7, 1), scalar(7, 3)])),
  "bad/bad-key.gguf": value("é", u32(1)),
  "bad/bad-key-empty.gguf": value("", u32(1)),
  "bad/bad-value-context.gguf": value("llama.context_length", text("4096")),
  "bad/bad-value-tokenizer.gguf": value("tokenizer.ggml.model", u32(1)),
  "bad/item-not-utf8.gguf": value("x", list(8, [text("a"), { type: 8, bytes: [1, 0, 0, 0, 0, 0, 0, 0, 0xff] }])),
  "bad/long-string-item.gguf": value("x", list(8, [{ type: 8, bytes: [1, 0, 0x10, 0, 0, 0, 0, 0] }])),
  "bad/count-past-2-to-53.gguf": buildGguf({ values: [NAME], tensors: [one], valueCount: 2n ** 64n - 1n }),
  "bad/cut-off-at-counts.gguf": buildGguf({ values: [NAME], tensors: [one] }).slice(0, 24),
  "bad/not-utf8.gguf": value("x", { type: 8, bytes: [1, 0, 0, 0, 0, 0, 0, 0, 0xff] }),
  "bad/duplicate-key.gguf": value("general.architecture", text("owl")),
  "bad/duplicate-tensor.gguf": buildGguf({ values: [NAME], tensors: [one, one] }),
  "bad/no-architecture.gguf": buildGguf({ values: [], tensors: [one] }),
  "bad/bad-architecture.gguf": buildGguf({ values: [["general.architecture", u32(1)]], tensors: [one] }),
  "bad/bad-alignment.gguf": value("general.alignment", u32(24)),
  "bad/bad-alignment-type.gguf": value("general.alignment", scalar(10, 32)),
  "bad/bad-alignment-zero.gguf": value("general.alignment", u32(0)),
  "bad/bad-alignment-array.gguf": value("general.alignment", array(4, [32])),
  "bad/long-name.gguf": buildGguf({ values: [NAME], tensors: [{ ...one, name: "n".repeat(65) }] }),
  "bad/endless-name.gguf": buildGguf({ values: [NAME], tensors: [{ ...one, name: "n".repeat(1025) }] }),
  "bad/not-utf8-name.gguf": withByte(buildGguf({ values: [], tensors: [one] }), 32, 0xff),
  "bad/many-dimensions.gguf": buildGguf({ values: [NAME], tensors: [{ ...one, dimensions: [1, 1, 1, 1, 1] }] }),
  "bad/size-overflow.gguf": buildGguf({
    values: [NAME],
    tensors: [{ ...one, dimensions: [2 ** 31, 2 ** 31, 2 ** 31, 2 ** 31], bytes: 0 }],
  }),
  "bad/size-overflow-of-nothing.gguf": buildGguf({
    values: [NAME],
    tensors: [{ ...one, dimensions: [0, 2n ** 63n], bytes: 0 }],
  }),
  "bad/size-overflow-wraps.gguf": buildGguf({
    values: [NAME],
    tensors: [{ ...one, dimensions: [2n ** 32n, 2n ** 32n], bytes: 0 }],
  }),
  "bad/padding.gguf": withByte(buildGguf({ values: [], tensors: [one] }), 63, 1),
  "bad/unknown-tensor-type.gguf": buildGguf({ values: [NAME], tensors: [{ ...one, type: 4, bytes: 16 }] }),
  "bad/partial-block.gguf": buildGguf({
    values: [NAME],
    tensors: [{ ...one, type: 12, dimensions: [100], bytes: 144 }],
  }),
  "bad/misaligned.gguf": buildGguf({ values: [NAME], tensors: [one, { ...one, name: "b", offset: 17 }] }),
  "bad/overlap.gguf": buildGguf({ values: [NAME], tensors: [one, { ...one, name: "b", offset: 0 }] }),
  "bad/gap.gguf": buildGguf({ values: [NAME], tensors: [one, { ...one, name: "b", offset: 128 }] }),
  "bad/gap-at-start.gguf": buildGguf({ values: [NAME], tensors: [{ ...one, offset: 32 }] }),
  "bad/bad-offset.gguf": buildGguf({
    values: [NAME],
    tensors: [{ ...one, offset: 2 ** 60, bytes: 0 }],
    dataBytes: 32,
  }),
  "bad/missing-bytes.gguf": buildGguf({ values: [NAME], tensors: [one], isPadded: false }).slice(0, -1),
  "bad/trailing-bytes.gguf": buildGguf({ values: [NAME], tensors: [one], trailing: 33 }),
};

function withByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  bytes[at] = byte;
  return bytes;
}

/** States another length of the first key. */
function withKeyLength(bytes: Uint8Array, length: bigint): Uint8Array {
  new DataView(bytes.buffer).setBigUint64(24, length, true);
  return bytes;
}

/** An array in arrays. */
function nest(depth: number): Entry {
  const levels = Array.from({ length: depth }, () => [9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  return { type: 9, bytes: [...levels.flat(), 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7] };
}
