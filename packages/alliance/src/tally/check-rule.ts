/** What a rule may not say: shares that are none, a quorum nobody can reach, a tie that cannot be broken fairly. */

import type { Problem, RollSeat } from "../model/ballot.ts";
import type { Threshold, VotingRule } from "../model/rule.ts";
import { compare, fraction, parseShare } from "./fraction.ts";

/** What is wrong with a rule by itself. */
export function checkRule(rule: VotingRule): readonly Problem[] {
  const { id, threshold, quorum, majorities = [], cap, tie } = rule;
  const thresholds = [threshold, ...majorities.map((one) => one.threshold)].filter((one) => one !== undefined);
  const shares = [...thresholds.map(({ share }) => share), ...(quorum === undefined ? [] : [quorum.share])];
  return [
    ...shares.filter((share) => parseShare(share) === null).map((share) => badShare(id, share)),
    ...thresholds.filter(isOutOfReach).map(({ share }) => outOfReach(id, share)),
    ...(asksNothing(rule)
      ? [
          {
            code: "asks-nothing",
            message: `Rule ${id} asks for nothing, so that silence passes: give it a threshold, a least or a most.`,
          },
        ]
      : []),
    ...(cap !== undefined && !(Number.isSafeInteger(cap.perGroup) && cap.perGroup >= 1)
      ? [{ code: "bad-cap", message: `Rule ${id} caps a group at ${cap.perGroup} votes: it has to be 1 or more.` }]
      : []),
    ...(tie === "chair" && !isSimpleMajority(rule) ? [unfairTie(id)] : []),
  ];
}

function badShare(id: string, share: string): Problem {
  return {
    code: "bad-share",
    message: `Rule ${id} has the share "${share}": write a fraction of 0 to 1, such as 2/3.`,
  };
}

/** More than all is nothing that anybody can reach. */
function isOutOfReach({ share, is }: Threshold): boolean {
  const parsed = parseShare(share);
  return is === "more-than" && parsed !== null && compare(parsed, fraction(1n, 1n)) === 0;
}

function outOfReach(id: string, share: string): Problem {
  return {
    code: "out-of-reach",
    message: `Rule ${id} asks for more than ${share}, which nothing is: ask for at least ${share}.`,
  };
}

function asksNothing({ threshold, least, most, majorities = [] }: VotingRule): boolean {
  return threshold === undefined && least === undefined && most === undefined && majorities.length === 0;
}

function isSimpleMajority({ threshold, denominator }: VotingRule): boolean {
  const share = threshold === undefined ? null : parseShare(threshold.share);
  return (
    share !== null && threshold?.is === "more-than" && denominator === "cast" && compare(share, fraction(1n, 2n)) === 0
  );
}

function unfairTie(id: string): Problem {
  const message = `Rule ${id} lets the chair break a tie, which has a meaning only for more than 1/2 of the votes cast: elsewhere one yes more could turn a pass into a failure.`;
  return { code: "unfair-tie", message };
}

/** What of a rule no vote on this roll could ever fulfil. */
export function checkReach(rule: VotingRule, roll: readonly RollSeat[]): readonly Problem[] {
  const able = roll.filter(({ recused }) => recused === undefined);
  const { id, least, threshold, majorities = [] } = rule;
  const isNothing = threshold?.is === "at-least" && parseShare(threshold.share)?.over === 0n;
  const without = majorities.filter((one) => !able.some((seat) => seat.class === one.class));
  return [
    ...(isNothing
      ? [
          {
            code: "asks-nothing",
            message: `Rule ${id} passes with no yes at all: ask for more than ${threshold.share}.`,
          },
        ]
      : []),
    ...(able.length === 0
      ? [{ code: "nobody-votes", message: `Nobody on the roll may vote: rule ${id} cannot be fulfilled.` }]
      : []),
    ...(least !== undefined && least.yes > able.length
      ? [
          {
            code: "out-of-reach",
            message: `Rule ${id} asks for ${least.yes} seats that say yes, and ${able.length} may vote.`,
          },
        ]
      : []),
    ...without.map((one) => ({
      code: "out-of-reach",
      message: `Rule ${id} asks for a majority among ${one.class}, and no seat of that class may vote.`,
    })),
  ];
}
