/** Counts the ranked pieces of a byte-pair encoding. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { listLines, readTextDocument, readWhole } from "../shared/text-document.ts";
import { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The largest known, of 200,000 pieces, has 4 MB. */
const MAX_BYTES = 32 * 2 ** 20;

/** A piece in base64 (RFC 4648, section 4) and its rank. */
const RANKED = /^[A-Za-z0-9+/]+={0,2} (\d{1,9})$/;

/** Whether a file begins with a ranked piece, which no protocol buffer does. */
export function isRanks(head: Uint8Array): boolean {
  const [first = ""] = new TextDecoder().decode(head).split("\n", 1);
  return RANKED.test(first.replace(/\r$/, ""));
}

/** @throws FormatError with a code of the README. */
export async function readTiktoken(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog<FaultCode>(FAULTS);
  const text = await readTextDocument(source, { size: MAX_BYTES, faults }, ctx);
  const ranks = new Set<string>();
  let lines = 0;
  for (const { content, from } of listLines(text.content)) {
    lines++;
    if (content === "") continue;
    const [, rank] = RANKED.exec(content) ?? [];
    const at = text.place(from, from + content.length);
    if (rank === undefined) faults.add("bad-line", { line: lines, found: content }, at);
    else if (ranks.has(rank)) faults.add("duplicate-rank", { rank }, at);
    else ranks.add(rank);
  }
  const facts = { tokenizer: { vocabulary: ranks.size }, text: { lines } };
  return readWhole(source, facts, faults.list());
}
