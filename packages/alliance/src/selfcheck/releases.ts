/** Releases whose conditions do not hold any more, and results that nobody can trace. */

import { askGate } from "../gate/gate.ts";
import type { ReadEvidence } from "../gate/needs.ts";
import type { Day, ReleasePlan, StageNeed } from "../model/books.ts";
import type { Books, Entry } from "../model/entry.ts";
import { readResults } from "../results/read.ts";
import type { DueFinding } from "./finding.ts";

/** Asks the gate of the stage that each release is at, once more. */
export async function findLapses(books: Books, day: Day, read: ReadEvidence): Promise<readonly DueFinding[]> {
  const found: DueFinding[] = [];
  for (const release of books.releases.values()) {
    const { id, path, value } = release;
    const { rows } = await askGate({ books, id, plan: value, read, to: value.stage.state });
    for (const { text, verdict, because } of rows) {
      if (verdict === "met") continue;
      found.push({ code: "condition-lapsed", path, owner: value.lead, due: day, message: `${text}: ${because}` });
    }
    found.push(...(await findUntraced(release, day, read)));
  }
  return found;
}

async function findUntraced(
  { path, value }: Entry<ReleasePlan>,
  day: Day,
  read: ReadEvidence,
): Promise<readonly DueFinding[]> {
  const paths = new Set(
    value.stages.flatMap(({ needs }) => needs.filter(isEvaluation).map((need) => need.results.path)),
  );
  const found: DueFinding[] = [];
  for (const file of paths) {
    const { results } = readResults(file, await read(file));
    const untraced = results.filter(({ harness, relationship }) => harness === undefined && relationship === "unknown");
    if (untraced.length === 0) continue;
    const message = `${file}: ${untraced.length} results do not say who measured them or with what`;
    found.push({ code: "no-provenance", path, owner: value.lead, due: day, message });
  }
  return found;
}

function isEvaluation(need: StageNeed): need is Extract<StageNeed, { readonly kind: "evaluation" }> {
  return need.kind === "evaluation";
}
