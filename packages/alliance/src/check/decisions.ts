/** Decisions: what they say came of a ballot is what the count says, and what things are they are through a decision. */

import { canonicalize } from "../canonical.ts";
import type { Tally } from "../model/ballot.ts";
import type { Decision, Effect, Proposal, Subject } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { checkEvidence, countBallot } from "./ballots.ts";
import { checkSeated } from "./competence.ts";
import { checkSignature } from "./signatures.ts";

/** What is wrong with decisions. */
export function checkDecisions(books: Books): readonly Fault[] {
  return [...[...books.decisions.values()].flatMap((one) => checkDecision(books, one)), ...findDecidedTwice(books)];
}

function checkDecision(books: Books, decision: Entry<Decision>): readonly Fault[] {
  const { path, value } = decision;
  const ballot = books.ballots.get(value.ballot);
  if (ballot === undefined) return [];
  const fault = (code: string, message: string): Fault => ({ code, path, message });
  // A rule that is not there is told as a name that leads nowhere.
  const counted = books.rules.has(ballot.value.rule.id) ? countBallot(books, ballot) : null;
  const cited = new Set(value.restsOn.map((one) => one.path));
  const needed = [ballot, ...ballot.votes, ...ballot.openings.values()].map((one) => one.path);
  const missing = [...needed, ...ballot.value.evidence.map((one) => one.path)].filter((one) => !cited.has(one));
  const proposal = books.proposals.get(ballot.value.proposal)?.value;
  return [
    ...checkEvidence(books, path, value.restsOn),
    ...missing.map((one) => fault("not-cited", `does not name ${one} among what it rests on: add it with its digest.`)),
    ...(value.at >= ballot.value.closes
      ? []
      : [fault("too-early", `is of ${value.at}, before the ballot closed on ${ballot.value.closes}: date it later.`)]),
    ...(counted === null ? [] : checkResult(value, counted)).map((message) => fault("wrong-result", message)),
    ...(proposal === undefined ? [] : checkSaid(value, proposal, ballot.value.version)).map((one) => ({
      ...one,
      path,
    })),
    ...(counted === null ? [] : checkDissents(value, counted)).map((message) => fault("no-dissent", message)),
    ...checkSeated(books, path, { person: value.recordedBy, body: ballot.value.body, at: value.at }),
    ...checkSignature(books, decision, { person: value.recordedBy, at: value.at }),
  ];
}

/** Title and effects are those of the version that was voted on. */
function checkSaid(decision: Decision, proposal: Proposal, version: number): readonly Omit<Fault, "path">[] {
  const { title, result, does } = decision;
  const made = effectsOf(proposal, version, result);
  const other = does.find(({ about }) => !isSame(about, proposal.about));
  const faults: Omit<Fault, "path">[] = [];
  if (title !== proposal.title)
    faults.push({
      code: "other-title",
      message: `is called "${title}", and what was voted on "${proposal.title}": call it the same.`,
    });
  if (other !== undefined)
    faults.push({
      code: "other-subject",
      message: `decides on ${name(other.about)}, and the ballot was about ${name(proposal.about)}: decide on that alone.`,
    });
  else if (result === "failed" && does.length > 0)
    faults.push({ code: "no-effect", message: "failed and changes something: a failed proposal does nothing." });
  else if (canonicalize(does) !== canonicalize(made))
    faults.push({
      code: "other-effect",
      message: `makes it ${list(does)}, and what was voted on makes it ${list(made)}: say the same.`,
    });
  return faults;
}

/** What comes of a version of a proposal by a result. */
export function effectsOf(
  { about, versions }: Proposal,
  version: number,
  result: Decision["result"],
): readonly Effect[] {
  const state = versions[version - 1]?.makes;
  return result === "failed" || state === undefined ? [] : [{ about, state }];
}

function name({ kind, id }: Subject): string {
  return `${kind} ${id}`;
}

function list(effects: readonly Effect[]): string {
  return effects.map(({ state }) => state).join(" and ") || "nothing";
}

function isSame(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function findDecidedTwice({ decisions }: Books): readonly Fault[] {
  return [...Map.groupBy(decisions.values(), ({ value }) => value.ballot)].flatMap(([ballot, [first, ...others]]) =>
    others.map(({ path }) => ({
      code: "decided-twice",
      path,
      message: `is of the ballot ${ballot}, of which ${first?.path} is, too: keep one.`,
    })),
  );
}

function checkResult({ result }: Decision, counted: Tally): readonly string[] {
  if ("problems" in counted)
    return [`says ${result}, and the ballot cannot be counted: ${counted.problems[0].message}`];
  if (counted.outcome.result === result) return [];
  return [`says ${result}, and the votes come to ${counted.outcome.result}: count again.`];
}

function checkDissents({ dissents = [] }: Decision, counted: Tally): readonly string[] {
  const seats = "problems" in counted ? [] : counted.outcome.seats;
  const dissenting = new Set(
    seats.filter(({ choice }) => choice === "no" || choice === "veto").map(({ seat }) => seat),
  );
  return dissents
    .filter(({ seat }) => !dissenting.has(seat))
    .map(({ seat }) => `publishes a dissent of seat ${seat}, which did not vote no: take it out.`);
}
