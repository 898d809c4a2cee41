/** Collects what a template asks for: each once, with its first place. */

import type { Place, TemplateUse } from "../../../model/facts.ts";
import { makePrintable } from "../words.ts";

/** Distinct uses that are kept; the longest real templates have some hundred. */
export const MOST_USES = 2_000;

/** Longest name that is kept, in UTF-16 units. */
const LONGEST_NAME = 200;

/** Names of Python's own attributes: the way from any value to all of the interpreter. */
const HAS_OWN = /__/;

/** A field of a format text that asks for one of them: `{0.__class__}`. */
const LOOKED_UP = /\{[^{}]{0,100}__\w{1,60}__/;

/** Uses of one template. */
export class UseLog {
  readonly #uses: Map<string, TemplateUse> = new Map();
  readonly #locate: (from: number, to: number) => Place;
  readonly #bound: Set<string> = new Set();
  readonly #macros: Set<string> = new Set();
  /** Variables to which text was assigned that is put together. */
  readonly #built: Set<string> = new Set();
  depth = 0;
  isFull = false;

  constructor(locate: (from: number, to: number) => Place) {
    this.#locate = locate;
  }

  add(kind: TemplateUse["kind"], name: string, { from, to }: { readonly from: number; readonly to: number }): void {
    const short = makePrintable(name.slice(0, LONGEST_NAME));
    const key = `${kind} ${short}`;
    if (this.#uses.has(key)) return;
    if (this.#uses.size >= MOST_USES) this.isFull = true;
    else this.#uses.set(key, { kind, name: short, at: this.#locate(from, to) });
  }

  /** A constant text is told where it may be the name of something of Python's own. */
  addText(text: string, kind: "text" | "joined-text", at: { readonly from: number; readonly to: number }): void {
    if (!HAS_OWN.test(text)) return;
    // Of a long one only what `format` would look up matters: prose may well speak of `__init__`.
    const told = text.length <= LONGEST_NAME ? text : LOOKED_UP.exec(text)?.[0];
    if (told !== undefined) this.add(kind, told, at);
  }

  bind(name: string, how: "variable" | "macro" = "variable"): void {
    this.#bound.add(name);
    if (how === "macro") this.#macros.add(name);
  }

  markBuilt(name: string): void {
    this.#built.add(name);
  }

  isBuilt(name: string): boolean {
    return this.#built.has(name);
  }

  /** What is left when names are known that the template itself binds. */
  list(): readonly TemplateUse[] {
    return [...this.#uses.values()].filter(({ kind, name }) => {
      if (kind === "variable") return !this.#bound.has(name);
      return kind !== "function" || !this.#macros.has(name);
    });
  }
}
