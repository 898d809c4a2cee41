/** Things are what the last decision on them made them, in steps that there are, on the evidence that was decided on. */

import type { Decided, Decision, EvidenceFile, Proposal, ReleasePlan, Subject } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { STAGES } from "./releases.ts";

/** A thing whose state is one that needs a decision. */
interface Thing {
  readonly path: string;
  readonly about: Subject;
  readonly decided: Decided<string>;
  readonly first: string;
  /** States that each state may become. */
  readonly steps: Steps;
  /** What has to have been decided on, once it is more than the first. */
  readonly basis?: EvidenceFile;
}

type Steps = Readonly<Record<string, readonly string[]>>;

/** Stages of projects go up one at a time; who comes with users may begin at the second (as at the CNCF). */
const PROJECT: Steps = {
  proposed: ["sandbox", "incubating"],
  sandbox: ["incubating", "emeritus"],
  incubating: ["graduated", "sandbox", "emeritus"],
  graduated: ["incubating", "emeritus"],
  emeritus: ["sandbox", "incubating"],
};
const LEVEL: Steps = { draft: ["adopted"], adopted: ["withdrawn"], withdrawn: ["adopted"] };
const TOOL: Steps = {
  listed: ["vetted", "suspended"],
  vetted: ["vetted", "suspended", "listed"],
  suspended: ["vetted", "listed"],
};

/** States that a proposal can ask for, by the kind of what it is about. */
const STATES: Readonly<Record<Subject["kind"], readonly string[]>> = {
  project: Object.keys(PROJECT),
  level: Object.keys(LEVEL),
  tool: Object.keys(TOOL),
  release: STAGES,
  body: ["adopted", "withdrawn"],
  rule: ["adopted", "withdrawn"],
  text: ["adopted", "withdrawn"],
};

/** What things are, against what was decided. */
export function checkStates(books: Books): readonly Fault[] {
  const made = listMade(books);
  return [
    ...[...books.proposals.values()].flatMap(checkAsked),
    ...listThings(books).flatMap((one) => checkThing(books, one, made.get(nameOf(one.about)) ?? [])),
  ];
}

/** A proposal asks for a state of its kind, and for another one only by a material change. */
function checkAsked({ path, value }: Entry<Proposal>): readonly Fault[] {
  const states = STATES[value.about.kind];
  return value.versions.flatMap(({ makes, isMaterial }, index) => {
    const faults: Fault[] = [];
    if (makes !== undefined && !states.includes(makes)) {
      const message = `asks that ${value.about.kind} ${value.about.id} be ${makes}: it can be ${states.join(", ")}.`;
      faults.push({ code: "no-state", path, message });
    }
    if (index > 0 && !isMaterial && makes !== value.versions[index - 1]?.makes) {
      const message = `asks for another state in version ${index + 1} and calls that no material change: it is one.`;
      faults.push({ code: "material", path, message });
    }
    return faults;
  });
}

function listThings({ levels, tools, releases, projects }: Books): readonly Thing[] {
  const of = (kind: Subject["kind"], { id, path }: Entry<unknown>): Pick<Thing, "path" | "about"> => ({
    path,
    about: { kind, id },
  });
  return [
    ...[...levels.values()].map((one) => ({
      ...of("level", one),
      decided: one.value.status,
      first: "draft",
      steps: LEVEL,
      basis: one.value.framework,
    })),
    ...[...tools.values()].map((one) => ({
      ...of("tool", one),
      decided: one.value.status,
      first: "listed",
      steps: TOOL,
      ...(one.value.report === undefined || one.value.status.state !== "vetted" ? {} : { basis: one.value.report }),
    })),
    ...[...releases.values()].map((one) => ({
      ...of("release", one),
      decided: one.value.stage,
      first: "internal",
      steps: stepsOf(one.value),
    })),
    ...[...projects.values()].map((one) => ({
      ...of("project", one),
      decided: one.value.stage,
      first: "proposed",
      steps: PROJECT,
    })),
  ];
}

/** The next stage of the plan, or any before. */
function stepsOf({ stages }: ReleasePlan): Steps {
  const names = stages.map(({ stage }) => stage);
  return Object.fromEntries(
    names.map((name, at) => [name, names.filter((_, index) => index <= at + 1 && index !== at)]),
  );
}

function checkThing(books: Books, thing: Thing, decisions: readonly Made[]): readonly Fault[] {
  return [...findJumps(thing, decisions), ...checkState(thing, decisions), ...checkBasis(books, thing)];
}

/** What decisions made of each thing, from the first. */
function listMade({ decisions }: Books): ReadonlyMap<string, readonly Made[]> {
  const made = [...decisions.values()]
    .sort((a, b) => (a.value.at < b.value.at ? -1 : 1))
    .flatMap((decision) => decision.value.does.map(({ about, state }) => ({ decision, state, about: nameOf(about) })));
  return Map.groupBy(made, ({ about }) => about);
}

function nameOf({ kind, id }: Subject): string {
  return `${kind} ${id}`;
}

interface Made {
  readonly decision: Entry<Decision>;
  readonly state: string;
}

function findJumps({ about, first, steps }: Thing, decisions: readonly Made[]): readonly Fault[] {
  return decisions.flatMap(({ decision, state }, index) => {
    const before = decisions[index - 1]?.state ?? first;
    const next = steps[before] ?? [];
    if (next.includes(state)) return [];
    const message = `makes ${about.kind} ${about.id} ${state}, which it cannot become: it was ${before}, and after that comes ${next.join(" or ") || "nothing"}.`;
    return [{ code: "jump", path: decision.path, message }];
  });
}

function checkState({ path, decided, first }: Thing, decisions: readonly Made[]): readonly Fault[] {
  const { state, decision: id } = decided;
  const last = decisions.at(-1);
  if (last === undefined) {
    if (state === first && id === undefined) return [];
    const message = `is ${state}${id === undefined ? ", and no decision says so: name" : ` by decision ${id}, which decides nothing of the kind: name`} the decision, or put it back to ${first}.`;
    return [{ code: "undecided", path, message }];
  }
  const { id: lastId } = last.decision;
  if (state === last.state && id === lastId) return [];
  const isKnown = decisions.some((one) => one.state === state && one.decision.id === id);
  const message = `is ${state}${id === undefined ? "" : ` by decision ${id}`}, and the last decision on it, ${lastId}, made it ${last.state}: write state ${last.state} and decision ${lastId}.`;
  return [{ code: isKnown || id === undefined ? "superseded" : "undecided", path, message }];
}

/** The very file that was decided on: not one that took its place since. */
function checkBasis({ decisions }: Books, { path, decided, basis }: Thing): readonly Fault[] {
  const decision = decisions.get(decided.decision ?? "");
  if (basis === undefined || decision === undefined) return [];
  if (decision.value.restsOn.some((one) => one.path === basis.path && one.sha256 === basis.sha256)) return [];
  const message = `names ${basis.path}, on which decision ${decision.id} does not rest as it is: decide anew on it, or put back what was decided on.`;
  return [{ code: "not-decided-on", path, message }];
}
