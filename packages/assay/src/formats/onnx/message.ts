/** Walks one message of a model, field by field. */

import { nextField, type WireField } from "../../bytes/protobuf.ts";
import type { Walk } from "./walk.ts";

/** Graphs in graphs, the bodies of loops and branches, and types in types; the deepest of known models have four. */
export const DEEPEST = 32;

/** Reads a field; the cursor stands at its content where it is one of bytes. */
export type Reader = (walk: Walk, field: WireField, depth: number) => unknown;

/** Readers by number of field. */
export type Readers = Readonly<Record<number, Reader>>;

/**
 * How the fields of a message are read: those of bytes, those of numbers, and which may stand there once. Fields of another
 * wire type are none of its own; parsers join a message that stands twice, field by field, and others take one of them.
 */
export interface Message {
  readonly bytes: Readers;
  readonly numbers?: Readers;
  readonly once?: ReadonlySet<number>;
}

export interface Within {
  readonly end: number;
  readonly depth: number;
}

/** Reads the fields of a message that there is a reader for and passes over the others. */
export async function walkMessage(walk: Walk, message: Message, { end, depth }: Within): Promise<void> {
  const { cursor } = walk;
  const seen = new Set<number>();
  for (let field = await nextField(cursor, end); field !== null; field = await nextField(cursor, end)) {
    walk.spend(1);
    const { number, kind } = field;
    if (kind === "number") await message.numbers?.[number]?.(walk, field, depth);
    if (kind !== "bytes") continue;
    if (message.once?.has(number) && seen.has(number)) passOver(walk, "message-twice", field);
    else await message.bytes[number]?.(walk, field, depth);
    seen.add(number);
    cursor.skip(field.end - cursor.at);
  }
}

/** Leaves a stretch unread, and says why. */
export function passOver(walk: Walk, code: "message-twice" | "too-deep", { number, start, end }: WireField): void {
  walk.faults.add(code, { limit: DEEPEST, number }, { start, end });
  walk.stretches.push({ start, end, as: "unread" });
}
