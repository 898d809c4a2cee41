/** From one thing that a template asks for to what is wrong with it. */

import type { TemplateUse } from "../../model/facts.ts";
import { FILTERS, FOREIGN, FRAMES, FUNCTIONS, METHODS, MOST_STEPS, OWN, RUNS, TESTS } from "./known.ts";
import type { Code } from "./words.ts";

/** A field of a format text that asks for a name of Python's own. */
const LOOKED_UP = /\{[^{}]*__\w+__/;

const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  filter: FILTERS,
  test: TESTS,
  function: FUNCTIONS,
  method: METHODS,
};

/** Judges one use; what is plain has no code. */
export function judgeUse({ kind, name }: TemplateUse): Code | undefined {
  switch (kind) {
    case "text":
    case "joined-text":
      if (OWN.test(name)) return kind === "text" ? "sandbox-escape" : "hidden-name";
      return LOOKED_UP.test(name) ? "sandbox-escape" : undefined;
    case "masked-text":
      return "hidden-name";
    case "computed-attribute":
    case "computed-call":
      return "computed-name";
    case "statement":
      return "outside-template";
    case "range":
      return Number(name) > MOST_STEPS ? "endless-work" : undefined;
    default:
      return judgeName(kind, name);
  }
}

function judgeName(kind: string, name: string): Code | undefined {
  if (OWN.test(name) || (kind !== "variable" && FRAMES.test(name))) return "sandbox-escape";
  const known = KNOWN[kind];
  if (known !== undefined) {
    if (RUNS.has(name)) return "runs-code";
    return known.has(name) ? undefined : "unknown-call";
  }
  const isForeign = kind === "variable" ? FOREIGN.has(name) : name.startsWith("_");
  return isForeign ? "foreign-name" : undefined;
}
