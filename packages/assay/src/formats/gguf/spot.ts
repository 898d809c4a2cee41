/** What the walk through a header has in hand, and where it ends. */

import type { WindowCursor } from "../../bytes/window-cursor.ts";
import { FormatError } from "../../model/errors.ts";
import type { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";

/** Faults of this format. */
export type Faults = FaultLog<FaultCode>;

/** What a header is read with. */
export interface Walk {
  readonly cursor: WindowCursor;
  readonly faults: Faults;
  /** Told of entries and items that are looked at one by one. */
  readonly spend: (count: number) => void;
}

/** The reading of one value. */
export interface Spot extends Walk {
  readonly key: string;
}

/** Bytes of a header; the largest known, with 262,144 tokens and their merges, have about 15 MB. */
const LONGEST_HEADER = 100_000_000;

/** Ends the reading of a header at a fault behind which nothing can be found. */
export class Unreadable extends Error {}

/** Whether a reading ends here with what it has: the file does, or a fault behind which nothing can be found. */
export function endsReading(error: unknown): error is Unreadable | FormatError {
  return error instanceof Unreadable || (error instanceof FormatError && error.code === "cut-off");
}

/** Ends a header that goes on and on; asked in front of all that is read one by one. @throws Unreadable */
export function assertShort({ cursor, faults }: Pick<Walk, "cursor" | "faults">): void {
  if (cursor.at <= LONGEST_HEADER) return;
  faults.add("long-header", { limit: LONGEST_HEADER }, { start: cursor.at, end: cursor.at });
  throw new Unreadable();
}

/** Reads a count of 64 bits, which is not to be larger than the limit. @throws Unreadable where it is. */
export async function readLength(spot: Spot, code: "long-string" | "long-array", limit: number): Promise<number> {
  const { cursor, faults, key } = spot;
  const start = cursor.at;
  if (!cursor.has(8)) await cursor.fill(8);
  const length = cursor.u64();
  if (length <= limit) return Number(length);
  faults.add(code, { key, length: String(length), limit }, { start, end: cursor.at });
  throw new Unreadable();
}

/** The error for a type of values that the format does not know, whose length nobody knows either. */
export function unknownType({ faults, key, cursor }: Spot, type: number, start: number): Unreadable {
  faults.add("unknown-value-type", { key, type }, { start, end: cursor.at });
  return new Unreadable();
}
