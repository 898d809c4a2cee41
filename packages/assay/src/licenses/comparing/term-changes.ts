/** Terms of two texts beside each other: what one has and the other has not, and what both have differently. */

import type { ComparedTerm, TermChange } from "../../model/documents.ts";
import { tokenize } from "../matching/tokens.ts";
import { TERM_VALUES } from "../terms/vocabulary.ts";
import { directionOfBoth, directionOfOne, isEqualDetail, rankValue, sharedDetails } from "./direction.ts";
import { describeChange } from "./messages.ts";
import type { SideTerms } from "./side.ts";

/** Types of which a text may set many that have nothing to do with each other: one that goes is not one that comes. */
const MANY: ReadonlySet<string> = new Set([
  "forbidden-use",
  "territory-excluded",
  "attribution",
  "copyleft",
  "pass-through",
  "service-gate",
]);

/** What is granted to all and then limited for commerce is limited. */
const USE = "commercial-use";

/** A policy is one whether it is named by its address or by its name. */
const POLICY = "policy";

/** All of one value: a text says it once or in several places, in several languages. */
interface Group {
  readonly key: string;
  readonly terms: readonly ComparedTerm[];
}

interface Sides {
  readonly older: SideTerms;
  readonly newer: SideTerms;
  /** Both texts are versions of one: what stands in one alone was put in or taken out. */
  readonly isOneText: boolean;
}

/** Changes in the order of the vocabulary: those of rights before those of words. */
export function compareTerms(sides: Sides): readonly TermChange[] {
  const { older, newer } = sides;
  const kinds = [...new Set([...older.terms, ...newer.terms].map(kindOf))].sort((a, b) => rankOf(a) - rankOf(b));
  const [before, after] = [groupByKind(older.terms), groupByKind(newer.terms)];
  const changes = kinds.flatMap((kind) => {
    const groups = [before.get(kind) ?? [], after.get(kind) ?? []].map((all) => (kind === USE ? narrowest(all) : all));
    return compareKind(groups[0] ?? [], groups[1] ?? [], sides);
  });
  return [
    ...changes.filter(({ change }) => change !== "reworded"),
    ...changes.filter(({ change }) => change === "reworded"),
  ];
}

const TYPES = Object.keys(TERM_VALUES);

function kindOf({ type }: ComparedTerm): string {
  return type.startsWith("policy-by-") ? POLICY : type;
}

function rankOf(kind: string): number {
  const rank = TYPES.indexOf(kind === POLICY ? "policy-by-url" : kind);
  return rank < 0 ? TYPES.length : rank;
}

/** What makes two terms of one kind the same right: the value, and what a name or a number is for. */
function keyOf({ type, value, details }: ComparedTerm): string {
  return JSON.stringify([type, value, type === "naming" ? details?.as : details?.effect]);
}

function groupByKind(terms: readonly ComparedTerm[]): ReadonlyMap<string, readonly Group[]> {
  const kinds = new Map<string, Map<string, ComparedTerm[]>>();
  for (const term of terms) {
    const groups = kinds.get(kindOf(term)) ?? new Map<string, ComparedTerm[]>();
    kinds.set(kindOf(term), groups);
    groups.set(keyOf(term), [...(groups.get(keyOf(term)) ?? []), term]);
  }
  return new Map(
    [...kinds].map(([kind, groups]) => [kind, [...groups].map(([key, members]) => ({ key, terms: members }))]),
  );
}

function narrowest(groups: readonly Group[]): readonly Group[] {
  const rank = ({ terms: [term] }: Group): number => (term === undefined ? -1 : rankValue(term.type, term.value));
  const least = Math.min(...groups.map(rank));
  return groups.filter((group) => rank(group) === least);
}

function compareKind(before: readonly Group[], after: readonly Group[], sides: Sides): readonly TermChange[] {
  const kept = before.flatMap((old) => {
    const next = after.find(({ key }) => key === old.key);
    return next === undefined ? [] : [[old, next] as const];
  });
  const lost = before.filter((old) => !kept.some(([one]) => one === old)).map(firstOf);
  const gained = after.filter((next) => !kept.some(([, one]) => one === next)).map(firstOf);
  const pairs = pairUp(lost, gained);
  return [
    ...kept.flatMap(([old, next]) => compareGroups(old.terms, next.terms, sides)),
    ...pairs.map(([old, next]) => changed(old, next, sides)),
    ...lost.filter((old) => !pairs.some(([one]) => one === old)).flatMap((old) => toOne(old, "lost", sides)),
    ...gained.filter((next) => !pairs.some(([, one]) => one === next)).flatMap((next) => toOne(next, "gained", sides)),
  ];
}

function firstOf({ terms }: Group): ComparedTerm {
  return terms.find(({ quote }) => quote !== undefined) ?? (terms[0] as ComparedTerm);
}

/** Terms of one type that went and came, the likest first. */
function pairUp(
  lost: readonly ComparedTerm[],
  gained: readonly ComparedTerm[],
): readonly (readonly [ComparedTerm, ComparedTerm])[] {
  const free = new Set(gained);
  const pairs: (readonly [ComparedTerm, ComparedTerm])[] = [];
  for (const isLike of [isAlike, canFollow]) {
    for (const old of lost) {
      if (MANY.has(old.type) || pairs.some(([one]) => one === old)) continue;
      const next = [...free].find((one) => isLike(old, one));
      if (next === undefined) continue;
      free.delete(next);
      pairs.push([old, next]);
    }
  }
  return pairs;
}

/** A name on a product is another duty than a name of a model. */
function canFollow(old: ComparedTerm, next: ComparedTerm): boolean {
  return old.type !== "naming" || old.details?.as === next.details?.as;
}

function isAlike(old: ComparedTerm, next: ComparedTerm): boolean {
  return canFollow(old, next) && (old.value === next.value || old.details?.effect === next.details?.effect);
}

/** The same value on both sides: other details are a change, other words are none of a right. */
function compareGroups(
  before: readonly ComparedTerm[],
  after: readonly ComparedTerm[],
  sides: Sides,
): readonly TermChange[] {
  const equal = before.flatMap((old) =>
    after.filter((next) => hasSameDetails(old, next)).map((next) => [old, next] as const),
  );
  const [pair] = equal;
  if (pair === undefined) return [changed(before[0] as ComparedTerm, after[0] as ComparedTerm, sides)];
  const quotes = new Set(before.flatMap(({ quote }) => (quote === undefined ? [] : [wordsOf(quote)])));
  const isSaidAlike = after.some(({ quote }) => quote === undefined || isAmong(quotes, wordsOf(quote)));
  if (isSaidAlike || quotes.size === 0) return [];
  const [old, next] = equal.find(([one, other]) => one.quote !== undefined && other.quote !== undefined) ?? pair;
  return [complete({ change: "reworded", type: next.type, direction: "other", old, new: next }, sides)];
}

function hasSameDetails(old: ComparedTerm, next: ComparedTerm): boolean {
  return sharedDetails(old, next).every((name) => isEqualDetail(old, next, name));
}

/** A quote may begin or end elsewhere where lines are broken otherwise. */
function isAmong(quotes: ReadonlySet<string>, words: string): boolean {
  return [...quotes].some((quote) => quote.includes(words) || words.includes(quote));
}

function wordsOf(quote: string): string {
  return tokenize(quote).words.join(" ");
}

function changed(old: ComparedTerm, next: ComparedTerm, sides: Sides): TermChange {
  return complete({ change: "changed", type: next.type, direction: directionOfBoth(old, next), old, new: next }, sides);
}

function toOne(term: ComparedTerm, change: "gained" | "lost", sides: Sides): readonly TermChange[] {
  const other = change === "gained" ? sides.older : sides.newer;
  const isUnseen = term.quote === undefined && !other.isClosed;
  // What no rule found in one version of a text it need not find in the next.
  if (isUnseen && sides.isOneText) return [];
  const silence = silenceOf(term, other, sides.isOneText);
  const direction = isUnseen ? "other" : directionOfOne(term, change, silence);
  const side = change === "lost" ? { old: term } : { new: term };
  return [complete({ change, type: term.type, direction, silence, ...side }, sides)];
}

function silenceOf({ type }: ComparedTerm, other: SideTerms, isOneText: boolean): NonNullable<TermChange["silence"]> {
  // What a policy forbids is not repeated in the text that it is part of.
  const isBeside =
    type === "forbidden-use" && !other.isPolicyKnown && other.terms.some((term) => kindOf(term) === POLICY);
  if (isBeside) return "policy";
  if (other.isClosed) return "known";
  return isOneText ? "words" : "not-found";
}

function complete(change: Omit<TermChange, "message">, { older, newer }: Sides): TermChange {
  const names = { old: nameBeside(change.old, older), new: nameBeside(change.new, newer) };
  return { ...change, message: describeChange(change, names) };
}

/** The name that the same words demand to be displayed, for a threshold above which one has to be. */
function nameBeside(term: ComparedTerm | undefined, { terms }: SideTerms): string | undefined {
  if (term?.at === undefined || term.details?.effect !== "display") return undefined;
  const named = terms.find(
    ({ type, at, details }) => type === "naming" && details?.as === "display" && at?.start === term.at?.start,
  );
  return named && String(named.value);
}
