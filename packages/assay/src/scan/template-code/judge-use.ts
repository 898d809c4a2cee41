/** From one thing that a template asks for to what is wrong with it. */

import type { TemplateUse } from "../../model/facts.ts";
import type { Severity } from "../../model/types.ts";
import { FILTERS, FOREIGN, FRAMES, FUNCTIONS, METHODS, MOST_STEPS, OWN, RUNS, TESTS } from "./known.ts";

/** What is wrong, as a sentence behind "the template", with `{kind}` and `{name}` where those of the use go. */
export interface UseVerdict {
  readonly severity: Severity;
  readonly code: string;
  readonly says: string;
}

const ESCAPE: UseVerdict = {
  severity: "error",
  code: "sandbox-escape",
  says: "asks for {name}, which leads from any value to all of Python: a loader without a sandbox runs code",
};
const MASKED: UseVerdict = {
  severity: "error",
  code: "hidden-name",
  says: "hides the name {name} from who looks for it: an honest template has no reason to",
};
const RUN: UseVerdict = {
  severity: "error",
  code: "runs-code",
  says: "calls {name}, which runs code, starts a program or opens a file",
};
const UNKNOWN: UseVerdict = {
  severity: "warning",
  code: "unknown-call",
  says: "asks for the {kind} {name}, which is on no list of what templates are given",
};
const COMPUTED: UseVerdict = {
  severity: "warning",
  code: "computed-name",
  says: "puts together at run time what it asks for, so that no reader can tell what that is",
};
const PRIVATE: UseVerdict = { severity: "warning", code: "private-name", says: "asks for the private name {name}" };
const FOREIGN_NAME: UseVerdict = {
  severity: "warning",
  code: "foreign-variable",
  says: "asks for {name}, which belongs to the program that renders it and not to a chat",
};
const OUTSIDE: UseVerdict = {
  severity: "warning",
  code: "outside-template",
  says: "holds the statement {name}, which reads another file or is not known",
};
const ENDLESS: UseVerdict = { severity: "warning", code: "endless-work", says: "counts to {name}" };

/** Of a template nested deeper than people write. */
export const NESTED: UseVerdict = { ...ENDLESS, says: "is nested {name} levels deep" };

/** Judges one use; what is plain has no verdict. */
export function judgeUse({ kind, name }: TemplateUse): UseVerdict | undefined {
  switch (kind) {
    case "text":
    case "joined-text":
      if (OWN.test(name)) return kind === "text" ? ESCAPE : MASKED;
      return /\{[^{}]*__\w+__/.test(name) ? ESCAPE : undefined;
    case "masked-text":
      return MASKED;
    case "computed-attribute":
    case "computed-call":
      return COMPUTED;
    case "statement":
      return OUTSIDE;
    case "range":
      return Number(name) > MOST_STEPS ? ENDLESS : undefined;
    default:
      return judgeName(kind, name);
  }
}

const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  filter: FILTERS,
  test: TESTS,
  function: FUNCTIONS,
  method: METHODS,
};

function judgeName(kind: string, name: string): UseVerdict | undefined {
  if (OWN.test(name) || (kind !== "variable" && FRAMES.test(name))) return ESCAPE;
  const known = KNOWN[kind];
  if (known !== undefined) {
    if (RUNS.has(name)) return RUN;
    return known.has(name) ? undefined : UNKNOWN;
  }
  if (kind === "variable") return FOREIGN.has(name) ? FOREIGN_NAME : undefined;
  return name.startsWith("_") ? PRIVATE : undefined;
}
