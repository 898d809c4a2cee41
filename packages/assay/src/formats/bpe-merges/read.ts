/** Counts the merges of a byte-pair encoding. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { listLines, readTextDocument, readWhole } from "../shared/text-document.ts";
import { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The largest known, of 280,000 merges, has some 4 MB. */
const MAX_BYTES = 32 * 2 ** 20;

/** Two pieces with one space between them, and in older files how often they stood together. */
const MERGE = /^[^ ]+ [^ ]+(?: \d+)?$/;

/** @throws FormatError with a code of the README. */
export async function readBpeMerges(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog<FaultCode>(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  let lines = 0;
  let merges = 0;
  for (const { content, from } of listLines(text.content)) {
    lines++;
    // The first line may state a version; an empty one says nothing.
    if ((from === 0 && content.startsWith("#version")) || content === "") continue;
    if (MERGE.test(content)) merges++;
    else faults.add("bad-line", { line: lines, found: content }, text.place(from, from + content.length));
  }
  const facts = { tokenizer: { merges }, text: { lines } };
  return readWhole(source, facts, faults.list());
}
