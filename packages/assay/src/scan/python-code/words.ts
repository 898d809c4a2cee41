/** What can be wrong with Python code, and how it is said. */

import type { CodeImport } from "../../model/code-import.ts";
import type { RuleCode } from "../../model/plugin.ts";

/** Codes of findings. */
export type Code = "loader-runs-code" | "runs-on-import" | "hidden-code" | "fetched-code" | "remote-shell";

/** What each code means. */
export const CODES: Readonly<Record<Code, RuleCode>> = {
  "loader-runs-code": { severity: "warning", means: "code that a loader imports from the release" },
  "runs-on-import": {
    severity: "error",
    means: "code that starts programs, reaches other machines or runs text as code as soon as a loader imports it",
  },
  "hidden-code": { severity: "error", means: "code that is decoded and then run" },
  "fetched-code": { severity: "error", means: "code that is fetched from another machine and then run" },
  "remote-shell": { severity: "error", means: "a program whose input and output go to another machine" },
};

/** Who imports code, and when, behind "imported by". */
export const IMPORTERS: Readonly<Record<CodeImport["how"], string>> = {
  "auto-map": "Transformers with trust_remote_code=True",
  "custom-pipeline": "Transformers when the pipeline is asked for",
  module: "sentence-transformers with trust_remote_code=True",
  component: "Diffusers with trust_remote_code=True",
  "parent-library": "PEFT when the adapter is loaded",
  import: "other code of the release that is imported",
  "by-name": "a library that is told to use the code of this repository",
  setup: "pip when the folder is installed",
  endpoint: "an inference endpoint when it starts",
  attention: "Transformers",
  kernel: "Transformers",
  trust: "Transformers",
  target: "Hydra",
};
