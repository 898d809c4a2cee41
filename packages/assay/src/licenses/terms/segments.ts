/**
 * A licence text in clauses: what stands between two full stops, semicolons, list items or paragraphs, with the section it
 * is in and the words that lead into its list. Each clause keeps the way back to the text it was read from.
 */

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
  /** For each unit of `words`, its offset in the text. */
  readonly offsets: Uint32Array;
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
  readonly offsets: Uint32Array;
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
    const opens = isDefinition(head);
    let run = "";
    let opening = "";
    for (const [from, to] of parts) {
      const words = block.words.slice(from, to);
      clauses.push({
        ...block,
        words,
        offsets: block.offsets.subarray(from, to),
        run,
        lead: NEXT_ITEM.test(words) ? `${block.lead} ${opening}`.trim() : block.lead,
        head,
        isDefinition: opens || isDefinition(words) || isDefinition(block.lead),
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

interface Line {
  readonly start: number;
  readonly end: number;
  readonly trimmed: string;
  /** Blanks before the first word. */
  readonly indent: number;
  /** Columns that the words take; a Chinese character takes two. */
  readonly width: number;
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
    return words === "" ? null : { words, offsets: flat.offsets.subarray(from), section: path.name, lead };
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
    const width = trimmed.length + (trimmed.match(/\p{Script=Han}/gu)?.length ?? 0);
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

const PLAIN: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "「": '"',
  "」": '"',
  "‘": "'",
  "’": "'",
  "‐": "-",
  "‑": "-",
};

/** Words in the making: one blank for any white space, each unit with its offset. */
class Flat {
  readonly #runs: string[] = [];
  readonly #offsets: Uint32Array;
  #length = 0;
  /** The last two units. */
  #end = "";

  constructor(length: number) {
    this.#offsets = new Uint32Array(length);
  }

  addBlank(offset: number): void {
    if (this.#length > 0 && !this.#end.endsWith(" ")) this.add(" ", offset);
  }

  add(run: string, offset: number): void {
    for (let at = 0; at < run.length; at += 1) this.#offsets[this.#length + at] = offset + at;
    this.#length += run.length;
    this.#runs.push(run);
    this.#end = (this.#end + run).slice(-2);
  }

  /** A word that the end of a line parted at a hyphen is one word again; Chinese has no blanks. */
  startLine({ start, trimmed }: Line): void {
    const isParted = /\w-$/.test(this.#end) && /^[a-z]/.test(trimmed);
    const isChinese = /\p{Script=Han}$/u.test(this.#end) && /^\p{Script=Han}/u.test(trimmed);
    if (!isParted && !isChinese) this.addBlank(start);
  }

  finish(): { readonly words: string; readonly offsets: Uint32Array } {
    const words = this.#runs.join("").trimEnd();
    return { words, offsets: this.#offsets.subarray(0, words.length) };
  }
}

/** Marks of emphasis and characters of no width are no part of a word. */
const UNSEEN = new Set(["*", "\\", "\u200b", "\ufeff"]);

/** Characters that stand for themselves: printable ASCII but for marks of emphasis, and Chinese ones. */
const ITSELF = /[!-)+-[\]-~\u3400-\u9fff]+/y;

function flatten(text: string, lines: readonly Line[]): { readonly words: string; readonly offsets: Uint32Array } {
  const flat = new Flat(lines.reduce((sum, { start, end }) => sum + end - start + 1, 0));
  for (const line of lines) {
    flat.startLine(line);
    const end = line.start + line.trimmed.length;
    for (let at = line.start; at < end; ) {
      ITSELF.lastIndex = at;
      const run = ITSELF.exec(text)?.[0] ?? "";
      if (run === "") addOne(flat, text.charAt(at), at);
      else flat.add(run, at);
      at += run.length || 1;
    }
  }
  return flat.finish();
}

function addOne(flat: Flat, unit: string, offset: number): void {
  if (/\s/.test(unit)) flat.addBlank(offset);
  else if (!UNSEEN.has(unit)) flat.add(PLAIN[unit] ?? unit, offset);
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
