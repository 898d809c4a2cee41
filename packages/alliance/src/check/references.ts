/** Every name in the books leads to an entry. */

import type { Id, Subject } from "../model/books.ts";
import type { Books, Entry, Fault, Kinds } from "../model/entry.ts";

/** A name, the kind that it is of, and the file that it stands in. */
interface Reference {
  readonly from: Entry<unknown>;
  readonly kind: keyof Kinds | "ballots";
  readonly id: Id;
}

/** Names that lead nowhere. */
export function findDangling(books: Books): readonly Fault[] {
  return listReferences(books)
    .filter(({ kind, id }) => !books[kind].has(id))
    .map(({ from, kind, id }) => ({
      code: "dangling",
      path: from.path,
      message: `names ${id}, and there is no ${kind}/${id}${kind === "ballots" ? "/ballot" : ""}.yaml: add it or correct the name.`,
    }));
}

function listReferences(books: Books): readonly Reference[] {
  return [...listThings(books), ...listVoting(books)];
}

function all<T>(
  entries: ReadonlyMap<string, Entry<T>>,
  list: (value: T) => readonly (readonly [Reference["kind"], Id | undefined])[],
): readonly Reference[] {
  return [...entries.values()].flatMap((from) =>
    list(from.value).flatMap(([kind, id]) => (id === undefined ? [] : [{ from, kind, id }])),
  );
}

/** What there is, and whose it is. */
function listThings(books: Books): readonly Reference[] {
  return [
    ...all(books.organisations, ({ parent }) => [["organisations", parent]]),
    ...all(books.people, ({ affiliations }) => affiliations.map(({ organisation }) => ["organisations", organisation])),
    ...all(books.bodies, ({ rules, earlier = [] }) => [
      ...[rules, ...earlier.map((one) => one.rules)].flatMap((some) =>
        Object.values(some).map((rule: Id) => ["rules", rule] as const),
      ),
      ...earlier.map(({ decision }) => ["decisions", decision] as const),
    ]),
    ...all(books.seats, ({ body, holders, alternates = [] }) => [
      ["bodies", body],
      ...[...holders, ...alternates].map(({ person }) => ["people", person] as const),
    ]),
    ...all(books.projects, ({ lead, organisation, stage, requests = [] }) => [
      ["people", lead],
      ["organisations", organisation],
      ["decisions", stage.decision],
      ...requests.flatMap(({ person, answer }) => [["people", person] as const, ["people", answer?.by] as const]),
    ]),
    ...all(books.disclosures, ({ person, about }) => [["people", person], ...subject(about)]),
    ...all(books.levels, ({ status }) => [["decisions", status.decision]]),
    ...all(books.tools, ({ organisation, status }) => [
      ["organisations", organisation],
      ["decisions", status.decision],
    ]),
    ...all(books.releases, ({ organisation, lead, stage, stages }) => [
      ["organisations", organisation],
      ["people", lead],
      ["decisions", stage.decision],
      ...stages.flatMap(({ needs }) =>
        needs.flatMap((need) => (need.kind === "risk" ? [["people", need.owner] as const] : [])),
      ),
    ]),
  ];
}

/** What was proposed, voted and decided, and by whom. */
function listVoting(books: Books): readonly Reference[] {
  return [
    ...all(books.proposals, ({ by, about, reviews = [], comments = [], objections = [] }) => [
      ["people", by],
      ...subject(about),
      ...[...reviews, ...comments, ...objections].map((one) => ["people", one.by] as const),
      ...objections.map(({ answer }) => ["people", answer?.by] as const),
    ]),
    ...all(books.ballots, ({ proposal, body, rule, openedBy }) => [
      ["proposals", proposal],
      ["bodies", body],
      ["rules", rule.id],
      ["people", openedBy],
    ]),
    ...[...books.ballots.values()].flatMap(({ value, votes }) =>
      value.receipts === undefined
        ? votes.map((from) => ({ from, kind: "people" as const, id: from.value.voter }))
        : [],
    ),
    ...all(books.decisions, ({ ballot, recordedBy, does }) => [
      ["ballots", ballot],
      ["people", recordedBy],
      ...does.flatMap(({ about }) => subject(about)),
    ]),
    ...all(books.appeals, ({ decision, by, answer }) => [
      ["decisions", decision],
      ["people", by],
      ["people", answer?.by],
    ]),
  ];
}

/** Folder of a subject's kind; a text is no entry of its own. */
function subject({ kind, id }: Subject): readonly (readonly [Reference["kind"], Id])[] {
  if (kind === "text") return [];
  return [[kind === "body" ? "bodies" : `${kind}s`, id]];
}
