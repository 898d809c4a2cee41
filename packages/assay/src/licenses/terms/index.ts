/**
 * Terms that a text sets, read by rules from its own words, so that a licence nobody knows yields them too. What is found
 * is there with its quote; what is not found may be there all the same, and is never a permission.
 */

import { lineFinder } from "../../bytes/text.ts";
import type { Term } from "../../model/license.ts";
import { acceptanceRules } from "./acceptance.ts";
import { attributionRules } from "./attribution.ts";
import { changeRules } from "./change-and-revocation.ts";
import { commercialRules } from "./commercial.ts";
import { copyleftRules } from "./copyleft.ts";
import { fieldOfUseRules } from "./field-of-use.ts";
import { offsetOf } from "./flatten.ts";
import { guardrailRules } from "./guardrails.ts";
import { namingRules } from "./naming-display.ts";
import { outputRules } from "./outputs.ts";
import { passThroughRules } from "./pass-through.ts";
import { patentRules } from "./patents.ts";
import { permissionRules } from "./permissions.ts";
import { policyRules } from "./policy.ts";
import { preparePresearch } from "./presearch.ts";
import type { Finding, Place, Rule } from "./rule.ts";
import { type Clause, readClauses } from "./segments.ts";
import { serviceGateRules } from "./service-gates.ts";
import { terminationRules } from "./termination.ts";
import { territoryRules } from "./territory.ts";
import { thresholdRules } from "./thresholds.ts";

const RULES: readonly Rule[] = [
  ...commercialRules,
  ...thresholdRules,
  ...outputRules,
  ...territoryRules,
  ...fieldOfUseRules,
  ...namingRules,
  ...attributionRules,
  ...permissionRules,
  ...passThroughRules,
  ...copyleftRules,
  ...changeRules,
  ...policyRules,
  ...patentRules,
  ...terminationRules,
  ...guardrailRules,
  ...serviceGateRules,
  ...acceptanceRules,
];

const listCalled = preparePresearch(RULES);

/** A quote is a clause; a longer one is cut around the words that count, in UTF-16 units. */
const LONGEST_QUOTE = 400;

/** Terms of one type and value that are told; a text that repeats itself more often says nothing new. */
const MOST_ALIKE = 8;

/** Clauses after this many terms are not read: no agreement has a third of them. */
const MOST_TERMS = 1000;

interface Found extends Finding {
  readonly clause: Clause;
}

/**
 * Terms of a text in the order in which they stand; of a text longer than 1 MiB those of its first MiB.
 * Offsets are UTF-16 units of the text; lines count from 1. It never throws.
 */
export function readTerms(text: string): readonly Term[] {
  const found = settle(findAll(readClauses(text)));
  const lineOf = lineFinder(text);
  return found
    .map((one) => toTerm(text, one, lineOf))
    .sort((a, b) => a.at.start - b.at.start || compareText(a.type, b.type));
}

function findAll(clauses: readonly Clause[]): readonly Found[] {
  const found: Found[] = [];
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const [index, clause] of clauses.entries()) {
    for (const finding of findIn({ clause, clauses, index })) {
      const name = `${finding.type} ${finding.value}`;
      const count = counts.get(name) ?? 0;
      const here = `${clause.paragraph} ${name}`;
      if (count >= MOST_ALIKE || seen.has(here)) continue;
      seen.add(here);
      counts.set(name, count + 1);
      found.push({ ...finding, clause });
    }
    if (found.length >= MOST_TERMS) break;
  }
  return found;
}

function* findIn(place: Place): Generator<Finding> {
  for (const rule of listCalled(place.clause.words)) yield* rule.read(place);
}

/** A grant for non-commercial purposes is no ban beside another that is for commercial ones; one without a limit is none beside a limit, and one behind a gate is not open. */
function settle(found: readonly Found[]): readonly Found[] {
  const said = found.filter(({ unless }) => unless === undefined);
  const types = new Set(said.map(({ type }) => type));
  const isGated = said.some(({ type, value }) => type === "commercial-use" && typeof value === "string");
  const given = new Set(said.filter(({ value }) => value !== false).map(({ type }) => type));
  const kept = found.filter(({ type, value }) => !(isGated && type === "commercial-use" && value === true));
  return kept.filter(
    ({ isWeak, type, unless = [] }) => !(isWeak && given.has(type)) && !unless.some((one) => types.has(one)),
  );
}

function toTerm(
  text: string,
  { clause, type, value, details, from, to }: Found,
  lineOf: (offset: number) => number,
): Term {
  const [first, last] = quoteAround(clause.words, from, to);
  const start = offsetOf(clause.origins, clause.from + first);
  const end = offsetOf(clause.origins, clause.from + last - 1) + 1;
  return {
    type,
    value,
    quote: text.slice(start, end),
    at: { start, end, line: lineOf(start) },
    ...(clause.section === "" ? {} : { clause: clause.section }),
    ...(details ? { details } : {}),
  };
}

/** The clause, or as much of it around the words as a quote may be long, from blank to blank. */
function quoteAround(words: string, from: number, to: number): readonly [number, number] {
  const end = words.trimEnd().length;
  if (end <= LONGEST_QUOTE) return [0, end];
  const length = Math.min(Math.max(to - from, LONGEST_QUOTE), LONGEST_QUOTE);
  const room = Math.max(0, LONGEST_QUOTE - (to - from));
  const start = Math.max(0, Math.min(from - Math.floor(room / 2), end - length));
  const first = start === 0 ? 0 : Math.min(from, words.indexOf(" ", start) + 1);
  const stop = Math.min(end, first + length);
  const last = stop === end ? end : Math.max(words.lastIndexOf(" ", stop), first + 1);
  return [first, last];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
