/** A plan as a view: the answer, each step with its reasons, what is blocked, what would turn each requirement. */

import { DOUBT_WORDS } from "../../model/doubts.ts";
import type { Flip, Imagined, PlanBlock, PlanDocument, PlanFile, PlanModel, PlanStep } from "../../model/plans.ts";
import type { Framework } from "../../model/types.ts";
import { COLOPHON } from "./colophon.ts";
import { openExhibits } from "./exhibits.ts";
import { labelOf } from "./framework-rows.ts";
import { listBlock } from "./list-block.ts";
import { countOf } from "./numbers.ts";
import { firstPlace } from "./places.ts";
import type { AnswerRow, Answers, Block, Item, View } from "./view.ts";

/** Lines of a list in a terminal. */
const LONGEST_LIST = 12;
/** Other frameworks that a step names. */
const MOST_ASKERS = 4;

/** A framework under its full address, `mof@1.0/tool`. */
export interface Addressed {
  readonly address: string;
  readonly framework: Framework;
}

/** Builds the view of `assay plan`. */
export function viewPlan(plan: PlanDocument, frameworks: readonly Addressed[]): View {
  const { headline, target, revision, steps, blocks, status, isShortest } = plan;
  return [
    { kind: "heading", text: headline, aside: `${target} @ ${revision.replace(/^sha256:/, "").slice(0, 7)}` },
    note(sayNow(plan, frameworks)),
    ...(status === "blocked" && steps.length > 0
      ? [
          note(
            "What is blocked cannot be changed by this publisher; the steps below are what could be added all the same.",
          ),
        ]
      : []),
    ...describeModels(plan, frameworks),
    ...describeImagined(plan.whatIf, frameworks),
    ...blocks.map((block) => describeBlock(block, plan)),
    ...listBlock("To settle first", [...new Set(steps.flatMap(({ caution }) => caution ?? []))], LONGEST_LIST),
    ...(steps.some(({ kind }) => kind === "show") ? [note(SHOWING)] : []),
    ...steps.map((step, at) => describeStep(step, at, { plan, frameworks })),
    ...(isShortest ? [] : [note("The search was cut short at its bounds: there may be a shorter way.")]),
    ...describeFlips(plan.flips, frameworks),
    ...describeFiles(plan.files),
    note(NOTES[status]),
    COLOPHON,
  ];
}

const NOTES: Readonly<Record<PlanDocument["status"], string>> = {
  reached:
    "Nothing has to be added. What would turn each requirement of the other frameworks stands in the JSON and on pages.",
  reachable: "Of ways that are equally short the one with the least work is shown. Not legal advice.",
  blocked: "What others hold, they alone can change. Not legal advice.",
};

const SHOWING =
  "What is to be shown may be there already, where nobody looked: put it into the release, name it in release.json, or state it.";

/** Where it stands: "Now: Class III; with what is known at best Class I." */
function sayNow({ now, framework, status }: PlanDocument, frameworks: readonly Addressed[]): string {
  const title = (level: string | null): string => titleOf(framework, level, frameworks);
  if (status === "reached" || now.level === now.ceiling) return `Now: ${title(now.level)}.`;
  return `Now: ${title(now.level)}; at best, if all that is open turns out well: ${title(now.ceiling)}.`;
}

/** Models that come to something else than the whole, those that are there first and those that come to the same together. */
function describeModels({ models, framework }: PlanDocument, frameworks: readonly Addressed[]): readonly Block[] {
  const alike = Map.groupBy(models, ({ now, lacks, denied }) => JSON.stringify([now, lacks, denied]));
  const items = [...alike.values()]
    .toSorted(([a], [b]) => Number(b?.isReached) - Number(a?.isReached))
    .flatMap((some) => {
      const [first] = some;
      const names = nameSome(
        "",
        some.map(({ name }) => name),
      ).join();
      return first === undefined ? [] : [`${names}: ${sayModel(first, framework, frameworks)}`];
    });
  return [
    ...listBlock("Models that differ", items, LONGEST_LIST),
    ...(items.length === 0
      ? []
      : [note("The plan is for what all models of the release have in common; --model ID plans for one.")]),
  ];
}

function sayModel(model: PlanModel, framework: string, frameworks: readonly Addressed[]): string {
  const { now, isReached, lacks, denied, has } = model;
  if (isReached) return "there already";
  const ceiling = now.ceiling === null ? [] : [`at best ${titleOf(framework, now.ceiling, frameworks)}`];
  const togo = `${countOf(lacks.length, "requirement")} to go`;
  return [...nameSome("has", has), ...nameSome("known not to be met", denied), togo, ...ceiling].join("; ");
}

function note(text: string): Block {
  return { kind: "note", text };
}

const KINDS: Readonly<Record<PlanStep["kind"], string>> = {
  add: "Add",
  show: "Show",
  license: "State",
  relicense: "Set",
};

/** What words are taken from. */
interface Sources {
  readonly plan: PlanDocument;
  readonly frameworks: readonly Addressed[];
}

function describeStep(step: PlanStep, at: number, { plan, frameworks }: Sources): Block {
  const { kind, what, why, where, example, askedBy } = step;
  const [first, ...others] = why;
  const more = others.length === 0 ? "" : `; serves as well: ${others.map(({ label }) => label).join(", ")}`;
  return {
    kind: "list",
    title: `${at + 1}. ${KINDS[kind]} ${what}`,
    items: [
      ...(first === undefined ? [] : [`why: ${first.text} (${first.source})${more}`]),
      ...describeNow(step, plan),
      `where: ${where}`,
      `example: ${example}`,
      ...(askedBy.length === 0 ? [] : [`also asked by: ${nameAskers(step, frameworks)}`]),
    ],
    more: 0,
  };
}

/** How it is: what the release says where it says something, else why it is not settled. */
function describeNow({ changes, evidence }: PlanStep, plan: PlanDocument): readonly Item[] {
  const told = evidence.length === 0 ? {} : { evidence: openExhibits(plan)(evidence) };
  const known = changes.filter(({ because, from }) => because === undefined && from !== "unknown");
  const [first] = known;
  if (first !== undefined) return [{ text: `now: ${sayValue(first)}${sayPlace(evidence, plan)}`, ...told }];
  const doubts = changes.flatMap(({ claim, because }) => (because === undefined ? [] : [{ claim, because }]));
  // Of a part that is not there nothing else is known either.
  const { because } = doubts.find(({ claim }) => claim.endsWith(".published")) ?? doubts[0] ?? {};
  if (because === undefined) return [];
  // What was found says nothing of it: to name its place would say the opposite.
  const place = because === "not-observed" ? "" : sayPlace(evidence, plan);
  return [{ text: `now: ${DOUBT_WORDS[because]}${place}`, ...told }];
}

function sayValue({ claim, from }: PlanStep["changes"][number]): string {
  if (from === false) return claim.endsWith(".published") ? "not released, as the release says" : "not so";
  return typeof from === "object" ? from.join(", ") : String(from);
}

function sayPlace(ids: readonly string[], { evidence }: PlanDocument): string {
  const place = firstPlace(evidence, ids);
  return place === undefined ? "" : ` (${place})`;
}

function nameAskers({ askedBy }: PlanStep, frameworks: readonly Addressed[]): string {
  const names = [...new Set(askedBy.map(({ framework }) => nameOf(framework, frameworks)))];
  const more = names.length - MOST_ASKERS;
  return more > 0 ? `${names.slice(0, MOST_ASKERS).join(", ")} and ${more} more` : names.join(", ");
}

function nameOf(address: string, frameworks: readonly Addressed[]): string {
  const found = frameworks.find((one) => one.address === address)?.framework;
  if (found === undefined) return address;
  return `${labelOf(found)} ${found.version}${found.reading === undefined ? "" : ` ${found.reading}`}`;
}

function describeBlock({ what, why, requirements, evidence }: PlanBlock, plan: PlanDocument): Block {
  const told = evidence.length === 0 ? {} : { evidence: openExhibits(plan)(evidence) };
  return {
    kind: "list",
    title: `Blocked: ${what}`,
    items: [
      { text: `${why}${sayPlace(evidence, plan)}`, ...told },
      ...requirements.map(({ text, source }) => `asked for: ${text} (${source})`),
    ],
    more: 0,
  };
}

function describeFlips(flips: readonly Flip[], frameworks: readonly Addressed[]): readonly Answers[] {
  return [...Map.groupBy(flips, ({ framework }) => framework)].map(([address, some]) => ({
    kind: "answers",
    title: `What would turn it: ${nameOf(address, frameworks)}`,
    marks: false,
    rows: some.map(
      ({ label, verdict, message, isBlocked }): AnswerRow => ({
        label,
        answer: verdict === "unmet" ? "no" : "unknown",
        word: verdict,
        text: isBlocked ? `blocked: ${message}` : message,
      }),
    ),
    folded: true,
  }));
}

function describeFiles(files: readonly PlanFile[]): readonly Block[] {
  const words: Readonly<Record<PlanFile["state"], string>> = {
    new: "--fix writes it into a folder",
    exists: "is there and stays as it is",
    written: "written",
  };
  const items = files.map(({ path, state, why }) => `${path}: ${words[state]}${state === "exists" ? "" : `; ${why}`}`);
  return listBlock("What needs no knowledge of the publisher's", items, LONGEST_LIST);
}

function describeImagined(imagined: Imagined | undefined, frameworks: readonly Addressed[]): readonly Block[] {
  if (imagined === undefined) return [];
  const { edits, frameworks: levels, rights, duties, conflicts } = imagined;
  const gain = conflicts.length > 0 ? "unknown" : "yes";
  const rows = levels.map(({ framework, before, after, gained, lost }): AnswerRow => {
    const [old, now] = [titleOf(framework, before.level, frameworks), titleOf(framework, after.level, frameworks)];
    const best = [before, after].map(({ ceiling }) => titleOf(framework, ceiling, frameworks));
    const isToldAlready = best[0] === best[1] || (best[0] === old && best[1] === now);
    const ceiling = isToldAlready ? [] : [`at best: ${best.join(" → ")}`];
    const moved = [old === now ? `${now} as before` : `${old} → ${now}`, ...ceiling];
    return {
      label: nameOf(framework, frameworks),
      // What would not hold is no gain.
      answer: lost.length > 0 ? "no" : gain,
      word: "",
      text: [...moved, ...nameSome("gained", gained), ...nameSome("lost", lost)].join("; "),
    };
  });
  return [
    ...listBlock(`What stands against ${edits.join(" and ")}`, conflicts, LONGEST_LIST),
    { kind: "answers", title: `What if ${edits.join(" and ")}`, marks: true, rows },
    ...(rows.length === 0 ? [note("No framework comes to anything else.")] : []),
    ...listBlock(
      "Rights would change",
      rights.map(({ question, before, after }) => `${question} ${before} → ${after}`),
      LONGEST_LIST,
    ),
    ...listBlock(`Duties that follow: ${countOf(duties.length, "clause")}`, duties, LONGEST_LIST),
  ];
}

function titleOf(address: string, level: string | null, frameworks: readonly Addressed[]): string {
  if (level === null) return "no level";
  const found = frameworks.find((one) => one.address === address)?.framework;
  return found?.levels.find(({ id }) => id === level)?.title ?? level;
}

function nameSome(word: string, labels: readonly string[]): readonly string[] {
  if (labels.length === 0) return [];
  const more = labels.length - MOST_ASKERS;
  const named = more > 1 ? `${labels.slice(0, MOST_ASKERS).join(", ")} and ${more} more` : labels.join(", ");
  return [word === "" ? named : `${word}: ${named}`];
}
