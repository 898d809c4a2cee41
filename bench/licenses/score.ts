/** How answers are counted against the gold. */

import { canonicalId } from "./equivalents.ts";
import type { Answer, Answers, GoldRow } from "./gold.ts";
import { NO_LICENCE_KEYS } from "./readings.ts";

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly total: number;
}

/** Middle and 95th percentile of the time per file, in ms; NaN where no file was timed. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Rows that an answer names rightly: each licence of the gold and no other. No answer is an answer of none. */
export function scoreTop1(rows: readonly GoldRow[], answers: Answers): Share {
  return { count: rows.filter((row) => isRight(row, answers.get(row.path))).length, total: rows.length };
}

/** Altered texts that were given a clean name; of a text with a name of its own, another name than that. */
export function cleanOnAltered(rows: readonly GoldRow[], answers: Answers): Share {
  const altered = rows.filter(({ change }) => change === "altered" || change === "own");
  return { count: altered.filter((row) => isFooled(row, answers.get(row.path))).length, total: altered.length };
}

/** Texts of which the form alone was changed, and that were not given their clean name. */
export function uncleanOnFormat(rows: readonly GoldRow[], answers: Answers): Share {
  const harmless = rows.filter(({ change }) => change === "format");
  const isKept = (row: GoldRow): boolean => isClean(answers.get(row.path)) && isRight(row, answers.get(row.path));
  return { count: harmless.filter((row) => !isKept(row)).length, total: harmless.length };
}

/** Times of the rows that were timed. */
export function timesOf(rows: readonly GoldRow[], answers: Answers): Times {
  const times = rows.flatMap(({ path }) => answers.get(path)?.ms ?? []).filter((ms) => !Number.isNaN(ms));
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/**
 * Whether the answer names each licence of the gold and no other. How they stand to each other is not compared: a licence and
 * its exception are two names, with WITH between them or without.
 */
export function isRight({ expected, compare }: GoldRow, answer: Answer | undefined): boolean {
  const split = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => canonicalId(id, compare).split(" with "));
  const named = new Set(split(idsOf(answer)));
  const wanted = new Set(split(expected));
  return named.size === wanted.size && [...wanted].every((id) => named.has(id));
}

function isFooled(row: GoldRow, answer: Answer | undefined): boolean {
  return isClean(answer) && !(row.change === "own" && isRight(row, answer));
}

/** A clean name is one name: a tool that adds another says that the text is not that licence alone. */
function isClean(answer: Answer | undefined): boolean {
  return answer?.clean === true && allIdsOf(answer).length === 1;
}

/** The licences that an answer names, without words for something unnamed, which no gold here counts. */
function idsOf(answer: Answer | undefined): readonly string[] {
  return allIdsOf(answer).filter((id) => !NO_LICENCE_KEYS.has(id.replace(/^LicenseRef-scancode-/, "")));
}

function allIdsOf(answer: Answer | undefined): readonly string[] {
  const ids = (answer?.id ?? "").split(/ AND | OR /).map((id) => id.replaceAll(/[()]/g, "").trim());
  return [...new Set(ids)].filter((id) => id !== "");
}
