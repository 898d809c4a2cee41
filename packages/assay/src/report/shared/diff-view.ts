/** What changed between two releases as a view: one sentence, each matter in a line, then every change with its place. */

import type { ClaimSide, DiffDocument, DiffVerdict } from "../../model/changes.ts";
import { DOUBT_WORDS } from "../../model/doubts.ts";
import type { Framework } from "../../model/types.ts";
import { COLOPHON } from "./colophon.ts";
import { describeComponents, describeRightChange, exhibitSides, nameAbout } from "./diff-answers.ts";
import { describeFrameworkChanges } from "./diff-frameworks.ts";
import { listFiles, listFindings, listLicenses } from "./diff-lists.ts";
import { summarise } from "./diff-summary.ts";
import { listBlock } from "./list-block.ts";
import { countOf } from "./numbers.ts";
import type { Answer, AnswerRow, Answers, Block, View } from "./view.ts";

/** Rows and lines of a section; the rest is counted. */
const MOST_ROWS = 8;

/** Builds the view of `assay diff`. */
export function viewDiff(document: DiffDocument, frameworks: readonly Framework[]): View {
  const { caveats, lineage, statements } = document;
  return [
    describeHeading(document),
    { kind: "answers", name: "What changed", marks: true, rows: [describeVerdict(document), ...summarise(document)] },
    ...listBlock(
      "To bear in mind",
      caveats.map(({ message }) => message),
      MOST_ROWS,
    ),
    ...section(
      "Rights in the weights",
      document.rights.map((one) => describeRightChange(one, document)),
      document.rights.length,
    ),
    ...listLicenses(document),
    ...section("Parts", describeComponents(document)),
    ...section("Frameworks", describeFrameworkChanges(document.frameworks, frameworks)),
    ...section("What is disclosed", listClaims(document)),
    ...listBlock(
      "What it was made from",
      lineage.map(
        ({ base, relation, old, new: next }) => `${relation} of ${base}: ${sayAncestor(old)} → ${sayAncestor(next)}`,
      ),
      MOST_ROWS,
    ),
    ...listBlock(
      "Statements on openness",
      statements.map(({ quote, old, new: next }) => `“${quote}”: ${old ?? "not said"} → ${next ?? "not said"}`),
      MOST_ROWS,
    ),
    ...listFindings(document),
    ...listFiles(document),
    ...noteReading(document),
    { kind: "note", text: "Facts and quotes, each with its place in the JSON; not legal advice." },
    describeFoot(document),
  ];
}

/** By these the same bytes can be had again. */
function describeFoot({ old, new: next }: DiffDocument): Block {
  const facts = [
    { label: "Before", value: `${old.target} @ ${old.revision}` },
    { label: "Now", value: `${next.target} @ ${next.revision}` },
    { label: "Ruleset", value: old.ruleset === next.ruleset ? next.ruleset : `${old.ruleset} → ${next.ruleset}` },
  ];
  return { kind: "colophon", facts: [...facts, ...COLOPHON.facts] };
}

function describeHeading({ old, new: next }: DiffDocument): Block {
  const revisions = [old, next].map(({ revision }) => revision.replace(/^sha256:/, "").slice(0, 7));
  const name = old.target === next.target ? old.target : `${old.target} → ${next.target}`;
  const saved = [old.saved && "before: as saved", next.saved && "now: as saved"].filter((words) => words !== undefined);
  const files =
    old.files === next.files ? countOf(next.files, "file") : `${old.files} → ${countOf(next.files, "file")}`;
  return {
    kind: "heading",
    text: name,
    revision: revisions[0] === revisions[1] ? (revisions[0] ?? "") : revisions.join(" → "),
    aside: [...saved, files].join(" · "),
  };
}

const VERDICTS: Readonly<Record<DiffVerdict, readonly [Answer, string]>> = {
  identical: ["yes", "nothing"],
  "nothing-that-matters": ["yes", "nothing that matters"],
  wider: ["yes", "wider"],
  narrower: ["no", "narrower"],
  both: ["partly", "both ways"],
  changed: ["partly", "changed"],
  unknown: ["unknown", "not settled"],
};

/** What the sentence begins with, where the word beside the mark says it. */
const SAID = /^(?:Wider|Narrower|Not known any more|Nothing changed): |^Nothing that matters changed(?:; )?/;

function describeVerdict({ verdict, headline }: DiffDocument): AnswerRow {
  const [answer, word] = VERDICTS[verdict];
  return { label: "The whole", answer, word, text: verdict === "both" ? headline : headline.replace(SAID, "") };
}

/** Claims, but for licences of parts that are told of above. */
function listClaims(document: DiffDocument): readonly AnswerRow[] {
  const told = new Set(document.components.map(({ id, about }) => `${id}.license ${about}`));
  return document.claims
    .filter(({ id, about }) => !told.has(`${id} ${about}`))
    .map((one) => describeClaim(one, document));
}

/** A table, cut where it is short; none where nothing is in it. */
function section(title: string, rows: readonly AnswerRow[], most: number = MOST_ROWS): readonly Answers[] {
  if (rows.length === 0) return [];
  const rest = rows.slice(most);
  const shown = { kind: "answers", title, marks: true, rows: rows.slice(0, most) } as const;
  return [rest.length === 0 ? shown : { ...shown, more: rest.length, rest }];
}

function describeClaim(change: DiffDocument["claims"][number], document: DiffDocument): AnswerRow {
  const { id, about, kind, cause, old, new: next } = change;
  return {
    label: `${id.replaceAll("-", " ").replace(".", ": ")}${nameAbout(about)}`,
    answer: kind === "no-longer-known" ? "unknown" : answerOf(next),
    word: cause === "reading" && kind !== "changed" ? READ[kind] : KNOWN[kind],
    text: `${sayValue(old)} → ${sayValue(next)}`,
    ...exhibitSides({ old: old?.evidence ?? [], new: next?.evidence ?? [] }, document),
  };
}

const KNOWN = { changed: "changed", "now-known": "now shown", "no-longer-known": "not shown" } as const;
const READ = { "now-known": "now read", "no-longer-known": "not read" } as const;

function answerOf(side: ClaimSide | null): Answer {
  if (side === null || side.value === "unknown") return "unknown";
  return side.value === false ? "no" : "yes";
}

function sayValue(side: ClaimSide | null): string {
  if (side === null) return "not asked";
  const { value, unit, because } = side;
  if (because !== undefined) return `unknown (${DOUBT_WORDS[because]})`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  const words = typeof value === "object" ? value.join(", ") : String(value);
  return unit === undefined ? words : `${words} ${unit}`;
}

function sayAncestor(side: DiffDocument["lineage"][number]["old"]): string {
  if (side === null) return "not named";
  const { license, compatible } = side;
  const carried = { true: "carried", false: "not carried", unknown: "not known whether carried" } as const;
  return `${license ?? "licence not known"}, ${carried[`${compatible}`]}`;
}

/** Told once, where anything below was only read otherwise. */
function noteReading({ rights, components, claims, frameworks, licenses }: DiffDocument): readonly Block[] {
  const all = [...rights, ...components, ...claims, ...frameworks, ...licenses];
  if (!all.some(({ cause }) => cause === "reading")) return [];
  return [
    {
      kind: "note",
      text: "“Read” marks what rests on files that did not change, or were not read before: it may have been so all the time.",
    },
  ];
}
