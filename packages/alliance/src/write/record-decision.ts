/** Records what came of a ballot, with the digests of everything that it rests on. */

import { countBallot } from "../check/ballots.ts";
import { effectsOf } from "../check/decisions.ts";
import type { Outcome } from "../model/ballot.ts";
import type { Decision, EvidenceFile, Id, Time } from "../model/books.ts";
import type { Books, Entry } from "../model/entry.ts";

/** What a decision is recorded of. */
export interface DecisionRequest {
  readonly ballot: Id;
  readonly by: Id;
  readonly at: Time;
}

/** The decision to be signed by who records it. @throws RangeError where the ballot is not there or cannot be counted. */
export function recordDecision(books: Books, { ballot: id, by, at }: DecisionRequest): Decision {
  const ballot = books.ballots.get(id);
  if (ballot === undefined) throw new RangeError(`There is no ballots/${id}/ballot.yaml.`);
  if (at < ballot.value.closes) throw new RangeError(`The ballot ${id} is open until ${ballot.value.closes}.`);
  const counted = countBallot(books, ballot);
  if ("problems" in counted) throw new RangeError(`The ballot ${id} cannot be counted: ${counted.problems[0].message}`);
  const proposal = books.proposals.get(ballot.value.proposal);
  if (proposal === undefined) throw new RangeError(`There is no proposals/${ballot.value.proposal}.yaml.`);
  const { result } = counted.outcome;
  const dissents = listDissents(counted.outcome.seats);
  return {
    title: proposal.value.title,
    ballot: id,
    result,
    at,
    does: effectsOf(proposal.value, ballot.value.version, result),
    restsOn: [...[ballot, ...ballot.votes, ...ballot.openings.values()].map(cite), ...ballot.value.evidence],
    ...(dissents.length > 0 ? { dissents } : {}),
    recordedBy: by,
  };
}

function cite({ path, sha256 }: Entry<unknown>): EvidenceFile {
  return { path, sha256 };
}

/** Those who said no and why, in the order of their seats. */
function listDissents(seats: Outcome["seats"]): NonNullable<Decision["dissents"]> {
  return seats.flatMap(({ seat, choice, reason }) =>
    (choice === "no" || choice === "veto") && reason !== undefined ? [{ seat, text: reason }] : [],
  );
}
