/** What the codes of the rule mean. */

import type { RuleCode } from "../../model/plugin.ts";

/** Severity and meaning by code. */
export const CODES: Readonly<Record<string, RuleCode>> = {
  bytecode: { severity: "error", means: "compiled Python in a layer" },
  "system-function": { severity: "error", means: "a function of Python that runs programs or code" },
  gadget: { severity: "error", means: "a function that reaches beyond the model" },
  "loads-code": { severity: "error", means: "a layer that loads what its configuration points to" },
  "opens-outside": { severity: "error", means: "a file outside of the model, or an address, that the loader opens" },
  "opens-file": { severity: "warning", means: "a file beside the model that the loader opens" },
  "own-code": { severity: "warning", means: "a class or a function that is not part of Keras" },
};
