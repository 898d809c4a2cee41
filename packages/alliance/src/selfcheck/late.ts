/** What should have been done by now: reviews, vettings, answers. */

import { addToDay, dayOf } from "../check/terms.ts";
import type { Day } from "../model/books.ts";
import type { Books } from "../model/entry.ts";
import type { DueFinding } from "./finding.ts";

/** Reviews, vettings, objections, requests and appeals whose day has passed, and decisions that rest on nothing. */
export function findLate(books: Books, day: Day): readonly DueFinding[] {
  const all = [
    ...findReviews(books),
    ...findVettings(books),
    ...findObjections(books),
    ...findRequests(books),
    ...findAppeals(books),
  ];
  return [...all.filter(({ due }) => due < day), ...findUnsupported(books)];
}

function findReviews({ alliance, projects }: Books): readonly DueFinding[] {
  return [...projects.values()]
    .filter(({ value }) => value.stage.state !== "emeritus")
    .map(({ path, value }) => {
      const due = addToDay(value.reviewed, alliance.value.reviewDays);
      return {
        code: "review-overdue",
        path,
        owner: value.lead,
        due,
        message: `${value.name} was last reviewed on ${value.reviewed}`,
      };
    });
}

function findVettings({ tools, decisions }: Books): readonly DueFinding[] {
  return [...tools.values()].flatMap(({ path, value }) => {
    const { state, decision } = value.status;
    const owner = decisions.get(decision ?? "")?.value.recordedBy;
    if (state !== "vetted" || value.validUntil === undefined || owner === undefined) return [];
    return [
      {
        code: "vetting-expired",
        path,
        owner,
        due: value.validUntil,
        message: `${value.name} was vetted until ${value.validUntil}`,
      },
    ];
  });
}

function findObjections({ alliance, proposals }: Books): readonly DueFinding[] {
  return [...proposals.values()].flatMap(({ path, value }) =>
    (value.objections ?? [])
      .filter(({ answer }) => answer === undefined)
      .map(({ by, at }) => ({
        code: "objection-unanswered",
        path,
        owner: value.by,
        due: addToDay(dayOf(at), alliance.value.answerDays),
        message: `nobody answered the objection of ${by} from ${dayOf(at)}`,
      })),
  );
}

function findRequests({ alliance, projects }: Books): readonly DueFinding[] {
  return [...projects.values()].flatMap(({ path, value }) =>
    (value.requests ?? [])
      .filter(({ state }) => state === "pending")
      .map(({ person, at }) => ({
        code: "request-unanswered",
        path,
        owner: value.lead,
        due: addToDay(dayOf(at), alliance.value.answerDays),
        message: `${person} asked to join on ${dayOf(at)} and has no answer`,
      })),
  );
}

function findAppeals({ alliance, appeals, decisions }: Books): readonly DueFinding[] {
  return [...appeals.values()].flatMap(({ path, value }) => {
    const owner = decisions.get(value.decision)?.value.recordedBy;
    if (value.answer !== undefined || owner === undefined) return [];
    const due = addToDay(dayOf(value.at), alliance.value.answerDays);
    return [{ code: "appeal-unanswered", path, owner, due, message: `the appeal of ${value.by} has no answer` }];
  });
}

/** A decision rests on evidence where the ballot names more than the proposal itself. */
function findUnsupported({ decisions, ballots, proposals }: Books): readonly DueFinding[] {
  return [...decisions.values()].flatMap(({ path, value }) => {
    const ballot = ballots.get(value.ballot)?.value;
    const proposal = proposals.get(ballot?.proposal ?? "")?.path;
    if (value.does.length === 0 || ballot?.evidence.some((one) => one.path !== proposal) !== false) return [];
    return [
      {
        code: "no-evidence",
        path,
        owner: value.recordedBy,
        due: dayOf(value.at),
        message: `${value.title} rests on the proposal alone`,
      },
    ];
  });
}
