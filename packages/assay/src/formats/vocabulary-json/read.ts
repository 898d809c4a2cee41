/** Counts the entries of a vocabulary. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { say } from "../shared/words.ts";
import { FAULTS, GAPS } from "./words.ts";

/** Bytes. The largest known, of 250,000 entries, has some 8 MB. */
const MAX_BYTES = 64 * 2 ** 20;

/** The table that is the whole file; nothing of it is listed. */
const WHOLE = "";

/** @throws FormatError with a code of the README. */
export async function readVocabularyJson(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: 0, tables: [WHOLE], faults: FAULTS, top: "object" } as const;
  const { members, nested, spans, faults } = await readJsonDocument(source, bounds, ctx);
  // Speech models with several languages keep a vocabulary for each.
  const isFlat = !nested.has(WHOLE);
  const vocabulary = isFlat ? members.get(WHOLE) : undefined;
  const isList = faults.some(({ code }) => code === "not-an-object");
  const facts = vocabulary === undefined || isList ? {} : { tokenizer: { vocabulary } };
  return { facts, children: [], spans, faults, gaps: isFlat ? [] : [say(GAPS, "not-flat")] };
}
