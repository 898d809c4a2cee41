/** Changes as steps that a person can take: what, why, where, an example, who else asks. */

import type { Right } from "../model/documents.ts";
import type { ClaimChange, OtherAsker, PlanClaims, PlanStep, ServedRequirement } from "../model/plans.ts";
import type { Framework, Requirement } from "../model/types.ts";
import { showChange } from "./changes.ts";
import type { World } from "./domains.ts";
import { type Goal, listLeaves } from "./goals.ts";
import { type Addition, PARTS } from "./parts.ts";
import { PASSAGES } from "./passages.ts";
import { findComponent, isWithout, propertyOf, type RootLicense } from "./publisher.ts";
import type { Change } from "./search.ts";

/** Askers that a step names; more say no more. */
const MOST_ASKERS = 40;

/** What steps are made of beside the changes. */
export interface Setting extends Pick<World, "claims" | "engine"> {
  /** The framework of the plan. */
  readonly framework: Framework;
  /** Its goals. */
  readonly goals: readonly Goal[];
  /** All frameworks that the release was ruled by, and their names. */
  readonly others: readonly {
    readonly address: string;
    readonly framework: Framework;
    readonly open: readonly string[];
  }[];
  /** What has to be settled before the weights get other terms. */
  readonly openBase: string | null;
  /** The licence whose text lies at the root, and so governs what is added. */
  readonly rootLicense: RootLicense | null;
  /** The rights card, with what the terms that stand here would answer. */
  readonly rights: readonly Right[];
}

/** One step for each subject, the least work first. */
export function toSteps(changes: readonly Change[], setting: Setting): readonly PlanStep[] {
  const subjects = [...Map.groupBy(changes, ({ effort }) => effort.subject)];
  return subjects
    .toSorted(([, a], [, b]) => workOf(a) - workOf(b))
    .map(([subject, some]) => toStep(subject, some, setting));
}

function workOf(changes: readonly Change[]): number {
  return Math.max(...changes.map(({ effort }) => effort.work));
}

function toStep(subject: string, changes: readonly Change[], setting: Setting): PlanStep {
  const shown = changes.map((change) => showChange(change, setting.claims));
  const kind = kindOf(subject, changes, setting.claims);
  const cautions = listCautions(changes, setting);
  return {
    id: subject,
    kind,
    ...describe(subject, shown, kind),
    why: listServed(changes, setting),
    askedBy: listAskers(changes, setting),
    changes: shown,
    evidence: listEvidence(changes, setting.claims),
    ...(cautions.length > 0 && { caution: cautions.join(" ") }),
  };
}

/** Whether a part is there at all comes before what else is known of it. */
function listEvidence(changes: readonly Change[], claims: PlanClaims): readonly string[] {
  const isFirst = ({ claim }: Change): number => Number(propertyOf(claim) !== "published");
  const ordered = changes.toSorted((a, b) => isFirst(a) - isFirst(b));
  return [...new Set(ordered.flatMap(({ claim }) => claims.get(claim)?.evidence ?? []))];
}

/** What a publisher has to know before the step: a base in doubt, a licence that governs all, an answer that no file gives. */
function listCautions(
  changes: readonly Change[],
  { openBase, rootLicense, rights, framework, claims }: Setting,
): readonly string[] {
  const isOfWeights = changes.some(({ claim }) => claim === "weights.license" || claim.startsWith("rights."));
  const licensed = changes.filter(({ claim }) => propertyOf(claim) === "license");
  const isElse =
    rootLicense !== null && licensed.some(({ to }) => typeof to === "object" && !to.includes(rootLicense.id));
  const unanswered = (framework.unanswered ?? []).filter(
    ({ claim }) => !claims.has(claim) && changes.some((change) => change.claim === claim),
  );
  return [
    ...(isOfWeights && openBase !== null ? [openBase] : []),
    ...(isElse
      ? [
          `${rootLicense.path} is ${rootLicense.id} and governs what is added without a licence of its own; state another one beside its part.`,
        ]
      : []),
    ...listLimits(changes, rights),
    ...unanswered.map(({ claim, why }) => `${claim} is not looked at: ${why}`),
  ];
}

/** Rights without which there is a limit. */
const LIMITS: readonly string[] = ["sell", "scale", "country", "purpose", "service", "adapt"];

/** What the terms that stand here deny, where the weights are not part of what was read. */
function listLimits(changes: readonly Change[], rights: readonly Right[]): readonly string[] {
  const asked = changes.flatMap(({ claim }) => {
    if (claim === "rights.unlimited") return LIMITS;
    return claim.startsWith("rights.") ? [claim.slice("rights.".length)] : [];
  });
  return rights.flatMap(({ id, question, conditional }) => {
    if (!asked.includes(id) || conditional === undefined || conditional.answer === "unknown") return [];
    const isHoped = conditional.answer === (id === "name" || id === "change" ? "no" : "yes");
    return isHoped
      ? []
      : [`The terms that stand here answer "${question}" with ${conditional.answer}: ${conditional.because}.`];
  });
}

function kindOf(subject: string, changes: readonly Change[], claims: PlanClaims): PlanStep["kind"] {
  const known = changes.flatMap(({ claim }) => claims.get(claim) ?? []).filter(({ because }) => because === undefined);
  if (subject.endsWith(":terms")) return known.every(isWithout) ? "license" : "relicense";
  return known.length > 0 ? "add" : "show";
}

/** What to do where, for the subject as a whole. */
function describe(
  subject: string,
  changes: readonly ClaimChange[],
  kind: PlanStep["kind"],
): Pick<PlanStep, "what" | "where" | "example"> {
  const [id = subject, property] = subject.split(":");
  const license = changes.find(({ claim }) => propertyOf(claim) === "license")?.to;
  if (property === "terms") return describeTerms(id, changes, kind);
  const part = additionOf(id, changes);
  if (part === undefined)
    return {
      what: changes.map(({ wanted }) => wanted).join(", "),
      where: "README.md",
      example: "a sentence that states it",
    };
  const { what, where, example } = part;
  if (property !== undefined) return describeProperty(property, { id, part, changes });
  const named = typeof license === "object" ? `, under ${license.join(" and ")} or a licence like it` : "";
  const granted = changes.filter(({ claim }) => claim.startsWith("rights.")).map(({ wanted }) => wanted);
  const terms = named === "" && granted.length > 0 ? `, under ${granted.join(", ")}` : named;
  const isLink = changes.every(({ claim }) => propertyOf(claim) === "linked");
  if (isLink)
    return {
      what: `a link to ${what.replace(/^a /, "the ")}`,
      where: "README.md",
      example: `its address in the card, or in release.json`,
    };
  return { what: `${what}${terms}`, where, example };
}

function additionOf(id: string, changes: readonly ClaimChange[]): Addition | undefined {
  const own = PASSAGES[id];
  if (own !== undefined) return own;
  const component = findComponent(`${id}.`);
  if (component === undefined) return undefined;
  const part = PARTS[component.id];
  const passages = changes.flatMap(({ claim }) => PASSAGES[claim] ?? []);
  const [first] = passages;
  // A data card that is asked for what it tells of the data.
  return first === undefined
    ? part
    : { ...part, what: `${part.what} with ${passages.map(({ what }) => what).join(", ")}`, example: first.example };
}

/** The licence that the most parts are to have stands first. */
function describeTerms(
  id: string,
  changes: readonly ClaimChange[],
  kind: PlanStep["kind"],
): Pick<PlanStep, "what" | "where" | "example"> {
  const licensed = changes.filter(({ claim }) => propertyOf(claim) === "license");
  const chosen = new Map(
    licensed.map(({ claim, to }) => [nameOf(claim), typeof to === "object" ? to.join(" and ") : ""]),
  );
  const [license = "Apache-2.0"] = chosen.values();
  const isOne = new Set(chosen.values()).size <= 1;
  const names = chosen.size === 0 ? nameOf(`${id}.`) : [...chosen.keys()].join(", ");
  const each = isOne ? license : [...chosen].map(([name, own]) => `${own} for the ${name}`).join(", ");
  const isUnread = licensed.some(({ because }) => because === "unidentified" || because === "conflicting");
  const stated = isUnread ? "a licence that is known" : "a licence";
  const word = kind === "relicense" ? "other terms" : stated;
  const instead = isUnread ? " (the one here cannot be told)" : "";
  return {
    what: `${word} for the ${names}: ${each} or one like it${instead}`,
    where: isOne
      ? "LICENSE, and license: in the front matter of README.md"
      : "LICENSE, and license of each part in release.json",
    example: `the whole text of ${license}, word for word`,
  };
}

function nameOf(claim: string): string {
  return findComponent(claim)?.name.toLowerCase() ?? "weights";
}

interface Described {
  readonly id: string;
  readonly part: Addition;
  readonly changes: readonly ClaimChange[];
}

function describeProperty(
  property: string,
  { id, part, changes }: Described,
): Pick<PlanStep, "what" | "where" | "example"> {
  const the = part.what.replace(/^an? /, "the ");
  if (property === "complete")
    return {
      what: `all of ${the}`,
      where: part.where,
      example: "say in release.json that it is whole, or add what is missing",
    };
  if (property === "access")
    return {
      what: `open access to ${the}`,
      where: "the settings of the repository; level in release.json",
      example: `{ "component": "${id}", "origin": ".", "level": "open" }`,
    };
  return {
    what: `${the}: ${changes.map(({ wanted }) => wanted).join(", ")}`,
    where: part.where,
    example: part.example,
  };
}

function listServed(changes: readonly Change[], { goals }: Setting): readonly ServedRequirement[] {
  const changed = new Set(changes.map(({ claim }) => claim));
  const others = ({ when }: Goal): number => listLeaves(when).filter(({ claim }) => !changed.has(claim)).length;
  const served = goals.filter(({ when }) => listLeaves(when).some(({ claim }) => changed.has(claim)));
  // What asks for this alone says best why.
  const ordered = served.toSorted((a, b) => others(a) - others(b));
  return [...new Map(ordered.map(({ requirement }) => [requirement.id, serve(requirement)])).values()];
}

/** A requirement as a step cites it. */
export function serve({ id, label, text, source }: Requirement): ServedRequirement {
  return { id, label, text, source };
}

/** Requirements of other frameworks that are not met and of which some condition would come to hold. */
function listAskers(changes: readonly Change[], { others, framework, claims, engine }: Setting): readonly OtherAsker[] {
  const found = others
    // Another reading of the same norm asks for the same.
    .filter((other) => other.framework.id !== framework.id)
    .flatMap(({ address, framework: other, open }) =>
      other.requirements
        .filter(({ id }) => open.includes(id))
        .filter((requirement) => isServed(requirement, changes, { claims, engine, sets: other.sets ?? {} }))
        .map(({ id, label }) => ({ framework: address, requirement: id, label })),
    );
  return found.slice(0, MOST_ASKERS);
}

function isServed(
  { grades }: Requirement,
  changes: readonly Change[],
  { claims, engine, sets }: Omit<World, "moves">,
): boolean {
  const leaves = grades.flatMap(({ when }) => listLeaves(when));
  return changes.some(({ claim, to }) => {
    const changed = new Map([[claim, { id: claim, about: "*", value: to, evidence: [] }]]);
    return leaves.some(
      (leaf) =>
        leaf.claim === claim &&
        engine.test(leaf, claims, sets).verdict !== "met" &&
        engine.test(leaf, changed, sets).verdict === "met",
    );
  });
}
