/** Counts the entries of a vocabulary that has one in a line. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { listLines, readTextDocument, readWhole } from "../shared/text-document.ts";
import { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The largest known, of 500,000 entries in many languages, has some 5 MB. */
const MAX_BYTES = 16 * 2 ** 20;

/** @throws FormatError with a code of the README. */
export async function readVocabularyText(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog<FaultCode>(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  const known = new Set<string>();
  let lines = 0;
  for (const { content, from } of listLines(text.content)) {
    lines++;
    if (known.has(content)) faults.add("duplicate-entry", { entry: content }, text.place(from, from + content.length));
    known.add(content);
  }
  const facts = { tokenizer: { vocabulary: lines }, text: { lines } };
  return readWhole(source, facts, faults.list());
}
