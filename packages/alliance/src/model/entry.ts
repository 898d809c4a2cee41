/** An entry of the books, and what is wrong with one. */

import type {
  Alliance,
  Appeal,
  Ballot,
  BallotRule,
  Body,
  Decision,
  Disclosure,
  LevelDefinition,
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
