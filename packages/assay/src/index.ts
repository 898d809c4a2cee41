/** The hallway: wires the kit and exports the portable interface. */

import { findFramework, findLevel, nameFramework } from "./assess/address.ts";
import { test } from "./assess/condition.ts";
import { type AssessOptions, assessRelease, type Kit } from "./assess/index.ts";
import { derive } from "./assess/observe.ts";
import { type Ruled, rerule, smallestEdit } from "./assess/rerule.ts";
import { rule } from "./assess/rule.ts";
import type { Progress } from "./assess/tally.ts";
import { type Hashing, openWorkbench } from "./assess/workbench.ts";
import { deductions } from "./deductions/all.generated.ts";
import { checkLocked, concludeCheck, type Present } from "./diff/check.ts";
import { type Assessed, diffAssessments } from "./diff/index.ts";
import { type LockRequest, lockAssessment, mergeLock } from "./diff/lock.ts";
import { formats } from "./formats/all.generated.ts";
import { sharedSets } from "./frameworks/all.generated.ts";
import { parseFramework } from "./frameworks/parse-framework.ts";
import { currentFrameworks, frameworks, freedoms } from "./known.ts";
import { compareKept } from "./licenses/compare-readings.ts";
import { compareLicenses } from "./licenses/compare-texts.ts";
import { readDeclared } from "./licenses/declared.ts";
import { FINGERPRINTS } from "./licenses/fingerprints.generated.ts";
import { governById, listDuties } from "./licenses/govern-by-id.ts";
import { LICENSE_LIST } from "./licenses/ids.generated.ts";
import { LICENSE_TERMS } from "./licenses/license-terms.generated.ts";
import { openLicenseTerms } from "./licenses/license-terms.ts";
import { readLicenseTexts } from "./licenses/read-files.ts";
import { UNSEEN_LICENSES } from "./licenses/unseen-licenses.ts";
import { descentOf, findConflict, findOpenBase, listBaseEvidence, listBaseLicenses } from "./lineage/find-conflict.ts";
import { ruleLineage } from "./lineage/index.ts";
import type { CheckDocument, DiffDocument, LockDocument, LockedTarget } from "./model/changes.ts";
import type { Decision } from "./model/decision.ts";
import type { Assessment, RuleDocument, RuledRecord } from "./model/documents.ts";
import { FormatError, UsageError } from "./model/errors.ts";
import type { FoundLink } from "./model/link.ts";
import type { PlanDocument } from "./model/plans.ts";
import type { Platform } from "./model/plugin.ts";
import { RIGHTS_QUESTIONS } from "./model/rights.ts";
import type { ScanDocument } from "./model/scan.ts";
import type { Framework, Release } from "./model/types.ts";
import { parseEdits } from "./plan/edits.ts";
import { makePlan, type NamedFramework } from "./plan/index.ts";
import { findModel } from "./plan/models.ts";
import { imagine } from "./plan/what-if.ts";
import { DEFAULT_POLICY, decide, type Policy } from "./policy/policy.ts";
import { probes } from "./probes/all.generated.ts";
import { records } from "./records/all.generated.ts";
import { answerRights } from "./rights/card.ts";
import { decide as decideRight } from "./rights/decide.ts";
import { scanRules } from "./scan/all.generated.ts";
import { ruleStatements } from "./statements/index.ts";
import { codeImports } from "./studies/code-imports/index.ts";
import { inventory } from "./studies/inventory/index.ts";
import { licensing } from "./studies/licensing/index.ts";
import { lineage } from "./studies/lineage/index.ts";
import { links } from "./studies/links/index.ts";
import { placeOfTarget } from "./studies/links/targets.ts";
import { models } from "./studies/models/index.ts";
import { releaseKind } from "./studies/release-kind/index.ts";
import { statements } from "./studies/statements/index.ts";
import { VERSION } from "./version.generated.ts";

export { listKnown, showKnown } from "./known.ts";
export { LARGEST_LICENSE, type LicenseInput, readLicenses } from "./licenses/read-files.ts";
export { answerFor, type Case, parseCase } from "./rights/case.ts";
export { LARGEST_SAVED, readSaved } from "./saved/read-saved.ts";
export { type ScanOptions, scanOpened } from "./scanner.ts";
export { compareLicenses, mergeLock };

const kit: Kit = {
  version: VERSION,
  data: [LICENSE_LIST, FINGERPRINTS, LICENSE_TERMS],
  formats,
  probes,
  deductions,
  scanRules,
  codeImports,
  inventory,
  licensing,
  models,
  lineage,
  ruleLineage,
  statements,
  ruleStatements,
  definition: findFramework("osaid@1.0", frameworks),
  classes: findFramework("mof@1.0/tool", frameworks),
  releaseKind,
  freedoms,
  answerRights,
};

/** Assesses a release that a source has opened. */
export async function assessOpened(release: Release, options: AssessOptions): Promise<Assessment> {
  return await assessRelease(release, kit, options);
}

/** Assesses a release and keeps the words of its licence texts, which an assessment does not hold. */
export async function assessWithTexts(release: Release, options: AssessOptions): Promise<Assessed> {
  const assessment = await assessOpened(release, options);
  return { assessment, texts: await readLicenseTexts(release.artifacts, assessment.licenses) };
}

const tool = { name: "assay", version: VERSION };

/** Holds two assessments beside each other. */
export async function diff(older: Assessed, newer: Assessed, platform: Platform): Promise<DiffDocument> {
  const known = await openLicenseTerms(platform);
  return diffAssessments(older, newer, {
    tool,
    frameworks,
    compare(old, next) {
      if (old.text === undefined || next.text === undefined) return compareKept(old.entry, next.entry, known);
      return compareLicenses({ ...old.entry, text: old.text }, { ...next.entry, text: next.text }, known);
    },
  });
}

/** What a lock keeps of a release. */
export function lock(assessment: Assessment, request: LockRequest): LockedTarget {
  return lockAssessment(assessment, request, nameFramework);
}

/** Locked releases, each with what it is now. */
export interface CheckRequest {
  readonly targets: readonly (readonly [LockedTarget, Present])[];
  readonly platform: Platform;
}

/** Says what became of locked releases, by what the default policy minds. */
export async function check({ targets, platform }: CheckRequest): Promise<CheckDocument> {
  const known = await openLicenseTerms(platform);
  const checked = targets.map(([old, present]) =>
    checkLocked(old, present, (one, other) => compareKept(one, other, known)),
  );
  return concludeCheck(checked, tool);
}

/** The frameworks of these addresses, in their order. @throws UsageError that names what there is. */
export function selectFrameworks(addresses: readonly string[]): readonly Framework[] {
  return [...new Set(addresses.map((address) => findFramework(address, frameworks)))];
}

/** Claims that a probe or a deduction answers. */
const ANSWERED: ReadonlySet<string> = new Set([
  ...probes.flatMap(({ answers }) => answers),
  ...deductions.map(({ answers }) => answers),
]);

/** One's own framework, from the text of a file called `where`. @throws UsageError with the place of the first mistake. */
export function parseOwnFramework(text: string, where: string): Framework {
  return parseFramework(text, where, { sets: sharedSets, claims: ANSWERED });
}

/** What a caller lends to a reading of a release. */
export type ReadOptions = Pick<AssessOptions, "platform" | "signal">;

/** Where the cards of a release say that other parts of it lie. */
export async function readLinks(release: Release, options: ReadOptions): Promise<readonly FoundLink[]> {
  const bench = openWorkbench(release, { ...options, formats, hash: "at-hand", onBytes: () => undefined });
  return await bench.study(links);
}

/** A record that somebody else keeps: its file name, and its text. */
export interface RecordFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Rules records by a framework, with the engine that rules releases, and tells who moves between `before` and it.
 * @throws UsageError when a file is no record.
 */
export async function ruleRecords(
  framework: Framework,
  files: readonly RecordFile[],
  before?: Framework,
): Promise<RuleDocument> {
  const read: (Ruled & { readonly file: string })[] = [];
  for (const { file, text } of files) read.push({ file, ...(await readRecord(file, text)) });
  return {
    schema: "https://openassay.org/schemas/rule/v1.json",
    framework: nameFramework(framework),
    records: read.map((one) => ({ file: one.file, ...ruleRecord(framework, one) })),
    ...(before !== undefined && { against: nameFramework(before), moves: rerule(read, before, framework) }),
  };
}

function ruleRecord(framework: Framework, ruled: Ruled): Omit<RuledRecord, "file"> {
  const { level, requirements, progress } = rule(framework, ruled.claims, "*");
  const rank = framework.levels.findIndex(({ id }) => id === level);
  const next = rank < 0 ? framework.levels.at(-1) : framework.levels[rank - 1];
  return {
    name: ruled.name,
    level,
    requirements,
    ...(progress !== undefined && { progress }),
    ...(next !== undefined && { next: { level: next.id, lacks: smallestEdit(ruled, framework, next.id) } }),
  };
}

async function readRecord(file: string, text: string): Promise<Ruled> {
  const [reader] = records;
  try {
    return await reader.read(text);
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}.`);
    throw error;
  }
}

/** Where a plan is to lead, and what else is asked. */
export interface PlanOptions {
  /** A level, `mof:I`. */
  readonly to: string;
  /** A model of the release by its id or name; left out, the plan is for the release as a whole. */
  readonly model?: string;
  /** Parts that are opened, closed or put under other terms: `weights=Apache-2.0,training-data=closed`. */
  readonly whatIf?: string;
  readonly platform: Platform;
}

/**
 * The shortest way to a level, from an assessment. @throws UsageError for a level, a model, a part or a licence that is none.
 */
export async function planTo(
  assessment: Assessment,
  { to, model, whatIf, platform }: PlanOptions,
): Promise<PlanDocument> {
  const { framework, level } = findLevel(to, frameworks);
  const about = model === undefined ? "*" : findModel(assessment, model);
  const edits = whatIf === undefined ? [] : parseEdits(whatIf, readLicense);
  const descent = descentOf(assessment, about);
  const terms = await openLicenseTerms(platform);
  const known = new Map([...UNSEEN_LICENSES, ...terms]);
  const bases = {
    licenses: listBaseLicenses(descent),
    open: findOpenBase(descent),
    evidence: listBaseEvidence(descent),
    conflict: remember((license: string) => findConflict(descent, license, known)),
  };
  const engine = { rule, test };
  const asked = { address: nameFramework(framework), framework };
  const named = nameAll().filter((one) => currentFrameworks.includes(one.framework) || one.framework === framework);
  const tool = { name: "assay", version: VERSION };
  const plan = makePlan({ assessment, asked, level, about, frameworks: named, bases, engine, tool });
  if (edits.length === 0) return plan;
  const answer = (ids: readonly string[]) => {
    const governing = governById(ids, terms);
    return new Map(
      RIGHTS_QUESTIONS.map((question) => [question.id as string, decideRight(question, governing).answer]),
    );
  };
  const imagined = imagine({
    assessment,
    about,
    edits,
    frameworks: named,
    engine,
    bases,
    terms: { answer, listDuties: (ids) => listDuties(ids, terms) },
    derive: (claims) => derive(deductions, claims),
  });
  return { ...plan, whatIf: imagined };
}

/** Asks once for each licence: a search asks for the same ones again and again. */
function remember(find: (license: string) => string | null): (license: string) => string | null {
  const found = new Map<string, string | null>();
  return (license) => {
    const before = found.get(license);
    if (before !== undefined) return before;
    const conflict = find(license);
    found.set(license, conflict);
    return conflict;
  };
}

/** All frameworks under their full addresses. */
export function nameAll(): readonly NamedFramework[] {
  return frameworks.map((framework) => ({ address: nameFramework(framework), framework }));
}

/** The ids of a licence as people write it. @throws UsageError where it is none that is known. */
function readLicense(words: string): readonly string[] {
  const { known, ids, reason } = readDeclared(words);
  if (!known) throw new UsageError(`--what-if: "${words}" is no licence that is known (${reason ?? "no id"})`);
  return ids;
}

export type {
  Assessed,
  Assessment,
  AssessOptions,
  CheckDocument,
  Decision,
  DiffDocument,
  FoundLink,
  Framework,
  Hashing,
  LockDocument,
  LockedTarget,
  Policy,
  Present,
  Progress,
  Release,
  RuleDocument,
  ScanDocument,
};
export {
  currentFrameworks,
  DEFAULT_POLICY,
  decide,
  findFramework,
  findLevel,
  frameworks,
  nameFramework,
  placeOfTarget,
  rule,
  UsageError,
  VERSION,
};
