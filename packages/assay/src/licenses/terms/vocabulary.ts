/** The types of terms and the values of each: one vocabulary for what is read from a text and for what is known of a licence. */

/** What a value may be: a flag, an amount, words of the text, one of a list, or a region's code. */
type Values = "flag" | "true" | "number" | "words" | "region" | readonly string[];

/** Uses that are forbidden by name. */
const USES: readonly string[] = [
  "unlawful",
  "military",
  "weapons",
  "nuclear",
  "surveillance",
  "biometrics",
  "minors",
  "disinformation",
  "personal-data",
  "harassment",
  "discrimination",
  "automated-decisions",
  "medical-advice",
  "law-enforcement",
  "critical-infrastructure",
  "malware",
  "impersonation",
  "undisclosed-generation",
  "national-security",
  "other",
];

/** Types in the order in which a person would ask for them. */
export const TERM_VALUES: Readonly<Record<string, Values>> = {
  /** May the work be used commercially? `registration`: after registering. `capped`: below a threshold, which is a term of its own. */
  "commercial-use": ["true", "false", "registration", "capped"],
  "research-only": "true",
  /** Details: metric, comparison, window, whose, testDate, effect; of revenue the currency. */
  "user-threshold": "number",
  "visit-threshold": "number",
  "revenue-threshold": "number",
  /** Details: scope (`all`, `multimodal`), endUsersExempt. */
  "territory-excluded": "region",
  "forbidden-use": USES,
  /**
   * A policy that the text makes part of itself, by its address or its name. Details: mayChange; attached (it stands in the
   * same file); isLicence (another licence counts with it).
   */
  "policy-by-url": "words",
  "policy-by-reference": "words",
  /** Details of this and of forbidden uses: only, unless, onlyFor limit it to a part. */
  "service-gate": ["hosted-service", "model-as-a-service", "competes-with-licensor"],
  /** May outputs train other models? Details: `name` of `if-named`, and `as: display` where it is shown and not carried; `except: "own-derivatives"`. */
  "outputs-may-train-others": ["true", "false", "if-named"],
  "outputs-may-compete": ["false"],
  "outputs-make-derivatives": "true",
  "outputs-owner": ["you", "licensor", "unclaimed"],
  "outputs-restricted": ["false"],
  "outputs-commercial-use": "flag",
  modification: "flag",
  redistribution: "flag",
  sublicensing: "flag",
  /** What is made from it, or is passed on, stays under its terms. Details: of (`copies`: what is made from it does not). */
  copyleft: ["same-licence", "source", "source-over-network"],
  "pass-through": ["use-restrictions", "users-comply", "same-terms"],
  /** Details: as (`display`, `model-name`, `statement`). */
  naming: "words",
  attribution: ["notice-file", "copyright-notice", "licence-copy", "modification-notice", "cite", "advertising"],
  /** Details: of (`agreement`, `policy`), byUse (continued use accepts the change). */
  "terms-may-change": "true",
  revocable: "flag",
  "ends-at-will": "true",
  /** Details: cureDays. */
  "ends-on-breach": ["automatic", "by-licensor"],
  "ends-on-suit": ["patent", "copyright-or-patent", "intellectual-property", "any"],
  "delete-on-end": "true",
  "patent-grant": "flag",
  "guardrail-lock": "true",
  "remote-restriction": "true",
  "must-update": "true",
  "content-filter": "true",
  acceptance: "true",
};

/** Why a value is none of its type's; null where it is one. */
export function checkTermValue(type: string, value: string | number | boolean): string | null {
  const values = Object.hasOwn(TERM_VALUES, type) ? TERM_VALUES[type] : undefined;
  if (values === undefined) return `${type} is no type of term`;
  return isValue(values, value) ? null : `${value} is no value of ${type}`;
}

function isValue(values: Values, value: string | number | boolean): boolean {
  if (values === "number") return typeof value === "number" && value > 0;
  if (values === "words") return typeof value === "string" && value !== "";
  if (values === "region") return typeof value === "string" && /^[A-Z]{2,3}$/.test(value);
  if (values === "flag") return typeof value === "boolean";
  if (values === "true") return value === true;
  return typeof value !== "number" && values.includes(String(value));
}
