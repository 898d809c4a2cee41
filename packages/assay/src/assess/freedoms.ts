/** The headline: may anyone inspect, use, adapt and share it? Ruled like any framework, then put into words. */

import { COMPONENTS } from "../model/components.ts";
import type { Freedom, Right } from "../model/documents.ts";
import { DOUBT_WORDS } from "../model/doubts.ts";
import type { Claim, Doubt, Framework, Ruling } from "../model/types.ts";
import { rule } from "./rule.ts";

const FREEDOMS: readonly Freedom["id"][] = ["inspect", "use", "adapt", "share"];

/** Answers the four questions from the claims; each reason names what decided, of rights in the words of their card. */
export function answerFreedoms(
  framework: Framework,
  claims: ReadonlyMap<string, Claim>,
  rights: readonly Right[],
): readonly Freedom[] {
  const { requirements } = rule(framework, claims, "*");
  return FREEDOMS.map((id) => {
    const ruling = requirements.find((candidate) => candidate.id === id);
    const decisive = (ruling?.claims ?? []).flatMap((claim) => claims.get(claim) ?? []);
    const asked = listClaims(framework.requirements.find((candidate) => candidate.id === id)?.grades);
    const limits = listLimits(id, asked, rights);
    const answer = readAnswer(ruling);
    // Where the parts leave it open, terms settle nothing: what is seen of the parts is shown first.
    const isOfTerms = ({ id: claim }: Claim): boolean => claim.startsWith("rights.") || claim.endsWith(".license");
    const cited = answer === "unknown" ? decisive.toSorted((a, b) => +isOfTerms(a) - +isOfTerms(b)) : decisive;
    return {
      id,
      answer,
      because: [...limits.reasons, explain(decisive)].filter((words) => words !== "").join("; "),
      evidence: [...new Set([...limits.evidence, ...cited.flatMap((claim) => claim.evidence)])],
    };
  });
}

function readAnswer(ruling: Ruling | undefined): Freedom["answer"] {
  if (ruling === undefined || !ruling.applies || ruling.grade === null) return "unknown";
  return ruling.grade === "yes" || ruling.grade === "partly" || ruling.grade === "no" ? ruling.grade : "unknown";
}

/** Order in which the properties of a component are told. */
const PROPERTIES = ["published", "complete", "license"];

/** Every claim that conditions name. */
function listClaims(conditions: unknown): ReadonlySet<string> {
  if (typeof conditions !== "object" || conditions === null) return new Set();
  const { claim } = conditions as { readonly claim?: unknown };
  return new Set([
    ...(typeof claim === "string" ? [claim] : []),
    ...Object.values(conditions).flatMap((one) => [...listClaims(one)]),
  ]);
}

/** Rights that limit the use of a model; to adapt and to share it is limited by the same. */
const OF_USE: readonly string[] = ["sell", "scale", "country", "purpose"];

/** The rights that limit, told in full of the use; what is granted or not known is told by the licence. */
function listLimits(
  id: Freedom["id"],
  asked: ReadonlySet<string>,
  rights: readonly Right[],
): { readonly reasons: readonly string[]; readonly evidence: readonly string[] } {
  const limiting = rights.filter((right) => asked.has(`rights.${right.id}`) && isLimit(right));
  const told = id === "use" ? limiting : limiting.filter((right) => !OF_USE.includes(right.id));
  const reasons = [...new Set(told.map(({ because }) => because))];
  return {
    reasons: told.length < limiting.length ? [...reasons, "the limits of use go with it"] : reasons,
    evidence: told.flatMap(({ evidence }) => evidence),
  };
}

function isLimit({ answer }: Right): boolean {
  return answer === "no" || answer === "depends";
}

/** "weights published, complete, under Apache-2.0; training data not found in what was read". */
function explain(decisive: readonly Claim[]): string {
  const states = new Map<string, string[]>();
  const parts = decisive.filter(({ id }) => !id.startsWith("rights."));
  // What is not known to be there cannot be known to be whole or licensed: once is enough said.
  const absent = new Set(
    parts.flatMap(({ id, because }) => (because !== undefined && id.endsWith(".published") ? [subjectOf(id)] : [])),
  );
  const telling = parts.filter(({ id }) => id.endsWith(".published") || !absent.has(subjectOf(id)));
  for (const claim of telling.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const subject = subjectOf(claim.id);
    const property = claim.id.slice(subject.length + 1);
    const state = claim.because === undefined ? describeValue(property, claim) : describeDoubt(property, claim.because);
    states.set(subject, [...(states.get(subject) ?? []), state]);
  }
  const groups = new Map<string, string[]>();
  for (const [subject, told] of states) {
    const words = told.join(", ");
    groups.set(words, [...(groups.get(words) ?? []), nameSubject(subject)]);
  }
  return [...groups].map(([words, subjects]) => `${subjects.join(", ")} ${words}`).join("; ");
}

function subjectOf(claim: string): string {
  return claim.slice(0, claim.indexOf("."));
}

function rankOf({ id }: Claim): number {
  return PROPERTIES.indexOf(id.slice(id.indexOf(".") + 1));
}

function describeDoubt(property: string, doubt: Doubt): string {
  if (property === "license") return `licence ${DOUBT_WORDS[doubt]}`;
  return property === "complete" ? `not known to be complete (${DOUBT_WORDS[doubt]})` : DOUBT_WORDS[doubt];
}

function describeValue(property: string, { value }: Claim): string {
  if (Array.isArray(value)) return `under ${value.join(" and ")}`;
  if (property === "published") return value === true ? "published" : "not released";
  if (property === "complete") return value === true ? "complete" : "incomplete";
  return String(value);
}

function nameSubject(subject: string): string {
  return COMPONENTS.find(({ id }) => id === subject)?.name.toLowerCase() ?? subject;
}
