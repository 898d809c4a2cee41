/** Rights of a locked release: is one lost? */

import type { LockedTarget } from "../model/changes.ts";
import type { RightAnswer } from "../model/documents.ts";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import type { Sentence } from "./sentence.ts";

/** From the narrowest to the widest, as a permission. */
const RANKS = { no: 0, depends: 1, yes: 2 } as const;

/** Looks at every question that both answer. */
export function lookAtRights(old: LockedTarget, now: LockedTarget): readonly Sentence[] {
  const [before, after] = [old, now].map(({ rights }) => new Map(rights.map((right) => [right.id, right])));
  return RIGHTS_QUESTIONS.flatMap(({ id, question, isPermission }): readonly Sentence[] => {
    const [was, is] = [before?.get(id), after?.get(id)];
    if (was === undefined || is === undefined) return [];
    const [old, next] = [was.conditional ?? was.answer, is.conditional ?? is.answer];
    if (old === next) return old === "depends" ? compareReasons(question, was.because, is.because) : [];
    return [[weigh(old, next, isPermission), `${question} ${old} → ${next}: ${is.because}`]];
  });
}

function compareReasons(question: string, was: string, is: string): readonly Sentence[] {
  if (was === is) return [];
  return [["open", `${question} It depends on other conditions: ${is} (before: ${was})`]];
}

function weigh(was: RightAnswer, is: RightAnswer, isPermission: boolean): Sentence[0] {
  if (was === "unknown") return "note";
  if (is === "unknown") return "open";
  const step = RANKS[is] - RANKS[was];
  return (isPermission ? step : -step) < 0 ? "fails" : "note";
}
