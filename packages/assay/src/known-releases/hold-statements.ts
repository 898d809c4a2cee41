/** What a publisher says of its release, held against the claims: each thing it would mean, and whether it is so. */

import { test } from "../assess/condition.ts";
import type { SourcedStatement, Statement } from "../model/documents.ts";
import type { KnownRelease, StatementFact } from "../model/known-release.ts";
import type { Ledger } from "../model/ledger.ts";
import { RIGHTS_QUESTIONS, type RightId } from "../model/rights.ts";
import type { Claim, Framework, FrameworkResult, Verdict } from "../model/types.ts";
import { addressOf, findPlace, noteFact } from "./note-facts.ts";

/** What statements are held against. */
export interface Held {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly frameworks: readonly Framework[];
  readonly results: readonly FrameworkResult[];
  readonly ledger: Ledger;
}

interface Criterion {
  readonly id: string;
  readonly verdict: Verdict;
  /** Ids of the claims that decide it. */
  readonly claims: readonly string[];
}

/** The definition that a release is held against which is called open source. */
const DEFINITION = "osaid";

/** Holds every statement of a release against its claims. */
export function holdStatements(release: KnownRelease, held: Held): readonly SourcedStatement[] {
  return release.statements.map((fact) => holdStatement(release, fact, held));
}

function holdStatement(release: KnownRelease, { quote, seen, says }: StatementFact, held: Held): SourcedStatement {
  const criteria = [
    ...(says.rights ?? []).map((id) => holdRight(id, held)),
    ...(says.published ?? []).map((id) => holdPublished(id, held)),
    ...(says.license === undefined ? [] : [holdLicense(says.license, held)]),
    ...(says.openSource === true ? holdOpenSource(held) : []),
  ];
  const [place = ""] = seen;
  const { source, where } = findPlace(release, place);
  const why = criteria.flatMap(({ claims }) => claims.flatMap((id) => held.claims.get(id)?.evidence ?? []));
  return {
    quote,
    at: { url: addressOf(source, where) },
    about: "this",
    criteria: criteria.map(({ id, verdict }) => ({ id, verdict })),
    verdict: weigh(criteria.map(({ verdict }) => verdict)),
    why: [...new Set(why)],
    evidence: noteFact(release, { seen, about: "statement", message: `said: "${quote}"`, quote }).map((note) =>
      held.ledger.note(note),
    ),
  };
}

/** One thing that is not so contradicts it; one that is open leaves it unsettled. */
function weigh(verdicts: readonly Verdict[]): Statement["verdict"] {
  if (verdicts.includes("unmet")) return "contradicted";
  return verdicts.includes("unknown") ? "unsettled" : "supported";
}

/** Questions that ask for any: who says yes to them without a condition is contradicted by one. */
const UNIVERSAL: readonly string[] = ["scale", "country", "purpose"] satisfies RightId[];

function holdRight(id: string, { claims }: Held): Criterion {
  const isPermission = RIGHTS_QUESTIONS.find((question) => question.id === id)?.isPermission ?? true;
  const claim = `rights.${id}`;
  if (claims.get(claim)?.value === "depends" && !UNIVERSAL.includes(id))
    return { id: claim, verdict: "unknown", claims: [claim] };
  return holdClaim(claim, claims, (value) => value === (isPermission ? "yes" : "no"));
}

function holdPublished(id: string, { claims }: Held): Criterion {
  return holdClaim(`${id}.published`, claims, (value) => value === true);
}

function holdLicense(id: string, { claims }: Held): Criterion {
  return holdClaim("weights.license", claims, (value) => Array.isArray(value) && value.every((one) => one === id));
}

function holdClaim(id: string, claims: Held["claims"], holds: (value: Claim["value"]) => boolean): Criterion {
  const claim = claims.get(id);
  if (claim === undefined || claim.because !== undefined) return { id, verdict: "unknown", claims: [id] };
  return { id, verdict: holds(claim.value) ? "met" : "unmet", claims: [id] };
}

/** A licence that the OSI approved, and its definition of open source AI: either may be meant. */
function holdOpenSource({ claims, frameworks, results }: Held): readonly Criterion[] {
  const definition = frameworks.find(({ id }) => id === DEFINITION);
  const result = results.find(({ id }) => id === DEFINITION);
  if (definition === undefined || result === undefined) return [];
  const approved = { claim: "weights.license", in: ["@osi-approved"] };
  const { verdict } = test(approved, claims, definition.sets ?? {});
  const deciding = result.requirements.flatMap((ruling) => (isDeciding(ruling, result) ? ruling.claims : []));
  return [
    { id: "osi-approved", verdict, claims: ["weights.license"] },
    { id: `${definition.id}@${definition.version}`, verdict: result.verdict, claims: deciding },
  ];
}

function isDeciding(ruling: FrameworkResult["requirements"][number], { verdict }: FrameworkResult): boolean {
  return ruling.applies !== false && ruling.verdict === verdict;
}
