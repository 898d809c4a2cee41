/** The lines of a document as its readers see them, and the sentences in them. */

/** A line: what stands in it without comments, and whether it is code. */
export interface PageLine {
  readonly text: string;
  /** UTF-16 offset at which it begins. */
  readonly from: number;
  readonly isCode: boolean;
}

/** A sentence of prose, or an entry of a list, on one line or on several. */
export interface Statement {
  readonly words: string;
  /** Line (from 1) and UTF-16 offset at which it begins, and its last line. */
  readonly line: number;
  readonly from: number;
  readonly lastLine: number;
}

/** Lines looked at: the longest README known has 5,000. */
const MOST_LINES = 20_000;

/** A longer line is data or a picture, in UTF-16 units; no more of it is looked at. */
const LONGEST_LINE = 4_000;

/** Lines of a text; front matter is no prose, and what stands in a comment of HTML is said to nobody: both become blank. */
export function listLines(content: string, hasFrontMatter: boolean): readonly PageLine[] {
  const shown = blankComments(hasFrontMatter ? blankFrontMatter(content) : content);
  const lines: PageLine[] = [];
  let fence = "";
  let from = 0;
  for (const line of shown.split("\n", MOST_LINES)) {
    const text = line.slice(0, LONGEST_LINE);
    const mark = /^[ \t>]{0,12}(`{3,}|~{3,})/.exec(text)?.[1] ?? "";
    const isEdge = fence === "" ? mark !== "" : mark.startsWith(fence);
    lines.push({ text, from, isCode: isEdge || fence !== "" });
    if (isEdge) fence = fence === "" ? mark : "";
    from += line.length + 1;
  }
  return lines;
}

function blankFrontMatter(content: string): string {
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(content);
  const body = end === null ? 0 : end.index + end[0].length;
  return content.slice(0, body).replace(/[^\n]/g, " ") + content.slice(body);
}

function blankComments(content: string): string {
  let shown = "";
  let at = 0;
  while (at < content.length) {
    const open = content.indexOf("<!--", at);
    if (open < 0) return shown + content.slice(at);
    const close = content.indexOf("-->", open);
    const end = close < 0 ? content.length : close + 3;
    shown += content.slice(at, open) + content.slice(open, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return shown;
}

/** Sentences of the lines that are prose. */
export function listStatements(lines: readonly PageLine[]): readonly Statement[] {
  const statements: Statement[] = [];
  let block: Block | null = null;
  const close = (): void => {
    if (block !== null) statements.push(...splitBlock(block));
    block = null;
  };
  for (const [index, { text, from, isCode }] of lines.entries()) {
    const isBreak = isCode || /^\s*(?:$|#|\||[-+*•]\s|\d{1,3}[.)]\s)/.test(text);
    if (isBreak || (block !== null && block.words.length > LONGEST_LINE)) close();
    if (isCode || text.trim() === "") continue;
    if (block === null) block = { words: text, line: index + 1, from };
    else block.words += `\n${text}`;
    if (/^\s*(?:#|\|)/.test(text)) close();
  }
  close();
  return statements;
}

/** Lines that are read in one. */
interface Block {
  words: string;
  readonly line: number;
  readonly from: number;
}

/** A full stop ends a sentence where a space and no small letter follows; a Chinese one always. */
const END = /[.!?](?=["')\]*_]{0,3}\s+[^\p{Ll}\s])|[。！？]/gu;

function splitBlock({ words, line, from }: Block): readonly Statement[] {
  const sentences: Statement[] = [];
  let at = 0;
  let above = line;
  for (const end of [...[...words.matchAll(END)].map((match) => match.index + 1), words.length]) {
    const part = words.slice(at, end);
    const lead = part.length - part.trimStart().length;
    const start = above + countBreaks(part.slice(0, lead));
    const said = part.trim();
    if (said !== "")
      sentences.push({ words: said, line: start, from: from + at + lead, lastLine: start + countBreaks(said) });
    above += countBreaks(part);
    at = end;
  }
  return sentences;
}

function countBreaks(text: string): number {
  return text.split("\n").length - 1;
}
