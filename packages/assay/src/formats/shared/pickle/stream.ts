/** Operations that frame a stream. */

import type { Machine } from "./machine.ts";
import { takeNumber } from "./scalars.ts";

/** Highest protocol that loaders know. */
const HIGHEST = 5;

/** PROTO. */
export function setProtocol(machine: Machine): void {
  const protocol = takeNumber(machine, 1);
  if (protocol < 0) return;
  if (protocol > HIGHEST) machine.say("unknown-protocol", { protocol });
  machine.protocol = protocol;
  machine.highest = Math.max(machine.highest, protocol);
}

/** FRAME: how many bytes of operations follow in one piece. */
export function beginFrame(machine: Machine): void {
  const before = machine.frameEnd;
  const length = takeNumber(machine, 8);
  if (length < 0) return;
  const isInside = machine.cursor < before && before !== Number.POSITIVE_INFINITY;
  if (isInside) machine.say("frame-straddled", { operation: machine.operation });
  if (isInside) machine.isStraddled = true;
  if (machine.cursor + length > machine.window.size) machine.say("cut-off", { operation: machine.operation });
  const end = machine.cursor + length;
  // A frame that lies in the bytes that a loader in C holds already is no new one to it.
  if (machine.isDropping && isInside && end <= before) return;
  machine.frameEnd = machine.isDropping && isInside ? before + length : end;
  if (machine.isDropping && isInside) machine.cursor = before;
}

/** STOP: the value on the top is what the stream gives. */
export function stopStream(machine: Machine): void {
  if (!machine.has(1)) return;
  machine.top--;
  if (machine.cursor < machine.frameEnd && machine.frameEnd !== Number.POSITIVE_INFINITY) machine.say("frame-left", {});
  machine.status = "stopped";
}

/** READONLY_BUFFER: the buffer on the top, which cannot be written then. */
export function protectBuffer(machine: Machine): void {
  machine.has(1);
}
