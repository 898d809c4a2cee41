/**
 * What cards say of licences in prose. English, by words: too little to settle anything, and enough to doubt a tag that
 * a sentence contradicts. Each sentence counts for what it speaks of: weights, code, data; where it does not say,
 * for weights.
 */

import type { Heading, Text } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { readCard } from "../card/index.ts";
import { noteFile, type Remark } from "../shared/noting.ts";
import { flattenName } from "../shared/own-names.ts";
import { listCards } from "./card-tags.ts";
import { readPresent } from "./license-changes.ts";
import { findMention, isRestricted, type Mention, RESTRICTED } from "./mentions.ts";
import { isLikeModelName, splitNames } from "./model-names.ts";
import { findLine, type Line, listLines, listParagraphs, type Sentence, splitSentences } from "./sentences.ts";
import { folderOf, governsBy, type LicenseSource, type Scope } from "./sources.ts";
import { findUseRestriction } from "./use-restrictions.ts";

/** Sentences that count of one card; of the rest those that name something else than all before. */
const MOST_MENTIONS = 32;

/** Headings of sections on licences and terms. */
export const LICENSE_HEADING: RegExp = /\b(?:licen[cs](?:es?|ing)|terms|legal|usage rights)\b/i;
const LICENSE_WORD =
  /\b(?:re-?)?licen[cs](?:es?|ed|ing)\b|\b(?:released|distributed|available|published|governed|provided|is|are|is now|are now) under\b/i;
const RESTRICTION = /\bnon-?\s?commercial|\bcommercial|\bresearch(?:\s\w+)?\sonly|\bCC[- ]?BY[- ]?N[CD]\b/i;

const SUBJECTS: readonly (readonly [Scope, RegExp])[] = [
  ["weights", /\b(?:weights?|checkpoints?|models?|parameters)\b/i],
  ["code", /\b(?:code|codebase|source|software|scripts?|library)\b/i],
  ["data", /\b(?:data|datasets?|corpus|corpora)\b/i],
  // A repository of code is code.
  ["all", /(?<!\bcode )\b(?:repository|repo)\b|\b(?:project|release|everything)\b/i],
];

/** Whether what a line of a card says is told of single models. */
export type IsTold = (artifact: Pick<Artifact, "origin" | "path">, line: number) => boolean;

interface Asked {
  readonly text: Text;
  readonly isTold: IsTold;
}

/** Sentences of the cards that name a licence or a restriction, with what they speak of. */
export async function readProse(bench: Workbench, isTold: IsTold): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const artifact of listCards(bench).flatMap(({ kept }) => kept)) {
    const text = await bench.text(artifact);
    if (!text.ok) continue;
    for (const said of await findSaid(bench, artifact, { text: text.value, isTold })) {
      sources.push(...(await describe(bench, artifact, { ...said, text: text.value })));
    }
  }
  return sources;
}

/** What a sentence says, and what it speaks of. */
interface Spoken {
  readonly scopes: readonly Scope[];
  readonly mention: Mention;
}

/** A sentence that says something, with its line. */
interface Said extends Spoken {
  readonly line: Line;
}

async function findSaid(bench: Workbench, artifact: Artifact, { text, isTold }: Asked): Promise<readonly Said[]> {
  const { content } = text;
  const headings = (await readCard(bench, artifact))?.document.headings ?? [];
  const isAboutTerms = followSections(headings, LICENSE_HEADING);
  const isAside = followSections(headings, ASIDE_HEADING);
  const found: Said[] = [];
  const named = new Set<string>();
  for (const lines of listParagraphs(listLines(content, bodyOf(content)), (line) => isTold(artifact, line.number))) {
    const { number } = lines[0];
    for (const said of readParagraph(lines, { isInside: isAboutTerms(number), isAside: isAside(number) })) {
      const key = `${said.mention.agreesWith.source} ${said.scopes.join()}`;
      if (found.length < MOST_MENTIONS || !named.has(key)) found.push(said);
      named.add(key);
    }
  }
  return found;
}

/** A heading that only says what its section is about: "## License Agreement" names no agreement. */
const BARE_HEADING = /^[ \t]{0,3}#{1,6}[^\p{L}\n]{0,20}(?:the )?licen[cs]e(?: agreement)?[^\p{L}\n]{0,20}$/iu;

/** Headings of sections that speak of others' work, or of data. */
export const ASIDE_HEADING: RegExp =
  /^(?!.*\b(?:models?|weights|use|usage|limitations?|licen[cs]\w*)\b).*\b(?:data|datasets?|corpus|corpora|benchmarks?|related work|acknowledge?ments?)\b/i;

interface Section {
  /** Whether it is on licences. */
  readonly isInside: boolean;
  /** Whether it is on something else than the model. */
  readonly isAside: boolean;
}

function readParagraph(lines: readonly [Line, ...Line[]], section: Section): readonly Said[] {
  if (BARE_HEADING.test(lines[0].words)) return [];
  const words = lines.map((line) => line.words.trim()).join(" ");
  return splitSentences(words.replace(BADGE, keepBadge)).flatMap((sentence) =>
    readSentence(sentence, section).map((said) => ({ line: findLine(lines, said.mention.words), ...said })),
  );
}

const BADGE = /!\[([^\]\n]{0,200})\]\(([^)\n]{0,500}\bbadge\b[^)\n]{0,500})\)/g;

/** A badge whose picture shows another licence than its words name was left behind by a change. */
function keepBadge(badge: string, words: string, address: string): string {
  const named = flattenName(findMention(words)?.words ?? "");
  return flattenName(decode(address)).includes(named) ? badge : "";
}

function decode(address: string): string {
  return address.replace(/%20|_/g, " ");
}

function readSentence(sentence: Sentence, section: Section): readonly Spoken[] {
  const named = readClauses(sentence, section);
  const isLimited = named.some(({ mention, scopes }) => isRestricted(mention) && scopes.includes("weights"));
  return isLimited || section.isAside ? named : [...named, ...readRestrictions(sentence)];
}

function readClauses(sentence: Sentence, { isInside }: Section): readonly Spoken[] {
  return sentence.map(readPresent).flatMap((clause) => {
    const mention = findMention(clause);
    const scopes = listScopes(clause);
    // Whom it leaves out is told of each model.
    if (mention === null || isExcepting(clause) || !(isInside || isAboutLicense(clause, scopes))) return [];
    return [{ mention, scopes: scopes.length === 0 ? ["weights" as const] : scopes }];
  });
}

/** Restrictions of use that a sentence states; a clause that does not say of what speaks of what the clause before does. */
function readRestrictions(sentence: Sentence): readonly Spoken[] {
  const found: Spoken[] = [];
  let before: readonly Scope[] = [];
  for (const clause of sentence.length === 1 ? sentence : [...sentence, sentence.join(", ")]) {
    const scopes = listScopes(clause.replace(SOURCE_OF_MODEL, " "));
    before = scopes.length === 0 ? before : scopes;
    const mention = found.length > 0 || OTHER_SUBJECT.test(clause) ? null : findLimit(readPresent(clause));
    if (mention !== null && isOfWeights(before, clause)) found.push({ mention, scopes: ["weights"] });
  }
  return found;
}

/** Words that state a licence: "Owl is released under X", "License: X". */
const STATES =
  /(?:\b(?:released|licen[cs]ed|available|distributed|published|governed|provided|is|are)\b[^.;:]{0,40} under\b|^\W*(?:the |model )?licen[cs]e\b)(.*)/i;

/** "License: X" in a list of facts, or a row of a table. */
const LABEL = /^\W*(?:the |model )?licen[cs]es?\b(?: s)? ?[:：=]? ?(.{1,80})$/i;
/** Licences by names that are used only for them where nothing but a name stands; an address is none. */
const SHORT_NAMES =
  /\b(?:tongyi[- ]qianwen|qwen (?:research|licen[cs]e)|TII|nvidia open model|MNPL|MRL|health ai developer|commercial licen[cs]e|BUSL|BSL[- ]1\.1|business source|all rights reserved)\b/i;
const SHARE_ALIKE = /^\^(?:AGPL|LGPL|GPL|MPL|CC-BY-SA)/;

/** What a label says of a licence that asks for more than a permissive one. */
function readLabel(clause: string): Mention | null {
  const [, words = ""] = LABEL.exec(clause.replace(/https?:\S*/g, " ").trim()) ?? [];
  const [name] = SHORT_NAMES.exec(words) ?? [];
  if (name !== undefined) return { words: name, agreesWith: RESTRICTED };
  const mention = findMention(words);
  const counts = mention !== null && (isRestricted(mention) || SHARE_ALIKE.test(mention.agreesWith.source));
  return counts ? mention : null;
}

/** A restriction in words, or a licence by name that is one. */
function findLimit(clause: string): Mention | null {
  const label = readLabel(clause);
  if (label !== null) return label;
  const restriction = findUseRestriction(clause);
  const [, stated] = restriction === null ? (STATES.exec(clause) ?? []) : [];
  const mention = stated === undefined ? null : findMention(stated);
  return mention !== null && mention.isRestriction === undefined && isRestricted(mention) ? mention : restriction;
}

/** What a model was made from is not what a sentence on the model is about. */
const SOURCE_OF_MODEL =
  /\b(?:trained|tuned|built|based|evaluated|derived|learned)\b[^.;,]{0,20} (?:on|from|with|using|upon) (?:[^\s,;]+ ){0,6}?(?:data|datasets?|corpus|corpora|code|codebase)\b/gi;

/** Sentences about something else that is published beside a model. */
const OTHER_SUBJECT =
  /^\W*(?:(?:the|this|these|all|our|its|online) ){0,2}(?!(?:generated|resulting|produced|output)\b)(?:[\w-]+ ){0,2}?(?:demos?|apis?|services?|web ?sites?|images?|photos?|videos?|logos?|trademarks?|fonts?|articles?|papers?|books?|annotations?|benchmarks?|screenshots?|recordings?)\b/i;

/** Whether a sentence sets terms for the model, or may: it asks nothing, and speaks of nothing else. */
export function isOnModel(sentence: string): boolean {
  const scopes = listScopes(sentence.replace(SOURCE_OF_MODEL, " "));
  return !/\? ?$/.test(sentence) && !OTHER_SUBJECT.test(sentence) && isOfWeights(scopes, sentence);
}

/** Whether what a restriction speaks of is, or may be, the model: all of a release, or software and nothing nearer. */
function isOfWeights(scopes: readonly Scope[], clause: string): boolean {
  if (scopes.length === 0 || scopes.includes("weights") || scopes.includes("all")) return true;
  return (
    !scopes.includes("data") && /\bsoftware\b/i.test(clause) && !/\b(?:code|codebase|source|scripts?)\b/i.test(clause)
  );
}

/** "except for the 3B and 72B variants", "other than owl-7b": whom a sentence leaves out. */
const EXCEPT =
  /\b(?:except(?:ing)?(?: for)?|with the exception of|other than|apart from) (?:the |our )?([\w.][^;:]{0,119}?)(?=,? (?:models?|variants?|versions?|sizes?|which|are|is|under)\b|, (?:all|our|the)\b|[.;:]? ?$)/i;

/** What a sentence says of all models but some. */
export interface Exception {
  readonly names: readonly string[];
  readonly mention: Mention;
}

/** Sentences of a line that name a licence and the models that it does not hold for. */
export function findExceptions(line: string): readonly Exception[] {
  if (!/\b(?:except|other than|apart from)/i.test(line)) return [];
  return splitSentences(line)
    .flat()
    .flatMap((sentence) => {
      const mention = findMention(sentence);
      const names = listExcepted(sentence);
      return mention !== null && LICENSE_WORD.test(sentence) && names.length > 0 ? [{ names, mention }] : [];
    });
}

function isExcepting(sentence: string): boolean {
  return LICENSE_WORD.test(sentence) && listExcepted(sentence).length > 0;
}

/** Models that a sentence leaves out; none where it excepts anything else, such as a use. */
function listExcepted(sentence: string): readonly string[] {
  const names = splitNames(EXCEPT.exec(sentence)?.[1] ?? "");
  return names.every(isLikeModelName) ? names : [];
}

/** Outside of a section on licences a sentence has to speak of weights and of a licence or a restriction. */
function isAboutLicense(sentence: string, scopes: readonly Scope[]): boolean {
  return scopes.includes("weights") && (LICENSE_WORD.test(sentence) || RESTRICTION.test(sentence));
}

/** Tells of lines, asked in rising order, whether they stand in a section under such a heading. */
export function followSections(headings: readonly Heading[], title: RegExp): (line: number) => boolean {
  let next = 0;
  let level = 0;
  return (line) => {
    for (let heading = headings[next]; heading !== undefined; heading = headings[next]) {
      if ((heading.at.line ?? 1) > line) break;
      if (level === 0 || heading.level <= level) level = title.test(heading.title) ? heading.level : 0;
      next += 1;
    }
    return level > 0;
  };
}

/** Offset at which prose begins, behind the front matter. */
function bodyOf(content: string): number {
  return content.startsWith("---") ? Math.max(0, content.indexOf("\n---", 3)) : 0;
}

/** What data are not to be used for is not what a sentence on the data is about. */
const END_OF_DATA =
  /\b(?:data|datasets?|corpus|corpora)\b[^.;,]{0,40} as (?:the|a) basis (?:for|of) (?:[\w-]+ ){0,5}models?\b/gi;

/** What a sentence speaks of, by its words. */
export function listScopes(sentence: string): readonly Scope[] {
  const told = sentence.replace(END_OF_DATA, "data");
  return SUBJECTS.flatMap(([scope, words]) => (words.test(told) ? [scope] : []));
}

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { line, scopes, mention, text }: Said & { readonly text: Text },
): Promise<readonly LicenseSource[]> {
  const { path } = artifact;
  const folder = folderOf(path);
  const { words, agreesWith } = mention;
  const message = mention.isRestriction === true ? `${path} says "${words}"` : `${path} speaks of ${words}`;
  const remark = { code: "license-in-prose", args: { path, words }, message, ...quoteWords(text, line, words) };
  const note = await noteFile(bench, artifact, { ...remark, basis: "declared" });
  const said = { kind: "prose", artifact, folder, declared: words, found: null, note } as const;
  const terms = { because: "conflicting" } as const;
  const governs = governsBy(folder);
  return scopes.map((scope): LicenseSource => ({ ...said, scope, terms, governs, agreesWith }));
}

/** Characters of a long line that are quoted before the words and in all. */
const BEFORE = 60;
const QUOTED = 180;

/** The line as it stands there; of a long one the stretch around the words. */
function quoteWords(text: Text, { words: line, offset }: Line, words: string): Pick<Remark, "at" | "quote"> {
  const at = line.length <= QUOTED ? 0 : Math.max(0, line.indexOf(words) - BEFORE);
  const stretch = line.slice(at, at + QUOTED);
  const start = offset + at + (stretch.length - stretch.trimStart().length);
  const quote = stretch.trim();
  return { quote, at: text.place(start, start + quote.length) };
}
