/** The models of a release that holds several: a line each. */

import type { Assessment, ModelEntry } from "../../model/documents.ts";
import { DOUBT_WORDS } from "../../model/doubts.ts";
import type { Claim, Framework } from "../../model/types.ts";
import { describeLevel } from "./framework-rows.ts";
import { formatParameters } from "./numbers.ts";
import type { AnswerRow, Answers } from "./view.ts";

/** A report is read, not searched: the JSON has all of them. */
const MOST_ROWS = 8;

/** Rows on a page; a listing of strangers may name a million models. */
const MOST_ON_PAGE = 1000;

/** Longer names leave no room beside them; their end tells them apart. */
const LONGEST_NAME = 40;

/** The block of models; none where there is one only. */
export function describeModels(assessment: Assessment, frameworks: readonly Framework[]): readonly Answers[] {
  const { models } = assessment;
  if (models.length < 2) return [];
  const describe = (model: ModelEntry): AnswerRow => {
    const level = describeLevel(assessment, frameworks, model.id) ?? { answer: "unknown", word: "" };
    return { label: cutName(model.name), ...level, text: describeModel(model, assessment) };
  };
  const rows = models.slice(0, MOST_ROWS).map(describe);
  const more = models.length - rows.length;
  const rest = models.slice(MOST_ROWS, MOST_ON_PAGE).map(describe);
  return [{ kind: "answers", title: "Models", marks: false, rows, ...(more > 0 && { more, rest }) }];
}

function cutName(name: string): string {
  const letters = [...name];
  return letters.length <= LONGEST_NAME ? name : `…${letters.slice(1 - LONGEST_NAME).join("")}`;
}

/** "7.24 billion parameters · BF16 · Apache-2.0". */
function describeModel({ id, parameters, dtypes }: ModelEntry, { claims }: Assessment): string {
  return [
    ...(parameters === undefined ? [] : [formatParameters(parameters.value)]),
    ...(dtypes === undefined ? [] : [dtypes.value.join(", ")]),
    describeTerms(claims, id),
  ].join(" · ");
}

/** The licence of the weights; where there are none, what stands beside the model's card. */
function describeTerms(claims: Assessment["claims"], id: string): string {
  const weights = findClaim(claims, "weights.license", id);
  const card = findClaim(claims, "model-card.license", id);
  const isOfCard = weights?.because === "not-observed" && card !== undefined && card.because !== "not-observed";
  return isOfCard ? `model card: ${describeLicense(card)}` : describeLicense(weights);
}

/** The claim about a model: its own, else the one about all. */
function findClaim(claims: Assessment["claims"], id: string, about: string): Claim | undefined {
  const all = claims.filter((claim) => claim.id === id);
  return all.find((claim) => claim.about === about) ?? all.find((claim) => claim.about === "*");
}

/** "Apache-2.0", "licence listed, not read": what the claim says, nothing else. */
export function describeLicense(claim: Claim | undefined): string {
  if (claim?.because === "not-observed" || claim === undefined) return "no licence found";
  if (claim.because !== undefined) return `licence ${DOUBT_WORDS[claim.because]}`;
  return Array.isArray(claim.value) ? claim.value.join(" and ") : String(claim.value);
}
