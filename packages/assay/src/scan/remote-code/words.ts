/** What configurations can bring in, and how it is said. */

import type { RuleCode } from "../../model/plugin.ts";

/** Codes of findings. */
export type Code =
  | "hub-attention"
  | "trusts-foreign-code"
  | "dangerous-target"
  | "foreign-code"
  | "missing-code"
  | "hub-kernel"
  | "trust-switch"
  | "unknown-target"
  | "own-code"
  | "outside-base"
  | "outside-dependency";

/** What each code means. */
export const CODES: Readonly<Record<Code, RuleCode>> = {
  "hub-attention": { severity: "error", means: "an attention implementation that is fetched from another repository" },
  "trusts-foreign-code": { severity: "error", means: "a switch that lets code of another repository run unasked" },
  "dangerous-target": { severity: "error", means: "a function to be called that is known to run code or reach files" },
  "foreign-code": { severity: "warning", means: "code of another repository" },
  "missing-code": { severity: "note", means: "code that the release does not hold" },
  "hub-kernel": { severity: "warning", means: "compiled code of another repository" },
  "trust-switch": { severity: "warning", means: "a switch that lets code run unasked" },
  "unknown-target": { severity: "warning", means: "a function to be called that belongs to no known library" },
  "own-code": { severity: "note", means: "code of the release itself" },
  "outside-base": { severity: "note", means: "a base model by an address or by a path of somebody's machine" },
  "outside-dependency": { severity: "note", means: "a dependency that comes from no package index" },
};

/** Sentences, with `{pointer}` and `{value}` where those of the reference go. */
export const SENTENCES: Readonly<Record<Code, string>> = {
  "hub-attention":
    "{pointer} names the repository {value}: Transformers before 5.3.0 fetches and runs its code without asking (CVE-2026-4372)",
  "trusts-foreign-code":
    "{pointer} switches trust_remote_code on where code of another repository is named (CVE-2026-5241)",
  "dangerous-target": "{pointer} has {value} called when the configuration is used (CVE-2025-23304): it {does}",
  "foreign-code": "{pointer} names code of another repository: {value}",
  "missing-code": "{pointer} names code that is not in the release: {value}",
  "hub-kernel": "{pointer} names the repository {value}, from which compiled code would be fetched",
  "trust-switch": "{pointer} switches trust_remote_code on inside the configuration (CVE-2026-5241)",
  "unknown-target": "{pointer} has {value} called when the configuration is used, which belongs to no known library",
  "own-code": "{pointer} names code of the release, which a loader imports when it is trusted: {value}",
  "outside-base": "the base model is named by a place and not by a repository: {value}",
  "outside-dependency": "{value} is installed from {from}",
};
