/** How much each vote weighs: one, or less where related seats share a cap. */

import type { RollSeat } from "../model/ballot.ts";
import type { Choice, Denominator, VotingRule } from "../model/rule.ts";
import { add, type Fraction, fraction, ZERO } from "./fraction.ts";
import type { Standing } from "./votes.ts";

/** A seat that may vote, with what it voted; null for nothing. */
export interface VotingSeat {
  readonly seat: RollSeat;
  readonly choice: Choice | null;
}

/** The same with what the vote weighs; who is silent weighs nothing. */
export interface WeighedSeat extends VotingSeat {
  readonly weight: Fraction;
}

/** The seats that may vote. */
export function listVoting(standings: ReadonlyMap<RollSeat, Standing>): readonly VotingSeat[] {
  return [...standings].flatMap(([seat, standing]) => {
    if (standing.kind === "recused") return [];
    return [{ seat, choice: standing.kind === "voted" ? standing.vote.choice : null }];
  });
}

/**
 * Weighs the votes. Where a cap of c holds and k > c of these seats of one group voted, abstentions included, each weighs
 * c/k; else one. The seats of one class are weighed among themselves: a yes from elsewhere must not make theirs lighter.
 */
export function weigh(seats: readonly VotingSeat[], { cap }: VotingRule): readonly WeighedSeat[] {
  const voted = countGroups(seats.filter(({ choice }) => choice !== null));
  return seats.map((one) => {
    if (one.choice === null) return { ...one, weight: ZERO };
    const together = voted.get(one.seat.group) ?? 1;
    const isCapped = cap !== undefined && together > cap.perGroup;
    return { ...one, weight: isCapped ? fraction(BigInt(cap.perGroup), BigInt(together)) : fraction(1n, 1n) };
  });
}

function countGroups(seats: readonly VotingSeat[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { seat } of seats) counts.set(seat.group, (counts.get(seat.group) ?? 0) + 1);
  return counts;
}

/** Weight of the votes of these kinds. */
export function weightOf(seats: readonly WeighedSeat[], choices: readonly Choice[]): Fraction {
  return sum(seats.filter(({ choice }) => choice !== null && choices.includes(choice)));
}

function sum(seats: readonly WeighedSeat[]): Fraction {
  return seats.reduce((total, { weight }) => add(total, weight), ZERO);
}

/** What a share is taken of. */
export function denominatorOf(seats: readonly WeighedSeat[], kind: Denominator, { cap }: VotingRule): Fraction {
  if (kind === "cast") return weightOf(seats, ["yes", "no", "veto"]);
  if (kind === "present") return weightOf(seats, ["yes", "no", "veto", "abstain"]);
  const groups = countGroups(seats);
  const most = cap?.perGroup ?? Number.POSITIVE_INFINITY;
  const total = [...groups.values()].reduce((all, count) => all + Math.min(count, most), 0);
  return fraction(BigInt(total), 1n);
}
