/** Operations that import a name. */

import { callOfMark } from "./calls.ts";
import { ATOM, handleOf, KIND, kindOf, UNNAMED } from "./handle.ts";
import type { Machine } from "./machine.ts";
import { asGlobal } from "./results.ts";
import { takeLine, takeNumber } from "./scalars.ts";
import { utf8 } from "./text.ts";

/** GLOBAL: two lines. */
export function importLines(machine: Machine): void {
  const value = takeName(machine);
  if (value >= 0) machine.push(value);
}

/** INST: two lines, and what stands behind the mark as arguments. */
export function callLines(machine: Machine): void {
  if (machine.markAt() < 0) return;
  const value = takeName(machine);
  if (value >= 0) callOfMark(machine, value);
}

/** Takes a module and a name from two lines; -1 where the operation has to wait or ends the stream. */
function takeName(machine: Machine): number {
  const module = takeLine(machine);
  const name = module === undefined ? undefined : takeLine(machine);
  if (module === undefined || name === undefined) return -1;
  return importName(machine, utf8(module), utf8(name));
}

function importName(machine: Machine, module: string, name: string): number {
  const by = { operation: machine.operation, at: machine.place };
  return asGlobal(machine, machine.globals.resolve({ module, name }, machine.protocol, by));
}

/** STACK_GLOBAL: module and name are strings on the stack. */
export function importFromStack(machine: Machine): void {
  if (!machine.has(2)) return;
  const [module, name] = [machine.peek(2), machine.peek(1)];
  if (kindOf(module) !== KIND.text || kindOf(name) !== KIND.text) {
    importComputed(machine, module, name);
    return;
  }
  const moduleText = machine.text(module);
  const nameText = moduleText === undefined ? undefined : machine.text(name);
  if (moduleText === undefined || nameText === undefined) return;
  machine.replace(2, importName(machine, moduleText, nameText));
}

/** Values that may turn out to be strings when the file is loaded: what was called, imported or handed in. */
function importComputed(machine: Machine, module: number, name: number): void {
  if (!mayBeText(module) || !mayBeText(name)) {
    machine.fail("bad-argument", { operation: machine.operation });
    return;
  }
  machine.say("computed-name", { operation: machine.operation });
  machine.replace(2, UNNAMED);
}

function mayBeText(value: number): boolean {
  const kind = kindOf(value);
  return (
    kind === KIND.text || kind >= KIND.instance || kind === KIND.global || (kind === KIND.atom && value >= ATOM.outside)
  );
}

/** EXT1, EXT2 and EXT4: a number of the registry of copyreg. */
export function importExtension(bytes: 1 | 2 | 4): (machine: Machine) => void {
  return (machine) => {
    const number = takeNumber(machine, bytes);
    if (number < 0) return;
    const index = machine.extensions.get(number);
    if (index === undefined) machine.say("unregistered-extension", { operation: machine.operation, number });
    machine.push(index === undefined ? UNNAMED : handleOf(KIND.global, index));
  };
}
