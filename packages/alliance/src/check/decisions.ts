/** Decisions: what they say came of a ballot is what the count says, and what things are they are through a decision. */

import type { Tally } from "../model/ballot.ts";
import type { Decided, Decision, Effect, Subject } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { checkEvidence, countBallot } from "./ballots.ts";
import { checkSignature } from "./signatures.ts";

/** What is wrong with decisions, and which states of things rest on none. */
export function checkDecisions(books: Books): readonly Fault[] {
  return [...[...books.decisions.values()].flatMap((one) => checkDecision(books, one)), ...checkStates(books)];
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
  const { about } = books.proposals.get(ballot.value.proposal)?.value ?? {};
  return [
    ...checkEvidence(books, path, value.restsOn),
    ...missing.map((one) => fault("not-cited", `does not name ${one} among what it rests on: add it with its digest.`)),
    ...(value.at >= ballot.value.closes
      ? []
      : [fault("too-early", `is of ${value.at}, before the ballot closed on ${ballot.value.closes}.`)]),
    ...(counted === null ? [] : checkResult(value, counted)).map((message) => fault("wrong-result", message)),
    ...value.does
      .filter((one) => !isSame(one.about, about))
      .map(({ about: other }) =>
        fault(
          "other-subject",
          `decides on ${other.kind} ${other.id}, and the ballot was about ${about?.kind} ${about?.id}.`,
        ),
      ),
    ...(value.result === "failed" && value.does.length > 0
      ? [fault("no-effect", "failed and changes something: a failed proposal does nothing.")]
      : []),
    ...(counted === null ? [] : checkDissents(value, counted)).map((message) => fault("no-dissent", message)),
    ...checkSignature(books, decision, { person: value.recordedBy, at: value.at }),
  ];
}

function isSame(a: Subject, b: Subject | undefined): boolean {
  return a.kind === b?.kind && a.id === b.id;
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

/** A thing whose state is one that needs a decision. */
interface Thing {
  readonly path: string;
  readonly about: Subject;
  readonly decided: Decided<string>;
  readonly first: string;
}

function checkStates(books: Books): readonly Fault[] {
  const things: readonly Thing[] = [
    ...[...books.levels.values()].map(({ id, path, value }) => ({
      path,
      about: { kind: "level" as const, id },
      decided: value.status,
      first: "draft",
    })),
    ...[...books.tools.values()].map(({ id, path, value }) => ({
      path,
      about: { kind: "tool" as const, id },
      decided: value.status,
      first: "listed",
    })),
    ...[...books.releases.values()].map(({ id, path, value }) => ({
      path,
      about: { kind: "release" as const, id },
      decided: value.stage,
      first: "internal",
    })),
    ...[...books.projects.values()].map(({ id, path, value }) => ({
      path,
      about: { kind: "project" as const, id },
      decided: value.stage,
      first: "proposed",
    })),
  ];
  return things.flatMap((thing) => checkState(books, thing));
}

function checkState(books: Books, { path, about, decided, first }: Thing): readonly Fault[] {
  const { state, decision: id } = decided;
  if (id === undefined) {
    if (state === first) return [];
    return [
      {
        code: "undecided",
        path,
        message: `is ${state}, and no decision says so: name the decision, or put it back to ${first}.`,
      },
    ];
  }
  const decision = books.decisions.get(id);
  if (decision === undefined || decision.value.does.some((effect) => makes(effect, about, state))) return [];
  return [
    {
      code: "undecided",
      path,
      message: `is ${state} by decision ${id}, which decides nothing of the kind: correct one of the two.`,
    },
  ];
}

function makes(effect: Effect, about: Subject, state: string): boolean {
  return isSame(effect.about, about) && effect.state === state;
}
