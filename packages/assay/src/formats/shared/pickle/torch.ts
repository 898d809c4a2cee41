/** Storages and tensors as PyTorch's pickles describe them (torch/serialization.py, torch/_utils.py). */

import { ATOM, handleOf, KIND, kindOf, payloadOf } from "./handle.ts";
import type { Machine } from "./machine.ts";

/**
 * BINPERSID: a checkpoint asks for its storages by ("storage", class, key, location, elements), and one of before 1.6 for the
 * class of a layer, where it is first met, by ("module", class, file, source).
 */
export function pushPersistentOf(machine: Machine): void {
  if (!machine.has(1)) return;
  const id = machine.peek(1);
  const given = layerOf(machine, id) ?? storageOf(machine, id);
  if (given !== undefined && machine.status === "running") machine.replace(1, given);
}

/** The class of a layer, which the loader gives back as it is; undefined where another thing is asked for. */
function layerOf(machine: Machine, id: number): number | undefined {
  const place = kindOf(id) === KIND.tuple ? machine.placeOf(id) : -1;
  const [kind, type, file] = [0, 1, 2].map((index) => machine.kept.itemAt(place, index));
  if (kind === undefined || type === undefined || file === undefined) return undefined;
  if (machine.kept.countAt(place) !== LAYER_ITEMS || kindOf(kind) !== KIND.text || kindOf(type) !== KIND.global)
    return undefined;
  if (machine.text(kind) !== "module") return undefined;
  machine.refused.add("BINPERSID of what is no storage");
  return type;
}

/** Items of an identifier that asks for a layer. */
const LAYER_ITEMS = 4;

function storageOf(machine: Machine, id: number): number | undefined {
  const place = kindOf(id) === KIND.tuple ? machine.placeOf(id) : -1;
  const kind = machine.kept.itemAt(place, 0);
  const type = machine.kept.itemAt(place, 1);
  const key = machine.kept.itemAt(place, 2);
  const elements = machine.kept.itemAt(place, 4);
  const isShaped = kindOf(kind) === KIND.text && kindOf(type) === KIND.global && kindOf(key) === KIND.text;
  if (!isShaped || kindOf(elements) !== KIND.int || elements < 0) return outside(machine);
  const word = machine.text(kind);
  const text = machine.shortKey(key);
  if (word === undefined || text === undefined) return undefined;
  const { module, name } = machine.globals.at(payloadOf(type));
  if (word !== "storage" || !module.startsWith("torch")) return outside(machine);
  return handleOf(KIND.storage, machine.tensors.storage(text, name, payloadOf(elements)));
}

function outside(machine: Machine): number {
  machine.say("persistent-object", { operation: machine.operation });
  machine.refused.add("BINPERSID of what is no storage");
  return ATOM.outside;
}

/** Dimensions of a tensor. */
const MOST_DIMENSIONS = 64;

/** The tensor that one of the rebuilding functions gives: (storage, offset, size, stride, …); null where it is another kind. */
export function tensorOf(machine: Machine, builder: string, args: number): number | null {
  const storage = machine.itemOf(args, 0);
  const size = machine.itemOf(args, 2);
  const offset = machine.itemOf(args, 1);
  if (kindOf(storage) !== KIND.storage || kindOf(size) !== KIND.tuple || kindOf(offset) !== KIND.int) return null;
  const elements = product(machine, size);
  if (elements < 0) return null;
  machine.tensors.viewAs(builder === "_rebuild_tensor_v3" ? dtypeOf(machine, machine.itemOf(args, 6)) : null);
  return handleOf(KIND.tensor, machine.tensors.tensor(payloadOf(storage), payloadOf(offset), elements));
}

function product(machine: Machine, size: number): number {
  const place = machine.placeOf(size);
  const count = machine.kept.countAt(place);
  if (count < 0 || count > MOST_DIMENSIONS) return -1;
  let elements = 1;
  for (let index = 0; index < count; index++) {
    const item = machine.kept.itemAt(place, index);
    if (kindOf(item) !== KIND.int || item < 0) return -1;
    elements *= payloadOf(item);
  }
  return elements <= Number.MAX_SAFE_INTEGER ? elements : -1;
}

function dtypeOf(machine: Machine, value: number): string | null {
  return kindOf(value) === KIND.global ? machine.globals.at(payloadOf(value)).name : null;
}
