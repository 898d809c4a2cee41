/** What the walk over a model carries along, and how it reads texts and lists of numbers. */

import type { WireField } from "../../bytes/protobuf.ts";
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
  isModel: boolean;
}

/** Texts are names and settings; of a longer one the beginning counts. In bytes. */
const LONGEST_TEXT = 64 << 10;

/** Dimensions of a tensor; no operator takes more than eight. */
const MOST_NUMBERS = 64;

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

/** Varints that stand one behind the other in a field. @throws FormatError `bad-wire` when they are too many. */
export async function readNumbers({ cursor }: Walk, { start, end }: WireField): Promise<readonly bigint[]> {
  const count = end - start;
  if (count > MOST_NUMBERS * 10) {
    throw new FormatError("bad-wire", `a tensor has too many dimensions · ${count} bytes of them`, { offset: start });
  }
  await cursor.fill(count);
  const numbers: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of cursor.take(count)) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    numbers.push(BigInt.asIntN(64, value));
    value = 0n;
    shift = 0n;
  }
  return numbers;
}
