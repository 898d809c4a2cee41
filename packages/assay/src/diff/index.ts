/** Two assessments beside each other: what changed in the release, and what was merely read otherwise. */

import type { Caveat, DiffDocument, DiffSide, LineageChange, StatementChange } from "../model/changes.ts";
import type { Ancestor, Assessment, Statement, Tool } from "../model/documents.ts";
import type { Framework } from "../model/types.ts";
import { openCauses } from "./cause.ts";
import { listCaveats } from "./caveats.ts";
import { diffClaims } from "./claims.ts";
import { diffComponents } from "./components.ts";
import { compareFiles } from "./files.ts";
import { diffFindings, diffGaps } from "./findings.ts";
import { diffFrameworks } from "./frameworks.ts";
import { judge } from "./headline.ts";
import { type CompareLicenses, diffLicenses } from "./licenses.ts";
import { openNaming } from "./names.ts";
import { pairOrigins } from "./places.ts";
import { diffRights } from "./rights.ts";
import { describeWeights } from "./weights.ts";

/** One of the two: an assessment, and the words of its licence texts where they are at hand. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly texts?: ReadonlyMap<string, string>;
  /** Read from a file in which somebody saved it. */
  readonly isSaved?: boolean;
}

/** What the comparison is handed. */
export interface DiffKit {
  readonly tool: Tool;
  readonly frameworks: readonly Framework[];
  readonly compare: CompareLicenses;
}

/** Compares two assessments; the order of what stands in them is irrelevant. */
export function diffAssessments(older: Assessed, newer: Assessed, kit: DiffKit): DiffDocument {
  const [old, next] = [older.assessment, newer.assessment];
  const paired = pairOrigins(old.origins, next.origins);
  const files = compareFiles(old, next, paired);
  const caveats = listCaveats(older, newer, { paired, files });
  const isLikeForLike = !caveats.some(({ code }) => MISLEADING.has(code));
  const isIdentical = isLikeForLike && files.changes.length === 0 && next.artifacts.length > 0;
  const causes = openCauses({ old, new: next, files, isLikeForLike: isLikeForLike && !isIdentical });
  const naming = openNaming(old, next);
  const known = { ...naming, causes };
  const licenses = diffLicenses(
    { ...old, ...(older.texts && { texts: older.texts }) },
    { ...next, ...(newer.texts && { texts: newer.texts }) },
    { files, causes, compare: kit.compare },
  );
  const parts = {
    rights: diffRights(old, next, { causes, licenses }),
    licenses,
    weights: describeWeights(files.changes, files.sameWeights),
    components: diffComponents(old, next, known),
    claims: diffClaims(old, next, known),
    frameworks: diffFrameworks(old, next, { ...known, frameworks: kit.frameworks }),
    statements: diffStatements(old.statements, next.statements),
    lineage: diffLineage(old.lineage, next.lineage),
    findings: diffFindings(old, next, { files, causes }),
    gaps: diffGaps(old, next, files),
    files: { same: files.same, changes: files.changes },
  };
  return {
    schema: "https://openassay.org/schemas/diff/v1.json",
    tool: kit.tool,
    old: describeSide(older),
    new: describeSide(newer),
    ...judge({
      ...parts,
      isIdentical:
        files.changes.length === 0 && next.artifacts.length > 0 && paired.onlyOld.length + paired.onlyNew.length === 0,
    }),
    caveats,
    ...parts,
  };
}

/** What makes a difference of answers no difference of the release by itself. */
const MISLEADING: ReadonlySet<Caveat["code"]> = new Set([
  "other-rules",
  "other-options",
  "one-side-origin",
  "not-opened",
  "empty",
]);

function describeSide({ assessment, isSaved }: Assessed): DiffSide {
  const { target, revision, kind, tool, ruleset, origins, artifacts } = assessment;
  return { target, revision, kind, tool, ruleset, origins, files: artifacts.length, ...(isSaved && { saved: true }) };
}

function diffStatements(older: readonly Statement[], newer: readonly Statement[]): readonly StatementChange[] {
  const [before, after] = [older, newer].map(
    (all) => new Map(all.filter(({ about }) => about === "this").map(({ quote, verdict }) => [quote, verdict])),
  );
  const quotes = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  return quotes
    .map((quote) => ({ quote, old: before?.get(quote) ?? null, new: after?.get(quote) ?? null }))
    .filter((change) => change.old !== change.new);
}

function diffLineage(older: readonly Ancestor[], newer: readonly Ancestor[]): readonly LineageChange[] {
  const keyOf = ({ relation, base }: Ancestor): string => `${base}\n${relation}`;
  const [before, after] = [older, newer].map((all) => new Map(all.map((one) => [keyOf(one), one])));
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort().flatMap((key) => {
    const [old, next] = [before?.get(key), after?.get(key)];
    const one = next ?? old;
    if (one === undefined || (old?.license === next?.license && old?.compatible === next?.compatible)) return [];
    return [{ relation: one.relation, base: one.base, old: describeAncestor(old), new: describeAncestor(next) }];
  });
}

function describeAncestor(one: Ancestor | undefined): LineageChange["old"] {
  return one === undefined ? null : { license: one.license, compatible: one.compatible, why: one.why };
}
