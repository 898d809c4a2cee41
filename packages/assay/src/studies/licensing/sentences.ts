/** Sentences of a card: lines that make one paragraph are read as one, as cards are wrapped where it suits them. */

/** A line of a text, or the lines of a paragraph in one. */
export interface Line {
  readonly words: string;
  readonly number: number;
  readonly offset: number;
}

/** A sentence in clauses: "the code is MIT, the weights are not" speaks of two things. */
export type Sentence = readonly [string, ...string[]];

/** Lines of a paragraph that are read as one; longer ones are read in pieces. */
const MOST_LINES = 24;

/** Longest paragraph that another line is added to, in UTF-16 units. */
const LONGEST = 4096;

/** What begins something new: an item, a quotation, a tag, a picture. */
const BEGINS = /^\s*(?:[-*+•]\s|\d{1,9}[.)]\s|<\/?[a-z!]|!?\[!?\[|!\[)/i;
/** What stands alone: a heading, a line below one, a row of a table, nothing. */
const ALONE = /^\s*(?:$|#{1,6}\s|[-=_*~]{3,}\s*$)/;
const FENCE = /^\s*(?:```|~~~)/;
const QUOTED = /^\s*>/;

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

/** The paragraphs of lines; a line that stands apart belongs to none. */
export function* listParagraphs(
  lines: Iterable<Line>,
  isApart: (line: Line) => boolean,
): Generator<readonly [Line, ...Line[]]> {
  let open: [Line, ...Line[]] | null = null;
  let length = 0;
  let isFenced = false;
  for (const line of lines) {
    const isFence = FENCE.test(line.words);
    if (isFence) isFenced = !isFenced;
    const isSingle = isFence || isFenced || isApart(line) || standsAlone(line.words);
    if (open !== null && !isSingle && open.length < MOST_LINES && length < LONGEST && follows(line, open)) {
      open.push(line);
      length += line.words.length;
      continue;
    }
    if (open !== null) yield open;
    open = isSingle ? null : [line];
    length = line.words.length;
    if (isSingle && !isApart(line)) yield [line];
  }
  if (open !== null) yield open;
}

function standsAlone(words: string): boolean {
  return ALONE.test(words) || words.indexOf("|") !== words.lastIndexOf("|");
}

function follows({ words, number }: Line, before: readonly [Line, ...Line[]]): boolean {
  const last = before.at(-1) ?? before[0];
  return last.number + 1 === number && !BEGINS.test(words) && QUOTED.test(words) === QUOTED.test(last.words);
}

/** A card with blanks for its front matter and its blocks of code, so that places stay what they are. */
export function blankAsides(content: string): string {
  let isFenced = false;
  let isFront = content.startsWith("---");
  const lines = content.split("\n").map((line, n) => {
    const isFence = FENCE.test(line);
    const isBlank = isFront || isFenced || isFence;
    if (isFence && !isFront) isFenced = !isFenced;
    if (n > 0 && line.startsWith("---")) isFront = false;
    return isBlank ? " ".repeat(line.length) : line;
  });
  return lines.join("\n");
}

/** Sentences without markup, each in clauses. */
export function splitSentences(words: string): readonly Sentence[] {
  const plain = words
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]|&(?:shy|zwnj|zwj|ZeroWidthSpace);/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/[*_`<>|[\]()]+/g, " ")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, " ");
  return plain.split(/(?<=[.;!?]) /).map((sentence): Sentence => {
    const [first = "", ...others] = sentence.split(/,? \b(?:while|whereas|but)\b |, (?=(?:and )?the )/i);
    return [first, ...others];
  });
}

/** The line of a paragraph in which words begin; its first where they are not found as they stand. */
export function findLine(lines: readonly [Line, ...Line[]], words: string): Line {
  const plain = lines.map((line) => line.words.replace(/[*_`<>|[\]()\s]+/g, " "));
  const whole = plain.findIndex((line) => line.includes(words));
  const start = whole >= 0 ? whole : plain.findIndex((line, n) => `${line} ${plain[n + 1] ?? ""}`.includes(words));
  return lines[Math.max(0, start)] ?? lines[0];
}
