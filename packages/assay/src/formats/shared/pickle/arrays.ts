/**
 * Arrays of joblib that lie in the stream, right behind the object that stands for them (joblib/numpy_pickle.py, commit
 * 0314a0c1): where there is an alignment a byte of it and so many bytes of padding, then the items, or a pickle of them.
 */

import { ATOM, classOf, KIND, kindOf, numberOf, payloadOf } from "./handle.ts";
import type { ArrayInStream, Machine } from "./machine.ts";

/** Bytes of one item by the letter of a numpy type where its number counts something else. */
const BYTES_OF: Readonly<Record<string, number>> = { U: 4 };

/** Pairs of the state that are looked at. */
const PAIRS = 8;

/** Sets the array up that follows, from the state of the object that stands for it. */
export function arrayOf(machine: Machine, state: number): void {
  const found = new Map<string, number>();
  for (let pair = 0; pair < PAIRS; pair++) {
    const key = machine.itemOf(state, 2 * pair);
    if (kindOf(key) !== KIND.text) continue;
    const text = machine.text(key);
    if (text === undefined) return;
    found.set(text, machine.itemOf(state, 2 * pair + 1));
  }
  const alignment = found.get("numpy_array_alignment_bytes") ?? ATOM.none;
  const bytes = bytesOf(machine, found.get("dtype") ?? 0, found.get("shape") ?? 0);
  if (bytes === undefined) {
    if (machine.status === "running") machine.stop("how long an array is that lies in the stream is not known");
    return;
  }
  machine.array = { bytes, isAligned: alignment !== ATOM.none } satisfies ArrayInStream;
  machine.status = "array";
}

/** Bytes of all items; null where they are objects, undefined where they cannot be told. */
function bytesOf(machine: Machine, dtype: number, shape: number): number | null | undefined {
  const name = machine.itemOf(dtype, 0);
  if (kindOf(dtype) !== KIND.instance || machine.globals.at(classOf(dtype)).role !== "dtype") return undefined;
  const text = kindOf(name) === KIND.text ? machine.text(name) : undefined;
  const [, letter = "", digits = ""] = /^[<>|=]?([a-zA-Z?])(\d*)$/.exec(text ?? "") ?? [];
  if (letter === "O" || machine.objectTypes.has(numberOf(dtype))) return null;
  const itemSize = letter === "?" ? 1 : Number(digits) * (BYTES_OF[letter] ?? 1);
  const items = itemsOf(machine, shape);
  return letter === "" || items === undefined || (digits === "" && letter !== "?") ? undefined : itemSize * items;
}

function itemsOf(machine: Machine, shape: number): number | undefined {
  if (kindOf(shape) !== KIND.tuple) return undefined;
  const count = machine.kept.countAt(machine.placeOf(shape));
  let items = 1;
  for (let index = 0; index < count; index++) {
    const item = machine.itemOf(shape, index);
    if (kindOf(item) !== KIND.int || item < 0) return undefined;
    items *= payloadOf(item);
  }
  return count >= 0 && items <= Number.MAX_SAFE_INTEGER ? items : undefined;
}

/** Where the state of a numpy type keeps its flags, and the one that says that items hold objects (numpy/ndarraytypes.h). */
const FLAGS = 7;
const HAS_OBJECTS = 1;

/** Notes whether an item of a numpy type with fields holds objects. */
export function noteDtype(machine: Machine, dtype: number, state: number): void {
  const flags = machine.itemOf(state, FLAGS);
  const hasObjects = kindOf(flags) === KIND.int && (payloadOf(flags) & HAS_OBJECTS) === 1;
  if (hasObjects && machine.objectTypes.size < MOST_TYPES) machine.objectTypes.add(numberOf(dtype));
}

const MOST_TYPES = 10_000;
