/** Sentences that disclose something, or say that they do not. */

import { type Page, type Statement, sectionAt } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { isOfOthers } from "../sections/others.ts";
import { isPromise } from "../shared/prose.ts";
import { listDenied } from "./denials.ts";
import type { Disclosure } from "./disclosure.ts";
import { isOfAnother, namesOnlyOthers, type OwnNames } from "./own.ts";
import type { Phrase } from "./phrase.ts";
import { COMPUTE } from "./phrases/compute.ts";
import { DATA } from "./phrases/data.ts";
import { EVALUATION } from "./phrases/evaluation.ts";
import { SIZE } from "./phrases/size.ts";
import { TRAINING } from "./phrases/training.ts";
import { USE } from "./phrases/use.ts";
import { VERSIONS } from "./phrases/versions.ts";

const PHRASES: readonly Phrase[] = [...DATA, ...COMPUTE, ...USE, ...TRAINING, ...SIZE, ...EVALUATION, ...VERSIONS];

/** What is looked at of one sentence, in UTF-16 units; the longest that people write have 1,000. */
const LONGEST = 2_000;

/** Sections in which a release speaks of others, or to those who cite it. */
const NOT_OF_IT: ReadonlySet<SectionKind> = new Set(["license", "citation"]);

/** How far before what is said words change what it is about, in UTF-16 units. */
const NEAR = 100;
const AFTER = 20;

/** What is to come is no disclosure. */
const TO_COME =
  /\b(?:will|shall|plan(?:s|ned|ning)? (?:to|on)|intends? to|going to|hope to|aims? to)\b[^.]{0,40}\b(?:describ|document|releas|publish|report|shar|disclos|provid|add|list|updat|train|evaluat|conduct|perform)|\b(?:coming )?soon\b|\bin the (?:near |coming )?future\b|即将/i;

/** A word of denial shortly before what is said. */
const DENIED_BEFORE =
  /(?:\b(?:not|never|neither|nor|no|without|cannot|nicht|keine?r?|niet|geen|sans|aucune?|sin|ningun[oa]?)\b|n't|没有|不)[^.,;:|]{0,60}$/i;

/** What the sentences of a page disclose. */
export function* readSentences(page: Page, own: OwnNames): Generator<Disclosure> {
  for (const statement of page.statements) {
    const { kind, titles } = sectionAt(page, statement.line);
    if (NOT_OF_IT.has(kind) || isOfOthers(titles) || titles.some((title) => namesOnlyOthers(title, own))) continue;
    yield* readStatement({ page, statement, kind, own, title: titles.at(-1) ?? "" });
  }
}

interface Said {
  readonly page: Page;
  readonly statement: Statement;
  readonly kind: SectionKind;
  readonly own: OwnNames;
  readonly title: string;
}

/** Titles under which a date stands alone. */
const DATED = /^\W*(?:model )?(?:release )?dates?\W*$/i;

/** A heading says nothing, and what stands in the signs of code is shown and not said. */
const NOT_SAID = /^\s*(?:#|(?:`[^`]{1,2000}`\s*){1,6}$|(?:<[^<>]{0,200}>\s*){0,3}<h[1-6]\b)/i;

function* readStatement(said: Said): Generator<Disclosure> {
  const { page, statement, own, title } = said;
  if (NOT_SAID.test(statement.words)) return;
  const flat = flatten(statement.words);
  const words = DATED.test(title) ? `Release date: ${flat}` : flat;
  const told = { page, line: statement.line, from: statement.from, words: statement.words };
  if (!namesOnlyOthers(words, own)) for (const claim of listDenied(words)) yield { ...told, claim, isDenied: true };
  if (isPromise(words) || TO_COME.test(words)) return;
  const isTotal = /\b(?:total|cumulative|in all|altogether|full training)\b/i.test(words);
  for (const { claim, value } of readPhrases(said, words))
    yield { ...told, claim, isDenied: false, ...(value === true ? {} : { value }), isTotal };
}

/** News are of versions and of others: only their dates are told there. */
const OF_NEWS = "release-date.stated";

/** Sections on the use of a model: what they say of data and training is advice. */
const OF_USE: ReadonlySet<SectionKind> = new Set(["usage", "intended-use", "out-of-scope-use"]);

function isAdvice({ claim }: Phrase, kind: SectionKind): boolean {
  return OF_USE.has(kind) && /^(?:data-|training-|hyperparameters)/.test(claim);
}

function* readPhrases({ kind, own }: Said, words: string): Generator<{ claim: string; value: number | string | true }> {
  for (const phrase of PHRASES) {
    if ((kind === "changelog" && phrase.claim !== OF_NEWS) || isAdvice(phrase, kind) || !isInPlace(phrase, words, kind))
      continue;
    for (const value of readAll(phrase, words, own)) yield { claim: phrase.claim, value };
  }
}

function isInPlace({ says, near, under, unless }: Phrase, words: string, kind: SectionKind): boolean {
  // Unlike a test, a search leaves a global pattern as it was.
  if (words.search(says) < 0 || unless?.test(words) === true) return false;
  if (near === undefined && under === undefined) return true;
  return near?.test(words) === true || under?.has(kind) === true;
}

function readAll(
  { says, read, unlessNear, isNegative, isOfAnybody }: Phrase,
  words: string,
  own: OwnNames,
): readonly (number | string | true)[] {
  const matches = says.global ? [...words.matchAll(says)] : [says.exec(words)].filter((match) => match !== null);
  const counted = matches.filter(({ index, 0: match }) => {
    if (unlessNear?.test(words.slice(Math.max(0, index - NEAR), index + match.length + AFTER)) === true) return false;
    if (isOfAnybody !== true && isOfAnother(words, index, own)) return false;
    return isNegative === true || !DENIED_BEFORE.test(words.slice(Math.max(0, index - 80), index));
  });
  return counted.flatMap((match) => {
    const value = read === undefined ? true : read(match);
    return value === undefined ? [] : [value];
  });
}

/** Without marks of emphasis, addresses and line breaks. */
function flatten(words: string): string {
  return words
    .slice(0, LONGEST)
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,500}\)/g, "$1")
    .replace(/<[^<>]{0,300}>|[*`\\]/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
