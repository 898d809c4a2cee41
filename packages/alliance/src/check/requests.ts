/** Requests to join a project, and appeals: answered by whom and when it is due. */

import type { JoinRequest, Project } from "../model/books.ts";
import type { Books, Entry, Fault } from "../model/entry.ts";
import { dayOf } from "./terms.ts";

/** What is wrong with requests to join projects. */
export function checkRequests({ projects }: Books): readonly Fault[] {
  return [...projects.values()].flatMap(({ path, value }: Entry<Project>) =>
    (value.requests ?? []).flatMap((one) => {
      const message = checkRequest(one, value.lead);
      return message === null
        ? []
        : [{ code: "bad-request", path, message: `has a request of ${one.person} ${message}` }];
    }),
  );
}

function checkRequest({ state, at, answer }: JoinRequest, lead: string): string | null {
  if (state === "pending")
    return answer === undefined ? null : "that is pending and answered: say approved or rejected.";
  if (answer === undefined) return `that is ${state} by nobody: ${lead}, who leads the project, answers.`;
  if (answer.by !== lead) return `that ${answer.by} answered: ${lead}, who leads the project, answers.`;
  if (answer.at < at) return `that was answered on ${answer.at}, before it was made on ${at}: correct one of the two.`;
  if (state === "rejected" && (answer.text ?? "").trim() === "") return "that is rejected without a word: say why.";
  return null;
}

/** Appeals come after the decision, before the day that it names, and are answered after that. */
export function checkAppeals({ appeals, decisions }: Books): readonly Fault[] {
  return [...appeals.values()].flatMap(({ path, value }) => {
    const decision = decisions.get(value.decision)?.value;
    if (decision === undefined) return [];
    const faults: Fault[] = [];
    if (value.at < decision.at)
      faults.push({
        code: "too-early",
        path,
        message: `is of ${value.at}, before the decision of ${decision.at}: correct the time.`,
      });
    if (decision.appealUntil !== undefined && dayOf(value.at) > decision.appealUntil)
      faults.push({
        code: "too-late",
        path,
        message: `is of ${value.at}, and appeals were open until ${decision.appealUntil}: take it out.`,
      });
    if (value.answer !== undefined && value.answer.at < value.at)
      faults.push({
        code: "too-early",
        path,
        message: `is answered on ${value.answer.at}, before it was made on ${value.at}: correct the time.`,
      });
    return faults;
  });
}
