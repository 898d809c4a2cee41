/** What the walk over a model carries along, and how it reads texts and lists of numbers. */

import { takeNumber, type WireField } from "../../bytes/protobuf.ts";
import type { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { Place } from "../../model/facts.ts";
import type { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";

/** A tensor whose own words hold together. */
export interface Tensor {
  readonly name: string;
  readonly type: string;
  readonly elements: number;
  readonly bytes: number;
  /** Where its raw data stands in the file. */
  readonly raw?: Place;
  /** The file beside the model in which its data lies. */
  readonly location?: string;
  readonly at: Place;
}

/** A walk under way: what was found so far stays found where the file breaks off. */
export interface Walk {
  readonly cursor: WindowCursor;
  readonly faults: FaultLog<FaultCode>;
  readonly spend: (count: number) => void;
  readonly tensors: Tensor[];
  /** Domains of the operators that are used. */
  readonly domains: Set<string>;
  readonly opsets: { readonly domain: string; readonly version: number }[];
  readonly metadata: Map<string, string>;
  readonly producer: { name?: string; version?: string };
  irVersion?: number;
  nodes: number;
  functions: number;
  /** Metadata that was not kept. */
  omitted: number;
  /** Bytes of lists of numbers that were counted, and lists that were not. */
  counted: number;
  uncounted: number;
  isModel: boolean;
}

/** Texts are names and settings; of a longer one the beginning counts. In bytes. */
const LONGEST_TEXT = 64 << 10;

/** Dimensions of a tensor; no operator takes more than eight. */
export const MOST_DIMENSIONS = 64;

/** Bytes of lists of numbers that are counted in one model; large tensors are written as raw data. */
const MOST_COUNTED = 16 << 20;

/** Bytes of such a list that are looked at together. */
const PIECE = 64 << 10;

/** Bytes of the longest number. */
const LONGEST_NUMBER = 10;

/** The text of a field; the cursor stands behind what was read of it. */
export async function readText({ cursor, faults }: Walk, { start, end }: WireField): Promise<string> {
  const count = Math.min(end - start, LONGEST_TEXT);
  await cursor.fill(count);
  const bytes = cursor.take(count);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (text.includes("\ufffd") && !isUtf8(bytes) && count === end - start) faults.add("not-utf8", {}, { start, end });
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
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
