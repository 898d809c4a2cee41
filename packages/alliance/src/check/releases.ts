/** Plans of releases: stages in their order, and evidence as it was when it was looked at. */

import { isGuidance } from "../guidance/packs.ts";
import type { ReleasePlan, ReleaseStage, StageNeed } from "../model/books.ts";
import type { Books, Fault } from "../model/entry.ts";
import { checkEvidence } from "./ballots.ts";

/** Stages from the narrowest to the widest. */
export const STAGES: readonly ReleaseStage[] = ["internal", "research-cohort", "hosted", "gated-weights", "open"];

/** What is wrong with plans. */
export function checkReleases(books: Books): readonly Fault[] {
  return [...books.releases.values()].flatMap(({ path, value }) => [
    ...checkOrder(value).map((message) => ({ code: "bad-stages", path, message })),
    ...value.stages
      .flatMap(({ needs }) => needs.flatMap(({ references = [] }) => references))
      .filter((reference) => !isGuidance(reference))
      .map((reference) => ({
        code: "no-guidance",
        path,
        message: `refers to ${reference}, which no pack of guidance has: assay alliance guidance lists them.`,
      })),
    ...checkEvidence(
      books,
      path,
      value.stages.flatMap(({ needs }) => needs.flatMap(evidenceOf)),
    ),
  ]);
}

function checkOrder({ stage, stages }: ReleasePlan): readonly string[] {
  const order = stages.map((one) => STAGES.indexOf(one.stage));
  const isOrdered = order.every((rank, index) => index === 0 || rank > (order[index - 1] ?? -1));
  return [
    ...(isOrdered
      ? []
      : [`has its stages in another order than ${STAGES.join(", ")}, or one twice: put them in order.`]),
    ...(stages.some((one) => one.stage === stage.state)
      ? []
      : [`is at the stage ${stage.state}, which its plan does not have: add the stage.`]),
  ];
}

/** The file that a need rests on. */
export function evidenceOf(need: StageNeed): readonly { readonly path: string; readonly sha256: string }[] {
  if (need.kind === "level") return [need.assessment];
  if (need.kind === "scan") return [need.scan];
  if (need.kind === "evaluation") return [need.results];
  return need.kind === "document" ? [need.document] : [];
}
