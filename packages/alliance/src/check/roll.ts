/** Who may vote: the roll of a body on the day on which a ballot opens. */

import type { RollSeat } from "../model/ballot.ts";
import type { BallotRule, Day, Id, Seat, Subject } from "../model/books.ts";
import type { Books, Entry } from "../model/entry.ts";
import { affiliationOf, affiliationsOf, groupOf } from "./groups.ts";
import { holdsOn } from "./terms.ts";

/** What a roll is made for. */
export interface RollQuestion {
  readonly body: Id;
  readonly day: Day;
  readonly about: Subject;
  readonly recuses: BallotRule["recuses"];
}

/** The roll in the order of the seats' ids. Not on it: a seat that nobody holds, that is new on the day, or whose holder's organisation is no member. */
export function makeRoll(books: Books, question: RollQuestion): readonly RollSeat[] {
  return [...books.seats.values()]
    .filter(({ value }) => value.body === question.body && value.votes)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((seat) => makeSeat(books, seat, question));
}

function makeSeat(books: Books, { id, value }: Entry<Seat>, question: RollQuestion): readonly RollSeat[] {
  const { day } = question;
  const person = value.holders.find((one) => holdsOn(one, day))?.person;
  // A seat made on the very day of a ballot was made for it; a successor takes a seat that was there.
  if (person === undefined || !value.holders.some(({ from }) => from < day)) return [];
  const alternate = value.alternates?.find((one) => holdsOn(one, day))?.person;
  const organisation = affiliationOf(books, person, day);
  const member = organisation === null ? undefined : books.organisations.get(organisation)?.value.member;
  if (member !== undefined && !holdsOn(member, day)) return [];
  const group = organisation === null ? person : groupOf(books, organisation);
  const recused = findRecusal(books, { person, group }, question);
  return [
    {
      seat: id,
      person,
      ...(alternate === undefined ? {} : { alternate }),
      class: (organisation === null ? undefined : books.organisations.get(organisation)?.value.class) ?? "individual",
      group,
      ...(value.isChair === true ? { isChair: true as const } : {}),
      ...(recused === null ? {} : { recused }),
    },
  ];
}

function findRecusal(
  books: Books,
  { person, group }: { readonly person: Id; readonly group: Id },
  { day, about, recuses }: RollQuestion,
): string | null {
  const disclosed = [...books.disclosures.values()].find(
    ({ value }) =>
      value.person === person && value.about.kind === about.kind && value.about.id === about.id && holdsOn(value, day),
  );
  if (recuses.includes("disclosed") && disclosed !== undefined) return `disclosed: ${disclosed.value.interest}`;
  const owner = ownerOf(books, about);
  if (!recuses.includes("related") || owner === null) return null;
  const groups = [group, ...affiliationsOf(books, person, day).map((one) => groupOf(books, one))];
  if (!groups.includes(groupOf(books, owner))) return null;
  return `related: ${about.kind} ${about.id} is of ${owner}`;
}

/** The organisation that a thing is of. */
function ownerOf(books: Books, { kind, id }: Subject): Id | null {
  if (kind === "tool") return books.tools.get(id)?.value.organisation ?? null;
  if (kind === "release") return books.releases.get(id)?.value.organisation ?? null;
  return kind === "project" ? (books.projects.get(id)?.value.organisation ?? null) : null;
}
