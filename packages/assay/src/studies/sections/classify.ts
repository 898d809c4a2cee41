/** What the sections of documents are about, by the words of their headings. */

import type { Phrases, SectionKind } from "./kinds.ts";
import { SYNONYMS } from "./synonyms.ts";

export type { SectionKind } from "./kinds.ts";

/** A longer heading is a sentence. In words, or characters of Chinese. */
const MOST_WORDS = 12;
/** A longer heading is not looked at, in UTF-16 units. */
const LONGEST = 300;

/** Words that a heading may have beside what it says. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    "the a an our this that of for and or to in on its my your model models dataset information s le la les du des de d l ce cet cette et " +
    "modèle het van een dit deze onze en voor der die das des dem den und für unser unsere dieses modells modell el los " +
    "las del un una este esta y para nuestro nuestra modelo"
  ).split(" "),
);

/** Under these the names of a data set's parts stand, which may be anything. */
const PARTS = /^(?:data (?:fields|splits|instances)|dataset structure|table of contents)$/;

interface Rule {
  readonly kind: SectionKind;
  readonly words: readonly string[];
  readonly isWhole: boolean;
  readonly weight: number;
}

/** Rules by a word that they need as it is; those with a star or of Chinese are looked at each time. */
interface Rules {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly starred: readonly Rule[];
  readonly chinese: readonly Rule[];
}

let rules: Rules | undefined;

/** The rules, made when the first heading is asked for. */
function getRules(): Rules {
  rules ??= compile();
  return rules;
}

function compile(): Rules {
  const byWord = new Map<string, Rule[]>();
  const starred: Rule[] = [];
  const chinese: Rule[] = [];
  for (const rule of listRules()) {
    const first = rule.words[0] ?? "";
    if (isChinese(first)) chinese.push(rule);
    else if (first.includes("*")) starred.push(rule);
    else byWord.set(first, [...(byWord.get(first) ?? []), rule]);
  }
  return { byWord, starred, chinese };
}

function* listRules(): Generator<Rule> {
  for (const language of SYNONYMS) {
    for (const [kind, { anywhere = "", whole = "" }] of Object.entries(language)) {
      // The keys of a literal are those of its type.
      for (const phrase of split(anywhere)) yield toRule(kind as SectionKind, phrase, "anywhere");
      for (const phrase of split(whole)) yield toRule(kind as SectionKind, phrase, "whole");
    }
  }
}

function split(phrases: string): readonly string[] {
  return phrases.split("|").filter((phrase) => phrase !== "");
}

function toRule(kind: SectionKind, phrase: string, counts: keyof Phrases): Rule {
  const words = listWords(phrase, /[^\p{L}\p{N}*]+/u);
  return { kind, words, isWhole: counts === "whole", weight: phrase.length };
}

/** Kinds of which a section's parts are parts too, whatever they are called: its conditions, its tables, its ways. */
const WITH_PARTS: ReadonlySet<SectionKind> = new Set([
  "license",
  "citation",
  "training-data",
  "training-procedure",
  "evaluation-results",
  "safety",
]);

/** Ways of use stand under this; a first start has other steps, too. */
const USAGE =
  /^(?:usage|inference|deploy(?:ing)? [\w.-]+|how to use(?: (?:it|the model))?|使用(?:方法|方式|说明)?|推理)$/;

/** Where a heading stands: under another one, and as the title of a file. */
export interface Standing {
  readonly above?: string | undefined;
  readonly isTitle?: boolean | undefined;
}

/** What a section is about. A title tells what a file is about, and is a section's only where it says nothing else. */
export function classifyHeading(heading: string, { above = "", isTitle = false }: Standing = {}): SectionKind {
  const own = findRule(heading);
  if (isTitle && own?.isAll !== true) return "none";
  if (PARTS.test(flatten(above))) return "none";
  const around = findRule(above);
  const isWhole = around?.isAll === true && WITH_PARTS.has(around.kind);
  if (around === undefined || !(isWhole || USAGE.test(flatten(above)))) return own?.kind ?? "none";
  // The models of a table of results are not offered there.
  const isPart = own === undefined || (around.kind === "evaluation-results" && own.kind === "model-sources");
  return isPart && isShort(heading) ? around.kind : (own?.kind ?? "none");
}

interface Found extends Pick<Rule, "kind"> {
  /** The heading says nothing else. */
  readonly isAll: boolean;
}

/** The longest phrase in a heading. */
function findRule(heading: string): Found | undefined {
  const text = flatten(heading);
  const words = listWords(text, /[^\p{L}\p{N}]+/u);
  if (heading.length > LONGEST || words.length === 0 || words.length > MOST_WORDS) return undefined;
  let best: Rule | undefined;
  for (const rule of listCandidates(words)) {
    if (rule.weight > (best?.weight ?? 0) && matches(rule, words, text)) best = rule;
  }
  return best && { kind: best.kind, isAll: matches({ ...best, isWhole: true }, words, text) };
}

function isShort(heading: string): boolean {
  return heading.length <= LONGEST && listWords(flatten(heading), /[^\p{L}\p{N}]+/u).length <= MOST_WORDS;
}

function* listCandidates(words: readonly string[]): Generator<Rule> {
  const { byWord, starred, chinese } = getRules();
  for (const word of new Set(words)) yield* byWord.get(word) ?? [];
  yield* isChinese(words.join("")) ? chinese : starred;
}

function matches(rule: Rule, words: readonly string[], text: string): boolean {
  const [first = ""] = rule.words;
  if (isChinese(first)) return rule.isWhole ? splitChinese(text).includes(first) : text.includes(first);
  const at = words.findIndex((_, index) => rule.words.every((word, next) => isWord(word, words[index + next] ?? "")));
  if (at < 0 || !rule.isWhole) return at >= 0;
  const rest = [...words.slice(0, at), ...words.slice(at + rule.words.length)];
  return rest.every((word) => FILLERS.has(word));
}

/** What a heading is made of: "新闻或更新" names two things. */
function splitChinese(text: string): readonly string[] {
  const whole = text.replace(/[^\p{L}\p{N}]+/gu, "");
  return [whole, ...text.split(/[或和与及、/]/).map((part) => part.trim())];
}

function isWord(pattern: string, word: string): boolean {
  if (pattern.startsWith("*")) return word.endsWith(pattern.slice(1));
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Without markup, pictures of the eyes, numbering and the names of steps; apostrophes alike. */
function flatten(heading: string): string {
  return heading
    .normalize("NFKC")
    .replace(/!?\[([^[\]]{0,200})\]\([^()]{0,300}\)/g, "$1")
    .replace(/`[^`]{1,100}`|<[^<>]{0,300}>|[*_`#]/g, " ")
    .replace(/[’‘ʼ´]/g, "'")
    .replace(/&/g, " and ")
    .toLowerCase()
    .trim()
    .replace(
      /^[^\p{L}\p{N}]*(?:(?:stage|step|phase|part|section) ?\d+ ?[:.)-]|[\dA-Z]{1,3}(?:\.\d{1,3})*[.):、]|[ivx]{1,4}[.)]) */iu,
      "",
    )
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function listWords(text: string, between: RegExp): readonly string[] {
  return text.split(between).filter((word) => word !== "");
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
