/** Notes of terms: what a clause says in our words, with its own where they lie in the release. */

import { describeTerm, type NamedTerm as TermOfLicense } from "../../licenses/terms/describe-term.ts";
import type { Text } from "../../model/facts.ts";
import type { TermSource } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { Term } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../shared/noting.ts";

/** A term; `words` is the place in the text of its licence. */
export interface NamedTerm extends TermOfLicense {
  /** The source is the text that sets it. */
  readonly isOfText: boolean;
  readonly words?: Term;
}

/** Notes a term at its words; at the text or the statement that brings it where the words were not found. */
export async function noteTerm(bench: Workbench, source: TermSource, term: NamedTerm): Promise<Note> {
  const { words } = term;
  // Beside its own text a term needs no name.
  const isOwn = source.reading !== undefined && term.isOfText;
  const details = { ...words?.details, ...term.details };
  const said = {
    ...describeTerm({ ...term, details }, isOwn ? "beside-its-text" : "by-name"),
    basis: words === undefined ? ("inferred" as const) : ("measured" as const),
  };
  return (words && (await noteWords(bench, source, { said, words }))) ?? noteAround(source, said, isOwn);
}

type Said = Pick<Note, "code" | "args" | "message" | "basis">;

interface Worded {
  readonly said: Said;
  readonly words: Term;
}

/** Null where the text is no file of the release, such as a gate's. */
async function noteWords(bench: Workbench, source: TermSource, { said, words }: Worded): Promise<Note | null> {
  const { origin, path } = source.artifact;
  const file = bench.release.artifacts.find((one) => one.origin === origin && one.path === path);
  if (file === undefined) return null;
  if (source.text !== undefined) return await noteInside(bench, file, { said, words, text: source.text });
  const text = await bench.text(file);
  if (!text.ok) return null;
  const at = { ...text.value.place(words.at.start, words.at.end), line: words.at.line };
  return await noteFile(bench, file, { ...said, at, quote: words.quote });
}

/** A value inside of a file has no lines of it; one with escapes stands there in other characters. */
async function noteInside(
  bench: Workbench,
  file: Artifact,
  { said, words, text }: Worded & { readonly text: Text },
): Promise<Note> {
  const isPlain = JSON.stringify(words.quote) === `"${words.quote}"`;
  const at = text.place(words.at.start, words.at.end);
  return await noteFile(bench, file, { ...said, at, ...(isPlain && { quote: words.quote }) });
}

/** The file alone of a text whose words were not found; of a statement, its own words. */
function noteAround({ note }: TermSource, said: Said, isText: boolean): Note {
  const { at, quote, sha256 } = note;
  const digest = sha256 === undefined ? {} : { sha256 };
  if (isText && "path" in at) {
    const { path, origin } = at;
    return { ...said, at: { path, ...(origin !== undefined && { origin }) }, ...digest };
  }
  return { ...said, at, ...(quote !== undefined && { quote }), ...digest };
}
