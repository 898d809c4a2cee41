/** The parts of a licence text that mutations are made at: places in UTF-16 units. */

/** A stretch of a text, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text that mutations are made of. */
export interface Base {
  readonly id: string;
  readonly text: string;
  /** Stretches that the publisher's template lets be left out; none where there is no template. */
  readonly optional: readonly Span[];
}

/** Shorter paragraphs are titles, marks and names. */
const MIN_BODY = 60;
const COPYRIGHT = /^[^\S\n]*(?:copyright|\(c\)|©)[^\n]*(?:\d{4}|<year>|\[yyyy\])[^\n]*$/gim;

/** Paragraphs: what lies between blank lines, without the white space around it. */
export function paragraphsOf(text: string): readonly Span[] {
  return [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map((match) => {
    return { start: match.index, end: match.index + match[0].trimEnd().length };
  });
}

/** Paragraphs that hold sentences: no titles and no lines of copyright. */
export function bodyOf(text: string): readonly Span[] {
  const notices = copyrightLines(text);
  return paragraphsOf(text).filter((span) => {
    return span.end - span.start >= MIN_BODY && !notices.some((line) => overlaps(line, span));
  });
}

/** Lines that say whose copyright it is, with a year or the place for one. */
export function copyrightLines(text: string): readonly Span[] {
  return [...text.matchAll(COPYRIGHT)].map((match) => {
    return { start: match.index, end: match.index + match[0].trimEnd().length };
  });
}

/** Sentences of a stretch: a capital after a full stop begins the next. */
export function sentencesOf(text: string, { start, end }: Span): readonly Span[] {
  const starts = [...text.slice(start, end).matchAll(/(?<=[a-z)]{2}[.;:]["”]?\s+)(?=["“(]?[A-Z])/g)];
  const edges = [start, ...starts.map(({ index }) => start + index), end];
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? end;
    return { start: from, end: from + text.slice(from, to).trimEnd().length };
  });
}

/** Whether two stretches share a place. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Stretches of a text that its SPDX template marks as optional. Found by their words, in order; one whose words are not
 * there, or that is a word or two, is left out.
 */
export function findOptional(xml: string, text: string): readonly Span[] {
  const regions = [...xml.matchAll(/<optional[^>]*>((?:(?!<optional)[\s\S])*?)<\/optional>/g)];
  const spans = regions.map(([, inner = ""]) => findWords(inner.replaceAll(/<[^>]+>|&\w+;/g, " "), text));
  return spans.filter((span) => span !== null);
}

const FEWEST_WORDS = 4;

function findWords(words: string, text: string): Span | null {
  const parts = words.match(/[A-Za-z0-9]+/g) ?? [];
  if (parts.length < FEWEST_WORDS) return null;
  // The guidelines hold both schemes of an address for the same.
  const pattern = parts.map((part) => part.replace(/^https?$/, "https?")).join("[^A-Za-z0-9]+");
  const match = new RegExp(pattern, "i").exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
