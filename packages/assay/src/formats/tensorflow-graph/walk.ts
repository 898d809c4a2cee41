/** What the walk over a graph carries along, and how it goes from message to message. */

import { nextField, type WireField } from "../../bytes/protobuf.ts";
import type { WindowCursor } from "../../bytes/window-cursor.ts";
import type { OperatorFact, Place, Span } from "../../model/facts.ts";
import type { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";

/** Messages in messages; a graph in the data of another one begins anew. */
export const DEEPEST = 64;

/** Different operators that are kept; TensorFlow has some 1,500. */
export const MOST_OPERATORS = 10_000;

/** Bytes of a text that is looked at: a graph as data, or what Keras says of a layer. */
export const LONGEST_TEXT: number = 16 << 20;

/** Texts of what Keras says, all together. */
const MOST_METADATA = 64 << 20;

/** A walk under way. */
export interface Walk {
  readonly cursor: WindowCursor;
  readonly faults: FaultLog<FaultCode>;
  readonly spend: (count: number) => void;
  readonly operators: Map<string, OperatorFact>;
  /** What Keras says of layers, as JSON. */
  readonly metadata: Uint8Array[];
  /** What is not parsed, in the order of the file. */
  readonly stretches: Span[];
  /** Where the graph stands that is walked, where it is data of another one: places count from the file. */
  readonly within?: Place;
  nodes: number;
  functions: number;
  unlisted: number;
  cut: number;
  metadataBytes: number;
}

/** Reads a field; the cursor stands at its content. */
export type Reader = (walk: Walk, field: WireField, depth: number) => Promise<void>;

/** Readers of the fields of a message that hold bytes, by number. Other fields say nothing that matters here. */
export type Message = Readonly<Record<number, Reader>>;

/** Reads the fields of a message up to `end`. @throws FormatError `bad-wire` or `cut-off` where it breaks off. */
export async function walkMessage(
  walk: Walk,
  message: Message,
  { end, depth }: { readonly end: number; readonly depth: number },
): Promise<void> {
  const { cursor } = walk;
  for (let field = await nextField(cursor, end); field !== null; field = await nextField(cursor, end)) {
    walk.spend(1);
    if (field.kind !== "bytes") continue;
    const read = message[field.number];
    if (read !== undefined && depth >= DEEPEST) passOver(walk, field);
    else await read?.(walk, field, depth + 1);
    cursor.skip(field.end - cursor.at);
  }
}

function passOver(walk: Walk, { start, end }: WireField): void {
  const at = walk.within ?? { start, end };
  walk.faults.add("too-deep", { limit: DEEPEST }, at);
  if (walk.within === undefined) walk.stretches.push({ start, end, as: "unread" });
}

/** A reader that goes on into a message. */
export function into(message: () => Message): Reader {
  return (walk, { end }, depth) => walkMessage(walk, message(), { end, depth });
}

/** The bytes of a field; null, with a gap, where they are longer than is read. */
export async function takeBytes(walk: Walk, { start, end }: WireField): Promise<Uint8Array | null> {
  if (end - start > LONGEST_TEXT) {
    walk.cut += 1;
    return null;
  }
  await walk.cursor.fill(end - start);
  return walk.cursor.take(end - start);
}

/** Keeps what Keras says of a layer. */
export async function keepMetadata(walk: Walk, field: WireField): Promise<void> {
  walk.metadataBytes += field.end - field.start;
  if (walk.metadataBytes > MOST_METADATA) walk.cut += 1;
  else {
    const bytes = await takeBytes(walk, field);
    if (bytes !== null) walk.metadata.push(bytes.slice());
  }
}

/** Notes that a node calls an operator. */
export function addOperator(
  walk: Walk,
  name: string,
  { at, opens }: { readonly at: Place; readonly opens?: string },
): void {
  walk.nodes += 1;
  const before = walk.operators.get(name);
  const file = before?.opens ?? opens;
  if (before === undefined && walk.operators.size >= MOST_OPERATORS) walk.unlisted += 1;
  else
    walk.operators.set(name, {
      name,
      count: (before?.count ?? 0) + 1,
      ...(file === undefined ? {} : { opens: file }),
      at: before?.at ?? walk.within ?? at,
    });
}
