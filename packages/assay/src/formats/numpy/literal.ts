/** Values as Python writes them down, as far as `ast.literal_eval` of a header goes. Nothing is evaluated. */

import { FormatError } from "../../model/errors.ts";

/** A value. Keys of a dictionary are texts here, and what else a dictionary may have is refused. */
export type Literal =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: bigint }
  | { readonly kind: "word"; readonly value: "True" | "False" | "None" }
  | { readonly kind: "list" | "tuple"; readonly items: readonly Literal[] }
  | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, Literal> };

/** Levels of a value; a type of fields in fields has two for each. */
const DEEPEST = 64;

/** Digits of a number; shapes have 20 at most. */
const MOST_DIGITS = 40;

const WORDS = ["True", "False", "None"] as const;

/** Escapes that stand for one character. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);

/** Reads one value and the white space around it. @throws FormatError `bad-header` with the offset in the text. */
export function parseLiteral(text: string): Literal {
  const parser = new LiteralParser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

class LiteralParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    if (this.#next() !== "") throw this.#bad("something behind the value");
  }

  value(depth: number): Literal {
    if (depth > DEEPEST) throw this.#bad("a value that is nested too deeply");
    const char = this.#next();
    if (char === "{") return this.#dictionary(depth + 1);
    if (char === "[") return { kind: "list", items: this.#items("]", depth + 1).items };
    if (char === "(") return this.#tuple(depth + 1);
    if (char === "'" || char === '"') return { kind: "text", value: this.#string(char) };
    if (/[-\d]/.test(char)) return this.#number();
    return this.#word();
  }

  /** The next character that is no white space; empty at the end. */
  #next(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.charAt(this.#at);
  }

  #dictionary(depth: number): Literal {
    this.#at += 1;
    const entries = new Map<string, Literal>();
    while (this.#next() !== "}") {
      const quote = this.#next();
      if (quote !== "'" && quote !== '"') throw this.#bad("a key that is no text");
      const key = this.#string(quote);
      if (entries.has(key)) throw this.#bad("a key that stands twice");
      if (this.#next() !== ":") throw this.#bad("no colon behind a key");
      this.#at += 1;
      entries.set(key, this.value(depth));
      if (this.#next() === ",") this.#at += 1;
      else if (this.#next() !== "}") throw this.#bad("no comma between entries");
    }
    this.#at += 1;
    return { kind: "dictionary", entries };
  }

  /** One value in parentheses is that value; with a comma it is a tuple. */
  #tuple(depth: number): Literal {
    const { items, hasComma } = this.#items(")", depth);
    const [only] = items;
    return items.length === 1 && !hasComma && only !== undefined ? only : { kind: "tuple", items };
  }

  #items(close: string, depth: number): { readonly items: readonly Literal[]; readonly hasComma: boolean } {
    this.#at += 1;
    const items: Literal[] = [];
    let hasComma = false;
    while (this.#next() !== close) {
      items.push(this.value(depth));
      if (this.#next() === ",") {
        this.#at += 1;
        hasComma = true;
      } else if (this.#next() !== close) throw this.#bad("no comma between values");
    }
    this.#at += 1;
    return { items, hasComma };
  }

  #string(quote: string): string {
    let value = "";
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const char = this.#text.charAt(at);
      if (char === quote) {
        this.#at = at + 1;
        return value;
      }
      const escaped = char === "\\" ? ESCAPES.get(this.#text.charAt(at + 1)) : char;
      if (escaped === undefined || char === "\n") break;
      value += escaped;
      if (char === "\\") at += 1;
    }
    throw this.#bad("a text that does not end or has an escape that is not read");
  }

  /** Python 2 wrote an L behind long numbers, which NumPy drops. */
  #number(): Literal {
    const digits = /^-?(?:0|[1-9]\d*)/.exec(this.#text.slice(this.#at, this.#at + MOST_DIGITS + 1))?.[0] ?? "";
    this.#at += digits.length;
    if (this.#text.charAt(this.#at) === "L") this.#at += 1;
    if (digits === "" || digits.length > MOST_DIGITS || /[\w.]/.test(this.#text.charAt(this.#at)))
      throw this.#bad("a number that is not whole");
    return { kind: "number", value: BigInt(digits) };
  }

  #word(): Literal {
    const value = WORDS.find((word) => this.#text.startsWith(word, this.#at));
    if (value === undefined) throw this.#bad("something that is no value");
    this.#at += value.length;
    return { kind: "word", value };
  }

  #bad(what: string): FormatError {
    return new FormatError("bad-header", what, { offset: this.#at });
  }
}
