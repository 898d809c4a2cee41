/** Which way a change of terms goes for who uses the work. */

import type { ComparedTerm, TermChange } from "../../model/documents.ts";

type Direction = TermChange["direction"];
type Value = ComparedTerm["value"];

/** Values from the narrowest to the widest; values in one list are equal. */
const ORDER: Readonly<Record<string, readonly (readonly Value[])[]>> = {
  "commercial-use": [[false], ["registration"], ["capped"], [true]],
  "outputs-may-train-others": [[false], ["if-named"], [true]],
  "outputs-owner": [["licensor"], ["unclaimed", "you"]],
  "outputs-commercial-use": [[false], [true]],
  "outputs-restricted": [[true], [false]],
  modification: [[false], [true]],
  redistribution: [[false], [true]],
  sublicensing: [[false], [true]],
  "patent-grant": [[false], [true]],
  revocable: [[true], [false]],
  "ends-on-breach": [["automatic"], ["by-licensor"]],
  "ends-on-suit": [["any"], ["intellectual-property"], ["copyright-or-patent"], ["patent"]],
};

/** What a text permits when it says so; every other value of any type is a limit or a duty. */
const PERMITS: Readonly<Record<string, readonly Value[]>> = {
  "commercial-use": [true],
  "outputs-may-train-others": [true],
  "outputs-owner": ["unclaimed", "you"],
  "outputs-commercial-use": [true],
  "outputs-restricted": [false],
  modification: [true],
  redistribution: [true],
  sublicensing: [true],
  "patent-grant": [true],
  revocable: [false],
};

/** Permissions that a text gives in many words, so that not to find them is not to miss them. */
const IMPLIED: ReadonlySet<string> = new Set([
  "commercial-use",
  "modification",
  "redistribution",
  "sublicensing",
  "outputs-may-train-others",
  "outputs-owner",
  "outputs-commercial-use",
  "outputs-restricted",
]);

/** How one agrees is no right. */
const NEUTRAL: ReadonlySet<string> = new Set(["acceptance"]);

/** Whether a term permits something. */
export function isPermission({ type, value }: ComparedTerm): boolean {
  return PERMITS[type]?.includes(value) ?? false;
}

/** The way of a term that one text has and the other has not, for the reason given. */
export function directionOfOne(
  term: ComparedTerm,
  change: "gained" | "lost",
  silence: TermChange["silence"],
): Direction {
  if (NEUTRAL.has(term.type) || silence === "policy") return "other";
  const permits = isPermission(term);
  if (permits && silence === "not-found" && IMPLIED.has(term.type)) return "other";
  return permits === (change === "gained") ? "wider" : "narrower";
}

/** The way of a term that both texts have with another value or other details. */
export function directionOfBoth(old: ComparedTerm, next: ComparedTerm): Direction {
  const ways = [wayOfValue(old, next), ...wayOfDetails(old, next)].filter((way) => way !== 0);
  if (ways.length === 0 || ways.some((way) => way === null)) return "other";
  if (ways.every((way) => way === 1)) return "wider";
  return ways.every((way) => way === -1) ? "narrower" : "other";
}

/** 1 is wider, -1 narrower, 0 the same; null cannot be told. */
type Way = 1 | -1 | 0 | null;

function wayOf(old: number, next: number): Way {
  if (old < 0 || next < 0) return null;
  return Math.sign(next - old) as Way;
}

function wayOfValue({ type, value: old }: ComparedTerm, { value: next }: ComparedTerm): Way {
  if (old === next) return 0;
  if (typeof old === "number" && typeof next === "number") return wayOf(old, next);
  return wayOf(rankValue(type, old), rankValue(type, next));
}

/** Place of a value in the order of its type, from the narrowest; -1 where there is none. */
export function rankValue(type: string, value: Value): number {
  return ORDER[type]?.findIndex((values) => values.includes(value)) ?? -1;
}

/** Details from the narrowest to the widest, by their names. */
const DETAILS: Readonly<Record<string, readonly (string | boolean)[]>> = {
  effect: ["cut-off", "need-licence", "security-review", "display"],
  comparison: ["at-least", "more"],
  testDate: ["rolling", "release"],
  scope: ["all", "multimodal"],
  endUsersExempt: [false, true],
  mayChange: [true, false],
  byUse: [true, false],
};

function wayOfDetails(old: ComparedTerm, next: ComparedTerm): readonly Way[] {
  return sharedDetails(old, next)
    .filter((name) => !isEqualDetail(old, next, name))
    .map((name): Way => {
      const [before, after] = [old.details?.[name], next.details?.[name]];
      if (name === "cureDays") return wayOf(Number(before ?? 0), Number(after ?? 0));
      const order = DETAILS[name];
      if (order === undefined) return null;
      return wayOf(order.indexOf(before as string | boolean), order.indexOf(after as string | boolean));
    });
}

/** Names of the details that can be compared: what is known of a licence need not have been written down in full. */
export function sharedDetails(old: ComparedTerm, next: ComparedTerm): readonly string[] {
  const [before, after] = [Object.keys(old.details ?? {}), Object.keys(next.details ?? {})];
  // A number is told as the value, and what a grant rests on changes no right.
  const all = [...new Set([...before, ...after])].filter((name) => name !== "number" && name !== "by");
  // Of another value other things are said.
  if (old.quote !== undefined && next.quote !== undefined && old.value === next.value) return all;
  return all.filter((name) => before.includes(name) && after.includes(name));
}

/** Whether a detail is the same in both. */
export function isEqualDetail(old: ComparedTerm, next: ComparedTerm, name: string): boolean {
  return JSON.stringify(old.details?.[name]) === JSON.stringify(next.details?.[name]);
}
