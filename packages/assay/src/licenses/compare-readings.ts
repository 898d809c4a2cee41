/** Two licence texts of which the words are not at hand, by what was read of them before. */

import type { ComparedTerm, LicenseComparison, Relation } from "../model/documents.ts";
import type { LicenseMatch } from "../model/license.ts";
import { isBothRead, isTermsTold } from "./compare-texts.ts";
import { isSameLicence, nameOf } from "./comparing/relation.ts";
import { type LicenseSide, termsOf } from "./comparing/side.ts";
import { compareTerms } from "./comparing/term-changes.ts";
import { judge, tell } from "./comparing/verdict.ts";
import type { LicenseTerms } from "./license-terms.ts";

/** What is kept of a text: where it lies, which licence it is, its terms, with or without the words of them. */
export interface KeptReading extends Pick<LicenseSide, "path" | "match"> {
  readonly terms: readonly ComparedTerm[];
}

/** Terms that are compared: a licence has 60 at most, and which is which takes time by the square of their number. */
const MOST_TERMS = 1000;

/**
 * How two texts differ as far as their terms tell. What one of two altered texts does not say may have been missed: its
 * silence proves nothing.
 */
export function compareKept(
  older: KeptReading,
  newer: KeptReading,
  known: LicenseTerms = new Map(),
): Pick<LicenseComparison, "relation" | "verdict" | "headline" | "terms" | "texts"> {
  const relation = relate(older.match, newer.match);
  const [before, after] = [termsOf(older, known), termsOf(newer, known)];
  if (Math.max(before.terms.length, after.terms.length) > MOST_TERMS)
    return { relation, verdict: "unknown", headline: "Not known: too many terms to compare", terms: [], texts: [] };
  const isTold = isTermsTold({ relation, older, newer, before, after });
  const terms = isTold ? compareTerms({ older: before, newer: after, isOneText: false }) : [];
  const isRead = isTold && isBothRead({ older, newer, before, after });
  const isPolicyKnown = before.isPolicyKnown && after.isPolicyKnown;
  const grounds = { older, newer, relation, terms, isRead, isPolicyKnown };
  const verdict = judge(grounds);
  return { relation, verdict, headline: tell(verdict, grounds), terms, texts: [] };
}

function relate(old: LicenseMatch, next: LicenseMatch): Relation {
  const isNamed = nameOf(old) !== "" && nameOf(next) !== "";
  if (isNamed && isSameLicence(old, next)) {
    if (old.kind === "reference" && next.kind === "reference") return "form";
    return old.kind === "reference" || next.kind === "reference" ? "reference" : sameTexts(old, next);
  }
  if (isNamed && nameOf(old) === nameOf(next)) return "changed-words";
  return isNamed ? "other-licence" : "other-text";
}

/** Only of texts that are the licence's own is it known that they say the same. */
function sameTexts(old: LicenseMatch, next: LicenseMatch): Relation {
  const isClean = ({ kind }: LicenseMatch): boolean => kind === "exact" || kind === "equivalent";
  return isClean(old) && isClean(next) ? "form" : "other-text";
}
