/** What the reader of terms finds in a text, beside what the text is known to say. */

import { readTerms } from "../../src/licenses/terms/index.ts";
import type { Term } from "../../src/model/license.ts";
import type { KnownText } from "./known-texts.ts";

/** How often a type was rightly read, missed, and read where it is not said. */
export interface Score {
  readonly type: string;
  right: number;
  missed: number;
  wrong: number;
}

/** One difference between a text's terms as read and as known. */
export interface Difference {
  readonly id: string;
  readonly path: string;
  readonly what: "missed" | "wrong" | "details";
  readonly term: string;
  /** The clause that is known, or the line and the words that were read. */
  readonly at: string;
}

/** Scores by type, of all types together and of the permissions that nobody may be given by mistake. */
export interface Measured {
  readonly types: readonly Score[];
  readonly all: Score;
  readonly permissions: Score;
  readonly details: readonly Score[];
  readonly differences: readonly Difference[];
}

/** What a user would act on: wrong here is worse than missed. */
const PERMISSIONS = new Set([
  "commercial-use true",
  "modification true",
  "redistribution true",
  "sublicensing true",
  "outputs-may-train-others true",
  "outputs-commercial-use true",
  "outputs-restricted false",
]);

/** Details that change an answer, by type. */
const DETAILS: Readonly<Record<string, readonly string[]>> = {
  "user-threshold": ["metric", "comparison", "window", "whose", "testDate", "effect"],
  "visit-threshold": ["metric", "comparison", "window", "whose", "testDate", "effect"],
  "revenue-threshold": ["currency", "comparison", "window", "whose", "effect"],
  "territory-excluded": ["scope"],
  naming: ["as"],
  "outputs-may-train-others": ["except", "name"],
  "terms-may-change": ["of"],
  "ends-on-breach": ["cureDays"],
};

type Said = Pick<Term, "type" | "value" | "details">;

/** Holds the reader against texts whose terms are known; each type and value counts once in a text. */
export function measure(texts: readonly KnownText[]): Measured {
  const types = new Map<string, Score>();
  const details = new Map<string, Score>();
  const all = scoreOf("all");
  const permissions = scoreOf("permissions");
  const differences: Difference[] = [];
  for (const known of texts) {
    const read = byName(readTerms(known.text));
    const said = byName(known.terms);
    const count = (name: string, what: "right" | "missed" | "wrong"): void => {
      const type = name.split(" ")[0] ?? "";
      const scores = [scoreIn(types, type), all, ...(PERMISSIONS.has(name) ? [permissions] : [])];
      for (const score of scores) score[what] += 1;
    };
    const tell = (what: Difference["what"], term: string, at: string): void => {
      differences.push({ id: known.id, path: known.path, what, term, at });
    };
    for (const [name, terms] of said) {
      const found = read.get(name);
      count(name, found ? "right" : "missed");
      if (!found) tell("missed", name, terms.map(({ clause }) => clause).join("; "));
      else countDetails(details, terms, found, (key, at) => tell("details", `${name} ${key}`, at));
    }
    for (const [name, terms] of read) {
      if (said.has(name)) continue;
      count(name, "wrong");
      tell("wrong", name, terms.map(({ at, quote }) => `${at.line} «${quote.replace(/\s+/g, " ")}»`).join(" "));
    }
  }
  const ofName = (a: Score, b: Score): number => (a.type < b.type ? -1 : 1);
  const sorted = (scores: Map<string, Score>): readonly Score[] => [...scores.values()].sort(ofName);
  return { types: sorted(types), all, permissions, details: sorted(details), differences };
}

/** The share of what was read that is known; 1 where nothing was read. */
export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** The share of what is known that was read; 1 where nothing is known. */
export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

function scoreOf(type: string): Score {
  return { type, right: 0, missed: 0, wrong: 0 };
}

function scoreIn(scores: Map<string, Score>, type: string): Score {
  const score = scores.get(type) ?? scoreOf(type);
  scores.set(type, score);
  return score;
}

/** Terms by type and value; names and addresses differ in case and at their ends alone. */
function byName<T extends Said>(terms: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const named = terms.map((term) => [`${term.type} ${plain(term)}`, term] as const);
  return new Map(named.map(([name]) => [name, named.filter((one) => one[0] === name).map(([, term]) => term)]));
}

function plain({ type, value }: Said): string {
  const words = String(value);
  if (!/^(?:naming|policy-by-)/.test(type)) return words;
  return words
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[\s./]+$/, "");
}

/** A detail is right where any term that was read has what is known. */
function countDetails(
  scores: Map<string, Score>,
  said: readonly Said[],
  found: readonly Said[],
  tell: (key: string, at: string) => void,
): void {
  const type = said[0]?.type ?? "";
  for (const key of DETAILS[type] ?? []) {
    const known = said.map(({ details }) => details?.[key]).filter((one) => one !== undefined);
    const read = found.map(({ details }) => details?.[key]).filter((one) => one !== undefined);
    const score = scoreIn(scores, `${type} ${key}`);
    if (known.length === 0) score.wrong += read.length > 0 ? 1 : 0;
    else score[known.some((one) => read.includes(one)) ? "right" : "missed"] += 1;
    if (known.length === 0 ? read.length > 0 : !known.some((one) => read.includes(one))) {
      tell(key, `known ${known.join(", ")} · read ${read.join(", ")}`);
    }
  }
}
