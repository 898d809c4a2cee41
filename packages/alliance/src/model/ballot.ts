/** What a ballot is counted from: the roll as it was when it opened, and what happened until it closed. */

import type { Choice } from "./rule.ts";

/** A seat on the roll. */
export interface RollSeat {
  readonly seat: string;
  /** Who votes for it, and who may do so instead. */
  readonly person: string;
  readonly alternate?: string;
  readonly class: string;
  /** Organisations that are related vote as one group; without related ones a group is one organisation, or a person. */
  readonly group: string;
  readonly isChair?: true;
  /** Why it may not vote. It stays on the roll and leaves every count. */
  readonly recused?: string;
}

/** When a ballot takes votes: `opens` included, `closes` not. UTC, `2026-03-01T12:00:00Z`. */
export interface Window {
  readonly opens: string;
  readonly closes: string;
}

/** A vote; of several of one seat the last one counts. */
export interface VoteEvent {
  readonly kind: "vote";
  readonly id: string;
  readonly at: string;
  readonly seat: string;
  readonly voter: string;
  readonly choice: Choice;
  readonly reason?: string;
}

/** A seat leaves the ballot: what it voted before does not count. */
export interface RecusalEvent {
  readonly kind: "recusal";
  readonly id: string;
  readonly at: string;
  readonly seat: string;
  readonly voter: string;
  readonly reason: string;
}

/** What happened while a ballot was open. */
export type BallotEvent = VoteEvent | RecusalEvent;

/** One condition of the rule, whether it holds, and the numbers. */
export interface Reason {
  readonly test: "quorum" | "threshold" | "least-yes" | "most-no" | "veto" | "majority";
  readonly holds: boolean;
  readonly text: string;
}

/** How a seat counted. */
export interface CountedSeat {
  readonly seat: string;
  readonly choice: Choice | "silent" | "recused";
  /** `n/d` or an integer; 0 for who is silent or recused. */
  readonly weight: string;
  /** Who handed in the vote. */
  readonly by?: string;
  readonly reason?: string;
}

/** What a ballot came to. */
export interface Outcome {
  readonly result: "passed" | "failed";
  /** Whether nothing that silent seats could still do would change it. */
  readonly isSettled: boolean;
  readonly because: readonly Reason[];
  readonly seats: readonly CountedSeat[];
}

/** Why a ballot cannot be counted: who did what, and what to do about it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** An outcome, or what keeps it from being computed: nothing is ever counted from books that do not check. */
export type Tally = { readonly outcome: Outcome } | { readonly problems: readonly [Problem, ...Problem[]] };
