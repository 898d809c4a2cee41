/** Operations that put values into containers, and into whatever else stands there: methods of it are called then. */

import { ATOM, classOf, KIND, kindOf, numberOf, payloadOf } from "./handle.ts";
import type { Machine } from "./machine.ts";

/** APPEND. */
export function append(machine: Machine): void {
  if (!machine.has(2)) return;
  addItems(machine, { target: machine.peek(2), from: machine.top - 1, kind: KIND.list });
  machine.top--;
}

/** APPENDS and ADDITEMS: what stands behind the mark goes into the list or set before it. */
export function addMarked(kind: number): (machine: Machine) => void {
  return (machine) => {
    const from = targetOfMark(machine);
    if (from < 0) return;
    addItems(machine, { target: machine.stack[from - 1] as number, from, kind });
    machine.popMark();
  };
}

/** Place of what stands behind the mark, where there is something before the mark; -1 where there is none. */
function targetOfMark(machine: Machine): number {
  const from = machine.markAt();
  if (from < 0) return -1;
  const below = machine.depth > 1 ? (machine.marks[machine.depth - 2] as number) : 0;
  if (from > below) return from;
  machine.fail("bad-stack", { operation: machine.operation });
  return -1;
}

interface Filling {
  readonly target: number;
  /** Place of the stack where the items begin; they go up to its top. */
  readonly from: number;
  /** Kind of container that an honest stream has there. */
  readonly kind: number;
}

function addItems(machine: Machine, { target, from, kind }: Filling): void {
  if (kind === KIND.list && kindOf(target) !== KIND.list) refuse(machine, target);
  if (isContainer(target)) machine.fill(target, from, machine.top);
  if (kindOf(target) !== kind) useMethod(machine, target);
}

/** SETITEM. */
export function setItem(machine: Machine): void {
  if (!machine.has(3)) return;
  setPairs(machine, machine.peek(3), machine.top - 2);
  if (machine.status === "running") machine.top -= 2;
}

/** SETITEMS. */
export function setMarked(machine: Machine): void {
  const from = targetOfMark(machine);
  if (from < 0) return;
  if ((machine.top - from) % 2 === 1) {
    machine.fail("bad-stack", { operation: machine.operation });
    return;
  }
  setPairs(machine, machine.stack[from - 1] as number, from);
  if (machine.status === "running") machine.popMark();
}

/** DICT. */
export function dictOfMark(machine: Machine): void {
  const from = machine.markAt();
  if (from < 0) return;
  if ((machine.top - from) % 2 === 1) {
    machine.fail("bad-stack", { operation: machine.operation });
    return;
  }
  const dict = machine.container(KIND.dict);
  setPairs(machine, dict, from);
  if (machine.status !== "running") return;
  machine.popMark();
  machine.push(dict);
}

function setPairs(machine: Machine, target: number, from: number): void {
  if (isContainer(target)) {
    nameTensors(machine, numberOf(target), from);
    if (machine.status !== "running") return;
    machine.fill(target, from, machine.top);
  }
  if (!isMapping(machine, target)) refuse(machine, target);
  if (kindOf(target) !== KIND.dict) useMethod(machine, target);
}

/** Tells the inventory which keys stand before tensors, and before what holds tensors. It may have to wait for a key. */
function nameTensors(machine: Machine, parent: number, from: number): void {
  const { stack, tensors, top } = machine;
  if (tensors.count === 0) return;
  for (let index = from; index + 1 < top; index += 2) {
    const value = stack[index + 1] as number;
    if ((value & 15) >= KIND.list && tensors.isOpen(value)) nameOne(machine, parent, index);
    if (machine.status !== "running") return;
  }
}

function nameOne(machine: Machine, parent: number, index: number): void {
  const key = keyOf(machine, machine.stack[index] as number);
  const value = machine.stack[index + 1] as number;
  if (key === undefined) return;
  if (kindOf(value) === KIND.tensor) machine.tensors.name(payloadOf(value), parent, key);
  else machine.tensors.link(numberOf(value), parent, key);
}

/** A key as text; undefined where it is none, or the operation has to wait for it. */
function keyOf(machine: Machine, value: number): string | undefined {
  if (kindOf(value) === KIND.text) return machine.glance(value) ?? machine.text(value);
  return kindOf(value) === KIND.int ? String(payloadOf(value)) : undefined;
}

function isContainer(value: number): boolean {
  return kindOf(value) >= KIND.list && kindOf(value) <= KIND.instance;
}

function isMapping(machine: Machine, value: number): boolean {
  const kind = kindOf(value);
  return kind === KIND.dict || (kind === KIND.instance && machine.globals.at(classOf(value)).isMapping);
}

function refuse(machine: Machine, target: number): void {
  machine.refused.add(
    `${machine.operation} on ${kindOf(target) === KIND.instance ? "an object" : "what is no container"}`,
  );
}

/** Counts that a method of a value is called, which may be anything where the value is no container of Python's own. */
function useMethod(machine: Machine, target: number): void {
  const kind = kindOf(target);
  if (kind === KIND.instance) machine.globals.build(classOf(target));
  else if (kind === KIND.global) changeImport(machine, payloadOf(target));
  else if (kind === KIND.unnamed || target === ATOM.outside)
    machine.say("computed-call", { operation: machine.operation });
}

/** Says that what was imported is changed itself: another import of it gives what the file made of it. */
export function changeImport(machine: Machine, index: number): void {
  const { module, name } = machine.globals.at(index);
  machine.globals.call(index);
  machine.say("changed-import", { operation: machine.operation, name: `${module}.${name}` });
}
