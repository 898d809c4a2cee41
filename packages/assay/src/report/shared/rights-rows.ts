/** The rights card as rows: the question, the answer, the clause. */

import type { Assessment, Right, RightAnswer } from "../../model/documents.ts";
import { openExhibits } from "./exhibits.ts";
import { firstPlace } from "./places.ts";
import type { Answer, AnswerRow, Block } from "./view.ts";

/** How an answer is marked: what a user hopes for, what limits, what forbids. */
const MARKED: Readonly<Record<RightAnswer, Answer>> = {
  yes: "yes",
  depends: "partly",
  no: "no",
  unknown: "unknown",
};

/** The ten questions; none where nothing says anything of rights. */
export function describeRights({
  rights,
  evidence,
  origins = [],
}: Pick<Assessment, "rights" | "evidence"> & Partial<Pick<Assessment, "origins">>): readonly Block[] {
  if (rights.every(({ answer, evidence: cited }) => answer === "unknown" && cited.length === 0)) return [];
  const exhibit = openExhibits({ evidence, origins });
  const rows = rights.map((right): AnswerRow => {
    const place = firstPlace(evidence, right.evidence);
    return { ...describeRight(right), ...(place !== undefined && { place }), evidence: exhibit(right.evidence) };
  });
  return [{ kind: "answers", title: nameCard(rights), marks: false, rows }];
}

/** One question: its answer and the reason, without the place. */
export function describeRight({ question, answer, because, conditional }: Right): AnswerRow {
  return {
    label: question,
    answer: MARKED[answer],
    word: conditional === undefined ? answer : `(${conditional.answer})`,
    text: conditional?.because ?? because,
  };
}

function nameCard(rights: readonly Right[]): string {
  const own = rights.find(({ for: stated }) => stated !== undefined)?.for;
  const whose = rights.some(({ conditional }) => conditional !== undefined)
    ? "Rights, if the terms here are those of the weights, which were not read"
    : "Rights in the weights";
  return own === undefined ? whose : `${whose}; for ${own}`;
}
