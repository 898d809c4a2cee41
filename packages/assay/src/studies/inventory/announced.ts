/** What a list is announced by: the sentence before it that ends in a colon, or the entry that its entries belong to. */

import { type Page, type Statement, statementOf } from "../pages/index.ts";
import type { SeenLink } from "./seen-link.ts";

/** Entries of a list that are passed on the way up. */
const MOST_ABOVE = 20;

/** An entry of a list that is a link and nothing else. */
const ENTRY = /^\s{0,20}[*+-]\s{1,4}\[[^[\]]{1,200}\]\([^()\s]{1,500}\)[.,;]?$/;

/** The sentence that announces a link which is an entry of a list by itself; "" where none does. */
export function announcementOf({ page, link }: SeenLink): string {
  const said = statementOf(page, link);
  if (said === undefined || !isEntry(page, said)) return "";
  const { statements } = page;
  const from = statements.indexOf(said);
  for (let above = from - 1; above >= Math.max(0, from - MOST_ABOVE); above -= 1) {
    const one = statements[above];
    if (one === undefined) return "";
    if (/[:：]\s{0,9}$/.test(one.words)) return one.words;
    if (!isEntry(page, one)) return "";
  }
  return "";
}

function isEntry({ lines }: Page, { line }: Statement): boolean {
  return ENTRY.test((lines[line - 1]?.text ?? "").trimEnd());
}
