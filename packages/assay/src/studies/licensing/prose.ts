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
import { listCards } from "./card-tags.ts";
import { findMention, type Mention } from "./mentions.ts";
import { isLikeModelName, splitNames } from "./model-names.ts";
import { folderOf, governsBy, type LicenseSource, type Scope } from "./sources.ts";

/** Sentences that count of one card; the rest says the same or worse. */
const MOST_MENTIONS = 32;

/** Headings of sections on licences and terms. */
export const LICENSE_HEADING: RegExp = /\b(?:licen[cs](?:es?|ing)|terms|legal|usage rights)\b/i;
const LICENSE_WORD = /\blicen[cs](?:es?|ed|ing)\b|\b(?:released|distributed|available|published|governed) under\b/i;
const RESTRICTION = /\bnon-?\s?commercial|\bcommercial|\bresearch(?:\s\w+)?\sonly/i;

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

/** A sentence that says something: its line, and what it speaks of. */
interface Said {
  readonly line: Line;
  readonly scopes: readonly Scope[];
  readonly mention: Mention;
}

async function findSaid(bench: Workbench, artifact: Artifact, { text, isTold }: Asked): Promise<readonly Said[]> {
  const { content } = text;
  const isAboutTerms = followSections((await readCard(bench, artifact))?.document.headings ?? []);
  const found: Said[] = [];
  for (const line of listLines(content, bodyOf(content))) {
    if (!isTold(artifact, line.number)) found.push(...readLine(line, isAboutTerms(line.number)));
    if (found.length >= MOST_MENTIONS) break;
  }
  return found;
}

/** A heading that only says what its section is about: "## License Agreement" names no agreement. */
const BARE_HEADING = /^[ \t]{0,3}#{1,6}[^\p{L}\n]{0,20}(?:the )?licen[cs]e(?: agreement)?[^\p{L}\n]{0,20}$/iu;

function readLine(line: Line, isInside: boolean): readonly Said[] {
  if (BARE_HEADING.test(line.words)) return [];
  return splitSentences(line.words).flatMap((sentence) => {
    const mention = findMention(sentence);
    const scopes = listScopes(sentence);
    // Whom it leaves out is told of each model.
    if (mention === null || isExcepting(sentence) || !(isInside || isAboutLicense(sentence, scopes))) return [];
    return [{ line, mention, scopes: scopes.length === 0 ? ["weights" as const] : scopes }];
  });
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
  return splitSentences(line).flatMap((sentence) => {
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

/** Tells of lines, asked in rising order, whether they stand in a section on licences or terms. */
export function followSections(headings: readonly Heading[]): (line: number) => boolean {
  let next = 0;
  let level = 0;
  return (line) => {
    for (let heading = headings[next]; heading !== undefined; heading = headings[next]) {
      if ((heading.at.line ?? 1) > line) break;
      if (level === 0 || heading.level <= level) level = LICENSE_HEADING.test(heading.title) ? heading.level : 0;
      next += 1;
    }
    return level > 0;
  };
}

interface Line {
  readonly words: string;
  readonly number: number;
  readonly offset: number;
}

/** The lines of a text from an offset on. */
export function* listLines(content: string, from: number): Generator<Line> {
  let number = 1;
  for (let offset = 0; offset < content.length; number += 1) {
    const newline = content.indexOf("\n", offset);
    const end = newline < 0 ? content.length : newline;
    if (offset >= from && end > offset) yield { words: content.slice(offset, end), number, offset };
    offset = end + 1;
  }
}

/** Offset at which prose begins, behind the front matter. */
function bodyOf(content: string): number {
  return content.startsWith("---") ? Math.max(0, content.indexOf("\n---", 3)) : 0;
}

/** Sentences and clauses, without markup: "the code is MIT, the weights are not" speaks of two things. */
function splitSentences(line: string): readonly string[] {
  const plain = line.replace(/[*_`<>|[\]()]+/g, " ").replace(/\s+/g, " ");
  return plain.split(/(?<=[.;!?]) |,? \b(?:while|whereas|but)\b |, (?=(?:and )?the )/i);
}

/** What a sentence speaks of, by its words. */
export function listScopes(sentence: string): readonly Scope[] {
  return SUBJECTS.flatMap(([scope, words]) => (words.test(sentence) ? [scope] : []));
}

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { line, scopes, mention, text }: Said & { readonly text: Text },
): Promise<readonly LicenseSource[]> {
  const { path } = artifact;
  const folder = folderOf(path);
  const { words, agreesWith } = mention;
  const message = `${path} speaks of ${words}`;
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
