/**
 * A licence text in clauses: what stands between two full stops, semicolons, list items or paragraphs, with the section it
 * is in and the words that lead into its list. Each clause keeps the way back to the text it was read from.
 */

import { flatten, type Line, type Origins } from "./flatten.ts";
import { itemOf, SectionPath } from "./sections.ts";

/** UTF-16 units. The longest agreement of a model known has 40,000; what stands behind the bound is not read. */
const LONGEST_TEXT = 1 << 20;

/** UTF-16 units. A clause that goes on for longer is parted, so that no rule looks further than that. */
const LONGEST_CLAUSE = 4000;

/** UTF-16 units kept of what leads into a list, and of what a sentence said before a semicolon. */
const LONGEST_RUN = 600;

/** Lines longer than this are not wrapped: each is a paragraph. */
const WIDEST_WRAP = 200;

/** One clause of a text. */
export interface Clause {
  /** The words with one blank between them, straight quotes, and no marks of comments or emphasis. */
  readonly words: string;
  /** Where the paragraph's words come from, and where in them these begin. */
  readonly origins: Origins;
  readonly from: number;
  /** Section path such as `1.b.v`, "" outside of any. */
  readonly section: string;
  /** The clause that leads into the list in which this one is an item, "" outside of a list. */
  readonly lead: string;
  /** What the same sentence says before it, where a semicolon parts them. */
  readonly run: string;
  /** The first words of the paragraph: a definition says there what it defines. */
  readonly head: string;
  /** It says what a term means, and demands nothing. */
  readonly isDefinition: boolean;
  /** Number of the paragraph, from 0. */
  readonly paragraph: number;
}

interface Paragraph {
  readonly words: string;
  readonly origins: Origins;
  /** Where in what the origins count the words begin. */
  readonly from: number;
  readonly section: string;
  readonly lead: string;
}

/** Clauses of the first MiB of a text, in their order. Time and memory are linear in its length. */
export function readClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let paragraph = 0;
  for (const block of readParagraphs(text.slice(0, LONGEST_TEXT))) {
    const parts = partSentences(block.words);
    const head = block.words.slice(0, 200);
    const opens = isDefinition(head) || isDefinition(block.lead);
    let run = "";
    let opening = "";
    for (const [from, to] of parts) {
      const words = block.words.slice(from, to);
      clauses.push({
        ...block,
        words,
        from: block.from + from,
        run,
        lead: NEXT_ITEM.test(words) ? `${block.lead} ${opening}`.trim() : block.lead,
        head,
        isDefinition: opens || isDefinition(words),
        paragraph,
      });
      if (run === "") opening = openingOf(words);
      run = /[;；] ?$/.test(words) ? `${run} ${words}`.slice(-LONGEST_RUN) : "";
    }
    paragraph += 1;
  }
  return clauses;
}

/** The second item of a list inside a sentence, and what stands in front of its first. */
const NEXT_ITEM = /^(?:and |or |and\/or )?\(?(?:[ivx]{1,5}|[a-z]|[A-Z]|\d{1,2})\) /;

function openingOf(words: string): string {
  const first = words.slice(0, LONGEST_RUN).search(/\((?:i|a|A|1)\) /);
  return first < 0 ? "" : words.slice(0, first).trim();
}

const DEFINITION =
  /^(?:As used in this \w+, )?(?:to )?(?:(?:the )?term )?(?:"[^"]{1,80}"(?:,? (?:or|and) "[^"]{1,80}"| \([^)]{1,80}\)){0,3}[,:]? ?(?:form )?(?:shall mean|means?|refers? to|includes?|has the meaning|是指|指|包括)|[A-Z][\w' -]{0,50} (?:means|shall mean|refers to) |[^\s。，]{1,12}[:：]? ?是?指[^定派示])/;

function isDefinition(words: string): boolean {
  return DEFINITION.test(words);
}

function* readParagraphs(text: string): Generator<Paragraph> {
  const lines = linesOf(text);
  const width = lines.reduce((most, line) => Math.max(most, line.width), 0);
  const path = new SectionPath();
  const leads = new Leads();
  let open: Line[] = [];
  const close = (): Paragraph | null => {
    if (open.length === 0) return null;
    const flat = flatten(text, open);
    const indent = open[0]?.indent ?? 0;
    open = [];
    const item = itemOf(flat.words);
    const depth = path.enter(item, leads.isFresh);
    const from = item?.length ?? 0;
    const words = flat.words.slice(from);
    const lead = item === null ? leads.over(words, indent) : leads.at(depth);
    leads.add(words, depth, indent);
    return words === "" ? null : { words, origins: flat.origins, from, section: path.name, lead };
  };
  for (const line of lines) {
    if (open.length > 0 && isBreak(open.at(-1), line, width)) {
      const block = close();
      if (block) yield block;
    }
    if (line.trimmed !== "") open.push(line);
  }
  const last = close();
  if (last) yield last;
}

/** What leads into the lists that are open, the innermost last. */
class Leads {
  #open: { readonly depth: number; readonly indent: number; readonly words: string }[] = [];
  #isFresh = false;

  /** The paragraph before leads into a list. */
  get isFresh(): boolean {
    return this.#isFresh;
  }

  /** What leads to an item of this depth. */
  at(depth: number): string {
    this.#open = this.#open.filter((one) => one.depth < depth);
    return this.#open.at(-1)?.words ?? "";
  }

  /** What leads to a paragraph without a number: nothing where it is a sentence by itself. */
  over(words: string, indent: number): string {
    if (isProse(words)) this.#open = this.#open.filter((one) => one.indent < indent);
    return this.#open.at(-1)?.words ?? "";
  }

  add(words: string, depth: number, indent: number): void {
    const leading = leadOf(words);
    this.#isFresh = leading !== "";
    if (!this.#isFresh) return;
    const before = this.#open.at(-1)?.words ?? "";
    this.#open = [...this.#open, { depth, indent, words: `${before} ${leading}`.trim().slice(-LONGEST_RUN) }].slice(-8);
  }
}

function isProse(words: string): boolean {
  return /^[A-Z"']/.test(words) && words.length > 30 && words.endsWith(".") && !/^(?:In any|For |To |Any )/.test(words);
}

/** The last sentence of a paragraph when a list has to follow it. */
function leadOf(words: string): string {
  const tail = words.slice(-LONGEST_RUN);
  if (!/(?:[:：]|\b(?:to|not|following conditions?))$/.test(tail)) return "";
  const starts = [...tail.matchAll(/[.。;；] (?=\S)/g)].map(({ index }) => index + 2);
  return tail.slice(starts.at(-1) ?? 0).replace(/[:：]$/, "");
}

const COMMENT = /^(?:(?:\/\/+|#+|\*+(?!\*)|>+|;+|--+)(?= |$) *)/;

/** Where signs of Chinese stand: cheap to look for. */
const HAN = /[\u2e80-\udfff\uf900-\ufaff]/;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    const blanks = line.length - line.trimStart().length;
    const mark = COMMENT.exec(line.slice(blanks, blanks + 80))?.[0].length ?? 0;
    const rest = line.slice(blanks + mark).trimStart();
    const trimmed = rest.trimEnd();
    const width = trimmed.length + (HAN.test(trimmed) ? (trimmed.match(/\p{Script=Han}/gu)?.length ?? 0) : 0);
    lines.push({ start: end - rest.length, end, trimmed, indent: blanks, width });
    start = end + 1;
  }
  return lines;
}

function isBreak(before: Line | undefined, line: Line, width: number): boolean {
  if (before === undefined || line.trimmed === "" || itemOf(line.trimmed) !== null) return true;
  if (/^["“”][^"“”]{1,60}["“”]/.test(line.trimmed) && /[.。:：]$/.test(before.trimmed)) return true;
  if (/^[a-z]/.test(line.trimmed) && /[\w,]$/.test(before.trimmed)) return false;
  if (width <= WIDEST_WRAP) return before.width < width * 0.6 || /^https?:/.test(line.trimmed);
  return /[.。;；:：!?]["”]?$/.test(before.trimmed) || !/^[a-z(]/.test(line.trimmed);
}

const STOP = /[.!?]["')\]]{0,2} (?=["'([]{0,2}[A-Z\d])|[;；] ?|[。！？]["”)]?/g;
const ABBREVIATION = /(?:\b(?:Inc|Ltd|Co|Corp|No|e\.g|i\.e|etc|vs|cf|Sec|Art|U\.S|v|Dr|Mr|Ms)|\b[A-Z])\.["')]{0,2} $/;

/** Where the sentences and their halves start and end. */
function partSentences(words: string): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let from = 0;
  const part = (to: number): void => {
    for (; to - from > LONGEST_CLAUSE; from += LONGEST_CLAUSE) parts.push([from, from + LONGEST_CLAUSE]);
    if (to > from) parts.push([from, to]);
    from = to;
  };
  for (const stop of words.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (!ABBREVIATION.test(words.slice(Math.max(0, end - 12), end))) part(end);
  }
  part(words.length);
  return parts;
}
