/**
 * Knows a PyTorch checkpoint of before 1.6 (torch/serialization.py, `_legacy_save`): five pickles one behind the other,
 * then the bytes of the tensors. The first two are constants and are compared; nothing is unpickled.
 */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { ERRORS, FAULTS, GAPS } from "./words.ts";

/** Pickle of protocol 2 of the magic number 0x1950a86a20f9469cfc6c, and of the version 1001. */
const MAGIC = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];
const VERSION = [0x80, 0x02, 0x4d, 0xe9, 0x03, 0x2e];
const START = MAGIC.length + VERSION.length;

/** Whether a file begins with the magic number. */
export function isLegacy(head: Uint8Array): boolean {
  return MAGIC.every((byte, at) => head[at] === byte);
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readLegacy(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const { size } = source;
  const head = await source.read(0, Math.min(START, size), ctx.signal);
  if (!isLegacy(head)) throw refusal(ERRORS, "not-legacy");
  const faults = new FaultLog(FAULTS);
  const at = { start: Math.min(MAGIC.length, size), end: Math.min(START, size) };
  if (!VERSION.every((byte, index) => head[MAGIC.length + index] === byte)) faults.add("unknown-version", {}, at);
  if (size <= START) faults.add("nothing-behind", {}, at);
  const behind = Math.max(0, size - START);
  return {
    facts: { container: { kind: "pytorch", bytes: behind } },
    children: [],
    spans: [
      { start: 0, end: head.length, as: "parsed" },
      { start: head.length, end: size, as: "unread" },
    ],
    faults: faults.list(),
    gaps: [say(GAPS, "listed-not-read")],
  };
}
