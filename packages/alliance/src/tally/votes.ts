/** Which vote of a seat counts, and which events no honest ballot can hold. */

import type { BallotEvent, Problem, RollSeat, VoteEvent, Window } from "../model/ballot.ts";
import type { VotingRule } from "../model/rule.ts";

/** What became of a seat: its last vote, or why it has none. */
export type Standing =
  | { readonly kind: "voted"; readonly vote: VoteEvent }
  | { readonly kind: "recused"; readonly reason: string }
  | { readonly kind: "silent" };

/** What a ballot is counted from. */
export interface BallotRecord {
  readonly rule: VotingRule;
  readonly roll: readonly RollSeat[];
  readonly window: Window;
  readonly events: readonly BallotEvent[];
}

/** Standings by seat, in the order of the roll. Events count by their time, whatever order they are listed in. */
export function settleSeats({ roll, events }: BallotRecord): ReadonlyMap<RollSeat, Standing> {
  const ordered = Map.groupBy(events.toSorted(byTime), ({ seat }) => seat);
  return new Map(roll.map((seat) => [seat, standingOf(seat, ordered.get(seat.seat) ?? [])]));
}

function standingOf({ recused }: RollSeat, events: readonly BallotEvent[]): Standing {
  if (recused !== undefined) return { kind: "recused", reason: recused };
  const recusal = events.find((event) => event.kind === "recusal");
  if (recusal !== undefined) return { kind: "recused", reason: recusal.reason };
  const last = events.findLast((event) => event.kind === "vote");
  return last === undefined ? { kind: "silent" } : { kind: "voted", vote: last };
}

function byTime(a: BallotEvent, b: BallotEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** What speaks against counting: each with who did it and what to do. */
export function listProblems({ rule, roll, window, events }: BallotRecord): readonly Problem[] {
  // Of a seat that stands twice the first entry is taken: the last one to be set.
  const seats = new Map(roll.toReversed().map((seat) => [seat.seat, seat]));
  return [
    ...findTwice(
      roll.map(({ seat }) => seat),
      "seat-twice",
      (seat) => `Seat ${seat} stands twice on the roll: keep one entry.`,
    ),
    ...findTwice(
      events.map(({ id }) => id),
      "event-twice",
      (id) => `Two events are called ${id}: a merge may have kept both, keep one.`,
    ),
    ...events.flatMap((event) => [
      ...checkTime(event, window),
      ...checkVoter(event, seats.get(event.seat)),
      ...checkChoice(event, rule),
    ]),
    ...findTwoVoters(events),
  ];
}

function findTwice(names: readonly string[], code: string, describe: (name: string) => string): readonly Problem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return [...twice].map((name) => ({ code, message: describe(name) }));
}

function checkTime({ id, at, seat }: BallotEvent, { opens, closes }: Window): readonly Problem[] {
  if (at >= opens && at < closes) return [];
  const when = at < opens ? `before the ballot opened (${opens})` : `after the ballot closed (${closes})`;
  return [
    { code: "outside-window", message: `${id} of seat ${seat} is of ${at}, ${when}: it cannot count, take it out.` },
  ];
}

function checkVoter(event: BallotEvent, on: RollSeat | undefined): readonly Problem[] {
  const { id, seat } = event;
  if (on === undefined) {
    const message = `${id} is of seat ${seat}, which is not on the roll: who may vote was fixed when the ballot opened.`;
    return [{ code: "unknown-seat", message }];
  }
  return [...checkOwner(event, on), ...checkRecused(event, on)];
}

function checkOwner({ id, seat, voter }: BallotEvent, { person, alternate }: RollSeat): readonly Problem[] {
  if (voter === person || voter === alternate) return [];
  const who = alternate === undefined ? person : `${person} or ${alternate}`;
  return [{ code: "not-theirs", message: `${id} of seat ${seat} is signed by ${voter}; only ${who} may vote for it.` }];
}

function checkRecused({ id, kind, seat }: BallotEvent, { recused }: RollSeat): readonly Problem[] {
  if (recused === undefined || kind === "recusal") return [];
  const message = `${id}: seat ${seat} is recused (${recused}) and voted; take the vote out.`;
  return [{ code: "recused-voted", message }];
}

function checkChoice(event: BallotEvent, { veto }: VotingRule): readonly Problem[] {
  if (event.kind !== "vote" || event.choice !== "veto" || veto !== undefined) return [];
  return [
    { code: "no-veto", message: `${event.id} of seat ${event.seat} is a veto, and the rule knows none: vote no.` },
  ];
}

/** A holder and an alternate who both vote leave open whose vote it is. */
function findTwoVoters(events: readonly BallotEvent[]): readonly Problem[] {
  const votes = Map.groupBy(
    events.filter(({ kind }) => kind === "vote"),
    ({ seat }) => seat,
  );
  return [...votes].flatMap(([seat, some]) => {
    const voters = new Set(some.map(({ voter }) => voter));
    if (voters.size < 2) return [];
    const message = `Seat ${seat} was voted by ${[...voters].sort().join(" and ")}: one of them has to withdraw the vote.`;
    return [{ code: "voted-twice", message }];
  });
}
