/** What a release says of its openness: each sentence with its verdict, the reasons, and what would make it true. */

import { canonicalize } from "../../model/canonical.ts";
import type { Assessment, Statement } from "../../model/documents.ts";
import type { Verdict } from "../../model/types.ts";
import { type Exhibitor, openExhibits, showPlace } from "./exhibits.ts";
import type { Answer, AnswerRow, Block } from "./view.ts";

/** Sentences shown: a report is read, and the JSON has all sentences. */
const MOST_GROUPS = 3;

const ANSWERS: Readonly<Record<Verdict, Answer>> = { met: "yes", unmet: "no", unknown: "unknown" };

const WORDS: Readonly<Record<Statement["verdict"], Answer>> = {
  contradicted: "no",
  supported: "yes",
  unsettled: "unknown",
};

/** What contradicts stands first. */
const VERDICTS: readonly Statement["verdict"][] = ["contradicted", "supported", "unsettled"];
const ORDER: readonly Verdict[] = ["unmet", "unknown", "met"];

const CRITERIA: Readonly<Record<string, string>> = {
  "licence-osi": "Licence approved by OSI",
  "mof-class": "Model Openness Framework",
  "weights-available": "Weights available",
};

/** Builds the block; sentences of which the same is to be told are told as one. None where nothing is said. */
export function describeSaid(assessment: Pick<Assessment, "statements" | "evidence" | "origins">): readonly Block[] {
  const exhibit = openExhibits(assessment);
  const groups = Map.groupBy(assessment.statements, ({ about, verdict, criteria }) =>
    canonicalize([about, verdict, criteria]),
  );
  const sorted = [...groups.values()].toSorted((a, b) => rankOf(a) - rankOf(b));
  const rows = sorted.slice(0, MOST_GROUPS).flatMap((group) => describe(group, assessment, exhibit));
  return rows.length === 0 ? [] : [{ kind: "answers", title: "What it says of its openness", marks: true, rows }];
}

function rankOf([first]: readonly Statement[]): number {
  return first === undefined ? 0 : VERDICTS.indexOf(first.verdict);
}

function describe(
  group: readonly Statement[],
  { origins }: Pick<Assessment, "origins">,
  exhibit: Exhibitor,
): readonly AnswerRow[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { quote, at, verdict, criteria, why, about } = first;
  const { place } = showPlace(at, origins);
  const more = others.length === 0 ? "" : ` and ${others.length} more of its kind`;
  const said: AnswerRow = {
    label: about === "other" ? "It says of another" : "It says",
    answer: WORDS[verdict],
    word: verdict,
    text: `"${quote.replace(/\s+/g, " ")}"${more}`,
    ...(place === undefined ? {} : { place }),
    evidence: exhibit(why),
  };
  const sorted = criteria.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return [said, ...sorted.map(describeCriterion)];
}

function describeCriterion({ id, verdict, because = "", needs }: Statement["criteria"][number]): AnswerRow {
  const text = needs === undefined ? because : `${because} To make it true: ${lower(needs)}`;
  return { label: CRITERIA[id] ?? "Open Source AI Definition", answer: ANSWERS[verdict], text };
}

/** The beginning of a sentence inside of another one. */
function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
