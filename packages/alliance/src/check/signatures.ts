/** Who signed a file, with a key that was theirs on that day. */

import type { Id, Time } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { isSignedBy } from "../signing/verify.ts";
import { dayOf, holdsOn } from "./terms.ts";

/** Who has to have signed, and when. */
export interface Signing {
  readonly person: Id;
  readonly at: Time;
}

/** What is wrong with the signature beside a file. */
export function checkSignature(books: Books, entry: Entry<unknown>, { person, at }: Signing): readonly Fault[] {
  const { path, bytes, signature } = entry;
  const keys = books.people.get(person)?.value.keys;
  // A person who is not there is told as a name that leads nowhere.
  if (keys === undefined) return [];
  if (signature === undefined)
    return [{ code: "unsigned", path, message: `is not signed: ${person} has to sign it, as ${path}.sig.` }];
  const signing = keys.filter((key) => isSignedBy(key.public, bytes, signature));
  if (signing.length === 0)
    return [
      {
        code: "bad-signature",
        path,
        message: `is not signed by ${person} as it stands: it was changed since, or another key signed it.`,
      },
    ];
  if (signing.some((key) => holdsOn(key, dayOf(at)))) return [];
  return [
    {
      code: "expired-key",
      path,
      message: `is signed by a key that was not ${person}'s on ${dayOf(at)}: sign it with a key of that day.`,
    },
  ];
}
