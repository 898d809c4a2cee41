/** What our assessment says of a dimension: the least that is proven and the best that is possible. */

import type { Assessment } from "../../packages/assay/src/model/documents.ts";
import type { Evidence, FrameworkResult, Requirement } from "../../packages/assay/src/model/types.ts";
import { frameworks } from "../../packages/assay/src/node.ts";
import { toWords } from "./join.ts";
import type { Judgement, Range, SourceId } from "./judgement.ts";

/** Frameworks whose requirements are the dimensions of a source; the map of Current AI has no requirements. */
const FRAMEWORKS: Readonly<Record<Exclude<SourceId, "ai-map">, readonly [id: string, version: string]>> = {
  mot: ["mof", "1.0"],
  "eu-index-2026": ["eu-index", "2026"],
  "eu-index-2025": ["eu-index", "2025"],
};
/** Components of the map, and the claims that answer for them. */
const OF_MAP: Readonly<Record<string, string>> = {
  weights: "weights.published",
  data: "training-data.published",
  code: "training-code.published",
  checkpoints: "intermediate-weights.published",
};
const SHARES = ["closed", "partial", "open"] as const;
const CLASSES = ["closed", "restricted", "open_weights", "open_source"] as const;
/** Most evidence that is shown for one dimension. */
const MOST_SHOWN = 4;

/** What we say of a dimension of a record; null where no requirement of ours asks it, or it does not apply. */
export function rangeOf(assessment: Assessment, judgement: Judgement, dimension: string): Range | null {
  const { source } = judgement;
  const about = modelOf(assessment, judgement);
  if (source === "ai-map") return rangeOfMap(assessment, about, dimension);
  const [id, version] = FRAMEWORKS[source];
  const isReading = ({ reading }: { readonly reading?: string }): boolean =>
    reading === undefined || reading === "tool";
  const framework = frameworks.find((one) => one.id === id && one.version === version && isReading(one));
  const requirement = framework?.requirements.find((one) => one.id === dimension);
  const result = findResult(assessment, [id, version, about]);
  const ruling = result?.requirements.find((one) => one.id === dimension);
  if (requirement === undefined || ruling === undefined || ruling.applies === false) return null;
  const scale = scaleOf(requirement);
  const worst = scale[0] ?? "";
  const evidence = showEvidence(assessment, about, ruling.claims);
  return { scale, least: ruling.grade ?? worst, best: ruling.bestGrade, evidence };
}

/** The model of the release whose name is one of the record's, letter by letter and digit by digit; else all of it. */
function modelOf({ models }: Assessment, { names }: Judgement): string {
  const wanted = names.map(toLetters);
  const named = models.filter(({ id, name }) =>
    [name, id.slice(id.lastIndexOf("/") + 1)].map(toLetters).some((one) => wanted.includes(one)),
  );
  return models.length > 1 && named.length === 1 ? (named[0]?.id ?? "*") : "*";
}

function toLetters(name: string): string {
  return toWords(name).replaceAll(/[^\p{L}\d]/gu, "");
}

function findResult(
  { frameworks: all }: Assessment,
  [id, version, about]: readonly string[],
): FrameworkResult | undefined {
  const results = all.filter((one) => one.id === id && one.version === version && (one.reading ?? "tool") === "tool");
  return results.find((one) => one.about === about) ?? results.find((one) => one.about === "*");
}

/** From the worst to the best. */
function scaleOf({ otherwise, grades }: Requirement): readonly string[] {
  return [otherwise, ...grades.map(({ id }) => id).toReversed()];
}

function rangeOfMap(assessment: Assessment, about: string, dimension: string): Range | null {
  if (dimension === "class") return rangeOfClass(assessment, about);
  const id = OF_MAP[dimension];
  if (id === undefined) return null;
  const value = findValue(assessment, about, id);
  const [least, best] =
    value === true ? (["partial", "open"] as const) : (["closed", value === false ? "closed" : "open"] as const);
  return { scale: SHARES, least, best, evidence: showEvidence(assessment, about, [id]) };
}

/** Open source as OSAID has it; open weights that may be used for anything; weights under limits. */
function rangeOfClass(assessment: Assessment, about: string): Range {
  const osaid = findResult(assessment, ["osaid", "1.0", about]);
  const unlimited = findValue(assessment, about, "rights.unlimited");
  const weights = findValue(assessment, about, "weights.published");
  const open = unlimited === false ? "restricted" : "open_weights";
  const best = osaid?.ceiling === null ? open : "open_source";
  const proven = unlimited === true ? "open_weights" : "restricted";
  const least = osaid?.level ?? null;
  const atLeast = weights === true ? proven : "closed";
  const evidence = showEvidence(assessment, about, ["rights.unlimited", "weights.published"]);
  return {
    scale: CLASSES,
    least: least === null ? atLeast : "open_source",
    best: weights === false ? "closed" : best,
    evidence,
  };
}

function findValue({ claims }: Assessment, about: string, id: string): unknown {
  const answers = claims.filter((claim) => claim.id === id);
  return (answers.find((claim) => claim.about === about) ?? answers.find((claim) => claim.about === "*"))?.value;
}

/** Where we read what the claims say, those that say yes first. */
function showEvidence({ claims, evidence }: Assessment, about: string, ids: readonly string[]): readonly string[] {
  const known = new Map(evidence.map((one) => [one.id, one]));
  const answers = claims.filter((claim) => ids.includes(claim.id) && (claim.about === about || claim.about === "*"));
  const settled = answers.filter(({ value }) => value !== "unknown");
  const shown = settled.flatMap((claim) =>
    claim.evidence.slice(0, 1).flatMap((one) => {
      const found = known.get(one);
      return found === undefined ? [] : [`${claim.id}: ${showPlace(found)}`];
    }),
  );
  return [...new Set(shown)].slice(0, MOST_SHOWN);
}

function showPlace({ at, quote, message }: Evidence): string {
  const place = "path" in at ? `${at.path}${at.line === undefined ? "" : `:${at.line}`}` : "the release";
  return `${place}: ${(quote ?? message).slice(0, 160)}`;
}
