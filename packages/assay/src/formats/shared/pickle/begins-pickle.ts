/** Whether bytes begin like a pickle, whatever their name says: the machine itself reads them. */

import { FaultLog } from "../words.ts";
import { Globals } from "./globals.ts";
import { Machine } from "./machine.ts";
import { OP } from "./operations.ts";
import { run } from "./run.ts";
import { Tensors } from "./tensors.ts";
import { Window } from "./window.ts";
import { PICKLE_FAULTS } from "./words.ts";

/** Highest protocol that a pickle can state. */
const HIGHEST = 5;

/** Operations of text protocols in a row that no other file has at its start. */
const MANY = 32;

/** Pickles behind the first one that are tried. */
const FURTHER = 8;

/**
 * Whether a file that begins with `head` and has `size` bytes (infinite where that is not known) is a pickle: it states a
 * protocol and its operations can be done, or it calls a name, or imports one and is no text, or imports one and all that is
 * seen can be done. With `naming` only those that import a name are; with `behind`, where another pickle ended, those that
 * end as they should are as well.
 */
export function beginsPickle(head: Uint8Array, size: number, only?: "naming" | "behind"): boolean {
  const machine = tryHead(head, size);
  const { status, operations, at } = machine;
  if (status === "stopped" && only === "behind") return true;
  const isNaming = importsName(machine) || (status === "stopped" && importsNameLater(machine, head));
  if (only === "naming") return isNaming;
  if (status === "broken") return isNaming && (statesProtocol(head) || !isText(head) || callsName(machine));
  if (statesProtocol(head) || isNaming) return true;
  if (status === "stopped") return head.length === size && head.subarray(at).every(isBlank);
  return operations >= MANY || (operations > 0 && !isText(head));
}

/** What a module or something in it can be called; a loader stops at a line of text that is taken for another name. */
const IMPORTABLE = /^[\p{L}\p{N}_.<>-]+$/u;

function importsName({ globals }: Machine): boolean {
  const [first] = globals.list();
  if (first === undefined) return false;
  const isLine = first.operation === "GLOBAL" || first.operation === "INST";
  return !isLine || (IMPORTABLE.test(first.module) && IMPORTABLE.test(first.name));
}

function callsName({ globals }: Machine): boolean {
  return globals.list().some(({ calls }) => calls > 0);
}

/** Whether one of the pickles behind the first does, as far as they lie in the head. */
function importsNameLater(machine: Machine, head: Uint8Array): boolean {
  for (let n = 0; n < FURTHER && machine.status === "stopped" && machine.globals.count === 0; n++) {
    const next = head.findIndex((byte, index) => index >= machine.at && !isBlank(byte));
    if (next < 0) return false;
    machine.begin(next);
    run(machine);
  }
  return importsName(machine);
}

/** Whether bytes begin with a protocol that loaders know. */
export function statesProtocol(head: Uint8Array): boolean {
  return head[0] === OP.PROTO && (head[1] ?? HIGHEST + 1) <= HIGHEST;
}

function tryHead(head: Uint8Array, size: number): Machine {
  const window = Window.over(head, Math.max(size, head.length));
  const log = new FaultLog(PICKLE_FAULTS);
  const machine = new Machine({ window, globals: new Globals(), tensors: new Tensors(), log, way: "joblib" });
  machine.begin(0);
  run(machine);
  return machine;
}

function isBlank(byte: number): boolean {
  return byte === 0 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x20;
}

/** Whether bytes could be a document: no control bytes but those of lines. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
