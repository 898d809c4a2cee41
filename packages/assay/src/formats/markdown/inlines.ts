/**
 * Links, images and HTML headings in a stretch of prose, in one pass. What looks ahead stops at the next thing of its
 * own kind, so that no input makes it look at a character more than a few times.
 */

import { DestinationReader } from "./destination.ts";
import type { Skeleton } from "./skeleton.ts";
import { plainTitle } from "./title.ts";

/** Longest label of a reference (CommonMark 0.31.2, "link label"). */
const MAX_LABEL = 999;

const BANG = 0x21;
const PAREN = 0x28;
const LESS = 0x3c;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const BACKTICK = 0x60;

/** Characters that may start something: one table look-up for each character of prose. */
const SPECIAL: Uint8Array = new Uint8Array(128);
for (const char of "!<[\\]`hHwW") SPECIAL[char.charCodeAt(0)] = 1;

/** Finds the links of one stretch `[from, to)`. */
export function scanInlines(
  content: string,
  range: { readonly from: number; readonly to: number },
  found: Skeleton,
): void {
  new InlineScanner(content, range.to, found).scan(range.from);
}

class InlineScanner {
  readonly #content: string;
  readonly #to: number;
  readonly #found: Skeleton;
  /** Positions of open brackets; those of images are stored as their negative. */
  readonly #brackets: number[] = [];
  /** Brackets below this height may not become links: a link holds no link. */
  #dead = 0;
  #anchor: { readonly from: number; readonly text: number; readonly url: string } | undefined;
  #heading: { readonly from: number; readonly text: number; readonly level: number } | undefined;
  /** Next run of backticks of the same length, by position of a run; made when the first backtick is met. */
  #closers: ReadonlyMap<number, number> | undefined;
  readonly #destinations: DestinationReader;
  #commentEnd = 0;

  constructor(content: string, to: number, found: Skeleton) {
    this.#content = content;
    this.#to = to;
    this.#found = found;
    this.#destinations = new DestinationReader(content, to);
  }

  scan(from: number): void {
    const content = this.#content;
    this.#found.steps += this.#to - from;
    for (let at = from; at < this.#to; ) {
      const code = content.charCodeAt(at);
      at = code < 128 && SPECIAL[code] === 1 ? this.#special(code, at) : at + 1;
    }
    if (this.#anchor !== undefined) this.#closeAnchor(this.#anchor.text, this.#anchor.text);
    this.#found.steps += this.#destinations.steps;
  }

  /** Handles what may start here and returns where to go on. */
  #special(code: number, at: number): number {
    if (code === BACKSLASH) return at + 2;
    if (code === OPEN) return this.#open(at, at);
    if (code === CLOSE) return this.#close(at);
    if (code === BACKTICK) return this.#codeSpan(at);
    if (code === LESS) return this.#angle(at);
    if (code === BANG) return this.#content.charCodeAt(at + 1) === OPEN ? this.#open(at + 1, -at - 1) : at + 1;
    return this.#bareAddress(at);
  }

  /** Remembers the bracket at `at` as `entry`. */
  #open(at: number, entry: number): number {
    if (at < this.#to) this.#brackets.push(entry);
    return at + 1;
  }

  #close(at: number): number {
    const height = this.#brackets.length - 1;
    const entry = this.#brackets.pop();
    if (entry === undefined) return at + 1;
    const image = entry < 0;
    const open = Math.abs(entry);
    const alive = image || height >= this.#dead;
    this.#dead = Math.min(this.#dead, height);
    if (!alive) return at + 1;
    const end = this.#linkEnd(image ? open - 1 : open, { from: open + 1, to: at });
    if (end !== undefined && !image) this.#dead = height;
    return end ?? at + 1;
  }

  /** Takes the link whose text is given and returns its end; undefined when it is at most a reference. */
  #linkEnd(from: number, text: { readonly from: number; readonly to: number }): number | undefined {
    const next = text.to + 1;
    const code = next < this.#to ? this.#content.charCodeAt(next) : 0;
    if (code === PAREN) {
      const destination = this.#destinations.read(next + 1);
      if (destination !== undefined) this.#found.addLink(text, destination.url, { from, to: destination.end });
      return destination?.end;
    }
    const label = code === OPEN ? this.#labelEnd(next + 1) : -1;
    if (label < 0 || this.#content.charCodeAt(label + 1) === PAREN) {
      this.#found.addReference(text, text, { from, to: next });
      return undefined;
    }
    const named = label > next + 1 ? { from: next + 1, to: label } : text;
    this.#found.addReference(text, named, { from, to: label + 1 });
    return label + 1;
  }

  /** Position of the bracket that closes a label, or -1. */
  #labelEnd(from: number): number {
    const stop = Math.min(this.#to, from + MAX_LABEL);
    for (let at = from; at < stop; at++) {
      this.#found.steps++;
      const code = this.#content.charCodeAt(at);
      if (code === CLOSE) return at;
      if (code === OPEN) return -1;
      if (code === BACKSLASH) at++;
    }
    return -1;
  }

  #codeSpan(at: number): number {
    const end = runEnd(this.#content, at, this.#to);
    this.#closers ??= this.#pairRuns(at);
    const closer = this.#closers.get(at);
    return closer === undefined ? end : closer + end - at;
  }

  /** Pairs every run of backticks with the next run of its length. A stray escape before a run is of no matter here. */
  #pairRuns(from: number): ReadonlyMap<number, number> {
    const pairs = new Map<number, number>();
    const last = new Map<number, number>();
    let at = this.#content.indexOf("`", from);
    while (at >= 0 && at < this.#to) {
      const end = runEnd(this.#content, at, this.#to);
      const before = last.get(end - at);
      if (before !== undefined) pairs.set(before, at);
      last.set(end - at, at);
      at = this.#content.indexOf("`", end);
    }
    this.#found.steps += this.#to - from;
    return pairs;
  }

  #angle(at: number): number {
    if (this.#content.startsWith("<!--", at)) return this.#comment(at);
    let end = at + 1;
    while (end < this.#to && !isAngle(this.#content.charCodeAt(end))) end++;
    this.#found.steps += end - at;
    if (end >= this.#to || this.#content.charCodeAt(end) === LESS) return at + 1;
    const inside = this.#content.slice(at + 1, end);
    if (AUTOLINK.test(inside)) this.#found.addLink({ from: at + 1, to: end }, inside, { from: at, to: end + 1 });
    else if (!this.#tag(inside, at, end + 1)) return at + 1;
    return end + 1;
  }

  #comment(at: number): number {
    if (this.#commentEnd <= at && this.#commentEnd >= 0) this.#commentEnd = this.#findInside("-->", at + 4);
    return this.#commentEnd < 0 ? at + 4 : Math.max(this.#commentEnd, at + 1);
  }

  /** Position behind the next `what`, or -1 when this stretch has none. */
  #findInside(what: string, from: number): number {
    const part = this.#content.slice(from, this.#to);
    const index = part.indexOf(what);
    this.#found.steps += index < 0 ? part.length : index;
    return index < 0 ? -1 : from + index + what.length;
  }

  /** Handles an HTML tag; false when it is none. */
  #tag(inside: string, from: number, to: number): boolean {
    const name = TAG.exec(inside)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (name === "/a") this.#closeAnchor(from, to);
    else if (name === "a") this.#openAnchor(attribute(inside, HREF), from, to);
    else if (name === "img") this.#image(attribute(inside, SRC), from, to);
    else if (/^h[1-6]$/.test(name)) this.#heading = { from, text: to, level: Number(name[1]) };
    else if (/^\/h[1-6]$/.test(name)) this.#closeHeading(from, to);
    return true;
  }

  #image(url: string | undefined, from: number, to: number): void {
    if (url !== undefined) this.#found.addLink({ from, to: from }, url, { from, to });
  }

  #openAnchor(url: string | undefined, from: number, text: number): void {
    if (this.#anchor !== undefined) this.#closeAnchor(from, from);
    this.#anchor = url === undefined ? undefined : { from, text, url };
  }

  #closeAnchor(textEnd: number, end: number): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor !== undefined)
      this.#found.addLink({ from: anchor.text, to: textEnd }, anchor.url, { from: anchor.from, to: end });
  }

  #closeHeading(textEnd: number, end: number): void {
    const heading = this.#heading;
    this.#heading = undefined;
    if (heading === undefined) return;
    const title = plainTitle(this.#content, heading.text, textEnd);
    this.#found.addHeading(heading.level, title, { from: heading.from, to: end });
  }

  /** `http://`, `https://` or `www.` at the start of a word (GitHub's extended autolinks). */
  #bareAddress(at: number): number {
    if (isWord(this.#content.charCodeAt(at - 1))) return at + 1;
    const scheme = SCHEMES.find((start) => this.#content.slice(at, at + start.length).toLowerCase() === start);
    if (scheme === undefined) return at + 1;
    let end = at + scheme.length;
    while (end < this.#to && !ENDS_ADDRESS.test(this.#content[end] ?? " ")) end++;
    this.#found.steps += end - at;
    end = trimAddress(this.#content, at, end);
    if (end <= at + scheme.length) return at + scheme.length;
    this.#found.addBareLink({ from: at, to: end });
    return end;
  }
}

const AUTOLINK = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>]*$/i;
const TAG = /^(\/?[a-z][a-z0-9-]*)(?=[\s/]|$)/i;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=`]+))/i;
const SRC = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=`]+))/i;
const SCHEMES: readonly string[] = ["https://", "http://", "www."];
const ENDS_ADDRESS = /[\s<>"`[\]|{}\\^]/;

function attribute(inside: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(inside);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** Sentence marks at the end are prose, and so is a closing parenthesis that none opened. */
function trimAddress(content: string, from: number, to: number): number {
  let end = to;
  let surplus = 0;
  for (let at = from; at < to; at++) {
    if (content[at] === ")") surplus++;
    else if (content[at] === "(") surplus--;
  }
  for (; end > from; end--) {
    const last = content[end - 1] ?? "";
    if (last === ")" && surplus > 0) surplus--;
    else if (!"?!.,:;*_~'".includes(last)) break;
  }
  return end;
}

function runEnd(content: string, from: number, to: number): number {
  let end = from;
  while (end < to && content.charCodeAt(end) === BACKTICK) end++;
  return end;
}

function isAngle(code: number): boolean {
  return code === LESS || code === 0x3e;
}

function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
