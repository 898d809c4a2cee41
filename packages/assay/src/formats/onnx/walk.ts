/** What the walk over a model carries along, and how it reads texts and lists of numbers. */

import { takeNumber, type WireField } from "../../bytes/protobuf.ts";
import type { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { ExternalFact, Place, Span } from "../../model/facts.ts";
import type { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";

/** A tensor whose own words hold together. */
export interface Tensor {
  readonly name: string;
  readonly type: string;
  readonly elements: number;
  readonly bytes: number;
  /** The file beside the model in which its data lies, and the byte offset in that file at which it ends. */
  readonly beside?: { readonly location: string; readonly end: number };
  readonly at: Place;
}

/** An operator or a function: each of them has one of these, and they are what a call and a definition have in common. */
export interface Call {
  readonly operator: string;
  readonly domain: string;
  readonly overload: string;
}

/** A walk under way: what was found so far stays found where the file breaks off. */
export interface Walk {
  readonly cursor: WindowCursor;
  readonly faults: FaultLog<FaultCode>;
  readonly spend: (count: number) => void;
  readonly tensors: Tensor[];
  /** Tensors that were taken, sound or not, with the elements and bytes of all that are sound. */
  taken: number;
  elements: number;
  bytes: number;
  /** Files beside the model by location, in the order in which tensors name them. */
  readonly external: Map<string, ExternalFact>;
  /** What is not parsed, in the order of the file. */
  readonly stretches: Span[];
  /** Operators that are called and are not the format's own; functions that are defined here; see `operators.ts`. */
  readonly calls: Map<string, Call>;
  readonly defined: Set<string>;
  readonly opsets: Map<string, { readonly domain: string; readonly version: number }>;
  readonly metadata: Map<string, string>;
  readonly producer: { name?: string; version?: string };
  irVersion?: number;
  nodes: number;
  functions: number;
  /** Metadata, and operators and sets of them, that were not kept. */
  omitted: number;
  unlisted: number;
  /** Texts of which only the beginning was kept. */
  cut: number;
  /** Bytes of lists of numbers that were counted, and lists that were not. */
  counted: number;
  uncounted: number;
  isModel: boolean;
  hasGraph: boolean;
  hasOpset: boolean;
}

/** A walk that begins. */
export function startWalk(parts: Pick<Walk, "cursor" | "faults" | "spend">): Walk {
  return {
    ...parts,
    tensors: [],
    taken: 0,
    elements: 0,
    bytes: 0,
    external: new Map(),
    stretches: [],
    calls: new Map(),
    defined: new Set(),
    opsets: new Map(),
    metadata: new Map(),
    producer: {},
    nodes: 0,
    functions: 0,
    omitted: 0,
    unlisted: 0,
    cut: 0,
    counted: 0,
    uncounted: 0,
    isModel: false,
    hasGraph: false,
    hasOpset: false,
  };
}

/** Texts are names and settings; of a longer one the beginning counts. In bytes. */
export const LONGEST_TEXT: number = 64 << 10;

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Dimensions of a tensor; no operator takes more than eight. */
export const MOST_DIMENSIONS = 64;

/** Bytes of lists of numbers that are counted in one model; large tensors are written as raw data. */
const MOST_COUNTED = 16 << 20;

/** Bytes of such a list that are looked at together. */
const PIECE = 64 << 10;

/** Bytes of the longest number. */
const LONGEST_NUMBER = 10;

/** The text of a field, or the beginning of a long one; the cursor stands behind what was read of it. */
export async function readText(walk: Walk, { start, end }: WireField): Promise<string> {
  const { cursor, faults } = walk;
  const count = Math.min(end - start, LONGEST_TEXT);
  await cursor.fill(count);
  const bytes = cursor.take(count);
  const text = UTF8.decode(bytes);
  if (count < end - start) walk.cut += 1;
  else if (text.includes("\ufffd") && !isUtf8(bytes)) faults.add("not-utf8", {}, { start, end });
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    STRICT_UTF8.decode(bytes);
    return true;
  } catch {
    // That it throws is the answer.
    return false;
  }
}

/**
 * Varints that stand one behind the other in a field; of more than a tensor may have dimensions, those and one more.
 * @throws FormatError `bad-wire` where they do not end with the field.
 */
export async function readNumbers({ cursor }: Walk, { end }: WireField): Promise<readonly bigint[]> {
  const numbers: bigint[] = [];
  while (cursor.at < end && numbers.length <= MOST_DIMENSIONS) {
    await cursor.fill(Math.min(LONGEST_NUMBER, end - cursor.at));
    numbers.push(takeNumber(cursor, end));
  }
  return numbers;
}

/**
 * How many varints stand in a field, without their values; null where too much was counted in this model already.
 * @throws FormatError `bad-wire` where they do not end with the field.
 */
export async function countNumbers(walk: Walk, { start, end }: WireField): Promise<number | null> {
  const { cursor } = walk;
  if (walk.counted + end - start > MOST_COUNTED) {
    walk.uncounted += 1;
    return null;
  }
  walk.counted += end - start;
  let [count, length] = [0, 0];
  while (cursor.at < end) {
    const piece = Math.min(PIECE, end - cursor.at);
    await cursor.fill(piece);
    for (const byte of cursor.take(piece)) {
      length += 1;
      if (length > LONGEST_NUMBER) break;
      if (byte >= 0x80) continue;
      count += 1;
      length = 0;
    }
  }
  if (length > 0) throw new FormatError("bad-wire", "a list of numbers does not end", { offset: start });
  return count;
}
