/** What a publisher says, and beside it what the terms and the parts say: a block for each statement. */

import type { ShowDocument, Statement } from "../../model/documents.ts";
import type { Framework, Verdict } from "../../model/types.ts";
import { describeFrameworks } from "./framework-rows.ts";
import { describeRight } from "./rights-rows.ts";
import type { Answer, AnswerRow, Block } from "./view.ts";

const ANSWERS: Readonly<Record<Verdict, Answer>> = { met: "yes", unmet: "no", unknown: "unknown" };

/** What contradicts stands first. */
const ORDER: readonly Verdict[] = ["unmet", "unknown", "met"];

/** Builds the blocks of all statements. */
export function describeStatements(document: ShowDocument, frameworks: readonly Framework[]): readonly Block[] {
  return document.statements.map(({ quote, verdict, criteria, evidence }): Block => {
    const rows = criteria
      .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))
      .map((criterion) => describeCriterion(criterion, document, frameworks));
    const number = document.sources.findIndex(({ id }) => id === sourceOf(evidence, document)) + 1;
    const title = `${document.publisher.value} says "${quote}" (source ${number}): ${verdict}`;
    return { kind: "answers", title, marks: false, rows: withoutRepeats(rows) };
  });
}

function sourceOf(ids: readonly string[], { evidence }: ShowDocument): unknown {
  return evidence.find(({ id }) => ids.includes(id))?.args.source;
}

/** One limit can answer two questions: it is told once. */
function withoutRepeats(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.filter(({ text }, index) => text === "" || rows.findIndex((row) => row.text === text) === index);
}

function describeCriterion(
  { id, verdict }: Statement["criteria"][number],
  document: ShowDocument,
  frameworks: readonly Framework[],
): AnswerRow {
  const answer = ANSWERS[verdict];
  const right = document.rights.find((one) => id === `rights.${one.id}`);
  if (right !== undefined) return describeRight(right);
  if (id === "osi-approved") return { label: "OSI-approved licence", answer, text: nameWeights(document) };
  if (id === "weights.license") return { label: "That licence", answer, text: `it is ${nameWeights(document)}` };
  const component = document.components.find((one) => id === `${one.id}.published`);
  if (component !== undefined) return { label: component.name, answer, word: PARTS[verdict], text: "" };
  const [name = ""] = id.split("@");
  const row = describeFrameworks(document, frameworks).find(({ label }) => label.startsWith(name.toUpperCase()));
  return row ?? { label: id, answer, text: "" };
}

const PARTS: Readonly<Record<Verdict, string>> = { met: "published", unmet: "not released", unknown: "not known" };

function nameWeights({ components, licenses }: ShowDocument): string {
  const ids = components.find(({ id }) => id === "weights")?.licenses.flatMap(({ declared }) => declared ?? []) ?? [];
  const names = ids.map((id) => licenses.find((one) => one.id === id)?.name ?? id);
  return names.length === 0 ? "none that a source names" : names.join(" and ");
}
