/** The four freedoms of a known release, each with the clauses that bear on it alone. */

import type { Freedom, Right } from "../model/documents.ts";
import type { Ledger } from "../model/ledger.ts";
import type { GoverningTerms, StatedTerm } from "../model/terms.ts";

/** What the clauses of licences add to the answer of a freedom. */
export interface Clauses {
  readonly rights: readonly Right[];
  readonly governing: GoverningTerms;
  readonly ledger: Ledger;
}

/** Questions of the rights card that bear on a freedom. */
const RIGHTS: Readonly<Record<Freedom["id"], readonly string[]>> = {
  inspect: [],
  use: ["sell", "scale", "country", "purpose", "service"],
  adapt: ["adapt", "outputs", "own-terms"],
  share: ["adapt"],
};

/** What a copy has to carry along. */
const DUTIES: readonly string[] = ["attribution", "naming", "pass-through"];

/** Clauses beside those that a line names; the evidence has all of them. */
const MOST_NAMED = 3;

/** Puts the clauses before the parts, and says each limit once: what limits use limits changing and sharing too. */
export function tellFreedoms(freedoms: readonly Freedom[], clauses: Clauses): readonly Freedom[] {
  const use = freedoms.find(({ id }) => id === "use");
  return freedoms.map((freedom) => {
    if (freedom.answer === "no" || freedom.answer === "unknown") return freedom;
    const limits = clauses.rights.filter(
      ({ id, answer }) => RIGHTS[freedom.id].includes(id) && (answer === "no" || answer === "depends"),
    );
    const duties = freedom.id === "share" ? listDuties(clauses) : [];
    const isWithinUse = freedom.id !== "inspect" && freedom.id !== "use" && use?.answer === "partly";
    const because = [
      ...(isWithinUse ? ["within the limits of use"] : []),
      ...new Set(limits.map((right) => tellLimit(right, clauses))),
      ...tellDuties(duties),
      // What the line of use has told is told.
      ...(isWithinUse && freedom.because === use?.because ? [] : [freedom.because]),
    ];
    const evidence = [
      ...freedom.evidence,
      ...limits.flatMap((right) => right.evidence),
      ...duties.map(({ note }) => clauses.ledger.note(note)),
    ];
    return {
      ...freedom,
      because: because.filter((words) => words !== "").join("; "),
      evidence: [...new Set(evidence)],
    };
  });
}

/** A list of forbidden uses is of a policy, which a clause makes part of the licence. */
function tellLimit({ id, because }: Right, { governing }: Clauses): string {
  const clause = listTerms(governing).find(({ type }) => type.startsWith("policy-by-"))?.note.args.clause;
  if (id !== "purpose" || clause === undefined || !because.startsWith("forbidden: ")) return because;
  return `${because}, by a policy of use (clause ${clause})`;
}

function listDuties({ governing }: Clauses): readonly StatedTerm[] {
  return listTerms(governing).filter(({ type, details = {} }) =>
    // A name that has to be shown above a limit alone is told by the limit.
    DUTIES.includes(type) ? details.above !== true : details.effect === "display",
  );
}

/** "to be kept or given: its notice file, the copyright notice (clause 1.b.iii), a copy of the licence (clause 1.b.i)". */
function tellDuties(duties: readonly StatedTerm[]): readonly string[] {
  const kept = duties.filter(({ type }) => type === "attribution").map(({ note }) => note.message);
  const others = [...new Set(duties.filter(({ type }) => type !== "attribution").map(({ note }) => note.message))];
  const list = kept.map((message) => message.replace(KEPT, ""));
  return [...(list.length === 0 ? [] : [`${KEPT}${[...new Set(list)].join(", ")}`]), ...others.slice(0, MOST_NAMED)];
}

/** How the sentence of each attribution begins. */
const KEPT = "to be kept or given: ";

function listTerms({ demands }: GoverningTerms): readonly StatedTerm[] {
  return demands.flatMap((options) => options.flatMap(({ terms }) => terms));
}
