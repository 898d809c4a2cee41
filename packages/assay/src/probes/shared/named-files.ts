/** Files that are something by their name, and say it where they are at hand. */

import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile, quoteLine } from "../../studies/shared/noting.ts";
import type { Desk } from "./disclosed.ts";

/** Files cited. */
const MOST_CITED = 5;

/** A listed file with less in it says nothing, in bytes. */
const SMALLEST = 100;

/** What files are looked for. */
export interface Named {
  readonly what: string;
  readonly isCalled: (artifact: Artifact) => boolean;
  /** UTF-16 offset of the words by which a text is it; -1 where it is not. */
  readonly find: (content: string) => number;
}

/** Files of that name: those at hand that say it, and those that are listed with something in them. */
export async function noteNamedFiles({ ledger, bench }: Desk, named: Named): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const artifact of bench.release.artifacts) {
    if (seen.length >= MOST_CITED) break;
    const note = named.isCalled(artifact) ? await showFile(bench, artifact, named) : null;
    if (note !== null) seen.push(ledger.note(note));
  }
  return seen;
}

async function showFile(bench: Workbench, artifact: Artifact, { what, find }: Named): Promise<Note | null> {
  const { path, state, size } = artifact;
  const text = state === "here" ? await bench.text(artifact) : null;
  if (text?.ok !== true) {
    if ((size ?? 0) < SMALLEST) return null;
    const message = `${path} is called ${what}; it was not read`;
    return await noteFile(bench, artifact, { code: "file-named", args: { path, what }, message, basis: "inferred" });
  }
  const offset = find(text.value.content);
  if (offset < 0) return null;
  const remark = { code: "file-read", args: { path, what }, message: `${path} is ${what}`, basis: "declared" as const };
  return await noteFile(bench, artifact, { ...remark, ...quoteLine(text.value, offset) });
}
