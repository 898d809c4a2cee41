/** Two licence texts beside each other: what the newer one permits or demands that the older did not, and the words of it. */

import type { LicenseComparison } from "../model/documents.ts";
import { isOneText, isSameLicence, relate } from "./comparing/relation.ts";
import { type LicenseSide, type Recognised, type SideTerms, termsOf } from "./comparing/side.ts";
import { compareTerms } from "./comparing/term-changes.ts";
import { type Grounds, judge, tell } from "./comparing/verdict.ts";
import { compareWords } from "./comparing/word-changes.ts";
import type { LicenseTerms } from "./license-terms.ts";

export type { LicenseSide } from "./comparing/side.ts";

/**
 * How two texts differ. Terms in the order in which a person would ask for them, stretches in the order of the newer text.
 * `known` are terms of licences by their ids, for a side that is one of them. Time is linear in the length of the texts.
 */
export function compareLicenses(
  older: LicenseSide,
  newer: LicenseSide,
  known: LicenseTerms = new Map(),
): LicenseComparison {
  const words = compareWords(older.text, newer.text);
  const { texts, shared } = words;
  const relation = relate(older, newer, words);
  const [before, after] = [termsOf(older, known), termsOf(newer, known)];
  const isTold = isTermsTold({ relation, older, newer, before, after });
  const terms = isTold ? compareTerms({ older: before, newer: after, isOneText: isOneText(shared) }) : [];
  const isRead = isTold && isBothRead({ older, newer, before, after });
  const isPolicyKnown = before.isPolicyKnown && after.isPolicyKnown;
  const grounds: Grounds = { older, newer, relation, terms, isRead, isPolicyKnown };
  const verdict = judge(grounds);
  return {
    old: older.path,
    new: newer.path,
    licenses: { old: older.match, new: newer.match },
    relation,
    shared,
    verdict,
    headline: tell(verdict, grounds),
    terms,
    texts,
  };
}

/** Both texts, as what they were recognised, and their terms. */
interface Both {
  readonly older: Pick<Recognised, "match">;
  readonly newer: Pick<Recognised, "match">;
  readonly before: SideTerms;
  readonly after: SideTerms;
}

/** Whether terms of both were found or are known, or both name the same licence. */
export function isBothRead({ older, newer, before, after }: Both): boolean {
  return isSameLicence(older.match, newer.match) || (isSeen(before) && isSeen(after));
}

function isSeen({ terms, isClosed }: SideTerms): boolean {
  return isClosed || terms.length > 0;
}

/** A notice has no terms of its own: those of the licence that it refers to count, where they are known. */
export function isTermsTold({ relation, older, newer, before, after }: Both & Pick<Grounds, "relation">): boolean {
  if (relation === "changed-words") return true;
  if (relation !== "other-licence" && relation !== "other-text") return false;
  if (isSameLicence(older.match, newer.match)) return true;
  const isOpen = ({ match }: Both["older"], { isClosed }: SideTerms): boolean =>
    match.kind === "reference" && !isClosed;
  return !isOpen(older, before) && !isOpen(newer, after);
}
