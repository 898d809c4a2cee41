/** The answer in one sentence. */

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

/** "Three additions to MOF Class II", "MOF Class II is blocked: …", "MOF Class II is reached already". */
export function sayHeadline(
  { status, steps, blocks, title }: Pick<PlanDocument, "status" | "steps" | "blocks" | "title">,
  framework: Framework,
): string {
  const name = framework.label ?? framework.id.toUpperCase();
  // "MOF Class II", but "Gradient: fully open".
  const goal = /^\p{Lu}/u.test(title) ? `${name} ${title}` : `${name}: ${title}`;
  if (status === "reached") return `${goal} is reached already`;
  const isAdding = steps.every(({ kind }) => kind === "add");
  if (status === "reachable") return `${countSteps(steps)} ${isAdding ? "to" : "to reach"} ${goal}`;
  return `${goal} is blocked: ${sayBlock(blocks[0])}`;
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
