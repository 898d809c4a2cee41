/** Reviews: one of each role, from unrelated groups, of enough regions. */

import type { BallotRule, Proposal, ReviewProfile } from "../model/books.ts";
import type { Books, Fault } from "../model/entry.ts";
import { affiliationOf, groupOf } from "./groups.ts";
import { dayOf } from "./terms.ts";

/** Somebody who reviewed in a role. */
interface Reviewer {
  readonly by: string;
  readonly role: string;
  readonly group: string;
  readonly region: string | null;
}

/** Reviews of one role that are tried, the first ones: six for each of eight roles are 1.7 million choices at most. */
const MOST_OF_ROLE = 6;

/** What is missing from the reviews that a rule asks for. */
export function checkReviews(books: Books, proposal: Proposal, { review }: BallotRule): readonly Omit<Fault, "path">[] {
  if (review === undefined) return [];
  const reviewers = (proposal.reviews ?? []).map(({ by, role, at }): Reviewer => {
    const organisation = affiliationOf(books, by, dayOf(at));
    const region = organisation === null ? null : (books.organisations.get(organisation)?.value.region ?? null);
    return { by, role, group: organisation === null ? by : groupOf(books, organisation), region };
  });
  if (fulfils(reviewers, review)) return [];
  const asked = [
    `one each of ${review.roles.join(", ")}`,
    ...(review.areUnrelated ? ["from unrelated groups"] : []),
    ...(review.regions > 1 ? [`of ${review.regions} regions`] : []),
  ];
  return [{ code: "reviews", message: `opened without the reviews that its rule asks for: ${asked.join(", ")}.` }];
}

/** Whether reviewers can be chosen, a different one for each role, so that all conditions hold together. */
export function fulfils(reviewers: readonly Reviewer[], { roles, areUnrelated, regions }: ReviewProfile): boolean {
  const choose = (at: number, chosen: readonly Reviewer[]): boolean => {
    const role = roles[at];
    if (role === undefined) return new Set(chosen.flatMap(({ region }) => region ?? [])).size >= regions;
    return reviewers
      .filter((one) => one.role === role)
      .slice(0, MOST_OF_ROLE)
      .filter((one) => !chosen.some((other) => collides(one, other, areUnrelated)))
      .some((one) => choose(at + 1, [...chosen, one]));
  };
  return choose(0, []);
}

function collides(a: Reviewer, b: Reviewer, areUnrelated: boolean): boolean {
  return a.by === b.by || (areUnrelated && a.group === b.group);
}
