/**
 * Knows a PyTorch checkpoint of before 1.6 (torch/serialization.py, `_legacy_save`): five pickles one behind the other,
 * then the bytes of the tensors. The first two are constants and are compared; nothing is unpickled.
 */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Operations that push the magic number 0x1950a86a20f9469cfc6c, and the version 1001, and stop. */
const MAGIC = [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];
const VERSION = [0x4d, 0xe9, 0x03, 0x2e];

/** A pickle begins with its protocol; from the fourth on, operations stand in a frame behind their length in 8 bytes. */
const PROTOCOL = 0x80;
const FRAME = 0x95;
const FIRST_FRAMED = 4;
const PROTOCOLS: readonly number[] = [2, 3, 4, 5];

function pickleOf(protocol: number, operations: readonly number[]): readonly number[] {
  const frame = protocol < FIRST_FRAMED ? [] : [FRAME, operations.length, 0, 0, 0, 0, 0, 0, 0];
  return [PROTOCOL, protocol, ...frame, ...operations];
}

/** The two pickles of constants, in each protocol; with protocol 2 checkpoints are saved unless another one is asked for. */
const STARTS = PROTOCOLS.map((protocol) => ({
  magic: pickleOf(protocol, MAGIC),
  version: pickleOf(protocol, VERSION),
}));

/** The longest of them, and the two bytes with which the next pickle begins. */
const LONGEST = Math.max(...STARTS.map(({ magic, version }) => magic.length + version.length)) + 2;

function findStart(head: Uint8Array): (typeof STARTS)[number] | undefined {
  return STARTS.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
}

/** Whether a file begins with the magic number. */
export function isLegacy(head: Uint8Array): boolean {
  return findStart(head) !== undefined;
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readLegacy(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  const head = await source.read(0, Math.min(LONGEST, size), ctx.signal);
  const start = findStart(head);
  if (start === undefined) throw refusal(ERRORS, "not-legacy");
  const { magic, version } = start;
  const faults = new FaultLog(FAULTS);
  const begin = Math.min(magic.length + version.length, size);
  const found = head.subarray(magic.length, begin);
  const at = { start: magic.length, end: begin };
  if (!found.every((byte, index) => byte === version[index])) faults.add("unknown-version", {}, at);
  else if (size <= begin) faults.add("nothing-behind", {}, at);
  else if (!isPickle(head.subarray(begin))) faults.add("no-pickle", {}, { start: begin, end: size });
  return {
    facts: { container: { kind: "pytorch", bytes: size - begin } },
    children: [],
    spans: [
      { start: 0, end: begin, as: "parsed" },
      { start: begin, end: size, as: "unread" },
    ],
    faults: faults.list(),
    gaps: [say(GAPS, "listed-not-read")],
  };
}

/** Whether bytes begin like a pickle of one of these protocols, or end before that is seen. */
function isPickle([first = PROTOCOL, protocol]: Uint8Array): boolean {
  return first === PROTOCOL && (protocol === undefined || PROTOCOLS.includes(protocol));
}
