/** Whether bytes begin like a pickle, whatever their name says: the machine itself reads them. */

import type { GlobalFact } from "../../../model/facts.ts";
import { FaultLog } from "../words.ts";
import { Globals, isImportable } from "./globals.ts";
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
 * What bytes look like: `naming`: a pickle that imports a name. `data`: one that imports none as far as is seen. `maybe`: its
 * first operations jump over all that is seen, as many a binary file does by chance. `no`: a loader raises at once.
 */
export type Looks = "naming" | "data" | "maybe" | "no";

/**
 * How a file looks that begins with `head` and has `size` bytes (infinite where that is not known). A text in which something
 * like an import stands has to go on like a pickle. Where another pickle ended (`behind`) one that ends is enough.
 */
export function lookAtHead(head: Uint8Array, size: number, where?: "behind"): Looks {
  const machine = tryHead(head, size);
  const names = listImports(machine);
  if (names.some(({ calls }) => calls > 0)) return "naming";
  if (statesProtocol(head)) return nameless(machine, names.length);
  if (machine.status === "broken") return names.length > 0 && !isText(head) ? "naming" : "no";
  if (names.length > 0) return "naming";
  if (machine.status === "stopped") return where === "behind" ? "data" : lookBehind(machine, head, size);
  if (machine.operations >= MANY) return "data";
  if (machine.operations > 0 && !isText(head)) return "maybe";
  return goesOn(machine, head) ? "maybe" : "no";
}

/** Lengths that four bytes of text state are larger: half a gigabyte at the least. */
const LEAST_BY_TEXT = 0x20 << 24;

/** How an argument that is a line looks as far as it is seen, by its operation: no line of names is as long as the head. */
const LINES_SEEN: ReadonlyMap<number, RegExp> = new Map([
  [OP.UNICODE, /^/],
  [OP.STRING, /^['"]/],
  ...[OP.INT, OP.LONG, OP.FLOAT, OP.GET, OP.PUT].map((code) => [code, /^[-+\d_ \t\r.eL]+$/] as const),
  ...[OP.GLOBAL, OP.INST, OP.PERSID].map((code) => [code, /^(?!)/] as const),
]);

/** Whether the operation that the head ends in has an argument that goes on behind it and that a loader takes. */
function goesOn({ status, wants, at }: Machine, head: Uint8Array): boolean {
  const line = LINES_SEEN.get(head[at] ?? 0);
  if (line !== undefined) return line.test(new TextDecoder("windows-1252").decode(head.subarray(at + 1)));
  return status === "more" && wants < LEAST_BY_TEXT;
}

/** How a file looks whose first pickle ends and names nothing. */
function lookBehind(machine: Machine, head: Uint8Array, size: number): Looks {
  if (head.length === size && head.subarray(machine.at).every(isBlank)) return "data";
  return importsLater(machine, head) ? "naming" : "no";
}

/** Whether a pickle behind the first one imports a name, as far as they lie in the head. */
function importsLater(machine: Machine, head: Uint8Array): boolean {
  for (let n = 0; n < FURTHER && machine.status === "stopped" && machine.globals.count === 0; n++) {
    const next = head.findIndex((byte, index) => index >= machine.at && !isBlank(byte));
    if (next < 0) return false;
    machine.begin(next);
    run(machine);
  }
  return listImports(machine).length > 0;
}

/** Names up to the first that no module or thing in it has: there a loader stops. */
function listImports({ globals }: Machine): readonly GlobalFact[] {
  const names = globals.list();
  const end = names.findIndex((name) => !isImportable(name) || (LINES.has(name.operation) && !isPlain(name)));
  return end < 0 ? names : names.slice(0, end);
}

/** Operations that take lines for names, as a text has them. */
const LINES: ReadonlySet<string> = new Set(["GLOBAL", "INST"]);

/** Whether a name is written as those of modules are; those of repositories may come with dashes. */
function isPlain({ module, name }: GlobalFact): boolean {
  return [module, name].every((one) => /^[\p{L}\p{N}_.<>-]+$/u.test(one));
}

/** How a file looks that states a protocol. */
function nameless({ status }: Machine, names: number): Looks {
  if (names > 0) return "naming";
  return status === "broken" ? "no" : "data";
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
