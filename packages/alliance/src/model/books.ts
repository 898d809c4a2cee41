/**
 * The books of an alliance: one YAML file for each thing, in the folder of its kind, named by its id. The JSON Schemas are
 * generated from these types.
 *
 * organisation  a member, with its class and region; related ones form a group
 * person        who holds seats and signs
 * body          a board, a committee, a group: it decides by a rule
 * seat          a place in a body, held for a term
 * project       managed or supported, at a stage
 * disclosure    an interest that keeps somebody from voting
 * proposal      what is to be decided, in versions
 * ballot        a vote of a body on a version of a proposal, with its rule and roll as they were
 * decision      what came of it, and what it does
 */

import type { RollSeat } from "./ballot.ts";
import type { Choice, VotingRule } from "./rule.ts";

/**
 * A day: `2026-03-01`.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$
 */
export type Day = string;

/**
 * A second of UTC: `2026-03-01T12:00:00Z`.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$
 */
export type Time = string;

/**
 * Name of a file without its ending.
 * @pattern ^[a-z0-9][a-z0-9-]{0,62}$
 */
export type Id = string;

/**
 * SHA-256 of the bytes of a file.
 * @pattern ^[0-9a-f]{64}$
 */
export type Digest = string;

/**
 * A count, such as of seats.
 * @asType integer
 * @minimum 1
 */
export type Count = number;

/**
 * So many days; more than ten years are a slip.
 * @asType integer
 * @minimum 0
 * @maximum 3660
 */
export type Days = number;

/** A file that something rests on, and its digest. Paths start at the folder of the books. */
export interface EvidenceFile {
  readonly path: string;
  readonly sha256: Digest;
}

/** From a day, until the day before another; open where it has no end. */
export interface Term {
  readonly from: Day;
  readonly until?: Day;
}

/** `alliance.yaml`: the whole. */
export interface Alliance {
  readonly name: string;
  /** Classes of members, such as `company` or `academic`. */
  readonly classes: readonly Id[];
  readonly regions: readonly Id[];
  /** In which an objection is to be answered. */
  readonly answerDays: Days;
  /** How often bodies and projects are reviewed. */
  readonly reviewDays: Days;
}

/** `organisations/`. */
export interface Organisation {
  readonly name: string;
  readonly class: Id;
  readonly region: Id;
  /** An organisation that it belongs to: both are one related group. */
  readonly parent?: Id;
  readonly member: Term;
}

/** A public key: a line of OpenSSH, or PEM; signatures of its term are theirs. */
export interface Key extends Term {
  readonly public: string;
}

/** `people/`. */
export interface Person {
  readonly name: string;
  readonly keys: readonly Key[];
  readonly affiliations: readonly (Term & { readonly organisation: Id })[];
}

/** `bodies/`. */
export interface Body {
  readonly name: string;
  readonly kind: "board" | "oversight" | "group" | "project-committee";
  readonly charter: EvidenceFile;
  readonly rules: BodyRules;
  /** Rules of days before, each changed by a decision: a ballot keeps to those of the day on which it opened. */
  readonly earlier?: readonly { readonly until: Day; readonly rules: BodyRules; readonly decision: Id }[];
  /** Seats that one related group may hold. */
  readonly seatsPerGroup?: Count;
}

/** The rule for each kind of proposal, and for any other. On a kind that has none the body does not decide. */
export interface BodyRules {
  readonly any?: Id;
  readonly level?: Id;
  readonly tool?: Id;
  readonly "project-stage"?: Id;
  readonly "release-stage"?: Id;
  readonly rule?: Id;
  readonly text?: Id;
}

/** Who holds a seat, and for how long. */
export interface Holding extends Term {
  readonly person: Id;
}

/** `seats/`. */
export interface Seat {
  readonly body: Id;
  readonly title: string;
  readonly appointedBy: "entitlement" | "election" | "appointment";
  readonly votes: boolean;
  readonly isChair?: true;
  readonly holders: readonly Holding[];
  readonly alternates?: readonly Holding[];
}

/** Somebody who wants to join a project; its lead answers. */
export interface JoinRequest {
  readonly person: Id;
  readonly at: Time;
  readonly message: string;
  readonly state: "pending" | "approved" | "rejected";
  /** By the lead of the project; a rejection says why. */
  readonly answer?: { readonly by: Id; readonly at: Time; readonly text?: string };
}

/** A stage or state that exists through a decision alone. */
export interface Decided<State extends string> {
  readonly state: State;
  /** Left out for the first state, which needs none. */
  readonly decision?: Id;
}

/** `projects/`. */
export interface Project {
  readonly name: string;
  readonly class: "managed" | "supported";
  readonly stage: Decided<"proposed" | "sandbox" | "incubating" | "graduated" | "emeritus">;
  readonly lead: Id;
  readonly organisation?: Id;
  readonly license: string;
  readonly reviewed: Day;
  readonly requests?: readonly JoinRequest[];
}

/** `disclosures/`: an interest in a thing, which recuses. */
export interface Disclosure extends Term {
  readonly person: Id;
  readonly about: Subject;
  readonly interest: string;
}

/** A thing of the books. */
export interface Subject {
  readonly kind: "project" | "tool" | "level" | "release" | "body" | "rule" | "text";
  readonly id: Id;
}

/** `rules/`: how ballots are counted, and what comes before them. */
export interface BallotRule extends Omit<VotingRule, "id"> {
  /** Days for comments on a version before a ballot on it opens; a material change begins them anew. */
  readonly commentDays: Days;
  /** Days after a material change, where they are fewer than those of a first version. */
  readonly commentDaysAfterChange?: Days;
  /**
   * @asType integer
   * @minimum 1
   * @maximum 3660
   */
  readonly openDays: number;
  /** Closes before, once nothing can change the result, though not before so many days. */
  readonly closesEarlyAfterDays?: Days;
  /** Who does not vote: those who disclosed an interest, those whose group the thing belongs to. */
  readonly recuses: readonly ("disclosed" | "related")[];
  /** Votes are sealed until the ballot closes. */
  readonly hiddenUntilClose?: true;
  /** Who may review before a ballot opens, where reviews are asked for. */
  readonly review?: ReviewProfile;
}

/** Who has to have reviewed: one person for each role, from unrelated groups, of so many regions. */
export interface ReviewProfile {
  readonly roles: readonly [string, ...string[]];
  readonly areUnrelated: boolean;
  readonly regions: Count;
}

/** `levels/`: a definition of openness, as a framework file. */
export interface LevelDefinition {
  readonly framework: EvidenceFile;
  readonly status: Decided<"draft" | "adopted" | "withdrawn">;
}

/** `tools/`. */
export interface Tool {
  readonly name: string;
  readonly organisation?: Id;
  readonly report?: EvidenceFile;
  readonly status: Decided<"listed" | "vetted" | "suspended">;
  readonly validUntil?: Day;
}

/** `proposals/`. */
export interface Proposal {
  readonly title: string;
  readonly kind: ProposalKind;
  readonly about: Subject;
  readonly by: Id;
  readonly versions: readonly ProposalVersion[];
  readonly evidence: readonly EvidenceFile[];
  readonly reviews?: readonly { readonly by: Id; readonly role: string; readonly at: Time; readonly text: string }[];
  readonly comments?: readonly { readonly by: Id; readonly at: Time; readonly text: string }[];
  readonly objections?: readonly Objection[];
}

/** What a proposal is about decides the rule by which it is voted on. */
export type ProposalKind = "level" | "tool" | "project-stage" | "release-stage" | "rule" | "text";

/** A text, and the state that the thing has once it passes; without one it changes nothing but minds. */
export interface ProposalVersion {
  readonly at: Time;
  readonly isMaterial: boolean;
  readonly text: string;
  readonly makes?: string;
}

/** A sustained no before a ballot, that asks for an answer. */
export interface Objection {
  readonly by: Id;
  readonly at: Time;
  readonly text: string;
  readonly answer?: { readonly by: Id; readonly at: Time; readonly text: string };
}

/** `ballots/ID/ballot.yaml`, signed by who opened it. */
export interface Ballot {
  readonly proposal: Id;
  /** Counts from 1. */
  readonly version: Count;
  readonly body: Id;
  readonly rule: { readonly id: Id; readonly sha256: Digest };
  readonly roll: readonly RollSeat[];
  readonly opens: Time;
  readonly closes: Time;
  readonly evidence: readonly EvidenceFile[];
  readonly openedBy: Id;
  /**
   * For a secret ballot: a key for each seat that may vote, handed in under a pseudonym. The roll then holds the pseudonyms
   * alone: how many took part is public, and who said what is not.
   */
  readonly receipts?: Readonly<Record<Id, string>>;
}

/**
 * `ballots/ID/votes/*.yaml`, signed by who votes. Where the rule hides votes until the close, the file holds `sealed` in
 * place of the choice, and `ballots/ID/openings/*.yaml` of the same name opens it.
 */
export type Vote = {
  readonly ballot: Id;
  readonly seat: Id;
  readonly voter: Id;
  readonly at: Time;
} & ({ readonly choice: Choice | "recusal"; readonly reason?: string } | { readonly sealed: Digest });

/** What a sealed vote holds. The seal is the SHA-256 of this as canonical JSON (RFC 8785). */
export interface Opening {
  readonly choice: Choice | "recusal";
  readonly reason?: string;
  /** 32 hex digits that nobody can guess, so that nobody can guess the choice. */
  readonly nonce: string;
}

/** What a decision changes: a thing has this state through it. */
export interface Effect {
  readonly about: Subject;
  readonly state: string;
}

/** `decisions/`, signed by who records it. */
export interface Decision {
  readonly title: string;
  readonly ballot: Id;
  readonly result: "passed" | "failed";
  readonly at: Time;
  readonly does: readonly Effect[];
  /** Digests of what it rests on: the ballot, each vote, and the evidence. */
  readonly restsOn: readonly EvidenceFile[];
  readonly dissents?: readonly { readonly seat: Id; readonly text: string }[];
  readonly recordedBy: Id;
  readonly appealUntil?: Day;
}

/** `appeals/`. */
export interface Appeal {
  readonly decision: Id;
  readonly by: Id;
  readonly at: Time;
  readonly grounds: string;
  readonly answer?: { readonly by: Id; readonly at: Time; readonly text: string };
}

/** Stages of a release, each wider than the one before (Solaiman 2023: the gradient of release). */
export type ReleaseStage = "internal" | "research-cohort" | "hosted" | "gated-weights" | "open";

/** What a stage needs before a model may reach it. Evidence is a file of the books with its digest. */
export type StageNeed = { readonly id: Id; readonly text: string; readonly references?: readonly string[] } & (
  | { readonly kind: "level"; readonly assessment: EvidenceFile; readonly anyOf: readonly string[] }
  | { readonly kind: "scan"; readonly scan: EvidenceFile; readonly worst: "clean" | "inconclusive" | "risky" }
  | {
      readonly kind: "evaluation";
      readonly results: EvidenceFile;
      readonly benchmark: string;
      readonly metric: string;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | { readonly kind: "document"; readonly document: EvidenceFile }
  | { readonly kind: "risk"; readonly risk: string; readonly treatment: string; readonly owner: Id }
  | { readonly kind: "missing" }
);

/** `releases/`: the plan of a release and how far it has come. */
export interface ReleasePlan {
  readonly name: string;
  readonly organisation?: Id;
  readonly lead: Id;
  readonly stage: Decided<ReleaseStage>;
  readonly stages: readonly {
    readonly stage: ReleaseStage;
    readonly needs: readonly StageNeed[];
    /** Whether it needs a decision of its own; the first stage needs none. */
    readonly needsDecision: boolean;
  }[];
}

/** `log/checkpoints/`, signed by who keeps the log: how many lines it had, and the hash of them (RFC 6962). */
export interface Checkpoint {
  readonly size: Count;
  readonly root: Digest;
  readonly at: Time;
  readonly by: Id;
}
