/** An entry of the books, and what is wrong with one. */

import type {
  Alliance,
  Appeal,
  Ballot,
  BallotRule,
  Body,
  Checkpoint,
  Decision,
  Disclosure,
  LevelDefinition,
  Opening,
  Organisation,
  Person,
  Project,
  Proposal,
  ReleasePlan,
  Seat,
  Tool,
  Vote,
} from "./books.ts";

/** A file of the books: what it holds, and its bytes as they were signed. */
export interface Entry<T> {
  readonly id: string;
  /** From the folder of the books, `/`-separated. */
  readonly path: string;
  readonly value: T;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** The detached signature beside it (`.sig`), if there is one. */
  readonly signature?: string;
}

/** A ballot with its votes. */
export interface BallotEntry extends Entry<Ballot> {
  readonly votes: readonly Entry<Vote>[];
  /** Of sealed votes, by the name of the vote. */
  readonly openings: ReadonlyMap<string, Entry<Opening>>;
}

/** The log and its checkpoints: the lines `SHA-256 <tab> path` of what stays as it is. */
export interface Log {
  readonly lines: readonly string[];
  readonly checkpoints: readonly Entry<Checkpoint>[];
}

/** What the kinds of entries are, by the name of their folder. */
export interface Kinds {
  readonly organisations: Organisation;
  readonly people: Person;
  readonly bodies: Body;
  readonly seats: Seat;
  readonly projects: Project;
  readonly disclosures: Disclosure;
  readonly rules: BallotRule;
  readonly levels: LevelDefinition;
  readonly tools: Tool;
  readonly releases: ReleasePlan;
  readonly proposals: Proposal;
  readonly decisions: Decision;
  readonly appeals: Appeal;
}

/** Everything that the books hold, by id. */
export type Books = { readonly [K in keyof Kinds]: ReadonlyMap<string, Entry<Kinds[K]>> } & {
  readonly alliance: Entry<Alliance>;
  readonly ballots: ReadonlyMap<string, BallotEntry>;
  readonly log: Log;
  /** Digests of all other files, such as charters, by path. */
  readonly files: ReadonlyMap<string, string>;
};

/** Something that is wrong: what, in which file, and what to do. */
export interface Fault {
  readonly code: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}
