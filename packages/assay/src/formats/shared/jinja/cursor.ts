/** Goes through the tokens of one tag. */

import type { Tag, Token } from "./tokens.ts";

/** Where a template is no Jinja. Never leaves this folder. */
export class NotJinja extends Error {
  readonly at: number;
  /** `depth` where it is nested deeper than is followed, which is no fault of the template's. */
  readonly why: "syntax" | "depth";

  constructor(at: number, why: "syntax" | "depth" = "syntax") {
    super(why);
    this.at = at;
    this.why = why;
  }
}

/** Levels of brackets and operators that are followed: real templates have ten, and Python's own parser takes 200. */
const DEEPEST = 100;

/** A place among the tokens of a tag. */
export class TokenCursor {
  readonly #tag: Tag;
  #next = 0;
  #depth = 0;
  deepest = 0;

  constructor(tag: Tag) {
    this.#tag = tag;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tag.tokens[this.#next + ahead];
  }

  get isDone(): boolean {
    return this.peek() === undefined;
  }

  /** Whether the next token is this operator or word. */
  is(value: string): boolean {
    const token = this.peek();
    return token !== undefined && token.value === value && (token.kind === "operator" || token.kind === "name");
  }

  /** Takes the next token if it is this operator or word. */
  skip(value: string): boolean {
    const is = this.is(value);
    if (is) this.#next++;
    return is;
  }

  take(): Token {
    const token = this.peek();
    if (token === undefined) throw this.fail();
    this.#next++;
    return token;
  }

  expect(value: string): Token {
    if (!this.is(value)) throw this.fail();
    return this.take();
  }

  name(): Token {
    if (this.peek()?.kind !== "name") throw this.fail();
    return this.take();
  }

  fail(why: NotJinja["why"] = "syntax"): NotJinja {
    return new NotJinja(this.peek()?.from ?? this.#tag.broken?.at ?? this.#tag.to, why);
  }

  /** Reads something one level further in. */
  within<T>(read: () => T): T {
    if (this.#depth >= DEEPEST) throw this.fail("depth");
    this.#depth++;
    this.deepest = Math.max(this.deepest, this.#depth);
    const found = read();
    this.#depth--;
    return found;
  }
}
