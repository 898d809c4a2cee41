/** The answer in one sentence. */

import type { ModelEntry } from "../model/documents.ts";
import type { PlanDocument, PlanStep } from "../model/plans.ts";
import type { Framework } from "../model/types.ts";

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** What a headline is made of. */
export type Outcome = Pick<PlanDocument, "status" | "steps" | "blocks" | "title" | "about" | "models">;

/**
 * "Three additions to MOF Class II", "MOF Class II is blocked: …", "MOF Class II is reached already"; of a plan for the
 * whole also how many of its models are there.
 */
export function sayHeadline(
  outcome: Outcome,
  framework: Framework,
  models: readonly Pick<ModelEntry, "id" | "name">[],
): string {
  const { status, steps, blocks, title, about } = outcome;
  const name = framework.label ?? framework.id.toUpperCase();
  const one = models.find(({ id }) => id === about);
  // "MOF Class II", but "Gradient: fully open".
  const level = /^\p{Lu}/u.test(title) ? `${name} ${title}` : `${name}: ${title}`;
  const goal = one === undefined || about === "*" ? level : `${level} for ${one.name}`;
  if (status === "reached") return `${goal} is reached already`;
  const there = sayThere(outcome.models, models.length);
  const isAdding = steps.every(({ kind }) => kind === "add");
  if (status === "reachable") return `${countSteps(steps)} ${isAdding ? "to" : "to reach"} ${goal}${there}`;
  return `${goal} is blocked: ${sayBlock(blocks[0])}${there}`;
}

function sayThere(differing: Outcome["models"], all: number): string {
  const reached = differing.filter(({ isReached }) => isReached);
  const [first] = reached;
  if (first === undefined) return "";
  const who = reached.length === 1 ? `${first.name} is` : `${reached.length} of ${all} models are`;
  return `; ${who} there already`;
}

/** The reason as far as a headline has room; the block has all of it. */
function sayBlock(block: PlanDocument["blocks"][number] | undefined): string {
  const [reason = ""] = (block?.why ?? "its demands contradict each other").split("; ");
  return reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, "");
}

function countSteps(steps: readonly PlanStep[]): string {
  const of = (kind: PlanStep["kind"]): number => steps.filter((step) => step.kind === kind).length;
  const parts = [
    count(of("add"), "addition"),
    count(of("license"), "licence to state", "licences to state"),
    count(of("relicense"), "change of terms", "changes of terms"),
    count(of("show"), "thing to show", "things to show"),
  ].flatMap((part) => part ?? []);
  const last = parts.pop() ?? "";
  const words = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function count(n: number, noun: string, many = `${noun}s`): string | null {
  return n === 0 ? null : `${NUMBERS[n] ?? n} ${n === 1 ? noun : many}`;
}
