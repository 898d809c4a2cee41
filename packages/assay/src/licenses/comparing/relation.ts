/** What two texts are to each other: one text, one licence in two forms, one with changed words, or two. */

import type { Relation } from "../../model/documents.ts";
import type { LicenseMatch } from "../../model/license.ts";
import { blankNotices } from "../matching/notices.ts";
import type { LicenseSide } from "./side.ts";
import { compareWords, type WordChanges } from "./word-changes.ts";

/** Share of the words from which on two texts are versions of one. */
const ONE_TEXT = 0.5;

/** Whether both are versions of one text, so that what stands in one alone was put in or taken out. */
export function isOneText(shared: number): boolean {
  return shared >= ONE_TEXT;
}

/** The relation of two texts of which this share of the words is the same. */
export function relate(older: LicenseSide, newer: LicenseSide, { texts, shared }: WordChanges): Relation {
  const [isEmpty, isGone] = [isBlank(older.text), isBlank(newer.text)];
  if (isEmpty !== isGone) return isEmpty ? "text-added" : "text-removed";
  if (older.text === newer.text) return "same-words";
  if (texts.length === 0) return "form";
  const [old, next] = [older.match, newer.match];
  const isSame = nameOf(old) !== "" && nameOf(old) === nameOf(next);
  if (isSame && isClean(old) && isClean(next)) return "form";
  if (isSame && isReferenceBeside(old, next)) return "reference";
  if (isOneText(shared) && isEqualButForNotices(older.text, newer.text)) return "form";
  if (isSame) return isOneText(shared) ? "changed-words" : "other-text";
  return relateOthers(old, next, shared);
}

function relateOthers(old: LicenseMatch, next: LicenseMatch, shared: number): Relation {
  const isNamed = nameOf(old) !== "" && nameOf(next) !== "";
  // A text to which another licence was added is the text it was, and more.
  const isOpen = !isNamed || [old, next].some((match) => isAltered(match) || match.kind === "contains");
  if (isOneText(shared) && isOpen) return "changed-words";
  return isNamed ? "other-licence" : "other-text";
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function isEqualButForNotices(older: string, newer: string): boolean {
  const bare = [blankNotices(older), blankNotices(newer)] as const;
  return (bare[0] !== older || bare[1] !== newer) && compareWords(...bare).texts.length === 0;
}

/** The text that a notice refers to; an altered one is not it. */
function isReferenceBeside(old: LicenseMatch, next: LicenseMatch): boolean {
  return (old.kind === "reference" && isClean(next)) || (next.kind === "reference" && isClean(old));
}

/** Whether the text is a licence's own. */
function isClean({ kind }: LicenseMatch): boolean {
  return kind === "exact" || kind === "equivalent";
}

/** Whether both name the same, and neither is a change of it. */
export function isSameLicence(old: LicenseMatch, next: LicenseMatch): boolean {
  return nameOf(old) !== "" && nameOf(old) === nameOf(next) && !isAltered(old) && !isAltered(next);
}

function isAltered({ kind }: LicenseMatch): boolean {
  return kind === "modified" || kind === "derived";
}

/** All that is named; "" for nothing known. */
export function nameOf({ id, ids, family }: LicenseMatch): string {
  return id ?? ids?.join(" ") ?? family ?? "";
}
