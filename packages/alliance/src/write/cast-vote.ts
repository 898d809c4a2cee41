/** Writes a vote for a seat; where the rule hides votes it is sealed, and the voter keeps what opens it. */

import { countBallot } from "../check/ballots.ts";
import type { Id, Opening, Time, Vote } from "../model/books.ts";
import type { BallotEntry, Books } from "../model/entry.ts";
import { sealOf } from "./seal.ts";

/** Who votes how. */
export interface VoteRequest {
  readonly ballot: Id;
  readonly seat: Id;
  readonly by: Id;
  readonly at: Time;
  readonly choice: Opening["choice"];
  readonly reason?: string;
  /** 32 hex digits that nobody can guess. */
  readonly nonce: string;
}

/** A vote to be signed by its voter, the name of its file, and what opens it where it is sealed. */
export interface CastVote {
  readonly name: Id;
  readonly vote: Vote;
  readonly opening?: Opening;
}

/** The vote. @throws RangeError for one that could not be counted: not on the roll, not theirs, not in time. */
export function castVote(books: Books, { ballot: id, seat, by, at, choice, reason, nonce }: VoteRequest): CastVote {
  const ballot = books.ballots.get(id);
  if (ballot === undefined) throw new RangeError(`There is no ballots/${id}/ballot.yaml.`);
  if (choice === "recusal" && (reason ?? "").trim() === "")
    throw new RangeError("A recusal is published with its reason: give one with --reason.");
  const name = nameVote(ballot, seat);
  const said = { choice, ...(reason === undefined ? {} : { reason }) };
  const head = { ballot: id, seat, voter: by, at };
  const entry = { id: name, path: "", value: { ...head, ...said }, sha256: "", bytes: new Uint8Array(0) };
  const counted = countBallot(books, { ...ballot, votes: [...ballot.votes, entry] });
  if ("problems" in counted) throw new RangeError(counted.problems[0].message);
  if (books.rules.get(ballot.value.rule.id)?.value.hiddenUntilClose !== true) return { name, vote: entry.value };
  const opening = { ...said, nonce };
  return { name, vote: { ...head, sealed: sealOf(opening) }, opening };
}

/** The seat's name; a later vote of the seat takes the place of an earlier one, which stays where it is. */
function nameVote({ votes }: BallotEntry, seat: Id): Id {
  const earlier = votes.filter(({ value }) => value.seat === seat).length;
  return earlier === 0 ? seat : `${seat}-${earlier + 1}`;
}
