/** Walks a header: its key-values, then the list of its tensors. A header that breaks off keeps what came before. */

import type { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import { type Listed, readTensor } from "./tensors.ts";
import { endsReading, type Faults, readKey, readValue, type Value } from "./values.ts";

/** Key-values that are read; a model has some fifty. */
const MOST_VALUES = 100_000;

/** Key-values that are kept, and UTF-16 units of all of them; the rest is counted. */
export const MOST_KEPT = 10_000;
const MOST_TEXT = 32 << 20;

/** Keys that are kept: V8 hashes a string of more than 16,383 by its length alone. In UTF-16 units. */
const LONGEST_KEPT_KEY = 1_024;

/** Tensors that are read; the largest models known, of 10^12 parameters in 384 experts, have below 10^5 in a file. */
const MOST_TENSORS = 1_000_000;

/** What a header says. */
export interface Header {
  readonly values: ReadonlyMap<string, Value>;
  /** Key-values that were not kept. */
  readonly omitted: number;
  readonly tensors: readonly Listed[];
  /** Set where all of it was read. */
  readonly isWhole: boolean;
  /** Where it ends, or where reading it ended. */
  readonly end: number;
}

/** What a header is read with. */
export interface Walk {
  readonly cursor: WindowCursor;
  readonly faults: Faults;
  readonly spend: (count: number) => void;
}

/** Reads what follows the version: two counts, key-values, tensors. */
export async function readHeader({ cursor, faults, spend }: Walk): Promise<Header> {
  const values = new Map<string, Value>();
  const tensors: Listed[] = [];
  const state = { omitted: 0, text: 0 };
  try {
    await cursor.fill(16);
    const start = cursor.at;
    const tensorCount = Number(cursor.u64());
    const valueCount = Number(cursor.u64());
    const at = { start, end: cursor.at };
    if (valueCount > MOST_VALUES) faults.add("too-many-values", { count: valueCount, limit: MOST_VALUES }, at);
    if (tensorCount > MOST_TENSORS) faults.add("too-many-tensors", { count: tensorCount, limit: MOST_TENSORS }, at);
    if (valueCount > MOST_VALUES) return { values, omitted: 0, tensors, isWhole: false, end: cursor.at };
    for (let n = 0; n < valueCount; n++) await addValue({ cursor, faults, spend }, values, state);
    const count = tensorCount > MOST_TENSORS ? 0 : tensorCount;
    const names = new Set<string>();
    for (let n = 0; n < count; n++) {
      spend(1);
      const tensor = await readTensor(cursor, faults, names);
      tensors.push(tensor);
    }
    return { values, omitted: state.omitted, tensors, isWhole: count === tensorCount, end: cursor.at };
  } catch (error) {
    if (!endsReading(error)) throw error;
    if (error instanceof FormatError)
      faults.add("cut-off", { what: error.message }, { start: error.offset, end: error.offset });
    return { values, omitted: state.omitted, tensors, isWhole: false, end: cursor.at };
  }
}

async function addValue(
  walk: Walk,
  values: Map<string, Value>,
  state: { omitted: number; text: number },
): Promise<void> {
  const { cursor, faults, spend } = walk;
  const start = cursor.at;
  spend(1);
  const key = await readKey(cursor, faults);
  const value = await readValue({ cursor, faults, key, spend });
  state.text += key.length + (value.kind === "scalar" ? String(value.value).length : 0);
  const isKept = values.size < MOST_KEPT && state.text <= MOST_TEXT && key.length <= LONGEST_KEPT_KEY;
  if (isKept && values.has(key)) faults.add("duplicate-key", { key }, { start, end: cursor.at });
  else if (isKept) values.set(key, value);
  else state.omitted += 1;
}
