/** Which rules have anything to read in a clause: one walk over its characters looks for the words of all of them. */

import type { Rule } from "./rule.ts";

/** Rules are bits of a number. */
const MOST_RULES = 32;

/** Prepares a search for the rules that a clause calls, in their order. @throws Error for more rules than have room. */
export function preparePresearch(rules: readonly Rule[]): (words: string) => readonly Rule[] {
  if (rules.length > MOST_RULES) throw new Error(`${rules.length} rules are more than ${MOST_RULES}`);
  const always = rules.reduce((bits, { words }, n) => (words === undefined ? bits | (1 << n) : bits), 0);
  let automaton: Automaton | undefined;
  return (words) => {
    automaton ??= new Automaton(rules.map(({ words: pieces = [] }) => pieces));
    const called = automaton.search(words) | always;
    if (called === 0) return [];
    return rules.filter(({ when }, n) => (called & (1 << n)) !== 0 && (when === undefined || when.test(words)));
  };
}

/** Finds words of several lists in a text at once (Aho and Corasick, 1975). Letters of ASCII are found in any case. */
class Automaton {
  /** Class of a character; 0 for one that stands in no word. */
  readonly #ascii = new Uint8Array(128);
  readonly #others = new Map<number, number>();
  #width = 1;
  /** The state behind each state and class. */
  readonly #next: Int32Array;
  /** Lists of which a word ends in a state. */
  readonly #found: Int32Array;

  constructor(lists: readonly (readonly string[])[]) {
    for (const unit of new Set(lists.flat().join(""))) this.#addClass(unit.charCodeAt(0));
    const most = lists.flat().join("").length + 1;
    this.#next = new Int32Array(most * this.#width).fill(-1);
    this.#found = new Int32Array(most);
    this.#plant(lists);
    this.#link();
  }

  /** The lists of which a word stands in the text, as bits. */
  search(text: string): number {
    let [state, found] = [0, 0];
    for (let at = 0; at < text.length; at += 1) {
      state = this.#next[state * this.#width + this.#classOf(text.charCodeAt(at))] ?? 0;
      found |= this.#found[state] ?? 0;
    }
    return found;
  }

  #addClass(unit: number): void {
    if (unit >= 128) this.#others.set(unit, this.#width);
    else
      for (const sign of [unit, String.fromCharCode(unit).toUpperCase().charCodeAt(0)]) this.#ascii[sign] = this.#width;
    this.#width += 1;
  }

  #classOf(unit: number): number {
    return unit < 128 ? (this.#ascii[unit] ?? 0) : (this.#others.get(unit) ?? 0);
  }

  /** A state for each beginning of a word. */
  #plant(lists: readonly (readonly string[])[]): void {
    let states = 1;
    for (const [n, words] of lists.entries()) {
      for (const word of words) {
        let state = 0;
        for (let at = 0; at < word.length; at += 1) {
          const edge = state * this.#width + this.#classOf(word.charCodeAt(at));
          if (this.#next[edge] === -1) {
            this.#next[edge] = states;
            states += 1;
          }
          state = this.#next[edge] ?? 0;
        }
        this.#found[state] = (this.#found[state] ?? 0) | (1 << n);
      }
    }
  }

  /** Where a word does not go on, the longest end of what was read that begins another does. */
  #link(): void {
    const open: (readonly [state: number, behind: number])[] = [[0, 0]];
    for (const [state, behind] of open) {
      this.#found[state] = (this.#found[state] ?? 0) | (this.#found[behind] ?? 0);
      for (let sign = 0; sign < this.#width; sign += 1) {
        const edge = state * this.#width + sign;
        const fallen = state === 0 ? 0 : (this.#next[behind * this.#width + sign] ?? 0);
        const next = this.#next[edge] ?? -1;
        if (next === -1) this.#next[edge] = fallen;
        else open.push([next, fallen]);
      }
    }
  }
}
