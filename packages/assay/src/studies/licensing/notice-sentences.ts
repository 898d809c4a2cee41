/**
 * Sentences of a notice (NOTICE of the Apache License, section 4(d)) that set terms for the release. A notice attributes: it
 * names others, their licences and their texts, and those govern their parts. What it says of the model itself, and a
 * restriction of use wherever it stands, are terms beside the licence.
 */

import { readTerms } from "../../licenses/terms/index.ts";
import type { Term } from "../../model/license.ts";
import { findMention, type Mention, namesRestriction } from "./mentions.ts";
import { hasDemand, isRestrictive } from "./restrictions.ts";

/** A sentence that sets terms. */
export interface NoticeSentence {
  readonly start: number;
  readonly end: number;
  /** White space as one blank. */
  readonly words: string;
  readonly mention: Mention | null;
  /** Terms that restrict, where they are surely about the release. */
  readonly terms: readonly Term[];
}

/** Longer sentences are parted, in UTF-16 units: of lists without stops there is no end. */
const LONGEST_SENTENCE = 2000;

/** What ends a sentence: a stop, a blank line, the next item of a list. */
const BOUNDARY = /(?<=[.;!?。；])\s+|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•=#]|\d{1,3}[.)][ \t]))/g;

/** The release, as its own notice calls it; what a notice of software calls itself, the notices of others do too. */
const OWN =
  /\b(?:this|these|our|the|its) (?:[\w.-]+ ){0,3}(?:models?|weights?|checkpoints?|parameters)\b|本模型|模型权重/i;

/** What leads into terms that were added. */
const ADDED = /^(?:[\w.-]+ )?(?:additional|special|further) (?:terms|restrictions?|conditions|requirements)\b/i;

/** What leads into the notices and the texts of others. */
const OF_OTHERS =
  /\bthird[- ]part(?:y|ies)\b|\b(?:includes?|contains?|incorporates?|bundles?|uses|redistributes?)\b.{0,80}\b(?:software|code|components?|librar(?:y|ies)|files?|fonts?|materials?|portions?|works?|data)\b|\bfollowing\b.{0,60}\b(?:components?|librar(?:y|ies)|software|packages?|dependenc(?:y|ies)|notices?|licen[cs]es?)\b|\b(?:dependenc(?:y|ies)|bundled|sub-?components?)\b|\b(?:based on|derived from|adapted from|ported from|portions? of|copied from|taken from)\b|\bfiles?\b.{0,40}\bincluded\b|^(?:gnu|mozilla|eclipse) (?:\w+ ){0,2}public licen[cs]e\b|^creative commons legal code\b/i;

/** What whole texts of licences have, which demand this and that of their own parts. */
const A_TEXT =
  /\bredistribution and use\b|\bpermission\b[\s\S]{0,120}?\bgranted\b|\bgrants? (?:permission|you)\b|\bterms and conditions (?:for|of) (?:use|copying)\b|\b(?:shall )?means? (?:the|any|each|an?)\b|\bpublic licen[cs]e\b|\bno (?:express )?warrant(?:y|ies)\b|\bwarrant(?:y|ies) of any kind\b|\baltered (?:source )?versions\b/i;

/** Words by which nothing is given, whatever texts stand around them. */
const CLOSED = /\bmay only be used\b|\bproprietary (?:and confidential|(?:software|models?|property) of)\b/i;

/** Permissions for either kind of use, and of what may be left out: they restrict nobody. */
const OPEN_USE =
  /\bcommercial(?:ly)?(?: use)?(?: or|,? and|\/|,? and\/or) ?non-?\s?commercial(?:ly)?|\bnon-?\s?commercial(?:ly)?(?: use)?(?: or|,? and|\/|,? and\/or) ?commercial(?:ly)?|\bexplicitly includes? commercial use\b|\bwithout (?:\w+ ){0,2}?(?:fees?|charge|restrictions?|limitations?|modifications?|warrant(?:y|ies))\b/gi;

/** Types of terms on what one may do with a work at all; others stand in the texts of every other component. */
const OF_USE =
  /^(?:commercial-use|research-only|(?:user|visit|revenue)-threshold|territory-excluded|service-gate|forbidden-use)$/;

const PERMISSIVE = ["Apache-2.0", "MIT", "BSD-3-Clause", "CC-BY-4.0", "CC0-1.0", "ODC-By-1.0"];
const SHARE_ALIKE = ["GPL-3.0-only", "LGPL-3.0-only", "AGPL-3.0-only", "MPL-2.0", "CC-BY-SA-4.0"];

/** Names of kinds of licences that permissive ones go by too, and words of every notice. */
const NO_NAME = /^(?:(?:model|licen[cs]e) agreement|proprietary|modified .*)$/i;

/** Sentences of a notice that set terms, in their order. Time is linear in its length. */
export function* readNoticeSentences(content: string): Generator<NoticeSentence> {
  const terms = readTerms(content).filter(isRestrictive);
  const holdsText = A_TEXT.test(content);
  let isOfOthers = false;
  let next = 0;
  for (const { start, end } of listSentences(content)) {
    const words = content
      .slice(start, end)
      .replace(/[\s#>*|]+/g, " ")
      .trim();
    const isOwn = OWN.test(words) || ADDED.test(words);
    isOfOthers = !ADDED.test(words) && (isOfOthers || OF_OTHERS.test(words));
    while ((terms[next]?.at.start ?? end) < start) next += 1;
    const from = next;
    while ((terms[next]?.at.start ?? end) < end) next += 1;
    const found = judge(words, terms.slice(from, next), { isOwn, isOfOthers, holdsText });
    if (found !== null) yield { start, end, words, ...found };
  }
}

function* listSentences(content: string): Generator<{ readonly start: number; readonly end: number }> {
  let from = 0;
  for (const { index, 0: gap } of content.matchAll(BOUNDARY)) {
    yield* part(from, index);
    from = index + gap.length;
  }
  yield* part(from, content.length);
}

function* part(from: number, to: number): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = from; start < to; start += LONGEST_SENTENCE)
    yield { start, end: Math.min(to, start + LONGEST_SENTENCE) };
}

interface Standing {
  readonly isOwn: boolean;
  readonly isOfOthers: boolean;
  readonly holdsText: boolean;
}

function judge(
  words: string,
  terms: readonly Term[],
  standing: Standing,
): Pick<NoticeSentence, "mention" | "terms"> | null {
  const { isOwn, isOfOthers, holdsText } = standing;
  const named = findMention(words.replace(OPEN_USE, "any"));
  const mention =
    named !== null && counts(named, words, { ...standing, isRead: terms.some(forbidsUse) }) ? named : null;
  const own = isOwn ? terms : terms.filter(({ type }) => !isOfOthers && OF_USE.test(type));
  const isAbout = isOwn || (!isOfOthers && (!holdsText || CLOSED.test(words)));
  const demands = isAbout && hasDemand(words) && !IS_APACHE.test(words);
  return mention !== null || own.length > 0 || demands ? { mention, terms: own } : null;
}

function forbidsUse({ type, value }: Term): boolean {
  return type === "research-only" || (type === "commercial-use" && value !== true);
}

/** Sentences of the Apache License's own notice, about whatever it stands in. */
const IS_APACHE = /\bexcept in compliance with the licen[cs]e\b|\bunless required by applicable law\b/i;

interface Asked extends Standing {
  /** The rules read in it that a use is forbidden. */
  readonly isRead: boolean;
}

function counts({ words, agreesWith }: Mention, sentence: string, { isOwn, isOfOthers, isRead }: Asked): boolean {
  if (namesRestriction(words)) return isOwn || !isOfOthers || isRead;
  if (PERMISSIVE.some((id) => agreesWith.test(id))) return false;
  if (SHARE_ALIKE.some((id) => agreesWith.test(id))) return isOwn && !OF_OTHERS.test(sentence);
  return isOwn || !NO_NAME.test(words);
}
