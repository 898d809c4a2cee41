// SPDX-License-Identifier: Apache-2.0
/**
 * Weights as a safetensors file: the length of the header in eight bytes, the header as JSON (where each tensor lies,
 * of which type and shape), then the numbers, little-endian. Nothing in such a file can run.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { listShapes, type Model, TENSORS } from "./model.ts";
import type { Weights } from "./tensors.ts";

const LENGTH_BYTES = 8;
const FLOAT_BYTES = 4;

/** What a weights file says of itself. */
const METADATA = { format: "tiny-open-model", license: "Apache-2.0" };

interface Entry {
  readonly dtype: "F32";
  readonly shape: readonly number[];
  readonly data_offsets: readonly [start: number, end: number];
}

/** Writes the weights of a model, making the folder where there is none. */
export function saveModel(path: string, model: Model): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, toSafetensors(model));
}

/** Returns the bytes of a weights file. */
export function toSafetensors({ sizes, tensors }: Model): Uint8Array {
  const shapes = listShapes(sizes);
  const entries: Record<string, Entry> = {};
  let end = 0;
  for (const name of TENSORS) {
    const start = end;
    end += tensors[name].length * FLOAT_BYTES;
    entries[name] = { dtype: "F32", shape: shapes[name], data_offsets: [start, end] };
  }
  const header = toHeader(entries);
  const bytes = new Uint8Array(LENGTH_BYTES + header.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, LENGTH_BYTES);
  let at = LENGTH_BYTES + header.length;
  for (const name of TENSORS) {
    for (const weight of tensors[name]) {
      view.setFloat32(at, weight, true);
      at += FLOAT_BYTES;
    }
  }
  return bytes;
}

/** Blanks at the end of the header let the numbers start at a multiple of eight. */
function toHeader(entries: Readonly<Record<string, Entry>>): Uint8Array {
  const text = JSON.stringify({ __metadata__: METADATA, ...entries });
  const length = Math.floor((text.length + 7) / 8) * 8;
  return new TextEncoder().encode(text.padEnd(length, " "));
}

/** Reads the weights of a model. */
export function loadModel(path: string): Model {
  const bytes = readFileSync(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = LENGTH_BYTES + Number(view.getBigUint64(0, true));
  const header: Record<string, Entry> = JSON.parse(bytes.toString("utf8", LENGTH_BYTES, data));
  const read = (name: string): Weights => {
    const [start, end] = header[name].data_offsets;
    const count = (end - start) / FLOAT_BYTES;
    return Float32Array.from({ length: count }, (_, i) => view.getFloat32(data + start + i * FLOAT_BYTES, true));
  };
  const tensors = Object.fromEntries(TENSORS.map((name) => [name, read(name)])) as Model["tensors"];
  const [vocabulary, hidden] = header["gate.embedding"].shape;
  return { sizes: { vocabulary, hidden }, tensors };
}
