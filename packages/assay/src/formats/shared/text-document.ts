/** Reading a whole text file: what the readers of named text files share. */

import type { DecodedText } from "../../bytes/text.ts";
import { decodeText } from "../../bytes/text.ts";
import type { Facts, Fault, Place } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Severity } from "../../model/types.ts";
import type { Args, FaultWords, Words } from "./words.ts";
import { refusal } from "./words.ts";

/** Why a text file is not read at all. */
export type TextRefusal = "over-limit";

/** What can be wrong with the characters of a text that is read nevertheless. */
export type TextFault = "invalid-utf8";

/** Sentences of {@link TextRefusal}. */
export const TEXT_ERRORS: Words<TextRefusal> = {
  "over-limit": "text is too large to be read whole · {size} bytes · at most {limit}",
};

/** Sentences of {@link TextFault} at the severity a format gives them. */
export function textFaults(severity: Severity): FaultWords<TextFault> {
  return { "invalid-utf8": [severity, "text is not well-formed {encoding} from byte {offset} on"] };
}

/** Bounds of one format, and where it says what is wrong. */
export interface TextBounds {
  /** Bytes. */
  readonly size: number;
  readonly faults: { add(code: TextFault, args: Args, at: Place): void };
}

/** Reads a text whole. @throws FormatError `over-limit` */
export async function readTextDocument(source: ByteSource, bounds: TextBounds, ctx: ReadContext): Promise<DecodedText> {
  const { size } = source;
  if (size > bounds.size) throw refusal(TEXT_ERRORS, "over-limit", { size, limit: bounds.size });
  const text = decodeText(await source.read(0, size, ctx.signal));
  const { encoding, invalidAt: offset } = text;
  if (offset >= 0) bounds.faults.add("invalid-utf8", { encoding, offset }, { start: offset, end: size });
  return text;
}

/** The reading of a text that was read from its first byte to its last. */
export function readWhole({ size }: ByteSource, facts: Facts, faults: readonly Fault[]): Read {
  return { facts, children: [], spans: [{ start: 0, end: size, as: "parsed" }], faults, gaps: [] };
}

/** A line of a text without its end, and the UTF-16 offset at which it begins. */
export interface Line {
  readonly content: string;
  readonly from: number;
}

/** Lines of a text; a last line counts with or without its end. */
export function* listLines(content: string): Generator<Line> {
  for (let from = 0; from < content.length; ) {
    const newline = content.indexOf("\n", from);
    const end = newline < 0 ? content.length : newline;
    const isReturned = content[end - 1] === "\r" && end > from;
    yield { content: content.slice(from, isReturned ? end - 1 : end), from };
    from = end + 1;
  }
}
