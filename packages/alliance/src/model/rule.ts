/** Voting rules as data. `docs/alliance/tally.md` says what each field means, precisely enough to count by hand. */

/** How a seat may vote. A veto is a no that stops the proposal by itself, where the rule knows vetoes. */
export type Choice = "yes" | "no" | "abstain" | "veto";

/** What a share of yes is taken of: yes and no votes, all votes handed in, or all seats that may vote. */
export type Denominator = "cast" | "present" | "eligible";

/** A share that the yes votes have to reach: a fraction such as `2/3`, never a decimal. */
export interface Threshold {
  /** `n/d` with 0 ≤ n ≤ d, or `1`. */
  readonly share: string;
  readonly is: "at-least" | "more-than";
}

/** A threshold that the seats of one class have to reach among themselves. */
export interface ClassMajority {
  readonly class: string;
  readonly denominator: Denominator;
  readonly threshold: Threshold;
}

/** Which seats have to vote for a ballot to count at all. */
export interface Quorum {
  /** Of the seats that may vote. */
  readonly share: string;
  readonly abstentions: "count" | "do-not-count";
}

/** A rule by which a ballot is counted. What is left out is not asked for. */
export interface VotingRule {
  readonly id: string;
  readonly title: string;
  readonly denominator: Denominator;
  readonly threshold?: Threshold;
  /** Seats that say yes at least, and no at most, whatever their weight. */
  readonly least?: { readonly yes: number };
  readonly most?: { readonly no: number };
  readonly quorum?: Quorum;
  /** Whose no stops the proposal; where a reason is required, a veto without one is a plain no. */
  readonly veto?: { readonly classes: "all" | readonly string[]; readonly reason: "required" | "optional" };
  readonly majorities?: readonly ClassMajority[];
  /** Votes that the seats of one related group count for together, at most. */
  readonly cap?: { readonly perGroup: number };
  /** Who decides where yes and no weigh the same; only with `more-than 1/2` of the votes cast. */
  readonly tie?: "fails" | "chair";
}
