/** The conditions of a rule, each held against the votes. */

import type { Reason } from "../model/ballot.ts";
import type { ClassMajority, Denominator, Threshold, VotingRule } from "../model/rule.ts";
import { ceil, compare, type Fraction, format, fraction, multiply, parseShare } from "./fraction.ts";
import type { Standing } from "./votes.ts";
import { denominatorOf, type WeighedSeat, weigh, weightOf } from "./weights.ts";

/** Every condition that the rule sets. A proposal passes where all of them hold. */
export function testAll(
  rule: VotingRule,
  seats: readonly WeighedSeat[],
  standings: Iterable<Standing>,
): readonly Reason[] {
  const { quorum, least, most, threshold, majorities = [] } = rule;
  return [
    ...(quorum === undefined ? [] : [testQuorum(quorum, seats)]),
    ...(threshold === undefined ? [] : [testThreshold(threshold, rule, seats)]),
    ...(least === undefined ? [] : [testLeast(least.yes, seats)]),
    ...(most === undefined ? [] : [testMost(most.no, seats)]),
    ...majorities.map((one) => testMajority(one, rule, seats)),
    ...(rule.veto === undefined ? [] : [testVeto(rule.veto, seats, standings)]),
  ];
}

function testQuorum(quorum: NonNullable<VotingRule["quorum"]>, seats: readonly WeighedSeat[]): Reason {
  const counted = seats.filter(
    ({ choice }) => choice !== null && (choice !== "abstain" || quorum.abstentions === "count"),
  ).length;
  const needed = multiply(shareOf(quorum.share), fraction(BigInt(seats.length), 1n));
  const holds = seats.length > 0 && compare(fraction(BigInt(counted), 1n), needed) >= 0;
  const text = `${counted} of ${seats.length} seats took part · ${quorum.share} of them have to, that is ${ceil(needed)}`;
  return { test: "quorum", holds, text };
}

function testThreshold(threshold: Threshold, rule: VotingRule, seats: readonly WeighedSeat[]): Reason {
  const measured = measure(threshold, rule.denominator, { rule, seats });
  if (rule.tie !== "chair" || measured.holds || !isTied(seats)) return { test: "threshold", ...measured };
  const chair = seats.find(({ seat }) => seat.isChair === true)?.choice ?? null;
  const holds = chair === "yes";
  return {
    test: "threshold",
    holds,
    text: `yes and no weigh the same · the chair decides and said ${chair ?? "nothing"}`,
  };
}

function isTied(seats: readonly WeighedSeat[]): boolean {
  const yes = weightOf(seats, ["yes"]);
  return yes.over > 0n && compare(yes, weightOf(seats, ["no", "veto"])) === 0;
}

interface Measured {
  readonly rule: VotingRule;
  readonly seats: readonly WeighedSeat[];
}

/** Yes as a share of what it is taken of. Of nothing there is no share: the condition does not hold. */
function measure(
  { share, is }: Threshold,
  kind: Denominator,
  { rule, seats }: Measured,
): { readonly holds: boolean; readonly text: string } {
  const yes = weightOf(seats, ["yes"]);
  const whole = denominatorOf(seats, kind, rule);
  const order = compare(yes, multiply(shareOf(share), whole));
  const holds = whole.over > 0n && (is === "at-least" ? order >= 0 : order > 0);
  const asked = `${is === "at-least" ? "at least" : "more than"} ${share}`;
  return { holds, text: `${format(yes)} of ${format(whole)} ${OF[kind]} are yes · ${asked} have to be` };
}

const OF: Readonly<Record<Denominator, string>> = {
  cast: "yes and no votes",
  present: "votes handed in",
  eligible: "votes that could be",
};

function testLeast(needed: number, seats: readonly WeighedSeat[]): Reason {
  const yes = count(seats, ["yes"]);
  return { test: "least-yes", holds: yes >= needed, text: `${yes} seats say yes · at least ${needed} have to` };
}

function testMost(allowed: number, seats: readonly WeighedSeat[]): Reason {
  const no = count(seats, ["no", "veto"]);
  return { test: "most-no", holds: no <= allowed, text: `${no} seats say no · at most ${allowed} may` };
}

function count(seats: readonly WeighedSeat[], choices: readonly string[]): number {
  return seats.filter(({ choice }) => choice !== null && choices.includes(choice)).length;
}

function testMajority(majority: ClassMajority, rule: VotingRule, seats: readonly WeighedSeat[]): Reason {
  const own = weigh(
    seats.filter(({ seat }) => seat.class === majority.class),
    rule,
  );
  const { holds, text } = measure(majority.threshold, majority.denominator, { rule, seats: own });
  return { test: "majority", holds, text: `among ${majority.class}: ${text}` };
}

function testVeto(
  { classes, reason }: NonNullable<VotingRule["veto"]>,
  seats: readonly WeighedSeat[],
  standings: Iterable<Standing>,
): Reason {
  const reasons = new Map(
    [...standings].flatMap((one) => (one.kind === "voted" ? [[one.vote.seat, one.vote.reason ?? ""] as const] : [])),
  );
  const stopping = seats.filter(
    ({ seat, choice }) =>
      choice === "veto" &&
      (classes === "all" || classes.includes(seat.class)) &&
      (reason === "optional" || (reasons.get(seat.seat) ?? "").trim() !== ""),
  );
  const names = stopping.map(({ seat }) => seat.seat).join(", ");
  return { test: "veto", holds: stopping.length === 0, text: names === "" ? "nobody vetoed" : `vetoed by ${names}` };
}

/** A share that the check of rules let through. @throws RangeError for any other: that is our bug. */
function shareOf(words: string): Fraction {
  const share = parseShare(words);
  if (share === null) throw new RangeError(`${words} is no share`);
  return share;
}
