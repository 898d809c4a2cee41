/** Values as text: what a call was called with, for a person to read. Cut, and free of what could write on a screen. */

import { ATOM, classOf, KIND, kindOf, payloadOf } from "./handle.ts";
import type { Machine } from "./machine.ts";

/** Characters of the whole and of one string, items of one container, and containers in containers. */
const LONGEST = 200;
const LONGEST_STRING = 80;
const ITEMS = 6;
const DEEPEST = 3;

const ATOMS: ReadonlyMap<number, string> = new Map<number, string>([
  [ATOM.none, "None"],
  [ATOM.true, "True"],
  [ATOM.false, "False"],
  [ATOM.float, "a float"],
  [ATOM.long, "a long integer"],
]);

const BRACKETS: readonly (readonly [kind: number, open: string, close: string])[] = [
  [KIND.tuple, "(", ")"],
  [KIND.list, "[", "]"],
  [KIND.set, "{", "}"],
];

/** Describes a value. */
export function describe(machine: Machine, value: number): string {
  const text = describeValue(machine, value, 0);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function describeValue(machine: Machine, value: number, depth: number): string {
  const kind = kindOf(value);
  if (kind === KIND.int) return String(payloadOf(value));
  if (kind === KIND.text) return quote(machine.glance(value));
  if (kind === KIND.bytes || kind === KIND.encoded) return `b${quote(machine.glance(value))}`;
  if (kind === KIND.global) return nameOf(machine, payloadOf(value));
  if (kind === KIND.instance) return `${nameOf(machine, classOf(value))}(…)`;
  if (kind === KIND.dict) return depth < DEEPEST ? describePairs(machine, value, depth) : "{…}";
  const [, open = "", close = ""] = BRACKETS.find(([bracketed]) => bracketed === kind) ?? [];
  if (open === "") return ATOMS.get(value) ?? "…";
  return depth < DEEPEST ? describeItems(machine, value, { depth, open, close }) : `${open}…${close}`;
}

function nameOf(machine: Machine, index: number): string {
  const { module, name } = machine.globals.at(index);
  return printable(`${module}.${name}`);
}

interface Brackets {
  readonly depth: number;
  readonly open: string;
  readonly close: string;
}

function describeItems(machine: Machine, value: number, { depth, open, close }: Brackets): string {
  const place = machine.placeOf(value);
  const all = machine.kept.countAt(place);
  if (all < 0) return `${open}${close}`;
  const shown: string[] = [];
  for (let index = 0; index < Math.min(all, ITEMS); index++)
    shown.push(describeValue(machine, machine.kept.itemAt(place, index), depth + 1));
  if (all > ITEMS) shown.push("…");
  const comma = all === 1 && open === "(" ? "," : "";
  return `${open}${shown.join(", ")}${comma}${close}`;
}

function describePairs(machine: Machine, value: number, depth: number): string {
  const place = machine.placeOf(value);
  const all = machine.kept.countAt(place);
  const shown: string[] = [];
  for (let index = 0; index + 1 < Math.min(all, 2 * ITEMS); index += 2) {
    const key = describeValue(machine, machine.kept.itemAt(place, index), depth + 1);
    shown.push(`${key}: ${describeValue(machine, machine.kept.itemAt(place, index + 1), depth + 1)}`);
  }
  if (all > 2 * ITEMS) shown.push("…");
  return `{${shown.join(", ")}}`;
}

function quote(text: string | undefined): string {
  if (text === undefined) return "…";
  const short = text.length > LONGEST_STRING ? `${text.slice(0, LONGEST_STRING)}…` : text;
  return `'${printable(short)}'`;
}

/** Control and direction characters as their numbers. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
