/** What each framework asked for and what became of it, requirement by requirement: the rulings behind the levels. */

import type { Assessment } from "../../model/documents.ts";
import type { Claim, Framework, Requirement, Ruling, Verdict } from "../../model/types.ts";
import { type Exhibitor, openExhibits } from "./exhibits.ts";
import { isSame } from "./framework-rows.ts";
import type { Answer, AnswerRow, Answers } from "./view.ts";

const ANSWERS: Readonly<Record<Verdict, Answer>> = { met: "yes", unmet: "no", unknown: "unknown" };

/** A folded block for each framework that the whole release was ruled by. */
export function detailFrameworks(
  assessment: Pick<Assessment, "origins" | "evidence" | "claims" | "frameworks">,
  frameworks: readonly Framework[],
): readonly Answers[] {
  const exhibit = openExhibits(assessment);
  const claims = new Map(assessment.claims.filter(({ about }) => about === "*").map((claim) => [claim.id, claim]));
  return assessment.frameworks
    .filter(({ about }) => about === "*")
    .flatMap((result): readonly Answers[] => {
      const framework = frameworks.find((candidate) => isSame(candidate, result));
      if (framework === undefined) return [];
      const rows = framework.requirements.map((requirement) => {
        const ruling = result.requirements.find(({ id }) => id === requirement.id);
        return { ...describeRuling(requirement, ruling), evidence: exhibitRuling(ruling, claims, exhibit) };
      });
      return [{ kind: "answers", title: `Requirements: ${framework.title}`, marks: false, rows, folded: true }];
    });
}

function describeRuling(requirement: Requirement, ruling: Ruling | undefined): AnswerRow {
  const { label, text, source } = requirement;
  const said = `${text} (${source})`;
  if (ruling === undefined) return { label, answer: "unknown", word: "not ruled", text: said };
  if (!ruling.applies) return { label, answer: "unknown", word: "does not apply", text: said, unmarked: true };
  return { label, answer: ANSWERS[ruling.verdict], word: wordOf(requirement, ruling), text: said };
}

/** The grade where it is settled, else how far it is: "partial at least", "partial at most"; and else the verdict. */
function wordOf({ grades, otherwise }: Requirement, ruling: Extract<Ruling, { applies: true | "unknown" }>): string {
  const { verdict, grade, bestGrade } = ruling;
  if (grade === bestGrade) return grade;
  if (grade !== null && grade !== otherwise) return `${grade} at least`;
  return bestGrade === grades[0].id ? verdict : `${bestGrade} at most`;
}

function exhibitRuling(
  ruling: Ruling | undefined,
  claims: ReadonlyMap<string, Claim>,
  exhibit: Exhibitor,
): NonNullable<AnswerRow["evidence"]> {
  return exhibit((ruling?.claims ?? []).flatMap((id) => claims.get(id)?.evidence ?? []));
}
