/** Terms by which a text restricts what the licence that is stated for it does not. */

import { gnuFamily } from "../../licenses/license-family.ts";
import type { LicenseTerms } from "../../licenses/license-terms.ts";
import type { LicenseReading, Term } from "../../model/license.ts";
import type { LicenseSource } from "./sources.ts";

/** What restricts: a term, or words that were put into the licence. */
export type Restriction =
  | (Pick<Term, "type" | "value" | "details"> & Partial<Pick<Term, "at">>)
  | { readonly words: string; readonly at: Term["at"] };

/** Types of terms that restrict, with the values that do; all of them where none are named. Those of a list come first. */
const RESTRICTIVE: readonly (readonly [type: string, values?: readonly Term["value"][]])[] = [
  ["commercial-use", [false, "registration", "capped"]],
  ["research-only"],
  ["user-threshold"],
  ["visit-threshold"],
  ["revenue-threshold"],
  ["territory-excluded"],
  ["service-gate"],
  ["forbidden-use"],
  ["policy-by-url"],
  ["policy-by-reference"],
  ["outputs-may-train-others", [false, "if-named"]],
  ["outputs-may-compete"],
  ["outputs-commercial-use", [false]],
  ["modification", [false]],
  ["redistribution", [false]],
  ["copyleft"],
  ["pass-through"],
  ["naming"],
  ["guardrail-lock"],
  ["remote-restriction"],
];

/** Whether a term restricts what a permissive licence does not; to obey the law restricts nobody. */
export function isRestrictive({ type, value }: Pick<Term, "type" | "value">): boolean {
  return value !== "unlawful" && RESTRICTIVE.some(([one, values]) => one === type && (values?.includes(value) ?? true));
}

/** What is compared: the licence that is stated, and the one that the text is, where it is known. */
export interface Compared {
  readonly stated: string;
  readonly found?: string;
  readonly known: LicenseTerms;
}

/** Whether a text is the stated licence but for some words. */
function isStated({ match }: LicenseReading, stated: string): boolean {
  return match.kind === "modified" && (match.id === stated || (gnuFamily(stated) ?? "") === match.family);
}

/** What the licence sets anyway is no restriction of a text that is that licence but for some words: those words alone count. */
function listTerms(reading: LicenseReading, stated: string): readonly Term[] {
  const { deviations, terms } = reading;
  if (!isStated(reading, stated)) return terms;
  const changes = deviations.filter(({ material, kind }) => material && kind !== "deleted");
  return terms.filter(({ at }) => changes.some((change) => change.at.start < at.end && at.start < change.at.end));
}

/** The first term of a text that restricts and that the stated licence has not; null where nothing known of both says so. */
export function findRestriction({ reading }: LicenseSource, compared: Compared): Restriction | null {
  const { stated, found, known } = compared;
  const allowed = known.get(stated)?.terms;
  if (reading === undefined || allowed === undefined) return null;
  // Words that stand there before what is known of them.
  const said = [...listTerms(reading, stated), ...((found && known.get(found)?.terms) || [])];
  for (const [type, values] of RESTRICTIVE) {
    const own = said.find(
      (term) =>
        term.type === type &&
        term.value !== "unlawful" &&
        (values?.includes(term.value) ?? true) &&
        !allowed.some((one) => one.type === type && (one.value === term.value || values === undefined)),
    );
    if (own !== undefined) return own;
  }
  return isStated(reading, stated) ? findDemand(reading) : null;
}

/** Words that forbid or demand. */
const DEMANDS =
  /\b(?:(?:may|must|shall|can|should|will) not|cannot|must|shall|(?:prohibited|forbidden|not (?:permitted|allowed|granted))|(?:only|solely) (?:be|for|if|in|by|to)|provided that|required to|on (?:the )?condition)\b/i;
/** What speaks of liability forbids no use. */
const OF_LIABILITY = /\b(?:liab(?:le|ility)|damages|warrant(?:y|ies)|indemnif\w*|as[- ]is)\b/i;

/** Longer words say more than a line of a report can, in UTF-16 units. */
const LONGEST_WORDS = 160;

/** Whether words forbid or demand something, and not only decline to answer for it. */
export function hasDemand(words: string): boolean {
  return DEMANDS.test(words) && !OF_LIABILITY.test(words);
}

/** Whether words stand beside a licence that forbid or demand something. */
export function isDemanding(reading: LicenseReading): boolean {
  const isLimited = reading.terms.some(
    ({ type, value }) => type === "research-only" || (type === "commercial-use" && value === false),
  );
  return isLimited || findDemand(reading) !== null;
}

/** A clause put into a licence that forbids or demands something, in its own words. */
function findDemand({ deviations }: LicenseReading): Restriction | null {
  for (const { kind, material, text = "", at } of deviations) {
    if (!material || kind !== "inserted" || !DEMANDS.test(text) || OF_LIABILITY.test(text)) continue;
    const words = text.replace(/\s+/g, " ").trim();
    return { words: words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words, at };
  }
  return null;
}
