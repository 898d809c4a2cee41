/** Makes notes about files: the place, the digest and the words themselves. */

import type { Place, Text } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import { placeOf } from "../../model/place.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Manifest, Part } from "../../model/types.ts";

/** What a note says; where and of which bytes is filled in. */
export type Remark = Pick<Note, "code" | "args" | "message" | "basis"> & {
  readonly at?: Place;
  readonly quote?: string;
};

/** A quote longer than this no longer fits a line of a report. */
const LONGEST_QUOTE = 200;

/** Writes a remark about a file with its place, and with the digest of its bytes where they were hashed. */
export async function noteFile(bench: Workbench, artifact: Artifact, remark: Remark): Promise<Note> {
  const { at, quote, ...said } = remark;
  const sha256 = await bench.sha256(artifact);
  return {
    ...said,
    at: { ...placeOf(bench.release, artifact), ...at },
    ...(quote === undefined ? {} : { quote: cutQuote(quote) }),
    ...(sha256 === null ? {} : { sha256 }),
  };
}

/** Cut to its bound, and not amid a character. */
function cutQuote(quote: string): string {
  const cut = quote.slice(0, LONGEST_QUOTE);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Writes a remark about what a manifest says of a part, with the words and the digest of the manifest. */
export function notePartOf(manifest: Manifest, part: Part, said: Pick<Note, "code" | "args" | "message">): Note {
  const quote = cutQuote(part.quote);
  return { ...said, basis: "declared", at: part.at, quote, sha256: manifest.sha256 };
}

/** The line of a text that holds the given UTF-16 offset, trimmed, and its place. */
export function quoteLine(text: Text, offset: number): { readonly at: Place; readonly quote: string } {
  const from = text.content.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.content.indexOf("\n", offset);
  const to = newline < 0 ? text.content.length : newline;
  const line = text.content.slice(from, to);
  const start = from + (line.length - line.trimStart().length);
  const quote = line.trim();
  return { quote, at: text.place(start, start + quote.length) };
}

/** UTF-16 offset at which a line (from 1) begins. */
export function offsetOfLine({ content }: Text, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at += 1) offset = content.indexOf("\n", offset) + 1;
  return offset;
}
