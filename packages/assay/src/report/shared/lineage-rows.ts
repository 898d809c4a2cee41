/** What a release was made from: a line for each base, whether its terms are carried, and why. */

import type { Ancestor, Assessment } from "../../model/documents.ts";
import type { Block } from "./view.ts";

/** A report is read, not searched: the JSON has all of them. */
const MOST_ROWS = 8;

/** The shapes of answers, each with its word, so that neither has to be known. */
const ANSWERS: Readonly<Record<"true" | "false" | "unknown", string>> = {
  true: "● carried",
  false: "○ not carried",
  unknown: "◌ open",
};

/** The block of bases, conflicts first; none where none is named. */
export function describeLineage({ lineage }: Assessment): readonly Block[] {
  if (lineage.length === 0) return [];
  const rank = ["false", "unknown", "true"];
  const sorted = lineage.toSorted((a, b) => rank.indexOf(`${a.compatible}`) - rank.indexOf(`${b.compatible}`));
  const items = sorted.slice(0, MOST_ROWS).map(describe);
  return [{ kind: "list", title: "Made from", items, more: lineage.length - items.length }];
}

/** "○ not carried · acme/owl-1b (finetune, MIT): …". */
function describe({ relation, base, license, compatible, why }: Ancestor): string {
  return `${ANSWERS[`${compatible}`]} · ${base} (${relation}, ${license ?? "licence not known"}): ${why}`;
}
