/** Files of a tokenizer: by what they hold where they were read, by name where they are listed. */

import { factOf } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { noteFile } from "../../studies/shared/noting.ts";
import { isAside, splitPath } from "../../studies/shared/path-words.ts";
import type { Desk } from "../shared/disclosed.ts";

/** Files cited. */
const MOST_CITED = 3;

/** A listed file with less in it is no vocabulary, in bytes. */
const SMALLEST = 500;

/** Names that mean a vocabulary wherever models are published; `tokenizer_config.json` alone is none. */
const NAMED =
  /(?:^|\/)(?:tokenizer\.(?:json|model)|(?:sentencepiece|spiece|spm)(?:[.\w-]{0,20})?\.model|vocab\.(?:json|txt|bpe)|merges\.txt|[\w.-]{1,40}\.tiktoken|tekken\.json|[\w-]{0,30}tokenizer[\w-]{0,30}\.(?:json|model)|bpe_simple_vocab[\w]{0,20}\.txt\.gz)$/i;
const SETTINGS = /config|special|added|test|template/i;

/** Each with the reason why it is one. */
export async function noteTokenizers({ ledger, bench }: Desk): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const artifact of bench.release.artifacts) {
    if (seen.length >= MOST_CITED) break;
    const note = isAside(artifact.path) ? null : await showTokenizer(bench, artifact);
    if (note !== null) seen.push(ledger.note(note));
  }
  return seen;
}

async function showTokenizer(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const { path, state, size } = artifact;
  if (state === "here") {
    if (!isVocabulary(factOf(await bench.readings(artifact), "tokenizer"))) return null;
    const message = `${path} holds a tokenizer`;
    return await noteFile(bench, artifact, { code: "tokenizer-read", args: { path }, message, basis: "measured" });
  }
  if (!NAMED.test(path) || SETTINGS.test(splitPath(path).stem) || (size ?? 0) < SMALLEST) return null;
  const message = `${path} is listed under the name of a tokenizer`;
  return await noteFile(bench, artifact, { code: "tokenizer-listed", args: { path }, message, basis: "inferred" });
}

/** Whether a tokenizer's pieces are there, and not only its settings. */
function isVocabulary(fact: { readonly vocabulary?: number; readonly merges?: number } | undefined): boolean {
  return (fact?.vocabulary ?? 0) > 0 || (fact?.merges ?? 0) > 0;
}
