/** Bodies: seats that nobody holds, groups that hold too many, rules that the seats cannot fulfil. */

import { makeRoll } from "../check/roll.ts";
import { holdsOn } from "../check/terms.ts";
import type { Body, Day, Id } from "../model/books.ts";
import type { Books, Entry } from "../model/entry.ts";
import { checkReach } from "../tally/check-rule.ts";
import type { DueFinding } from "./finding.ts";

/** What is wrong with bodies on a day. */
export function findBodies(books: Books, day: Day): readonly DueFinding[] {
  return [...books.bodies.values()].flatMap((body) => {
    const owner = ownerOf(books, body.id, day);
    return [
      ...findVacant(books, body, { day, owner }),
      ...findCaps(books, body, { day, owner }),
      ...findReach(books, body, { day, owner }),
    ];
  });
}

/** Its chair; else the first by name who holds a seat; the body itself where nobody does. */
function ownerOf(books: Books, body: Id, day: Day): Id {
  const held = [...books.seats.values()]
    .filter(({ value }) => value.body === body)
    .flatMap(({ value }) =>
      value.holders
        .filter((one) => holdsOn(one, day))
        .map(({ person }) => ({ person, isChair: value.isChair === true })),
    );
  return (
    (held.find(({ isChair }) => isChair) ?? held.sort((a, b) => (a.person < b.person ? -1 : 1))[0])?.person ?? body
  );
}

interface When {
  readonly day: Day;
  readonly owner: Id;
}

function findVacant(books: Books, body: Entry<Body>, { day, owner }: When): readonly DueFinding[] {
  return [...books.seats.values()].flatMap(({ path, value }) => {
    if (value.body !== body.id || value.holders.some((one) => holdsOn(one, day))) return [];
    const ended = value.holders
      .flatMap(({ until }) => until ?? [])
      .filter((until) => until <= day)
      .sort()
      .at(-1);
    if (ended === undefined) return [];
    return [{ code: "term-past", path, owner, due: ended, message: `${value.title} is vacant since ${ended}` }];
  });
}

function findCaps(books: Books, body: Entry<Body>, { day, owner }: When): readonly DueFinding[] {
  const most = body.value.seatsPerGroup;
  if (most === undefined) return [];
  const roll = rollOf(books, body, day);
  return [...Map.groupBy(roll, ({ group }) => group)].flatMap(([group, seats]) => {
    if (seats.length <= most) return [];
    const message = `${group} and those related to it hold ${seats.length} seats, and ${most} are allowed`;
    return [{ code: "cap-passed", path: body.path, owner, due: day, message }];
  });
}

function rollOf(books: Books, { id }: Entry<Body>, day: Day): ReturnType<typeof makeRoll> {
  return makeRoll(books, { body: id, day, about: { kind: "body", id }, recuses: [] });
}

function findReach(books: Books, body: Entry<Body>, { day, owner }: When): readonly DueFinding[] {
  const roll = rollOf(books, body, day);
  return [...new Set(Object.values(body.value.rules))].flatMap((id) => {
    const rule = books.rules.get(id)?.value;
    if (rule === undefined) return [];
    return checkReach({ ...rule, id }, roll).map(({ message }) => ({
      code: "out-of-reach",
      path: body.path,
      owner,
      due: day,
      message,
    }));
  });
}
