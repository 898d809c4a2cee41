/** The verdict on two texts, and the sentence that tells it. */

import type { ComparedTerm, LicenseComparison, Relation, TermChange } from "../../model/documents.ts";
import type { LicenseMatch } from "../../model/license.ts";
import { isSameLicence, nameOf } from "./relation.ts";
import type { LicenseSide } from "./side.ts";

type Verdict = LicenseComparison["verdict"];

/** What the verdict follows from. */
export interface Grounds {
  readonly older: Pick<LicenseSide, "path" | "match">;
  readonly newer: Pick<LicenseSide, "path" | "match">;
  readonly relation: Relation;
  readonly terms: readonly TermChange[];
  /** Terms of both texts were found or are known, or both name the same licence. */
  readonly isRead: boolean;
  /** What the policies say that are part of both is known. */
  readonly isPolicyKnown: boolean;
}

/** Relations of which a licence's rights come out as they were, whatever else differs. */
const SAME: ReadonlySet<Relation> = new Set(["same-words", "form", "reference"]);

/** What the newer text is for who uses the work. */
export function judge(grounds: Grounds): Verdict {
  const { relation, terms, isRead } = grounds;
  if (SAME.has(relation)) return "same";
  // Beside a text in which nothing was recognised, what the other one says is no change.
  if (relation === "other-text" && !isRead) return "unknown";
  const ways = new Set(terms.map(({ direction }) => direction));
  if (ways.has("wider")) return ways.has("narrower") ? "both" : "wider";
  if (ways.has("narrower")) return "narrower";
  return isRead && !terms.some((change) => isOpen(change, grounds)) ? "same" : "unknown";
}

/** A change of which nobody can say what it makes of the rights: of a policy that is not seen, of what was not found. */
function isOpen({ change, type, silence }: TermChange, { isPolicyKnown }: Grounds): boolean {
  if (change === "reworded") return false;
  return (type.startsWith("policy-by-") && !isPolicyKnown) || silence === "policy" || silence === "not-found";
}

/** The verdict in one sentence, with the change that a person would ask for first. */
export function tell(verdict: Verdict, grounds: Grounds): string {
  const { terms } = grounds;
  if (verdict === "same") return tellSame(grounds);
  if (verdict === "unknown") return tellUnknown(grounds);
  const wider = terms.filter(({ direction }) => direction === "wider");
  const narrower = terms.filter(({ direction }) => direction === "narrower");
  const said = [wider[0], narrower[0]]
    .filter((change) => change !== undefined)
    .sort((one, other) => terms.indexOf(one) - terms.indexOf(other));
  const count = wider.length + narrower.length - said.length;
  const more = count === 0 ? "" : `; ${count} more`;
  const isPolicyOpen = terms.some(
    (one) => one.change === "changed" && one.type.startsWith("policy-by-") && isOpen(one, grounds),
  );
  const policy = isPolicyOpen ? "; another policy is part of it" : "";
  const all = said.map((change) => `${change.direction}: ${sayChange(change, grounds)}`).join("; ");
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}${more}${policy}`;
}

function tellSame(grounds: Grounds): string {
  const { older, newer, relation, terms } = grounds;
  if (relation === "same-words") return "The same text";
  if (relation === "form") return "The same rights: only the form changed";
  if (relation === "reference") {
    const what = newer.match.kind === "reference" ? "its text gave way to a notice" : "a notice gave way to its text";
    return `The same licence, ${nameOf(newer.match)}: ${what}`;
  }
  const change = terms.find((one) => one.change !== "reworded");
  if (change !== undefined) return `Neither wider nor narrower: ${sayChange(change, grounds)}`;
  if (relation === "changed-words") return "The same rights, as far as terms are read: only words changed";
  if (isSameLicence(older.match, newer.match)) return `The same licence, ${nameOf(newer.match)}, in another text`;
  return "Another licence with the same rights, as far as terms are read";
}

function tellUnknown(grounds: Grounds): string {
  const { older, newer, relation, terms } = grounds;
  if (relation === "text-added") return `Not known: nothing stood here before; now ${describe(newer.match)}`;
  if (relation === "text-removed") return `Not known: the text is gone, it was ${describe(older.match)}`;
  const open = relation === "other-text" ? undefined : terms.find((change) => isOpen(change, grounds));
  if (open !== undefined) return `Not known: ${sayChange(open, grounds)}`;
  if (nameOf(older.match) !== nameOf(newer.match))
    return `Not known: ${describe(newer.match)} (before: ${describe(older.match)})`;
  return "Not known: neither a licence nor terms were recognised";
}

function describe(match: LicenseMatch): string {
  const name = nameOf(match);
  if (name === "") return "no licence that is known";
  return match.kind === "reference" ? `a reference to ${name}` : name;
}

/** A change with the place where it stands: in the newer text where it says it, else in the older one. */
function sayChange({ message, old, new: next }: TermChange, { older, newer }: Grounds): string {
  const place = next === undefined ? placeOf(old, older.path) : placeOf(next, newer.path);
  return `${message}${place}`;
}

function placeOf(term: ComparedTerm | undefined, path: string): string {
  if (term?.at !== undefined) return ` (${path}:${term.at.line})`;
  return term?.clause === undefined ? "" : ` (clause ${term.clause})`;
}
