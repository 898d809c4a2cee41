/** Operations that call something or make an instance of it, and the one that gives an instance a state. */

import { arrayOf, noteDtype } from "./arrays.ts";
import { changeImport } from "./containers.ts";
import { describe } from "./describe.ts";
import { ATOM, classOf, KIND, kindOf, numberOf, payloadOf, UNNAMED } from "./handle.ts";
import type { Machine } from "./machine.ts";
import { deriveFrom, resultOf } from "./results.ts";

/** REDUCE: a callable and a tuple of arguments. */
export function reduce(machine: Machine): void {
  if (!machine.has(2)) return;
  const callee = machine.peek(2);
  if (kindOf(callee) !== KIND.global) machine.refused.add("REDUCE of what was not imported");
  const value = call(machine, callee, machine.peek(1));
  if (value !== undefined) machine.replace(2, value);
}

/** NEWOBJ: a class and a tuple of arguments. */
export function newObject(machine: Machine): void {
  if (!machine.has(2)) return;
  const value = instantiate(machine, machine.peek(2), machine.peek(1));
  if (value !== undefined) machine.replace(2, value);
}

/** NEWOBJ_EX: a class, a tuple and a dictionary of arguments. */
export function newObjectEx(machine: Machine): void {
  if (!machine.has(3)) return;
  const value = instantiate(machine, machine.peek(3), machine.peek(2));
  if (value !== undefined) machine.replace(3, value);
}

/** OBJ: what stands behind the mark is a class and its arguments. */
export function objectOfMark(machine: Machine): void {
  const from = machine.markAt();
  if (from < 0) return;
  if (machine.top === from) {
    machine.fail("bad-stack", { operation: machine.operation });
    return;
  }
  const args = machine.tuple(from + 1, machine.top);
  const value = call(machine, machine.stack[from] as number, args);
  if (value === undefined) return;
  machine.popMark();
  machine.push(value);
}

/** Calls a name, with what stands behind the mark: what INST does once it has its name. */
export function callOfMark(machine: Machine, callee: number): void {
  const value = call(machine, callee, machine.tuple(machine.fence, machine.top));
  if (value === undefined) return;
  machine.popMark();
  machine.push(value);
}

/** Calls a value; undefined where the operation has to wait or ends the stream. */
function call(machine: Machine, callee: number, args: number): number | undefined {
  const kind = kindOf(callee);
  if (kind === KIND.global) return callName(machine, payloadOf(callee), args);
  if (kind === KIND.instance && machine.globals.at(classOf(callee)).role === "attribute-getter")
    return callGetter(machine, callee, args);
  if (kind === KIND.instance || kind === KIND.unnamed || kind === KIND.tensor || callee === ATOM.outside) {
    machine.say("computed-call", { operation: machine.operation });
    return UNNAMED;
  }
  if (callee === ATOM.forgotten) return UNNAMED;
  machine.fail("bad-argument", { operation: machine.operation });
  return undefined;
}

function callName(machine: Machine, index: number, args: number): number | undefined {
  const value = resultOf(machine, index, args);
  if (value !== undefined) count(machine, index, args);
  return value;
}

function count(machine: Machine, index: number, args: number): void {
  if (machine.globals.call(index)) machine.globals.describe(index, describe(machine, args));
}

/** Calls what `operator.attrgetter` or `methodcaller` gave: it takes an attribute of its argument, or calls that. */
function callGetter(machine: Machine, getter: number, args: number): number | undefined {
  const value = deriveFrom(machine, {
    object: machine.itemOf(args, 0),
    name: machine.itemOf(getter, 0),
    operation: "attrgetter",
  });
  const isCall = machine.globals.at(classOf(getter)).name === "methodcaller";
  if (value === undefined || kindOf(value) !== KIND.global || !isCall) return value;
  count(machine, payloadOf(value), getter);
  return machine.instance(payloadOf(value), -1);
}

/** Makes an instance by `cls.__new__`, which is no call of the class where the value is a class, and else may be any. */
function instantiate(machine: Machine, cls: number, args: number): number | undefined {
  if (kindOf(cls) !== KIND.global) {
    machine.refused.add("NEWOBJ of what was not imported");
    return call(machine, cls, args);
  }
  const index = payloadOf(cls);
  if (machine.globals.make(index)) machine.globals.describe(index, describe(machine, args));
  return machine.instance(index, machine.placeOf(args));
}

/** BUILD: gives what stands below the top the state on the top. */
export function build(machine: Machine): void {
  if (!machine.has(2)) return;
  const target = machine.peek(2);
  const state = machine.peek(1);
  const kind = kindOf(target);
  if (kind === KIND.instance) buildInstance(machine, target, state);
  else if (kind === KIND.global) changeImport(machine, payloadOf(target));
  else if (kind === KIND.unnamed || target === ATOM.outside)
    machine.say("computed-call", { operation: machine.operation });
  if (kind !== KIND.instance && kind !== KIND.tensor) machine.refused.add("BUILD of what is no object");
  if (machine.status === "running" || machine.status === "array") machine.top--;
}

function buildInstance(machine: Machine, target: number, state: number): void {
  const index = classOf(target);
  const { role } = machine.globals.at(index);
  if (role === "array" && machine.way !== "plain") arrayOf(machine, state);
  if (machine.status === "text") return;
  machine.globals.build(index);
  if (role === "item") machine.say("computed-call", { operation: machine.operation });
  if (role === "dtype") noteDtype(machine, target, state);
  const holder = kindOf(state);
  if (holder >= KIND.list && holder <= KIND.instance && machine.tensors.holds(numberOf(state)))
    machine.tensors.link(numberOf(state), numberOf(target), null);
}
