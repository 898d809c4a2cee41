/** A Jinja template cut into tags and their tokens, as Jinja2's own lexer cuts it (jinja2/lexer.py). */

/** Tokens of one tag at most. The longest tag of real templates has some hundred; 100,000 fill 10 MB. */
const MOST_TOKENS = 100_000;

/** A piece of a tag: half-open offsets in UTF-16 units. A string's `value` is decoded; of all others it is their text. */
export interface Token {
  readonly kind: "name" | "string" | "number" | "operator";
  readonly value: string;
  /** Set for a string that writes an underscore as an escape. */
  readonly isMasked?: true;
  readonly from: number;
  readonly to: number;
}

/** A tag of a template. What cannot be cut ends it, with the reason. */
export interface Tag {
  readonly kind: "statement" | "expression";
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly broken?: { readonly what: Broken; readonly at: number };
}

type Broken = "character" | "bracket" | "end" | "tokens";

const OPENERS = /\{[{%#]/g;
const RAW = /\{%[-+]?\s*raw\s*-?%\}/y;
const END_RAW = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
const SPACE = /\s+/y;
const NAME = /[\p{L}\p{M}\p{N}\p{Pc}\p{Nl}]+/uy;
const NUMBER =
  /(?:0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[\da-fA-F])+|\d(?:_?\d)*(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)/y;
const OPERATOR = /\/\/|\*\*|[=!<>]=|[-+/*%~[\](){}<>=.:|,;]/y;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const ENDS = { expression: /-?\}\}/y, statement: /[-+]?%\}/y } as const;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Tags in their order. Text, comments and raw blocks are passed over; behind what cannot be cut the next tag is looked for. */
export function* cutTags(text: string): Generator<Tag> {
  for (let at = 0; at < text.length; ) {
    OPENERS.lastIndex = at;
    const opener = OPENERS.exec(text);
    if (opener === null) return;
    const from = opener.index;
    const silentEnd = findSilentEnd(text, from);
    if (silentEnd === undefined) {
      const tag = cutTag(text, from, opener[0] === "{{" ? "expression" : "statement");
      yield tag;
      at = tag.to;
    } else if (silentEnd < 0) {
      yield { kind: "statement", tokens: [], from, to: text.length, broken: { what: "end", at: from } };
      return;
    } else at = silentEnd;
  }
}

/** Where a comment or a raw block ends that begins here; -1 where it does not end, undefined where none begins. */
function findSilentEnd(text: string, from: number): number | undefined {
  if (text[from + 1] === "#") {
    const end = text.indexOf("#}", from + 2);
    return end < 0 ? -1 : end + 2;
  }
  const raw = matchAt(RAW, text, from);
  if (raw === undefined) return undefined;
  END_RAW.lastIndex = from + raw.length;
  return END_RAW.exec(text) === null ? -1 : END_RAW.lastIndex;
}

function cutTag(text: string, from: number, kind: Tag["kind"]): Tag {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = from + 2;
  if (text[at] === "-" || text[at] === "+") at++;
  for (;;) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    const close = open.length === 0 ? matchAt(ENDS[kind], text, at) : undefined;
    if (close !== undefined) return { kind, tokens, from, to: at + close.length };
    const next = tokens.length < MOST_TOKENS ? nextToken(text, at, open) : "tokens";
    if (typeof next === "string") {
      const to = Math.min(at, text.length);
      return { kind, tokens, from, to, broken: { what: next, at: to } };
    }
    tokens.push(next);
    at = next.to;
  }
}

/** The next token, or why there is none. */
function nextToken(text: string, at: number, open: string[]): Token | Broken {
  if (at >= text.length) return "end";
  const token = readToken(text, at);
  if (token === undefined) return "character";
  return token.kind === "operator" && !balance(open, token.value) ? "bracket" : token;
}

function balance(open: string[], operator: string): boolean {
  const closing = CLOSING[operator];
  if (closing !== undefined) open.push(closing);
  else if (operator === ")" || operator === "]" || operator === "}") return open.pop() === operator;
  return true;
}

function readToken(text: string, from: number): Token | undefined {
  const quote = text[from];
  if (quote === "'" || quote === '"') return readString(text, from, quote);
  const number = matchAt(NUMBER, text, from);
  const name = matchAt(NAME, text, from);
  if (number !== undefined && number.length >= (name?.length ?? 0))
    return { kind: "number", value: number, from, to: from + number.length };
  if (name !== undefined) return { kind: "name", value: name, from, to: from + name.length };
  const operator = matchAt(OPERATOR, text, from);
  return operator === undefined ? undefined : { kind: "operator", value: operator, from, to: from + operator.length };
}

function readString(text: string, from: number, quote: string): Token | undefined {
  let to = from + 1;
  while (to < text.length && text[to] !== quote) to += text[to] === "\\" ? 2 : 1;
  if (to >= text.length) return undefined;
  const raw = text.slice(from + 1, to);
  const value = resolveEscapes(raw);
  const isMasked = value.length < raw.length && count(value) > count(raw);
  return { kind: "string", value, from, to: to + 1, ...(isMasked && { isMasked }) };
}

function count(text: string): number {
  return text.split("_").length;
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|N\{[^}]{1,80}\}|\r\n|[\s\S])/g;
const SHORT: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  "'": "'",
  '"': '"',
  "\\": "\\",
  "\n": "",
  "\r\n": "",
};

/** What Python's `unicode-escape` makes of a string. */
function resolveEscapes(raw: string): string {
  return raw.includes("\\") ? raw.replace(ESCAPE, (found) => resolveEscape(found.slice(1), found)) : raw;
}

/** Of named characters only the underscore matters here; what is no escape stays as it stands. */
function resolveEscape(code: string, whole: string): string {
  if (/^[xuU][\da-fA-F]{2}/.test(code)) return fromCode(Number.parseInt(code.slice(1), 16));
  if (/^[0-7]/.test(code)) return fromCode(Number.parseInt(code, 8));
  if (/^N\{low line\}$/i.test(code)) return "_";
  return Object.hasOwn(SHORT, code) ? (SHORT[code] ?? whole) : whole;
}

function fromCode(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
}
