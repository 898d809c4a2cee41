/** How much a document says: its sections and the prose in them, without tables, code, markup and promises. */

import type { DocumentFact, Place, Text } from "../../model/facts.ts";
import { splitPath } from "./path-words.ts";

/** A section: its heading, and how many characters of prose stand under it before the next heading. */
export interface Section {
  readonly title: string;
  readonly line: number;
  readonly prose: number;
  readonly at?: Place;
}

/** Words by which a text says that there is nothing yet, and those that templates leave to be filled in. */
const PROMISE =
  /\b(?:coming soon|stay tuned|work in progress|t[o]do|tb[ad]|lorem ipsum|more information needed|to be (?:added|announced|released|published|written|filled)|(?:will|shall) (?:follow|come|be (?:added|announced|available|made|released|published|uploaded|provided|updated))|not (?:yet )?(?:found|available))\b|\{\{/i;

/** Fewer letters in a line are a caption or a remark, not a sentence; twelve of Chinese are one. */
const SHORTEST = 12;

/** Lines looked through: the longest model card known has 3,000. */
const MOST_LINES = 20_000;

/** Whether a line says that something is still to come. */
export function isPromise(line: string): boolean {
  return PROMISE.test(line);
}

/** Sections of a document in Markdown, HTML or TeX, in their order; none of any other text. */
export function readSections({ content }: Text, path: string, document: DocumentFact | undefined): readonly Section[] {
  const lines = content.split("\n", MOST_LINES);
  const heads = document === undefined ? findHeads(lines, splitPath(path).extension) : headsOf(document);
  return heads.map((head, index) => ({
    ...head,
    prose: countProse(lines.slice(head.line, (heads[index + 1]?.line ?? lines.length + 1) - 1)),
  }));
}

type Head = Omit<Section, "prose">;

function headsOf({ headings }: DocumentFact): readonly Head[] {
  return headings.flatMap(({ title, at }) => (at.line === undefined ? [] : [{ title, line: at.line, at }]));
}

const HEADS: Readonly<Record<string, RegExp>> = {
  html: /<h[1-6](?:\s[^<>]{0,300})?>(.{1,300}?)<\/h[1-6]>/i,
  tex: /\\(?:(?:sub)*section\*?\{([^{}]{1,300})\}|begin\{abstract\})/,
};

function findHeads(lines: readonly string[], extension: string): readonly Head[] {
  const mark = HEADS[extension];
  if (mark === undefined) return [];
  return lines.flatMap((line, index) => {
    const match = mark.exec(line.slice(0, 2_000));
    return match === null ? [] : [{ title: (match[1] ?? "abstract").replace(/<[^<>]*>/g, ""), line: index + 1 }];
  });
}

/** Characters of the lines that are prose. */
function countProse(lines: readonly string[]): number {
  let total = 0;
  let isCode = false;
  const text = lines.join("\n").replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, "");
  for (const line of text.split("\n")) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    else if (!isCode) total += measureLine(line);
  }
  return total;
}

function measureLine(line: string): number {
  if (/^\s*(?:\||%)/.test(line) || PROMISE.test(line)) return 0;
  const words = line
    .replace(/<[^<>]{0,500}>|\]\([^()]{0,500}\)|https?:\/\/\S+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (words.match(/\p{L}/gu)?.length ?? 0) < SHORTEST ? 0 : words.length;
}

/** Characters of prose that are enough by themselves for a card, and that a paper or a report needs at least. */
const ENOUGH = 300;

/** Characters of prose under a heading from which on it is a section with something in it. */
const SENTENCE = 20;

/** Whether the lines of a section say something. */
export function holdsSentence(lines: readonly string[]): boolean {
  return countProse(lines) >= SENTENCE;
}

/** Whether a card says something: prose in two sections, or a good deal of it in one. */
export function isTelling(sections: readonly Section[]): boolean {
  return sections.filter(({ prose }) => prose >= SENTENCE).length >= 2 || sumProse(sections) >= ENOUGH;
}

/** Whether a document is written out: prose in two sections, and a good deal of it in all. */
export function isWritten(sections: readonly Section[]): boolean {
  return sections.filter(({ prose }) => prose >= SENTENCE).length >= 2 && sumProse(sections) >= ENOUGH;
}

function sumProse(sections: readonly Section[]): number {
  return sections.reduce((sum, { prose }) => sum + prose, 0);
}
