/** What can be wrong with a template, and how it is said. */

import type { RuleCode } from "../../model/plugin.ts";

/** Codes of findings. */
export type Code =
  | "sandbox-escape"
  | "hidden-name"
  | "runs-code"
  | "unknown-call"
  | "computed-name"
  | "foreign-name"
  | "outside-template"
  | "endless-work";

/** What each code means. */
export const CODES: Readonly<Record<Code, RuleCode>> = {
  "sandbox-escape": {
    severity: "error",
    means: "a name of Python's own, which leads from any value to the interpreter",
  },
  "hidden-name": { severity: "error", means: "a name of Python's own that is hidden from who looks for it" },
  "runs-code": { severity: "error", means: "a call that runs code, starts a program or opens a file" },
  "unknown-call": { severity: "warning", means: "a function, method, filter or test that is on no list" },
  "computed-name": { severity: "warning", means: "what is asked for is put together when the template is rendered" },
  "foreign-name": { severity: "warning", means: "a private name, or one of the program that renders the template" },
  "outside-template": { severity: "warning", means: "a statement that reads another file, or that is not known" },
  "endless-work": { severity: "warning", means: "a template that counts or is nested further than any honest one" },
};

/** Sentences behind "the template", with `{kind}` and `{name}` where those of the use go. */
export const SENTENCES: Readonly<Record<Code, string>> = {
  "sandbox-escape": 'asks for "{name}", which leads from any value to all of Python',
  "hidden-name": 'hides the name "{name}", for which an honest template has no reason',
  "runs-code": 'calls "{name}", which runs code, starts a program or opens a file',
  "unknown-call": 'asks for the {kind} "{name}", which is on no list of what templates are given',
  "computed-name": "puts together what it asks for while it is rendered, so that no reader can tell what that is",
  "foreign-name": 'asks for "{name}", which belongs to the program that renders it and not to a chat',
  "outside-template": 'holds the statement "{name}", which reads another file or is not known',
  "endless-work": "goes as far as {name}, counting or in depth",
};
