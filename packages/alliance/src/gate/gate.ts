/** Whether a release may go to its next stage: what the plan needs, held against the evidence in the books. */

import { STAGES } from "../check/releases.ts";
import type { Id, ReleasePlan, ReleaseStage, StageNeed } from "../model/books.ts";
import type { Books } from "../model/entry.ts";
import type { Judged } from "./judged.ts";
import { judgeNeed, type ReadEvidence } from "./needs.ts";

/** A need and what became of it. */
export interface GateRow extends Judged {
  readonly id: Id;
  readonly text: string;
  readonly references: readonly string[];
}

/** What a gate says. */
export interface GateReport {
  readonly release: Id;
  readonly from: ReleaseStage;
  /** Null at the end of the plan. */
  readonly to: ReleaseStage | null;
  /** `open` where nothing is missing, `closed` where something is, `unknown` where something could not be read. */
  readonly gate: "open" | "closed" | "unknown";
  readonly rows: readonly GateRow[];
}

/** What a gate is asked of. */
export interface GateQuestion {
  readonly books: Books;
  readonly id: Id;
  readonly plan: ReleasePlan;
  readonly read: ReadEvidence;
  /** The stage that is asked for; the next one where it is left out. */
  readonly to?: ReleaseStage;
}

/** Holds a plan against its evidence: every stage up to the one that is asked for, so that none is left out on the way. */
export async function askGate({
  books,
  id,
  plan,
  read,
  to = nextOf(plan) ?? undefined,
}: GateQuestion): Promise<GateReport> {
  const from = plan.stage.state;
  if (to === undefined) return { release: id, from, to: null, gate: "open", rows: [] };
  const last = STAGES.indexOf(to);
  const asked = plan.stages.filter(({ stage }) => STAGES.indexOf(stage) <= last);
  const rows: GateRow[] = [];
  for (const need of asked.flatMap(({ needs }) => needs)) rows.push(describe(need, await judgeNeed(need, read)));
  const own = plan.stages.find(({ stage }) => stage === to);
  if (own?.needsDecision === true) rows.push(judgeDecision(books, id, to));
  return { release: id, from, to, gate: conclude(rows), rows };
}

function nextOf({ stage, stages }: ReleasePlan): ReleaseStage | null {
  const rank = STAGES.indexOf(stage.state);
  return stages.find((one) => STAGES.indexOf(one.stage) > rank)?.stage ?? null;
}

function describe({ id, text, references = [] }: StageNeed, judged: Judged): GateRow {
  return { id, text, references, ...judged };
}

function judgeDecision(books: Books, id: Id, to: ReleaseStage): GateRow {
  const found = [...books.decisions.values()].find(({ value }) =>
    value.does.some(({ about, state }) => about.kind === "release" && about.id === id && state === to),
  );
  const row = { id: "decision", text: `A decision that it may be ${to}`, references: [] };
  return found === undefined
    ? { ...row, verdict: "unmet", because: "no decision says so" }
    : { ...row, verdict: "met", because: `decided by ${found.path}` };
}

function conclude(rows: readonly GateRow[]): GateReport["gate"] {
  if (rows.some(({ verdict }) => verdict === "unmet")) return "closed";
  return rows.some(({ verdict }) => verdict === "unknown") ? "unknown" : "open";
}
