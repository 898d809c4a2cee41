/** The part of a link between its parentheses. */

/** Parentheses that a destination may nest (CommonMark asks for at least three; its reference reader allows 32). */
const MAX_PARENS = 32;

/** Characters of a destination or of a title: longer ones are no addresses, and the bound keeps the work linear. */
const MAX_LENGTH = 4_096;

/** A destination and the offset behind its closing parenthesis. */
export interface Destination {
  readonly url: string;
  readonly end: number;
}

/** Reads `url "title")`. Counts the characters it looks at. */
export class DestinationReader {
  steps = 0;
  readonly #content: string;
  readonly #to: number;
  #at = 0;

  constructor(content: string, to: number) {
    this.#content = content;
    this.#to = to;
  }

  /** The destination whose opening parenthesis stands before `from`, or undefined when it is none. */
  read(from: number): Destination | undefined {
    this.#at = from;
    const url = this.#readUrl();
    const found = url !== undefined && this.#skipTitle() && this.#char() === ")";
    this.steps += this.#at - from + 1;
    return found ? { url: url.replace(/\\([!-/:-@[-`{-~])/g, "$1"), end: this.#at + 1 } : undefined;
  }

  #readUrl(): string | undefined {
    this.#skipSpaces();
    const angle = this.#char() === "<";
    const start = angle ? ++this.#at : this.#at;
    if (!(angle ? this.#findClose(">", "<\n") : this.#findBareEnd())) return undefined;
    const url = this.#content.slice(start, this.#at);
    if (angle) this.#at++;
    return url;
  }

  /** Stops at white space or at the parenthesis that closes the link. */
  #findBareEnd(): boolean {
    let depth = 0;
    for (const stop = this.#limit(); this.#at < stop; this.#at++) {
      const char = this.#char();
      if (char === "\\") this.#at++;
      else if (char === "(" && ++depth > MAX_PARENS) return false;
      else if (isSpace(char)) return depth === 0;
      else if (char === ")" && depth-- === 0) return true;
    }
    return false;
  }

  /** Passes an optional title; false when one begins and never ends. */
  #skipTitle(): boolean {
    const before = this.#at;
    this.#skipSpaces();
    const open = this.#char();
    if (this.#at === before || (open !== '"' && open !== "'" && open !== "(")) return true;
    this.#at++;
    if (!this.#findClose(open === "(" ? ")" : open, open === "(" ? "(" : "")) return false;
    this.#at++;
    this.#skipSpaces();
    return true;
  }

  #findClose(close: string, forbidden: string): boolean {
    for (const stop = this.#limit(); this.#at < stop; this.#at++) {
      const char = this.#char();
      if (char === close) return true;
      if (forbidden.includes(char)) return false;
      if (char === "\\") this.#at++;
    }
    return false;
  }

  #skipSpaces(): void {
    while (this.#at < this.#to && isSpace(this.#char())) this.#at++;
  }

  #limit(): number {
    return Math.min(this.#to, this.#at + MAX_LENGTH);
  }

  /** The character here; a NUL at the end, which no test asks for. */
  #char(): string {
    return this.#at < this.#to ? (this.#content[this.#at] ?? "\0") : "\0";
  }
}

function isSpace(char: string): boolean {
  return char === " " || char === "\t" || char === "\n" || char === "\r";
}
