/** Related organisations: who belongs to whom votes as one group. */

import type { Day, Id } from "../model/books.ts";
import type { Books, Fault } from "../model/entry.ts";
import { holdsOn } from "./terms.ts";

/** The outermost organisation that an organisation belongs to. In a circle it is the first by name, so that an end is found. */
export function groupOf(books: Books, organisation: Id): Id {
  const seen: Id[] = [];
  let at = organisation;
  while (!seen.includes(at)) {
    seen.push(at);
    const parent = books.organisations.get(at)?.value.parent;
    if (parent === undefined) return at;
    at = parent;
  }
  return seen.slice(seen.indexOf(at)).sort()[0] ?? organisation;
}

/** Organisations that belong to themselves by a chain. */
export function findCircles(books: Books): readonly Fault[] {
  return [...books.organisations.values()].flatMap(({ id, path }) => {
    let at = books.organisations.get(id)?.value.parent;
    for (let steps = 0; at !== undefined && steps < books.organisations.size; steps++) {
      if (at === id)
        return [
          { code: "circle", path, message: `${id} belongs to itself by a chain of parents: take one of them out.` },
        ];
      at = books.organisations.get(at)?.value.parent;
    }
    return [];
  });
}

/** Where a person belongs on a day, for whom they vote first. */
export function affiliationsOf(books: Books, person: Id, day: Day): readonly Id[] {
  const all = books.people.get(person)?.value.affiliations ?? [];
  return all.filter((one) => holdsOn(one, day)).map(({ organisation }) => organisation);
}

/** For whom a person votes on a day; null for who belongs nowhere. */
export function affiliationOf(books: Books, person: Id, day: Day): Id | null {
  return affiliationsOf(books, person, day)[0] ?? null;
}
