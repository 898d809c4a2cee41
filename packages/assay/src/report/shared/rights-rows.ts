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
  const clauses = evidence.filter(({ code }) => code === "term");
  const rows = rights.map((right): AnswerRow => {
    // What a text does not say stands at no place of it: the title names the text.
    const place = firstPlace(clauses, right.evidence);
    return { ...describeRight(right), ...(place !== undefined && { place }), evidence: exhibit(right.evidence) };
  });
  return [{ kind: "answers", title: nameCard(rights, nameTexts(rights, evidence)), marks: false, rows: shorten(rows) }];
}

/** Ten times the same is said once, and what stands in the line before is not said again. */
function shorten(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const [first] = rows;
  const isSame = (a: AnswerRow | undefined, b: AnswerRow): boolean =>
    a !== undefined && a.text === b.text && a.place === b.place && a.text !== "";
  if (first?.answer === "unknown" && rows.every((row) => isSame(first, row) && row.word === first.word))
    return [{ ...first, label: "All ten questions" }];
  return rows.map((row, index) => {
    if (row.place === undefined || !isSame(rows[index - 1], row)) return row;
    const { place: _, ...again } = row;
    return { ...again, text: "for the same reason" };
  });
}

/** Texts that a card names. */
const MOST_TEXTS = 2;

/** "LICENSE", "LICENSE and USE_POLICY.md": the files whose words answer. */
function nameTexts(rights: readonly Right[], evidence: Assessment["evidence"]): string | undefined {
  const cited = new Set(rights.flatMap((right) => right.evidence));
  const paths = evidence.flatMap(({ id, at }) => (cited.has(id) && "path" in at ? [at.path] : []));
  const names = [...new Set(paths)];
  if (names.length === 0) return undefined;
  const more = names.length - MOST_TEXTS;
  return more > 0 ? `${names.slice(0, MOST_TEXTS).join(", ")} and ${more} more` : names.join(" and ");
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

function nameCard(rights: readonly Right[], texts: string | undefined): string {
  const own = rights.find(({ for: stated }) => stated !== undefined)?.for;
  const by = texts === undefined ? "" : `, by ${texts}`;
  const whose = rights.some(({ conditional }) => conditional !== undefined)
    ? `Rights${by}, if these are the terms of the weights, which were not read`
    : `Rights in the weights${by}`;
  return own === undefined ? whose : `${whose}; for ${own}`;
}
