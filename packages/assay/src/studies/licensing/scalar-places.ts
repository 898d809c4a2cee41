/** Where the characters of a scalar stand in a YAML text, which writes it with indents, line breaks and escapes. */

import type { Place, Text } from "../../model/facts.ts";

/** The offset in the text of an offset in the value; both in UTF-16 units. */
export type Locate = (offset: number) => number;

/** Finds every character of a value in the stretch that holds it; null where it is written in another way. */
export function locateScalar(text: Text, at: Place, value: string): Locate | null {
  const start = offsetAt(text, at.start);
  const raw = text.content.slice(start, offsetAt(text, at.end));
  const places = follow(value, raw);
  return places && ((offset) => start + (places[offset] ?? raw.length));
}

/** The UTF-16 offset at a byte of the file. */
export function offsetAt(text: Text, byte: number): number {
  let low = 0;
  let high = text.content.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.place(middle, middle).start < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SPACE = /\s/;

/** For each unit of the value its place; white space stands where the word before it ends. */
function follow(value: string, raw: string): Uint32Array | null {
  const places = new Uint32Array(value.length);
  const quote = /^["']/.exec(raw)?.[0] ?? "";
  // A block begins below the line of its mark.
  let at = /^[|>]/.test(raw) ? raw.indexOf("\n") + 1 : quote.length;
  for (let n = 0; n < value.length; n += 1) {
    const unit = value.charAt(n);
    if (!SPACE.test(unit)) {
      at = skipEscape(raw, skipBreaks(raw, at, quote), quote);
      if (raw.charAt(at) !== unit) return null;
    }
    places[n] = at;
    if (!SPACE.test(unit)) at += unit === "'" && quote === "'" ? 2 : 1;
  }
  return places;
}

/** The mark before a character that stands for itself. */
function skipEscape(raw: string, at: number, quote: string): number {
  return quote === '"' && raw.charAt(at) === "\\" && /["\\/]/.test(raw.charAt(at + 1)) ? at + 1 : at;
}

/** White space, and what is written in a text in quotes instead of it. */
function skipBreaks(raw: string, from: number, quote: string): number {
  let at = from;
  for (;;) {
    if (SPACE.test(raw.charAt(at))) at += 1;
    else if (quote === '"' && raw.charAt(at) === "\\" && /[nrt\s]/.test(raw.charAt(at + 1))) at += 2;
    else return at;
  }
}
