/** Finds that a file is a chat template. What it would do stays with those who scan for dangers: nothing is run. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { listLines, readTextDocument } from "../shared/text-document.ts";
import { FaultLog } from "../shared/words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The longest known, with the rules for tools written out, have some 30 KB. */
const MAX_BYTES = 4 * 2 ** 20;

/** @throws FormatError with a code of the README. */
export async function readChatTemplate(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  const at = text.place(0, text.content.length);
  let lines = 0;
  for (const _ of listLines(text.content)) lines++;
  const facts = { templates: [{ name: "", at }], text: { lines } };
  const spans = [{ start: 0, end: source.size, as: "parsed" }] as const;
  return { facts, children: [], spans, faults: faults.list(), gaps: [] };
}
