/** Makes notes about files: the place, the digest and the words themselves. */

import type { Place, Text } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, FilePlace, Manifest, Part, Release } from "../../model/types.ts";

/** What a note says; where and of which bytes is filled in. */
export type Remark = Pick<Note, "code" | "args" | "message" | "basis"> & {
  readonly at?: Place;
  readonly quote?: string;
};

/** A quote longer than this no longer fits a line of a report. */
const LONGEST_QUOTE = 200;

/** Place of an artifact; its origin is left out when it is the release's first. */
export function placeOf(release: Release, artifact: Artifact): FilePlace {
  const { path, origin } = artifact;
  return origin === release.origins[0].id ? { path } : { path, origin };
}

/** Writes a remark about a file with its place, and with the digest of its bytes where they were hashed. */
export async function noteFile(bench: Workbench, artifact: Artifact, remark: Remark): Promise<Note> {
  const { at, quote, ...said } = remark;
  const sha256 = await bench.sha256(artifact);
  return {
    ...said,
    at: { ...placeOf(bench.release, artifact), ...at },
    ...(quote === undefined ? {} : { quote: quote.slice(0, LONGEST_QUOTE) }),
    ...(sha256 === null ? {} : { sha256 }),
  };
}

/** Writes a remark about what a manifest says of a part, with the words and the digest of the manifest. */
export function notePartOf(manifest: Manifest, part: Part, said: Pick<Note, "code" | "args" | "message">): Note {
  const quote = part.quote.slice(0, LONGEST_QUOTE);
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
