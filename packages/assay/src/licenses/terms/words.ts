/** Terms in plain words, as the reason of an answer: "above 700 million monthly users a licence of one's own is needed". */

import type { Term } from "../../model/license.ts";

type Said = Pick<Term, "type" | "value" | "details">;

/** Says what a term permits, forbids or demands. */
export function sayTerm(term: Said): string {
  const say = Object.hasOwn(SENTENCES, term.type) ? SENTENCES[term.type] : undefined;
  return say?.(term) ?? `${term.type}: ${term.value}`;
}

const SENTENCES: Readonly<Record<string, (term: Said) => string>> = {
  "commercial-use": ({ value }) => COMMERCE[String(value)] ?? String(value),
  "research-only": () => "only research is allowed",
  "user-threshold": sayThreshold,
  "visit-threshold": sayThreshold,
  "revenue-threshold": sayThreshold,
  "territory-excluded": ({ value, details }) =>
    `nothing is granted in ${value}${details?.scope === "multimodal" ? " for multimodal models" : ""}`,
  "forbidden-use": ({ value }) => `forbidden: ${USES[String(value)] ?? String(value)}`,
  "policy-by-url": ({ value, details }) => `the policy at ${value} is part of it${mayChange(details)}`,
  "policy-by-reference": ({ value, details }) => `${value} is part of it${mayChange(details)}`,
  "service-gate": ({ value }) => GATES[String(value)] ?? String(value),
  "outputs-may-train-others": ({ value, details }) => sayTraining(value, details),
  "outputs-may-compete": () => "outputs may not be used to make a model that competes",
  "outputs-make-derivatives": () => "a model trained on its outputs counts as made from it",
  "outputs-owner": ({ value }) =>
    value === "licensor" ? "outputs belong to the publisher" : "the publisher claims no right in outputs",
  "outputs-restricted": () => "outputs are not restricted",
  "outputs-commercial-use": ({ value }) => `outputs may${value === true ? "" : " not"} be used commercially`,
  modification: ({ value }) => `it may${value === true ? "" : " not"} be changed`,
  redistribution: ({ value }) => `it may${value === true ? "" : " not"} be passed on`,
  sublicensing: ({ value }) => `it may${value === true ? "" : " not"} be sublicensed`,
  copyleft: ({ value }) => COPYLEFT[String(value)] ?? String(value),
  "pass-through": ({ value }) => PASSED[String(value)] ?? String(value),
  naming: ({ value, details }) => sayNaming(value, details),
  attribution: ({ value }) => `to be kept or given: ${KEPT[String(value)] ?? String(value)}`,
  "terms-may-change": ({ details }) =>
    `the publisher may change ${details?.of === "policy" ? "the policy of use" : "the terms"}`,
  revocable: ({ value }) => (value === true ? "the licence may be revoked" : "the licence is irrevocable"),
  "ends-at-will": () => "the publisher may end the licence at will",
  "ends-on-breach": ({ value }) => `a breach ends the licence${value === "automatic" ? " by itself" : ""}`,
  "ends-on-suit": () => "a lawsuit over rights in it ends the licence",
  "guardrail-lock": () => "its safeguards may not be removed",
  "remote-restriction": () => "the publisher may restrict it from afar",
};

const COMMERCE: Readonly<Record<string, string>> = {
  true: "commercial use is granted",
  false: "commercial use is not granted",
  registration: "commercial use needs registering with the publisher",
  capped: "commercial use is granted below a limit",
};

const GATES: Readonly<Record<string, string>> = {
  "hosted-service": "it may not be offered as a hosted service",
  "model-as-a-service": "offering the model as a service needs an agreement of its own",
  "competes-with-licensor": "what competes with the publisher needs a licence of its own",
};

const COPYLEFT: Readonly<Record<string, string>> = {
  "same-licence": "what is made from it stays under the same licence",
  source: "its source has to be given with it",
  "source-over-network": "who uses it over a network has to be given its source",
};

const PASSED: Readonly<Record<string, string>> = {
  "use-restrictions": "its restrictions of use have to be laid on everybody who gets it",
  "users-comply": "one's own users have to keep its rules",
  "same-terms": "copies and what is made from it stay under these terms",
};

const KEPT: Readonly<Record<string, string>> = {
  "notice-file": "its notice file",
  "copyright-notice": "the copyright notice",
  "licence-copy": "a copy of the licence",
  "modification-notice": "a notice of what was changed",
  cite: "a citation",
  advertising: "a line in advertising",
};

/** Uses whose names are no plain words. */
const USES: Readonly<Record<string, string>> = {
  unlawful: "what is against the law",
  minors: "harm to minors",
  "personal-data": "misuse of personal data",
  "automated-decisions": "fully automated decisions on people",
  "medical-advice": "medical advice",
  "law-enforcement": "law enforcement",
  "critical-infrastructure": "critical infrastructure",
  "undisclosed-generation": "hiding that a machine wrote it",
  "national-security": "harm to national security",
  other: "uses on a list",
};

function mayChange(details: Term["details"]): string {
  return details?.mayChange === true ? ", and may change" : "";
}

function sayTraining(value: Term["value"], details: Term["details"]): string {
  if (value === true) return "outputs may be used to train other models";
  if (value === "if-named") return `who trains a model on its outputs has to ${sayNamed(details)}`;
  return `outputs may not be used to train other models${details?.except === undefined ? "" : ", save those made from this one"}`;
}

function sayNamed(details: Term["details"]): string {
  const name = details?.name === undefined ? "its name" : `"${details.name}"`;
  return details?.as === "display" ? `show ${name}` : `begin that model's name with ${name}`;
}

function sayNaming(value: Term["value"], details: Term["details"]): string {
  if (details?.as === "model-name") return `the name of a model made from it has to begin with "${value}"`;
  return `"${value}" has to be shown`;
}

const EFFECTS: Readonly<Record<string, string>> = {
  "need-licence": "a licence of one's own is needed",
  "cut-off": "nothing is granted",
  display: "its name has to be shown",
  "security-review": "a security review is needed",
};

const METRICS: Readonly<Record<string, string>> = { users: "monthly users", visits: "visits a month" };
const PERIODS: Readonly<Record<string, string>> = { year: " a year", "12-months": " in 12 months", month: " a month" };

/** "above 700 million monthly users a licence of one's own is needed (counted at the release)". */
function sayThreshold({ value, details = {} }: Said): string {
  const { metric, currency, window, comparison, testDate, effect } = details;
  const amount = sayNumber(Number(value));
  const what =
    metric === "revenue"
      ? `${currency ?? ""} ${amount} of revenue${PERIODS[String(window)] ?? ""}`.trim()
      : `${amount} ${METRICS[String(metric)] ?? "users"}`;
  const from = comparison === "at-least" ? "from" : "above";
  const counted = testDate === "release" ? ", counted on the day of the release" : "";
  return `${from} ${what}${counted}, ${EFFECTS[String(effect)] ?? "other terms hold"}`;
}

function sayNumber(n: number): string {
  if (n >= 1e9 && n % 1e8 === 0) return `${n / 1e9} billion`;
  if (n >= 1e6 && n % 1e5 === 0) return `${n / 1e6} million`;
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
