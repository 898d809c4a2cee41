/** Counts a ballot: rule, roll and events → outcome with its reasons. A pure function, the same for everyone. */

import type { CountedSeat, Outcome, RollSeat, Tally } from "../model/ballot.ts";
import type { Choice } from "../model/rule.ts";
import { checkRule } from "./check-rule.ts";
import { format } from "./fraction.ts";
import { testAll } from "./tests.ts";
import { type BallotRecord, listProblems, type Standing, settleSeats } from "./votes.ts";
import { listVoting, type WeighedSeat, weigh } from "./weights.ts";

/** Counts a ballot, or says what keeps it from being counted. */
export function tally(record: BallotRecord): Tally {
  const [first, ...others] = [...checkRule(record.rule), ...listProblems(record)];
  if (first !== undefined) return { problems: [first, ...others] };
  const standings = settleSeats(record);
  const seats = weigh(listVoting(standings), record.rule);
  const because = testAll(record.rule, seats, standings.values());
  const result = because.every(({ holds }) => holds) ? "passed" : "failed";
  return {
    outcome: { result, isSettled: isSettled(record, standings, result), because, seats: describe(standings, seats) },
  };
}

/**
 * Every condition is hardest to hold where the silent seats stay silent, or where all of them say no; it is easiest where all
 * say yes. So three counts tell whether the silent can still change the result.
 */
function isSettled(
  { rule }: BallotRecord,
  standings: ReadonlyMap<RollSeat, Standing>,
  result: Outcome["result"],
): boolean {
  if ([...standings.values()].every(({ kind }) => kind !== "silent")) return true;
  const passesIf = (choose: (seat: RollSeat) => Choice): boolean => {
    const imagined = new Map(
      [...standings].map(([seat, one]) => [seat, one.kind === "silent" ? vote(seat, choose(seat)) : one]),
    );
    return testAll(rule, weigh(listVoting(imagined), rule), imagined.values()).every(({ holds }) => holds);
  };
  if (result === "failed") return !passesIf(() => "yes");
  return passesIf(({ class: one }) => (mayVeto(rule.veto, one) ? "veto" : "no"));
}

function mayVeto(veto: BallotRecord["rule"]["veto"], ofClass: string): boolean {
  return veto !== undefined && (veto.classes === "all" || veto.classes.includes(ofClass));
}

function vote({ seat, person }: RollSeat, choice: Choice): Standing {
  return {
    kind: "voted",
    vote: { kind: "vote", id: "", at: "", seat, voter: person, choice, reason: "any" },
  };
}

function describe(standings: ReadonlyMap<RollSeat, Standing>, seats: readonly WeighedSeat[]): readonly CountedSeat[] {
  const weights = new Map(seats.map(({ seat, weight }) => [seat, weight]));
  return [...standings].map(([on, standing]): CountedSeat => {
    const { seat } = on;
    if (standing.kind === "recused") return { seat, choice: "recused", weight: "0", reason: standing.reason };
    if (standing.kind === "silent") return { seat, choice: "silent", weight: "0" };
    const { choice, voter, reason } = standing.vote;
    const weight = weights.get(on);
    return {
      seat,
      choice,
      weight: weight === undefined ? "0" : format(weight),
      by: voter,
      ...(reason === undefined ? {} : { reason }),
    };
  });
}
