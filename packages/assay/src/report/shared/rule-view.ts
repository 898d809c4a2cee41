/** Ruled records as a view: one line each. */

import type { RuleDocument } from "../../model/documents.ts";
import type { Framework } from "../../model/types.ts";
import { COLOPHON } from "./colophon.ts";
import { countOf } from "./numbers.ts";
import type { AnswerRow, View } from "./view.ts";

/** Who moves, before all else. */
function describeMoves({ moves, against }: RuleDocument, framework: Framework): View {
  if (moves === undefined) return [];
  const rows = moves.map(({ name, from, to, direction, because }): AnswerRow => {
    const labels = because.map((id) => framework.requirements.find((one) => one.id === id)?.label ?? id);
    const text = [`${from ?? "no level"} → ${to ?? "no level"}`, ...(labels.length > 0 ? [labels.join(", ")] : [])];
    return { label: name, answer: direction === "gains" ? "yes" : "no", word: direction, text: text.join(": ") };
  });
  const title = `Against ${against}: ${rows.length === 0 ? "nobody moves" : `${countOf(rows.length, "record")} move`}`;
  return [{ kind: "answers", title, marks: true, rows }];
}

/** Builds the view of `assay rule`. */
export function viewRule(document: RuleDocument, framework: Framework): View {
  const rows = document.records.map(({ file, name, level, progress, requirements }): AnswerRow => {
    const title = framework.levels.find(({ id }) => id === level)?.title;
    const shares = framework.levels.flatMap(({ id }, rank) => {
      const share = progress?.[String(rank + 1)];
      return share === undefined ? [] : [`${id} ${Math.floor(share)} %`];
    });
    const isOpen = level === null && requirements.some((ruling) => ruling.applies && ruling.verdict === "unknown");
    return {
      label: name,
      ...(isOpen
        ? { answer: "unknown", word: "not settled" }
        : { answer: level === null ? "no" : "yes", word: title ?? "no level" }),
      text: [...shares.reverse(), file].join(" · "),
    };
  });
  return [
    { kind: "heading", text: framework.title, aside: countOf(rows.length, "record") },
    ...describeMoves(document, framework),
    { kind: "answers", name: "Records", marks: true, rows },
    COLOPHON,
  ];
}
