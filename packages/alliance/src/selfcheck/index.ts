/** The alliance looks at itself: what is overdue, expired, vacant, unanswered or without evidence, each with an owner. */

import type { ReadEvidence } from "../gate/needs.ts";
import type { Day } from "../model/books.ts";
import type { Books } from "../model/entry.ts";
import { findBodies } from "./bodies.ts";
import type { DueFinding } from "./finding.ts";
import { findLate } from "./late.ts";
import { findLapses } from "./releases.ts";

/** Everything that is due on a day, the longest overdue first. */
export async function selfCheck(books: Books, day: Day, read: ReadEvidence): Promise<readonly DueFinding[]> {
  const found = [...findLate(books, day), ...findBodies(books, day), ...(await findLapses(books, day, read))];
  return found.sort((a, b) => order(a.due, b.due) || order(a.path, b.path));
}

function order(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
