/** Drives a machine over a stream: awaits the bytes that it needs, and takes arrays out of it. */

import type { Span } from "../../../model/facts.ts";
import { Machine } from "./machine.ts";
import { endLine, run } from "./run.ts";

/** Pickles in arrays in pickles. */
const DEEPEST = 8;

/** Runs one stream from `at` to its end, where `machine.at` stands then. Stretches of arrays are added to `arrays`. */
export async function drive(machine: Machine, at: number, arrays: Span[]): Promise<void> {
  machine.begin(at);
  await goOn(machine, arrays, 0);
}

async function goOn(machine: Machine, arrays: Span[], depth: number): Promise<void> {
  const { window } = machine;
  for (;;) {
    run(machine);
    if (machine.status === "more") await window.move(machine.at, machine.wants);
    else if (machine.status === "text") await window.fetch(machine.wants);
    else if (machine.status === "array") await passArray(machine, arrays, depth);
    else if (machine.status === "line") await passLine(machine);
    else return;
    if (machine.status === "more" || machine.status === "text" || machine.status === "array") machine.resume();
  }
}

/** Looks for the end of a line through as many windows as it takes. */
async function passLine(machine: Machine): Promise<void> {
  const { window } = machine;
  const code = window.bytes[machine.at - window.base] ?? 0;
  const { operation } = machine;
  for (;;) {
    const next = window.base + window.bytes.length;
    if (next >= window.size) {
      machine.fail("cut-off", { operation });
      return;
    }
    await window.move(next, next + 1);
    const end = window.bytes.indexOf(0x0a);
    if (end < 0) continue;
    endLine(machine, code, window.base + end);
    return;
  }
}

async function passArray(machine: Machine, arrays: Span[], depth: number): Promise<void> {
  const { window, array } = machine;
  if (array === null) return;
  if (machine.frameEnd !== Number.POSITIVE_INFINITY) machine.say("array-in-frame", {});
  if (array.bytes === null) {
    await passPickle(machine, arrays, depth);
    return;
  }
  const start = machine.at + (array.isAligned ? 1 + (await peekByte(machine)) : 0);
  const end = start + array.bytes;
  if (end > window.size) {
    machine.cursor = machine.at;
    machine.fail("cut-off", { operation: "an array" });
    return;
  }
  arrays.push({ start, end, as: "opaque-by-format" });
  machine.at = end;
}

/** The next byte of the stream; 0 where it has none. */
async function peekByte(machine: Machine): Promise<number> {
  const { window, at } = machine;
  if (at >= window.size) return 0;
  await window.move(at, at + 1);
  return window.bytes[at - window.base] ?? 0;
}

/** The items of an array of objects are a pickle of their own. */
async function passPickle(machine: Machine, arrays: Span[], depth: number): Promise<void> {
  if (depth >= DEEPEST) {
    machine.stop("more than 8 pickles lie in one another");
    return;
  }
  const inner = new Machine(machine);
  inner.left = machine.left;
  inner.begin(machine.at);
  await goOn(inner, arrays, depth + 1);
  machine.absorb(inner);
}
