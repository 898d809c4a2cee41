/** An assessment in three words, for a badge: the level that was asked for, else what one is free to do. */

import type { Assessment, Freedom } from "../../model/documents.ts";
import type { Framework } from "../../model/types.ts";
import { describeLevel } from "./framework-rows.ts";
import type { Answer, Block } from "./view.ts";

/** A framework is told where one was asked for by name; without, the four freedoms are. */
export function describeVerdict(
  assessment: Pick<Assessment, "freedoms" | "frameworks">,
  asked: Framework | undefined,
): Extract<Block, { kind: "verdict" }> {
  if (asked === undefined) return describeFreedoms(assessment.freedoms);
  const level = describeLevel(assessment, [asked], "*");
  return { kind: "verdict", label: "open", answer: level?.answer ?? "unknown", word: level?.word ?? "not ruled" };
}

const ANSWERS: readonly Answer[] = ["yes", "partly", "no", "unknown"];

/** "yes" where all four are, or "use, share: yes · inspect: partly · adapt: unknown". */
function describeFreedoms(freedoms: readonly Freedom[]): Extract<Block, { kind: "verdict" }> {
  const groups = ANSWERS.map((answer) => ({ answer, ids: freedoms.filter((one) => one.answer === answer) })).filter(
    ({ ids }) => ids.length > 0,
  );
  const [first, ...others] = groups;
  if (first === undefined) return { kind: "verdict", label: "open", answer: "unknown", word: "unknown" };
  if (others.length === 0) return { kind: "verdict", label: "open", answer: first.answer, word: first.answer };
  const word = groups.map(({ answer, ids }) => `${ids.map(({ id }) => id).join(", ")}: ${answer}`).join(" · ");
  return { kind: "verdict", label: "open", answer: joinAnswers(groups.map(({ answer }) => answer)), word };
}

/** Something is open, so it is partly; nothing is, so it is not, unless that is still open. */
function joinAnswers(answers: readonly Answer[]): Answer {
  if (answers.includes("yes") || answers.includes("partly")) return "partly";
  return answers.includes("unknown") ? "unknown" : "no";
}
