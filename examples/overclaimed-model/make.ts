/** Writes `pytorch_model.bin`: a checkpoint as PyTorch saves it, with a pickle that names tensors and runs nothing else. */

import { writeFileSync } from "node:fs";
import { makeZip } from "../../packages/assay/test/support/archive.ts";

/** Shape of each tensor; the values are zeros. */
const TENSORS: Readonly<Record<string, readonly [number, number]>> = {
  "model.embed_tokens.weight": [8, 4],
  "lm_head.weight": [8, 4],
};

/** Opcodes of pickle protocol 2 (Python's `pickletools`). */
const OP = {
  proto: [0x80, 2],
  global: 0x63,
  emptyTuple: 0x29,
  reduce: 0x52,
  mark: 0x28,
  unicode: 0x58,
  persistentId: 0x51,
  byte: 0x4b,
  tuple: 0x74,
  false: 0x89,
  setItem: 0x73,
  stop: 0x2e,
} as const;

function ascii(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}

function global(module: string, name: string): readonly number[] {
  return [OP.global, ...ascii(`${module}\n${name}\n`)];
}

function text(value: string): readonly number[] {
  return [OP.unicode, value.length, 0, 0, 0, ...ascii(value)];
}

function tuple(...items: readonly (readonly number[])[]): readonly number[] {
  return [OP.mark, ...items.flat(), OP.tuple];
}

const byte = (value: number): readonly number[] => [OP.byte, value];
const orderedDict: readonly number[] = [...global("collections", "OrderedDict"), OP.emptyTuple, OP.reduce];

/** One tensor as `torch.save` writes it: how to rebuild it from a storage of the archive. */
function tensor(key: string, [rows, columns]: readonly [number, number]): readonly number[] {
  const storage = tuple(text("storage"), global("torch", "FloatStorage"), text(key), text("cpu"), byte(rows * columns));
  const shape = tuple(byte(rows), byte(columns));
  const stride = tuple(byte(columns), byte(1));
  const parts = tuple([...storage, OP.persistentId], byte(0), shape, stride, [OP.false], orderedDict);
  return [...global("torch._utils", "_rebuild_tensor_v2"), ...parts, OP.reduce];
}

const names = Object.entries(TENSORS);
const items = names.flatMap(([name, shape], n) => [...text(name), ...tensor(String(n), shape), OP.setItem]);
const pickle = new Uint8Array([...OP.proto, ...orderedDict, ...items, OP.stop]);
const storages = names.map(([, [rows, columns]], n) => ({
  name: `night-owl/data/${n}`,
  content: new Uint8Array(rows * columns * 4),
}));
const members = [
  { name: "night-owl/data.pkl", content: pickle },
  { name: "night-owl/byteorder", content: "little" },
  ...storages,
  { name: "night-owl/version", content: "3\n" },
];
writeFileSync(new URL("pytorch_model.bin", import.meta.url), makeZip(members));
