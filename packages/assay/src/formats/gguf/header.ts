/** Walks a header: its key-values, then the list of its tensors. A header that breaks off keeps what came before. */

import { FormatError } from "../../model/errors.ts";
import { assertShort, endsReading, type Walk } from "./spot.ts";
import { type Listed, readTensor } from "./tensors.ts";
import { readKey, readValue, type Value } from "./values.ts";

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

/** What is there of a header so far. */
interface Draft {
  readonly values: Map<string, Value>;
  readonly tensors: Listed[];
  omitted: number;
  /** UTF-16 units of the key-values. */
  text: number;
}

/** Reads what follows the version: two counts, key-values, tensors. */
export async function readHeader(walk: Walk): Promise<Header> {
  const { cursor, faults } = walk;
  const draft: Draft = { values: new Map(), tensors: [], omitted: 0, text: 0 };
  let isWhole = false;
  try {
    isWhole = await readEntries(walk, draft);
  } catch (error) {
    if (!endsReading(error)) throw error;
    if (error instanceof FormatError)
      faults.add("cut-off", { what: error.message }, { start: error.offset, end: error.offset });
  }
  const { values, tensors, omitted } = draft;
  return { values, tensors, omitted, isWhole, end: cursor.at };
}

/** Returns whether all entries were read. A count that is beyond belief ends the reading in front of what it counts. */
async function readEntries(walk: Walk, draft: Draft): Promise<boolean> {
  const { cursor, faults } = walk;
  await cursor.fill(16);
  const start = cursor.at;
  const tensors = cursor.u64();
  const values = cursor.u64();
  const at = { start, end: cursor.at };
  if (values > MOST_VALUES) faults.add("too-many-values", { count: String(values), limit: MOST_VALUES }, at);
  if (tensors > MOST_TENSORS) faults.add("too-many-tensors", { count: String(tensors), limit: MOST_TENSORS }, at);
  if (values > MOST_VALUES) return false;
  for (let n = 0; n < values; n++) await addValue(walk, draft);
  if (tensors > MOST_TENSORS) return false;
  const names = new Set<string>();
  for (let n = 0; n < tensors; n++) {
    assertShort(walk);
    walk.spend(1);
    draft.tensors.push(await readTensor(walk, names));
  }
  return true;
}

async function addValue(walk: Walk, draft: Draft): Promise<void> {
  const { cursor, faults, spend } = walk;
  assertShort(walk);
  spend(1);
  const start = cursor.at;
  const key = await readKey(walk);
  const value = await readValue({ ...walk, key });
  draft.text += key.length + (value.kind === "scalar" ? String(value.value).length : 0);
  const isKept = draft.values.size < MOST_KEPT && draft.text <= MOST_TEXT && key.length <= LONGEST_KEPT_KEY;
  if (key.length <= LONGEST_KEPT_KEY && draft.values.has(key))
    faults.add("duplicate-key", { key }, { start, end: cursor.at });
  else if (isKept) draft.values.set(key, value);
  else draft.omitted++;
}
