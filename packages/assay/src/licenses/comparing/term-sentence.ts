/** What a term says, as half a sentence: "commercial use is not allowed". */

import type { ComparedTerm } from "../../model/documents.ts";

type Value = ComparedTerm["value"];
type Say = string | ((term: ComparedTerm, shown?: string) => string);

/** Units of a name or an address of the text that is said again; a longer one is cut. */
const LONGEST_NAME = 80;

/** By type, or by type and value. */
const SENTENCES: Readonly<Record<string, Say>> = {
  "commercial-use true": "commercial use is allowed",
  "commercial-use false": "commercial use is not allowed",
  "commercial-use registration": "commercial use needs a registration",
  "commercial-use capped": "commercial use is allowed up to a limit",
  "research-only": "only research is allowed",
  "user-threshold": sayThreshold,
  "visit-threshold": sayThreshold,
  "revenue-threshold": sayThreshold,
  "territory-excluded": sayTerritory,
  "forbidden-use": ({ value }) => `${USES[String(value)] ?? `use for ${quote(value)}`} is forbidden`,
  "policy-by-url": ({ value }) => `the policy at ${nameOf(value)} is part of it`,
  "policy-by-reference": ({ value }) => `${quote(value)} is part of it`,
  "service-gate hosted-service": "it may not be offered as a hosted service",
  "service-gate model-as-a-service": "who offers the model as a service needs an agreement",
  "service-gate competes-with-licensor": "who competes with the licensor needs a licence of its own",
  "outputs-may-train-others true": "outputs may train other models",
  "outputs-may-train-others false": "outputs may not improve other models",
  "outputs-may-train-others if-named": sayNamed,
  "outputs-may-compete": "outputs may not be used to compete",
  "outputs-make-derivatives": "a model trained on outputs is a derivative",
  "outputs-owner you": "outputs belong to the user",
  "outputs-owner licensor": "outputs belong to the licensor",
  "outputs-owner unclaimed": "the licensor claims no rights in outputs",
  "outputs-restricted": "outputs are not restricted",
  "outputs-commercial-use true": "outputs may be used commercially",
  "outputs-commercial-use false": "outputs may not be used commercially",
  "modification true": "it may be modified",
  "modification false": "it may not be modified",
  "redistribution true": "copies may be passed on",
  "redistribution false": "copies may not be passed on",
  "sublicensing true": "it may be sublicensed",
  "sublicensing false": "it may not be sublicensed",
  "copyleft same-licence": "derivatives have to stay under the same licence",
  "copyleft source": "source code has to be passed on",
  "copyleft source-over-network": "source code has to be offered over a network, too",
  "pass-through use-restrictions": "restrictions of use have to be passed on",
  "pass-through users-comply": "one's users have to be made to comply",
  "pass-through same-terms": "copies stay under the same terms",
  naming: sayNaming,
  "attribution notice-file": "a notice file has to go along",
  "attribution copyright-notice": "copyright notices have to stay",
  "attribution licence-copy": "a copy of the licence has to go along",
  "attribution modification-notice": "changes have to be marked",
  "attribution cite": "the source has to be named",
  "attribution advertising": "advertising has to name the source",
  "terms-may-change": ({ details }) =>
    `the licensor may change ${details?.of === "policy" ? "the policy" : "the terms"}${details?.byUse === true ? ", and who goes on using it accepts that" : ""}`,
  "revocable true": "it may be revoked",
  "revocable false": "it cannot be revoked",
  "ends-at-will": "the licensor may end it at any time",
  "ends-on-breach automatic": ({ details }) => `it ends by itself on a breach${sayCure(details?.cureDays)}`,
  "ends-on-breach by-licensor": ({ details }) => `the licensor may end it on a breach${sayCure(details?.cureDays)}`,
  "ends-on-suit patent": "rights end for who sues over patents",
  "ends-on-suit copyright-or-patent": "rights end for who sues over copyright or patents",
  "ends-on-suit intellectual-property": "rights end for who sues over intellectual property",
  "ends-on-suit any": "rights end for who sues",
  "delete-on-end": "when it ends, use has to stop",
  "patent-grant true": "patents are licensed",
  "patent-grant false": "patents are not licensed",
  "guardrail-lock": "safeguards may not be removed",
  "remote-restriction": "the licensor may restrict use from afar",
  "must-update": "newer versions have to be used",
  "content-filter": "content has to be filtered",
  acceptance: "who uses it agrees to it",
};

/** The term as half a sentence; `shown` is the name that has to be displayed above a threshold. */
export function sayTerm(term: ComparedTerm, shown?: string): string {
  const { type, value } = term;
  const say = SENTENCES[`${type} ${String(value)}`] ?? SENTENCES[type];
  if (say === undefined) return `${type}: ${nameOf(value)}`;
  return typeof say === "string" ? say : say(term, shown);
}

const USES: Readonly<Record<string, string>> = {
  unlawful: "unlawful use",
  military: "military use",
  weapons: "use for weapons",
  nuclear: "nuclear use",
  surveillance: "surveillance",
  biometrics: "processing of biometric data",
  minors: "harm to children",
  disinformation: "false information",
  "personal-data": "use of personal data without right",
  harassment: "harassment",
  discrimination: "discrimination",
  "automated-decisions": "automated decision-making",
  "medical-advice": "medical advice",
  "law-enforcement": "use in law enforcement",
  "critical-infrastructure": "use in critical infrastructure",
  malware: "malicious code",
  impersonation: "impersonation",
  "undisclosed-generation": "hiding that a machine made it",
  "national-security": "harm to national security",
  other: "a further use",
};

const REGIONS: Readonly<Record<string, string>> = {
  EU: "the European Union",
  EEA: "the European Economic Area",
  GB: "the United Kingdom",
  KP: "North Korea",
  KR: "South Korea",
  CN: "China",
  US: "the United States",
  RU: "Russia",
  JP: "Japan",
  CH: "Switzerland",
  IN: "India",
  CA: "Canada",
  IR: "Iran",
};

function sayTerritory({ value, details }: ComparedTerm): string {
  const what = details?.scope === "multimodal" ? "multimodal models are not licensed" : "no rights are granted";
  const but = details?.endUsersExempt === true ? ", but for end users" : "";
  return `${what} in ${REGIONS[String(value)] ?? nameOf(value)}${but}`;
}

const EFFECTS: Readonly<Record<string, string>> = {
  "need-licence": "another licence is needed",
  "cut-off": "no rights are granted",
  display: "a name has to be displayed",
  "security-review": "a security review is needed",
};

function sayThreshold({ type, value, details }: ComparedTerm, shown?: string): string {
  const from = details?.comparison === "at-least" ? "from" : "above";
  const amount = `${from} ${sayAmount(type, Number(value), String(details?.currency ?? ""))}${sayWindow(type, String(details?.window))}`;
  if (shown !== undefined) return `${amount} ${quote(shown)} has to be displayed`;
  return `${amount} ${EFFECTS[String(details?.effect)] ?? "other terms hold"}`;
}

function sayAmount(type: string, number: number, currency: string): string {
  const scaled = sayNumber(number);
  return type === "revenue-threshold" ? `${currency} ${scaled} of revenue`.trim() : scaled;
}

const PERIODS: Readonly<Record<string, string>> = {
  month: " in a month",
  "preceding-month": " in the month before",
  year: " in a year",
  "12-months": " in twelve months",
};

function sayWindow(type: string, window: string): string {
  if (type === "revenue-threshold") return PERIODS[window] ?? "";
  const counted = type === "visit-threshold" ? "visits" : "users";
  return ` ${window === "year" ? "yearly" : "monthly"} ${counted}`;
}

function sayNumber(number: number): string {
  for (const [size, word] of [
    [1e9, "billion"],
    [1e6, "million"],
  ] as const) {
    const scaled = Number((number / size).toPrecision(4));
    if (number >= size && scaled * size === number) return `${scaled} ${word}`;
  }
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function sayNamed({ details }: ComparedTerm): string {
  const name = quote(String(details?.name ?? ""));
  return `outputs may train other models, ${details?.as === "display" ? `for which ${name} has to be displayed` : `whose names have to begin with ${name}`}`;
}

function sayNaming({ value, details }: ComparedTerm): string {
  if (details?.as === "model-name") return `names of models have to begin with ${quote(value)}`;
  return `${quote(value)} has to be ${details?.as === "statement" ? "stated" : "displayed"}`;
}

function sayCure(days: unknown): string {
  return typeof days === "number" ? ` that is not cured within ${days} days` : "";
}

/** Words of a text in one line, cut where they are many. */
export function nameOf(value: Value): string {
  const words = String(value).replace(/\s+/g, " ").trim();
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1)}…` : words;
}

function quote(value: Value): string {
  return `“${nameOf(value)}”`;
}
