/** From a code and its arguments to words: every format keeps its sentences in one table, `words.ts`. */

import { FormatError } from "../../model/errors.ts";
import type { Fault, Place } from "../../model/facts.ts";
import type { Said, Severity } from "../../model/types.ts";

/** Sentences by code, with `{name}` where an argument goes. */
export type Words<Code extends string = string> = Readonly<Record<Code, string>>;

/**
 * How much a fault matters and its sentence; `damage` stands behind those by which something is missing or not read, and
 * nothing is hidden (see `Fault.isDamage`).
 */
export type FaultWord = readonly [Severity, string, "damage"?];

/** Faults by code. */
export type FaultWords<Code extends string = string> = Readonly<Record<Code, FaultWord>>;

/** Arguments of a sentence. Text from files is shortened and made printable by {@link say}. */
export type Args = Readonly<Record<string, string | number>>;

/** Longest piece of a file that a sentence quotes, in UTF-16 units. */
const QUOTED = 100;

/** Faults that one reading lists one by one; the rest is counted in a last fault, so that no file floods a report. */
const LISTED = 100;

/** The fault that counts those which are not listed. */
export const MORE_FAULTS = "more-faults";

/** Says a code of a table. */
export function say<Code extends string>(words: Words<Code>, code: Code, args: Args = {}): Said {
  return fill(code, words[code], args);
}

/** Builds the error for a file that cannot be read; an argument `offset` is also where it went wrong. */
export function refusal<Code extends string>(words: Words<Code>, code: Code, args: Args = {}): FormatError {
  const offset = typeof args.offset === "number" ? args.offset : 0;
  return new FormatError(code, fill(code, words[code], args).message, { offset });
}

/** Collects the faults of one reading. */
export class FaultLog<Code extends string> {
  readonly #words: FaultWords<Code>;
  readonly #listed: Fault[] = [];
  #more = 0;
  #worst: Severity = "note";
  #at: Place | undefined;

  constructor(words: FaultWords<Code>) {
    this.#words = words;
  }

  add(code: Code, args: Args, at: Place): void {
    const [severity, template, damage] = this.#words[code];
    if (this.#listed.length < LISTED) {
      const kind = damage === undefined ? {} : { isDamage: true as const };
      this.#listed.push({ ...fill(code, template, args), severity, ...kind, at });
      return;
    }
    this.#more++;
    this.#at ??= at;
    if (severity === "error" || this.#worst === "note") this.#worst = severity;
  }

  /** All faults so far, in the order they were found. */
  list(): readonly Fault[] {
    if (this.#at === undefined) return this.#listed;
    const said = fill(MORE_FAULTS, "{count} further faults are not listed · {listed} are", {
      count: this.#more,
      listed: LISTED,
    });
    return [...this.#listed, { ...said, severity: this.#worst, at: this.#at }];
  }
}

function fill(code: string, template: string, args: Args): Said {
  const safe = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, quotable(value)]));
  return { code, args: safe, message: template.replace(/\{(\w+)\}/g, (_, name: string) => `${safe[name] ?? ""}`) };
}

/** Control and direction characters would let a file write on the reader's screen. */
function quotable(value: string | number): string | number {
  if (typeof value === "number") return value;
  const short = value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value;
  return short
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
