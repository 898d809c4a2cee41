/** Whether books hold together: nothing is counted, shown or decided from books that do not. */

import { checkLog } from "../log/log.ts";
import type { Books, Fault } from "../model/entry.ts";
import { checkBallots, checkEvidence } from "./ballots.ts";
import { checkEarlier, checkKind } from "./competence.ts";
import { checkDecisions } from "./decisions.ts";
import { findCircles } from "./groups.ts";
import { checkMembers } from "./members.ts";
import { findDangling } from "./references.ts";
import { checkReleases } from "./releases.ts";
import { checkAppeals, checkRequests } from "./requests.ts";
import { checkStates } from "./states.ts";

/** All that is wrong with the books, by file. */
export function checkBooks(books: Books): readonly Fault[] {
  const faults = [
    ...checkMembers(books),
    ...findCircles(books),
    ...findDangling(books),
    ...[...books.bodies.values()].flatMap(({ path, value }) => checkEvidence(books, path, [value.charter])),
    ...[...books.levels.values()].flatMap(({ path, value }) => checkEvidence(books, path, [value.framework])),
    ...[...books.tools.values()].flatMap(({ path, value }) =>
      value.report === undefined ? [] : checkEvidence(books, path, [value.report]),
    ),
    ...checkReleases(books),
    ...checkBallots(books),
    ...checkDecisions(books),
    ...checkStates(books),
    ...[...books.proposals.values()].flatMap(checkKind),
    ...[...books.bodies.values()].flatMap((body) => checkEarlier(books, body)),
    ...checkRequests(books),
    ...checkAppeals(books),
    ...checkLog(books),
  ];
  return faults.sort((a, b) => Number(a.path > b.path) - Number(a.path < b.path));
}
