/** Locked releases and what became of them as views. */

import type {
  CheckDocument,
  CheckedTarget,
  LockDocument,
  LockedTarget,
  MindedId,
  MindedResult,
} from "../../model/changes.ts";
import type { ExitCode } from "../../model/decision.ts";
import { COLOPHON } from "./colophon.ts";
import { listBlock } from "./list-block.ts";
import { countOf } from "./numbers.ts";
import type { Answer, AnswerRow, Block, View } from "./view.ts";

/** Lines of what changed and is not minded. */
const MOST_ROWS = 8;

const LABELS: Readonly<Record<MindedId, string>> = {
  rights: "No right is lost",
  licenses: "No licence is narrower",
  weights: "No weights are replaced",
  findings: "No error is found",
  reading: "Everything could be read",
};
const WORDS: Readonly<Record<MindedResult["outcome"], readonly [Answer, string]>> = {
  holds: ["yes", "holds"],
  fails: ["no", "fails"],
  unsettled: ["unknown", "not settled"],
};

/** Builds the view of `assay check`. */
export function viewCheck(document: CheckDocument, exitCode: ExitCode): View {
  const { targets, outcome, policy } = document;
  return [
    { kind: "heading", text: `Locked: ${countOf(targets.length, "release")}`, aside: WORDS[outcome][1] },
    ...targets.flatMap(viewTarget),
    {
      kind: "note",
      text: `The ${policy} policy ${outcome === "unsettled" ? "cannot be settled" : outcome} (exit code ${exitCode}).`,
    },
    COLOPHON,
  ];
}

function viewTarget({ target, outcome, revision, results }: CheckedTarget): readonly Block[] {
  const isSame = revision.old === revision.new;
  const rows = results.map(describeResult);
  const whole = results.every((one) => one.outcome === "holds" && one.notes.length === 0);
  const title = `${target} @ ${shorten(revision.old)}${isSame || revision.new === null ? "" : ` → ${shorten(revision.new)}`}`;
  const notes = results.flatMap((one) => one.notes);
  // What holds in every point is one line.
  const shown: readonly AnswerRow[] =
    whole && outcome === "holds"
      ? [
          {
            label: isSame ? "Nothing changed" : "Nothing that is minded changed",
            answer: "yes",
            word: "holds",
            text: "",
          },
        ]
      : rows;
  return [
    { kind: "answers", title, marks: true, rows: shown },
    ...listBlock("Changed, and not minded", notes, MOST_ROWS),
  ];
}

function describeResult({ id, outcome, reasons }: MindedResult): AnswerRow {
  const [answer, word] = WORDS[outcome];
  const [first = "", ...others] = reasons;
  return { label: LABELS[id], answer, word, text: others.length === 0 ? first : `${first}; ${others.length} more` };
}

function shorten(revision: string): string {
  return revision.replace(/^sha256:/, "").slice(0, 7);
}

/** Builds the view of `assay lock`; `anew` are the targets that were looked at now. */
export function viewLock({ targets }: LockDocument, path: string, anew: ReadonlySet<string>): View {
  return [
    { kind: "heading", text: path, aside: countOf(targets.length, "release") },
    {
      kind: "answers",
      name: "Locked releases",
      marks: true,
      rows: targets.map((one) => describeLocked(one, anew.has(one.target))),
    },
    { kind: "note", text: "assay check says whether any of them changed in a way that matters." },
    COLOPHON,
  ];
}

function describeLocked({ target, revision, weights, licenses, rights }: LockedTarget, isAnew: boolean): AnswerRow {
  const undigested = weights.filter(({ digest }) => digest === null).length;
  const granted = rights.filter(({ answer, conditional }) => (conditional ?? answer) !== "unknown").length;
  const parts = [
    shorten(revision),
    `${countOf(weights.length, "weights file")}${undigested === 0 ? "" : ` (${undigested} without a digest)`}`,
    countOf(licenses.length, "licence text"),
    `${granted} of ${rights.length} rights answered`,
  ];
  return { label: target, answer: "yes", word: isAnew ? "locked" : "kept", text: parts.join(" · ") };
}
