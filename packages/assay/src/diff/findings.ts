/** Findings and gaps of two releases: which came, and which are gone. */

import { canonicalize } from "../model/canonical.ts";
import type { FindingChange, GapChange } from "../model/changes.ts";
import type { Assessment } from "../model/documents.ts";
import { compareSeverities } from "../model/severity.ts";
import type { Finding, Gap, Said } from "../model/types.ts";
import type { Causes } from "./cause.ts";
import type { ComparedFiles } from "./files.ts";

type Side = "old" | "new";

/** Where in a file it stands: a line more above it makes no other finding of it. */
const PLACES = /^(?:offset|line|start|end|at)$/;
/** Lines in arguments such as `LICENSE:8`. */
const LINE = /:\d+$/;

/** Findings that one side has alone: errors first, then by rule and place. */
export function diffFindings(
  { findings: older }: Pick<Assessment, "findings">,
  { findings: newer }: Pick<Assessment, "findings">,
  { files, causes }: { readonly files: ComparedFiles; readonly causes: Causes },
): readonly FindingChange[] {
  const key = (side: Side, finding: Finding): string => {
    const { rule, severity, at } = finding;
    const place = "path" in at ? [files.keyOf(side, at), at.inside ?? []] : at;
    return canonicalize([rule, severity, place, sayBare(finding)]);
  };
  const [gone, come] = subtract(older, newer, key);
  const tell = (side: Side, change: "gone" | "new") => (finding: Finding) => ({
    change,
    cause: causes.causeAt(side, finding.at),
    finding,
  });
  return [...come.map(tell("new", "new")), ...gone.map(tell("old", "gone"))].sort(
    (a, b) =>
      compareSeverities(b.finding.severity, a.finding.severity) ||
      compareKeys(canonicalize([a.change, a.finding]), canonicalize([b.change, b.finding])),
  );
}

/** Gaps that one side has alone. */
export function diffGaps(
  { gaps: older }: Pick<Assessment, "gaps">,
  { gaps: newer }: Pick<Assessment, "gaps">,
  files: ComparedFiles,
): readonly GapChange[] {
  const key = (side: Side, gap: Gap): string =>
    canonicalize([gap.stage, gap.path === "" ? "" : files.keyOf(side, gap), sayBare(gap)]);
  const [gone, come] = subtract(older, newer, key);
  return [
    ...come.map((gap) => ({ change: "new" as const, gap })),
    ...gone.map((gap) => ({ change: "gone" as const, gap })),
  ].sort((a, b) => compareKeys(canonicalize(a), canonicalize(b)));
}

/** What is said, without places and names of files, which may be other ones. */
function sayBare({ code, args }: Said): unknown {
  const kept = Object.entries(args).filter(([name]) => !PLACES.test(name) && name !== "path" && name !== "target");
  return [code, kept.map(([name, value]) => [name, String(value).replace(LINE, "")])];
}

/** What only the first has, and what only the second has, as often as it has it more. */
function subtract<T>(
  older: readonly T[],
  newer: readonly T[],
  key: (side: Side, one: T) => string,
): readonly [readonly T[], readonly T[]] {
  const left = Map.groupBy(sortWhole(older), (one) => key("old", one));
  // From the end, which costs the same however many are alike.
  const come = sortWhole(newer).filter((one) => left.get(key("new", one))?.pop() === undefined);
  return [[...left.values()].flat(), come];
}

/** In an order that the things alone decide. */
function sortWhole<T>(things: readonly T[]): readonly T[] {
  const keyed = things.map((thing) => [canonicalize(thing), thing] as const);
  return keyed.sort(([a], [b]) => compareKeys(a, b)).map(([, thing]) => thing);
}

function compareKeys(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
