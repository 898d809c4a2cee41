/** Lists of what changed: licence texts with their terms, findings, files. */

import type { DiffDocument, FileChange, FileSide, LicenseChange, LicenseSideEntry } from "../../model/changes.ts";
import type { ComparedTerm } from "../../model/documents.ts";
import { showPlace } from "./exhibits.ts";
import { nameOf } from "./license-view.ts";
import { listBlock } from "./list-block.ts";
import { countOf, formatBytes } from "./numbers.ts";
import { cutWords } from "./quotes.ts";
import type { Block, Item } from "./view.ts";

/** Lines of a list in a terminal; the rest is folded. */
const MOST_ROWS = 10;
/** Changes of terms that are told of one text. */
const MOST_TERMS = 12;
const LONGEST_QUOTE = 110;

/** Each licence text that differs, with what it makes of the rights. */
export function listLicenses({ licenses, old, new: next }: DiffDocument): readonly Block[] {
  const single = licenses.filter(({ compared }) => compared === "none");
  const both = licenses.filter(({ compared }) => compared !== "none");
  return [
    ...both.slice(0, MOST_ROWS).flatMap((change): readonly Block[] => {
      const items = change.terms
        .filter(({ change: kind }) => kind !== "reworded")
        .map(({ direction, message, old: was, new: is }): Item => {
          const sides = [
            ...(was?.quote === undefined
              ? []
              : [exhibit(was, { word: "before", side: change.old, origins: old.origins })]),
            ...(is?.quote === undefined ? [] : [exhibit(is, { word: "now", side: change.new, origins: next.origins })]),
          ];
          return { text: `${WAYS[direction]} · ${message}`, evidence: sides };
        });
      return listBlock(sayText(change), [change.headline, ...items], MOST_TERMS);
    }),
    ...listBlock("Licence texts that came or went", single.map(sayText), MOST_ROWS),
  ];
}

const WAYS = { narrower: "narrower", wider: "wider", other: "neither" } as const;

interface Quoted {
  readonly word: string;
  readonly side: LicenseSideEntry | undefined;
  readonly origins: DiffDocument["old"]["origins"];
}

function exhibit(
  { quote = "", at }: ComparedTerm,
  { word, side, origins }: Quoted,
): NonNullable<Item["evidence"]>[number] {
  const place = side === undefined ? {} : showPlace({ path: side.path, ...(at && { line: at.line }) }, origins);
  return { text: `${word}: ${cutWords(quote, LONGEST_QUOTE)}`, ...place, quote };
}

/** "LICENSE: Apache-2.0 → CC-BY-NC-4.0 (by its terms: the texts are not at hand)" */
function sayText({ change, cause, compared, old, new: next }: LicenseChange): string {
  const [side] = [next, old].filter((one) => one !== undefined);
  const path = old && next && old.path !== next.path ? `${old.path} → ${next.path}` : side?.path;
  const name = (one: LicenseSideEntry | undefined): string => (one === undefined ? "" : sayName(one));
  const how = compared === "terms" ? " (by its terms: the words are not at hand)" : "";
  const read = cause === "reading" ? "read: " : "";
  if (change === "added") return `${read}${path}: new, ${name(next)}`;
  if (change === "removed") return `${read}${path}: gone, it was ${name(old)}`;
  const names = name(old) === name(next) ? name(next) : `${name(old)} → ${name(next)}`;
  return `${read}Licence text ${path}: ${names}${how}`;
}

function sayName({ match }: LicenseSideEntry): string {
  if (match.kind === "unknown") return "no licence that is known";
  const name = nameOf(match);
  return match.kind === "exact" || match.kind === "equivalent" ? name : `${match.kind} ${name}`;
}

/** Findings and gaps that came and went. */
export function listFindings({ findings, gaps, old, new: next }: DiffDocument): readonly Block[] {
  const tell = (change: "new" | "gone"): readonly Item[] =>
    findings
      .filter((one) => one.change === change)
      .map(({ finding, cause }) => ({
        text: `${finding.severity}: ${finding.message}${cause === "reading" ? " (read otherwise)" : ""}`,
        evidence: [
          { text: `found by ${finding.rule}`, ...showPlace(finding.at, (change === "new" ? next : old).origins) },
        ],
      }));
  const holes = (change: "new" | "gone"): readonly string[] =>
    gaps.filter((one) => one.change === change).map(({ gap }) => gap.message);
  return [
    ...listBlock("New findings", tell("new"), MOST_ROWS),
    ...listBlock("Findings that are gone", tell("gone"), MOST_ROWS),
    ...listBlock("New gaps", holes("new"), MOST_ROWS),
    ...listBlock("Gaps that are closed", holes("gone"), MOST_ROWS),
  ];
}

const ORDER: readonly FileChange["change"][] = [
  "replaced",
  "renamed",
  "removed",
  "added",
  "unknown",
  "not-listed",
  "now-listed",
];

/** Files that differ: weights first. */
export function listFiles({ files }: DiffDocument): readonly Block[] {
  const sorted = files.changes.toSorted(
    (a, b) => Number(b.isWeights) - Number(a.isWeights) || ORDER.indexOf(a.change) - ORDER.indexOf(b.change),
  );
  const open = files.changes.filter(({ change }) => OPEN.has(change)).length;
  const differing = files.changes.length - open;
  const parts = [
    `${countOf(differing, "file")} ${differing === 1 ? "differs" : "differ"}`,
    ...(open === 0 ? [] : [`${open} not compared`]),
    `${files.same} the same`,
  ];
  return listBlock(parts.join(", "), sorted.map(sayFile), MOST_ROWS);
}

/** Of these nobody can say whether they differ. */
const OPEN: ReadonlySet<FileChange["change"]> = new Set(["unknown", "now-listed", "not-listed"]);

const FILES: Readonly<Record<FileChange["change"], string>> = {
  added: "added",
  removed: "removed",
  replaced: "other bytes",
  renamed: "renamed, the same bytes",
  "now-listed": "listed now, and maybe there before",
  "not-listed": "not listed now, and maybe still there",
  unknown: "no digest to tell by",
};

function sayFile({ change, isWeights, old, new: next }: FileChange): string {
  const path = old && next && old.path !== next.path ? `${old.path} → ${next.path}` : (next ?? old)?.path;
  const sizes = sayBytes(old, next);
  return `${path}: ${FILES[change]}${isWeights ? ", weights" : ""}${sizes}`;
}

/** Digests tell two files of one size apart. */
function sayBytes(old: FileSide | undefined, next: FileSide | undefined): string {
  const size = (side: FileSide): string => (side.size === null ? "size not known" : formatBytes(side.size));
  const [one] = [next, old].filter((side) => side !== undefined);
  if (one === undefined) return "";
  if (old === undefined || next === undefined) return ` (${size(one)})`;
  if (old.size !== next.size) return ` (${size(old)} → ${size(next)})`;
  if (old.digest === null || next.digest === null || old.digest === next.digest) return ` (${size(one)})`;
  return ` (${old.digest.slice(0, 15)}… → ${next.digest.slice(0, 15)}…)`;
}
