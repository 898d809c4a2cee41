/** What the rule says, by code, for people who never heard of pickles. */

import type { GlobalFact } from "../../model/facts.ts";
import { placeWithin } from "../../model/place.ts";
import type { RuleCode } from "../../model/plugin.ts";
import type { Finding } from "../../model/types.ts";

/** A code of the rule. */
export type Code =
  | "known-danger"
  | "doubtful-global"
  | "unknown-global"
  | "called-class"
  | "needs-library"
  | "more-globals";

const REFUSE =
  "Load it with weights_only=True, which refuses what it does not know, or read the code of that name first.";

/** Every code of the rule; each has a section in its README. */
export const CODES: Readonly<Record<Code, RuleCode>> = {
  "known-danger": { severity: "error", means: "a name that runs code, loads it, or reaches files and other machines" },
  "doubtful-global": {
    severity: "warning",
    means: "a name that does more than hold data while it is loaded",
    advice: "Load it only where you would run a program of the same publisher.",
  },
  "unknown-global": { severity: "warning", means: "a name that is on no list", advice: REFUSE },
  "called-class": {
    severity: "warning",
    means: "a class that is called, of which only instances are known to be harmless",
    advice: REFUSE,
  },
  "more-globals": { severity: "warning", means: "more names than are listed one by one", advice: REFUSE },
  "needs-library": {
    severity: "note",
    means: "names of a library that hold data",
    advice: "Install the library from its own publisher; nothing else is to be done.",
  },
};

/** The file and the way into it. */
export interface Site {
  readonly path: string;
  readonly inside: readonly string[];
}

/** A name with what is to be said of it. */
export interface Told {
  readonly global: GlobalFact;
  readonly code: Code;
  readonly does?: string;
}

/** Longest name and longest arguments that are quoted, in UTF-16 units. */
const [LONGEST_NAME, LONGEST_ARGUMENTS] = [200, 200];

/** Says one name. */
export function tell({ global, code, does }: Told, site: Site): Finding {
  const name = nameOf(global);
  const { operation, calls, builds } = global;
  const message = `${describeUse(global, name)} when it is loaded: ${describeWhy(code, does)}`;
  const args = { global: name, operation, calls, builds, ...(does === undefined ? {} : { does }) };
  return { rule: "pickle-imports", severity: CODES[code].severity, code, args, message, at: placeOf(global, site) };
}

/** The name as it is written in Python, cut where it is longer than any real one. */
export function nameOf({ module, name }: Pick<GlobalFact, "module" | "name">): string {
  return cut(`${module}.${name}`, LONGEST_NAME);
}

/** Where a name stands in a file. */
export function placeOf({ at }: Pick<GlobalFact, "at">, { path, inside }: Site): Finding["at"] {
  return placeWithin(path, { inside }, at);
}

function describeUse({ calls, builds, instances = 0, arguments: given }: GlobalFact, name: string): string {
  if (calls > 0) return `calls ${name}${describeArguments(given)}`;
  if (instances > 0 || builds > 0) return `makes an instance of ${name}`;
  return `imports ${name}`;
}

function describeArguments(given: string | undefined): string {
  if (given === undefined) return "(…)";
  const shown = cut(given, LONGEST_ARGUMENTS);
  return shown.startsWith("(") ? shown : `(${shown})`;
}

function describeWhy(code: Code, does: string | undefined): string {
  if (does !== undefined) return `it ${does}`;
  return code === "called-class" ? "only its instances are known to be harmless" : "nothing is known of it";
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
