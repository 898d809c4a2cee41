/** Which terms answer which question, and how. Null where no term speaks of it. */

import type { RightId } from "../model/rights.ts";
import type { StatedTerm } from "../model/terms.ts";

/** An answer and the terms that give it. */
export interface Found {
  readonly answer: "yes" | "no" | "depends";
  readonly terms: readonly StatedTerm[];
}

type Terms = readonly StatedTerm[];
type Rule = (terms: Terms) => Found | null;

/** The first rule that finds something. */
function first(...rules: readonly Rule[]): Rule {
  return (terms) => {
    for (const rule of rules) {
      const found = rule(terms);
      if (found !== null) return found;
    }
    return null;
  };
}

/** Which terms of a type speak: those of a value, those with a detail; all of them where nothing is said. */
interface Wanted {
  readonly values?: readonly StatedTerm["value"][];
  readonly holds?: (details: NonNullable<StatedTerm["details"]>) => boolean;
}

/** Details that limit a clause to a part: to one model, to some cases, to some users. */
const PARTIAL: readonly string[] = ["onlyFor", "only", "unless"];

/** Answers where such terms are there. */
function when(type: string, answer: Found["answer"], { values, holds }: Wanted = {}): Rule {
  return (terms) => {
    const found = terms.filter(
      (term) => term.type === type && (values?.includes(term.value) ?? true) && (holds?.(term.details ?? {}) ?? true),
    );
    if (found.length === 0) return null;
    // A clause about some of it alone settles nothing for the rest.
    const isPartial = answer !== "depends" && found.every(({ details = {} }) => PARTIAL.some((key) => key in details));
    return { answer: isPartial ? "depends" : answer, terms: found };
  };
}

/** Whether a term bears only on those above a size or in a region: a case may be outside of it. */
export function isLimit({ type, details }: StatedTerm): boolean {
  const isOfSize = type.endsWith("-threshold") || (type === "naming" && details?.above === true);
  return isOfSize || type === "territory-excluded";
}

/** Whether a term bears on commerce alone: another use may be outside of it. */
export function isOfCommerce({ type, value }: StatedTerm): boolean {
  return type === "research-only" || (type === "commercial-use" && value !== true);
}

/** Above these amounts something is not granted any more; a duty to show a name is none of them. */
const limits: Rule = (terms) => {
  const found = terms.filter(({ type, details }) => type.endsWith("-threshold") && details?.effect !== "display");
  return found.length === 0 ? null : { answer: "depends", terms: found };
};

/** Both are told where both are said: they leave different uses open. */
const notForCommerce: Rule = (terms) => {
  const found = [when("commercial-use", "no", { values: [false] }), when("research-only", "no")].flatMap(
    (rule) => rule(terms) ?? [],
  );
  const [strictest] = found.toSorted((a, b) => Number(b.answer === "no") - Number(a.answer === "no"));
  return strictest === undefined ? null : { ...strictest, terms: found.flatMap((one) => one.terms) };
};
const registered = when("commercial-use", "depends", { values: ["registration", "capped"] });

/** Of a licence that allows only some uses the outputs, a service and changed copies are within those uses. */
const withinItsUses: Rule = (terms) => {
  const found = notForCommerce(terms);
  return found === null ? null : { ...found, answer: "depends" };
};

const isForbidden: Rule = (terms) => {
  const named = terms.filter(({ type }) => type === "forbidden-use");
  const beyondLaw = named.filter(({ value }) => value !== "unlawful");
  return beyondLaw.length === 0 ? null : { answer: "no", terms: beyondLaw };
};

/** A policy in the same file was read with it. */
const isApart = ({ attached }: NonNullable<StatedTerm["details"]>): boolean => attached !== true;
const policies = first(
  when("policy-by-url", "depends", { holds: isApart }),
  when("policy-by-reference", "depends", { holds: isApart }),
);

/** Both have to be said: what is not granted is not permitted. */
const changedAndPassedOn: Rule = (terms) => {
  const granted = terms.filter(
    ({ type, value }) => (type === "modification" || type === "redistribution") && value === true,
  );
  return new Set(granted.map(({ type }) => type)).size === 2 ? { answer: "yes", terms: granted } : null;
};

/** What binds whoever uses the work binds who uses what is made from it: others may be given no more than one has. */
const bindsUsers: Rule = (terms) => {
  const found = terms.filter(
    (term) =>
      isLimit(term) ||
      isOfCommerce(term) ||
      (term.type === "forbidden-use" && term.value !== "unlawful") ||
      term.type === "naming" ||
      term.type.startsWith("policy-by-"),
  );
  return found.length === 0 ? null : { answer: "depends", terms: found };
};

/** What may not be changed has no changes with terms of their own. */
const mayBeChanged = when("modification", "yes", { values: [true] });
const changedWithinLimits: Rule = (terms) => (mayBeChanged(terms) === null ? null : bindsUsers(terms));

/** Above each of these amounts a name has to be shown: all are told, and the name. */
const shownAbove: Rule = (terms) => {
  const found = terms.filter(
    ({ type, details }) => type === "naming" || (type.endsWith("-threshold") && details?.effect === "display"),
  );
  return found.length === 0 ? null : { answer: "depends", terms: found };
};

/** The rule of each question. */
export const RULES: Readonly<Record<RightId, Rule>> = {
  sell: first(notForCommerce, limits, registered, when("commercial-use", "yes", { values: [true] })),
  scale: limits,
  country: first(
    when("territory-excluded", "no", {
      holds: (details) => details.scope !== "multimodal" && details.endUsersExempt !== true,
    }),
    when("territory-excluded", "depends"),
  ),
  purpose: first(isForbidden, notForCommerce, policies),
  service: first(
    when("service-gate", "no", { values: ["hosted-service"] }),
    when("service-gate", "depends"),
    withinItsUses,
  ),
  outputs: first(
    when("outputs-may-train-others", "no", { values: [false] }),
    when("outputs-may-train-others", "depends", { values: ["if-named"] }),
    when("outputs-may-compete", "depends"),
    when("outputs-make-derivatives", "depends"),
    when("outputs-commercial-use", "depends", { values: [false] }),
    when("outputs-may-train-others", "yes", { values: [true] }),
    when("outputs-restricted", "yes", { values: [false] }),
    withinItsUses,
  ),
  adapt: first(
    when("modification", "no", { values: [false] }),
    when("redistribution", "no", { values: [false] }),
    changedAndPassedOn,
  ),
  "own-terms": first(
    when("modification", "no", { values: [false] }),
    when("copyleft", "no"),
    when("pass-through", "no", { holds: (details) => details.of !== "copies" }),
    changedWithinLimits,
    mayBeChanged,
  ),
  name: first(
    when("naming", "yes", { holds: (details) => details.above !== true }),
    shownAbove,
    when("attribution", "yes", { values: ["advertising"] }),
  ),
  change: first(
    when("terms-may-change", "yes"),
    when("revocable", "yes", { values: [true] }),
    when("ends-at-will", "yes"),
    when("policy-by-url", "depends", { holds: (details) => details.mayChange === true }),
    when("policy-by-reference", "depends", { holds: (details) => details.mayChange === true }),
    when("remote-restriction", "depends"),
    when("revocable", "no", { values: [false] }),
  ),
};
