/** Random ballots, sound and unsound, the same for the same seed. */

import type { BallotEvent, RollSeat, VoteEvent } from "../../src/model/ballot.ts";
import type { Choice, VotingRule } from "../../src/model/rule.ts";
import type { BallotRecord } from "../../src/tally/votes.ts";

/** Draws from a seed: whole numbers below n (Marsaglia's xorshift). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 1) >>> 0 || 1;
  }

  below(n: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % n;
  }

  /** Once in n. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }

  of<T>(members: readonly [T, ...T[]]): T {
    return members[this.below(members.length)] ?? members[0];
  }
}

const CLASSES = ["company", "academic", "public"] as const;
const DENOMINATORS = ["cast", "present", "eligible"] as const;
const SHARES = ["0", "1/3", "1/2", "2/3", "3/4", "1", "2/4", "1/6"] as const;
const BAD_SHARES = ["0.5", "3/2", "1/0", "-1/2", "", "1/2/3", "1000000000/3"] as const;
const WINDOW = { opens: "2026-03-01T00:00:00Z", closes: "2026-03-15T00:00:00Z" };

/** Draws a record. */
export function drawRecord(seed: number): BallotRecord {
  const chance = new Chance(seed);
  const rule = drawRule(chance);
  const roll = Array.from({ length: chance.below(9) + (chance.once(20) ? 0 : 1) }, (_, n) => drawSeat(chance, n));
  const events = roll.flatMap((seat, n) => drawEvents(chance, seat, n));
  if (chance.once(30)) events.push({ ...vote(chance, { seat: "nobody", voter: "x", id: "stray" }), choice: "yes" });
  return { rule, roll, window: WINDOW, events };
}

function drawShare(chance: Chance): string {
  return chance.once(200) ? chance.of(BAD_SHARES) : chance.of(SHARES);
}

function drawThreshold(chance: Chance): NonNullable<VotingRule["threshold"]> {
  return { share: drawShare(chance), is: chance.of(["at-least", "more-than"]) };
}

function drawRule(chance: Chance): VotingRule {
  const isTied = chance.once(8);
  const threshold = isTied && !chance.once(10) ? ({ share: "1/2", is: "more-than" } as const) : drawThreshold(chance);
  return {
    id: "drawn",
    title: "Drawn",
    denominator: isTied && !chance.once(10) ? "cast" : chance.of(DENOMINATORS),
    ...(chance.once(12) ? {} : { threshold }),
    ...drawCounts(chance),
    ...drawGroups(chance),
    ...(isTied ? { tie: "chair" as const } : {}),
  };
}

function drawCounts(chance: Chance): Pick<VotingRule, "least" | "most" | "quorum"> {
  const quorum = { share: drawShare(chance), abstentions: chance.of(["count", "do-not-count"] as const) };
  return {
    ...(chance.once(4) ? { least: { yes: chance.below(5) } } : {}),
    ...(chance.once(4) ? { most: { no: chance.below(4) } } : {}),
    ...(chance.once(2) ? { quorum } : {}),
  };
}

function drawGroups(chance: Chance): Pick<VotingRule, "veto" | "majorities" | "cap"> {
  const classes = chance.once(2) ? "all" : [chance.of(CLASSES)];
  const majorities = Array.from({ length: chance.below(3) }, () => ({
    class: chance.of(CLASSES),
    denominator: chance.of(DENOMINATORS),
    threshold: drawThreshold(chance),
  }));
  return {
    ...(chance.once(2) ? { veto: { classes, reason: chance.of(["required", "optional"]) } } : {}),
    ...(chance.once(3) ? { majorities } : {}),
    ...(chance.once(2) ? { cap: { perGroup: chance.once(100) ? 0 : 1 + chance.below(3) } } : {}),
  };
}

function drawSeat(chance: Chance, n: number): RollSeat {
  return {
    seat: chance.once(300) ? "s0" : `s${n}`,
    person: `p${n}`,
    ...(chance.once(4) ? { alternate: `a${n}` } : {}),
    class: chance.of(CLASSES),
    group: `g${chance.below(4)}`,
    ...(chance.once(5) ? { isChair: true } : {}),
    ...(chance.once(6) ? { recused: "an interest" } : {}),
  };
}

function drawEvents(chance: Chance, { seat, person, alternate, recused }: RollSeat, n: number): BallotEvent[] {
  if (recused !== undefined && !chance.once(100)) return [];
  const count = chance.of([0, 1, 1, 1, 1, 2, 3]);
  const voter = alternate !== undefined && chance.once(3) ? alternate : person;
  return Array.from({ length: count }, (_, index): BallotEvent => {
    const who = chance.once(200) ? (alternate ?? "stranger") : voter;
    const id = chance.once(300) ? "e0-0" : `e${n}-${index}`;
    if (chance.once(30))
      return { kind: "recusal", id, at: drawTime(chance), seat, voter: who, reason: "found out later" };
    return vote(chance, { seat, voter: who, id });
  });
}

function vote(chance: Chance, who: Pick<VoteEvent, "seat" | "voter" | "id">): VoteEvent {
  const choice = chance.of<Choice>(["yes", "yes", "yes", "no", "no", "abstain", chance.once(2) ? "veto" : "yes"]);
  const reason = chance.of([undefined, "because", "", "  "]);
  return { kind: "vote", ...who, at: drawTime(chance), choice, ...(reason === undefined ? {} : { reason }) };
}

/** Few seconds, so that events fall on the same one; now and then outside of the window. */
function drawTime(chance: Chance): string {
  if (chance.once(400)) return chance.of(["2026-02-28T23:59:59Z", WINDOW.closes, "2026-04-01T00:00:00Z"]);
  return `2026-03-0${1 + chance.below(3)}T00:00:0${chance.below(5)}Z`;
}
