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
  const tally = new Tally();
  for (const known of texts) compare(known, tally);
  return tally.finish();
}

/** Counts in the making. */
class Tally {
  readonly #types = new Map<string, Score>();
  readonly #details = new Map<string, Score>();
  readonly #all = scoreOf("all");
  readonly #permissions = scoreOf("permissions");
  readonly #differences: Difference[] = [];

  count(name: string, what: "right" | "missed" | "wrong"): void {
    const type = name.split(" ")[0] ?? "";
    const scores = [scoreIn(this.#types, type), this.#all, ...(PERMISSIONS.has(name) ? [this.#permissions] : [])];
    for (const score of scores) score[what] += 1;
  }

  countDetail(name: string, what: "right" | "missed" | "wrong"): void {
    scoreIn(this.#details, name)[what] += 1;
  }

  tell(difference: Difference): void {
    this.#differences.push(difference);
  }

  finish(): Measured {
    const ofName = (a: Score, b: Score): number => (a.type < b.type ? -1 : 1);
    return {
      types: [...this.#types.values()].sort(ofName),
      details: [...this.#details.values()].sort(ofName),
      all: this.#all,
      permissions: this.#permissions,
      differences: this.#differences,
    };
  }
}

function compare({ id, path, text, terms }: KnownText, tally: Tally): void {
  const read = byName(readTerms(text));
  const said = byName(terms);
  const tell = (what: Difference["what"], term: string, at: string): void => tally.tell({ id, path, what, term, at });
  for (const [name, known] of said) {
    const found = read.get(name);
    tally.count(name, found ? "right" : "missed");
    if (found === undefined) {
      tell("missed", name, known.map(({ clause }) => clause).join("; "));
      continue;
    }
    for (const [key, what, at] of compareDetails(known, found)) {
      tally.countDetail(`${known[0]?.type} ${key}`, what);
      if (what !== "right") tell("details", `${name} ${key}`, at);
    }
  }
  for (const [name, found] of [...read].filter(([name]) => !said.has(name))) {
    tally.count(name, "wrong");
    tell("wrong", name, found.map(({ at, quote }) => `${at.line} «${quote.replace(/\s+/g, " ")}»`).join(" "));
  }
}

/** A detail is right where any term that was read has what is known. */
function* compareDetails(
  said: readonly Said[],
  found: readonly Said[],
): Generator<readonly [key: string, what: "right" | "missed" | "wrong", at: string]> {
  for (const key of DETAILS[said[0]?.type ?? ""] ?? []) {
    const known = said.map(({ details }) => details?.[key]).filter((one) => one !== undefined);
    const read = found.map(({ details }) => details?.[key]).filter((one) => one !== undefined);
    const at = `known ${known.join(", ")} · read ${read.join(", ")}`;
    if (known.some((one) => read.includes(one))) yield [key, "right", at];
    else if (known.length > 0) yield [key, "missed", at];
    else if (read.length > 0) yield [key, "wrong", at];
  }
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
