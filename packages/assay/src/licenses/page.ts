/**
 * A text as whoever reads it sees it, every character at its own place: one sort of line end, and of an HTML page its words
 * without the marks. What a page has beside its words and might add or hide some stays as it is, so that it is told as text.
 */

/** The text, of the same length. */
export function toPage(text: string): string {
  const lines = /[\r\v\f\u0085\u2028\u2029]/.test(text) ? text.replace(LINE_ENDS, "\n") : text;
  return PAGE.test(lines) ? blankMarkup(lines) : lines;
}

const LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

/** A page begins with its declaration or an element. */
const PAGE =
  /^\ufeff?\s*(?:<\?xml\b[^<>]{0,100}\?>\s*)?<(?:!doctype html|html|head|body|title|h[1-6]|pre|p|div|center|font)[\s>]/i;

const DECLARATION =
  /(?:<\?xml(?:\s+(?:version|encoding)="[\w.-]{1,20}"){1,2}\s*\?>|<!doctype html(?:\s+public\s+"-\/\/(?:w3c|ietf)\/\/dtd x?html[\w ./-]{0,40}"(?:\s+"https?:\/\/www\.w3\.org\/[\w./-]{0,80}")?)?\s*>)/iy;

/** Where a comment begins or ends: what it says are words. */
const COMMENT_MARK = /<!--|-->/y;

const TAG =
  /<(\/?)([a-z][a-z\d]{0,12})((?:\s+[a-z][a-z:-]{0,30}(?:\s*=\s*(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^\s"'<>=`]{1,200}))?){0,16})\s*\/?>/iy;
const ATTRIBUTE = /([a-z][a-z:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/gi;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Elements that begin a line, and the others whose words are seen as they stand; struck out, hidden or run is none of them. */
const BLOCKS = setOf(
  "html head body title h1 h2 h3 h4 h5 h6 p br hr pre div center ul ol li dl dt dd table thead tbody tfoot tr blockquote " +
    "address section article header footer main nav aside caption meta link style",
);
const INLINE = setOf("span a b i u em strong tt code kbd small big font cite abbr td th");

/** Attributes that neither hold words nor hide any. */
const SILENT = setOf(
  "id class name lang xml:lang xmlns href rel rev align valign width border cellpadding cellspacing colspan rowspan charset " +
    "target type start face clear nowrap noshade compact",
);

/** Properties of a style that leave all words to be seen. */
const PLAIN_STYLE = setOf(
  "font-family font-weight font-style text-align margin margin-top margin-bottom margin-left margin-right padding " +
    "padding-top padding-bottom padding-left padding-right max-width border border-bottom border-top border-collapse " +
    "vertical-align page-break-before page-break-after",
);
// Strings are words: only the name of a font is written as one.
const DECLARED = /(?:(font-family)\s*:\s*[\w\s.,'"-]{1,200}|([a-z-]+)\s*:\s*[\w\s.,%#!-]{1,200})(?:;|$)/giy;

/** What stands for a character. */
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/iy;
const NAMED: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  quot: '"',
  apos: "'",
  amp: "&",
  lt: "<",
  gt: ">",
  copy: "©",
  reg: "®",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  bull: "•",
  middot: "·",
  sect: "§",
};

const QUOTE = /^["'\u2018-\u201f\u00ab\u00bb]$/;

function blankMarkup(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { index } of text.matchAll(/[<&]|-->/g)) {
    if (index < at) continue;
    const seen = readMark(text, index);
    if (seen === null) continue;
    parts.push(text.slice(at, index), seen);
    at = index + seen.length;
  }
  return parts.join("") + text.slice(at);
}

/** What is seen of the mark that begins here, filled up with blanks to its length; null where it stays. */
function readMark(text: string, at: number): string | null {
  if (text.charAt(at) === "&") return readEntity(text, at);
  return readTag(text, at) ?? blank(matchAt(COMMENT_MARK, text, at)) ?? blank(matchAt(DECLARATION, text, at));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function blank(found: RegExpExecArray | null): string | null {
  return found === null ? null : found[0].replace(/[^\n]/g, " ");
}

function readEntity(text: string, at: number): string | null {
  const found = matchAt(ENTITY, text, at);
  if (found === null) return null;
  const [all, decimal, hex, name = ""] = found;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const isPoint = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  const sign = isPoint ? String.fromCodePoint(code) : NAMED[name.toLowerCase()];
  if (sign === undefined) return null;
  // A quote is filled up with itself: a blank would part what it stands at.
  if (QUOTE.test(sign)) return sign.repeat(all.length);
  return sign === "<" ? sign.padStart(all.length) : sign.padEnd(all.length);
}

/** A tag whose element and attributes leave the words as they are; of a style all of it. */
function readTag(text: string, at: number): string | null {
  const found = matchAt(TAG, text, at);
  if (found === null) return null;
  const [all, closing, element = "", attributes = ""] = found;
  const name = element.toLowerCase();
  if (name === "style" && closing === "") return readStyle(text, at, all.length);
  if (!(BLOCKS.has(name) || INLINE.has(name)) || !isSilent(name, attributes)) return null;
  const blanks = all.replace(/[^\n]/g, " ");
  return BLOCKS.has(name) ? `\n\n${blanks.slice(2)}` : blanks;
}

const STYLE_END = /<\/style\s*>/iy;

/** A sheet of a page; longer ones are read as text. */
const LONGEST_STYLE = 20_000;

function readStyle(text: string, at: number, length: number): string | null {
  const next = text.indexOf("<", at + length);
  const end = next < 0 || next - at > LONGEST_STYLE ? null : matchAt(STYLE_END, text, next);
  if (end === null || !isPlainSheet(text.slice(at + length, next))) return null;
  return text.slice(at, next + end[0].length).replace(/[^\n]/g, " ");
}

/** Rules of plain properties for elements and classes: nothing that writes words, hides them or loads more. */
function isPlainSheet(sheet: string): boolean {
  return sheet.split("}").every((rule, n, all) => {
    if (n === all.length - 1) return rule.trim() === "";
    const [selector = "", declarations, ...more] = rule.split("{");
    return (
      /^[\s\w.,#>-]*$/.test(selector) && declarations !== undefined && more.length === 0 && isPlainStyle(declarations)
    );
  });
}

function isPlainStyle(declarations: string): boolean {
  const style = declarations.trim();
  DECLARED.lastIndex = 0;
  for (let at = 0; at < style.length; at = DECLARED.lastIndex) {
    DECLARED.lastIndex = at + (/^\s*/.exec(style.slice(at, at + 200))?.[0].length ?? 0);
    const found = DECLARED.exec(style);
    if (found === null || !PLAIN_STYLE.has((found[1] ?? found[2] ?? "").toLowerCase()) || /-\d/.test(found[0]))
      return false;
  }
  return true;
}

/** Whether the attributes say nothing to whoever reads the page, and hide nothing from them. */
function isSilent(element: string, attributes: string): boolean {
  const given = [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", ...values]) => ({
    name: name.toLowerCase(),
    value: values.find((value) => value !== undefined) ?? "",
  }));
  if (element === "meta") return isTechnical(given);
  if (element === "link")
    return given.every(({ name, value }) => (name === "rel" ? QUIET_LINK.test(value) : SILENT.has(name)));
  return given.every(({ name, value }) => SILENT.has(name) || (name === "style" && isPlainStyle(value)));
}

const QUIET_LINK = /^(?:canonical|license|icon|shortcut icon|author|up|prev|next)$/i;

interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** How the page is written, and by which program. */
function isTechnical(given: readonly Attribute[]): boolean {
  const contentOf = (name: string): string => given.find((one) => one.name === name)?.value ?? "";
  if (given.every(({ name }) => name === "charset")) return true;
  if (!given.every(({ name }) => /^(?:name|content|http-equiv)$/.test(name))) return false;
  if (/^content-(?:type|language)$/i.test(contentOf("http-equiv")))
    return /^[\w/;=. -]{0,60}$/.test(contentOf("content"));
  if (/^viewport$/i.test(contentOf("name"))) return /^[\w=,. -]{0,120}$/.test(contentOf("content"));
  return /^generator$/i.test(contentOf("name")) && /^[\w.-]{1,30}(?: [\d.]{1,12})?$/.test(contentOf("content"));
}
