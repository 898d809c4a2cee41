/** Organisations, people and seats: what contradicts itself. */

import type { Term } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { identifyKey } from "../signing/verify.ts";

/** What is wrong with who belongs to the alliance. */
export function checkMembers(books: Books): readonly Fault[] {
  return [
    ...checkClasses(books),
    ...checkTerms(books),
    ...findSharedKeys(books),
    ...checkSeats(books),
    ...findTwoSeats(books),
  ];
}

function checkClasses({ alliance, organisations }: Books): readonly Fault[] {
  const { classes, regions } = alliance.value;
  return [...organisations.values()].flatMap(({ path, value }) => [
    ...(classes.includes(value.class) ? [] : [unlisted(path, "class", value.class)]),
    ...(regions.includes(value.region) ? [] : [unlisted(path, "region", value.region)]),
  ]);
}

function unlisted(path: string, what: string, name: string): Fault {
  return {
    code: "unlisted",
    path,
    message: `is of the ${what} ${name}, which alliance.yaml does not list: add it there or correct it.`,
  };
}

function checkTerms(books: Books): readonly Fault[] {
  const terms: (readonly [Entry<unknown>, readonly Term[]])[] = [
    ...[...books.organisations.values()].map((one) => [one, [one.value.member]] as const),
    ...[...books.people.values()].map((one) => [one, [...one.value.keys, ...one.value.affiliations]] as const),
    ...[...books.seats.values()].map((one) => [one, [...one.value.holders, ...(one.value.alternates ?? [])]] as const),
    ...[...books.disclosures.values()].map((one) => [one, [one.value]] as const),
  ];
  return terms.flatMap(([{ path }, some]) => some.flatMap((term) => checkTerm(path, term)));
}

function checkTerm(path: string, { from, until }: Term): readonly Fault[] {
  if (until === undefined || from < until) return [];
  return [
    {
      code: "bad-term",
      path,
      message: `holds from ${from} until ${until}, which is no day at all: correct one of the two.`,
    },
  ];
}

/** Two files with one key are two files of one person, who could vote twice. */
function findSharedKeys({ people }: Books): readonly Fault[] {
  const owners = new Map<string, string>();
  return [...people.values()].flatMap(({ id, path, value }) =>
    value.keys.flatMap((key) => {
      const bare = identifyKey(key.public);
      if (bare === null)
        return [
          {
            code: "bad-key",
            path,
            message: "has a key that cannot be read: give an Ed25519 or P-256 key, as a line of OpenSSH or in PEM.",
          },
        ];
      const owner = owners.get(bare) ?? id;
      owners.set(bare, owner);
      if (owner === id) return [];
      return [
        {
          code: "same-person",
          path,
          message: `has a key of people/${owner}.yaml: two files for one person, keep one.`,
        },
      ];
    }),
  );
}

function checkSeats({ seats }: Books): readonly Fault[] {
  return [...seats.values()].flatMap(({ path, value }) =>
    [value.holders, value.alternates ?? []].flatMap((holdings) =>
      holdings.flatMap((one, index) => {
        const other = holdings.slice(index + 1).find((next) => overlaps(one, next));
        if (other === undefined) return [];
        const message = `is held by ${one.person} and by ${other.person} at once, from ${later(one.from, other.from)}: end one of the two terms.`;
        return [{ code: "held-twice", path, message }];
      }),
    ),
  );
}

/** Somebody who holds two seats of one body votes twice. */
function findTwoSeats({ seats }: Books): readonly Fault[] {
  const voting = [...seats.values()].filter(({ value }) => value.votes);
  const held = voting.flatMap(({ path, value }) =>
    value.holders.map((holding) => ({ path, body: value.body, holding })),
  );
  return [...Map.groupBy(held, ({ body, holding }) => `${body} ${holding.person}`).values()].flatMap((some) =>
    some.flatMap((one, index) => {
      const other = some
        .slice(0, index)
        .find((before) => before.path !== one.path && overlaps(before.holding, one.holding));
      if (other === undefined) return [];
      const message = `is held by ${one.holding.person}, who holds ${other.path} of the same body, too: end one of the two terms.`;
      return [{ code: "two-seats", path: one.path, message }];
    }),
  );
}

function overlaps(a: Term, b: Term): boolean {
  return (b.until === undefined || a.from < b.until) && (a.until === undefined || b.from < a.until);
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
