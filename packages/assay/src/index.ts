/** The hallway: wires the kit and exports the portable interface. */

import { findFramework, findLevel, nameFramework } from "./assess/address.ts";
import { test } from "./assess/condition.ts";
import { type AssessOptions, assessRelease, type Kit } from "./assess/index.ts";
import { derive } from "./assess/observe.ts";
import { rule } from "./assess/rule.ts";
import type { Progress } from "./assess/tally.ts";
import { type Hashing, openWorkbench } from "./assess/workbench.ts";
import { deductions } from "./deductions/all.generated.ts";
import { formats } from "./formats/all.generated.ts";
import { currentFrameworks, frameworks, freedoms } from "./known.ts";
import { readDeclared } from "./licenses/declared.ts";
import { FINGERPRINTS } from "./licenses/fingerprints.generated.ts";
import { governById, listDuties } from "./licenses/govern-by-id.ts";
import { LICENSE_LIST } from "./licenses/ids.generated.ts";
import { LICENSE_TERMS } from "./licenses/license-terms.generated.ts";
import { openLicenseTerms } from "./licenses/license-terms.ts";
import { UNSEEN_LICENSES } from "./licenses/unseen-licenses.ts";
import { findConflict, findOpenBase, listBaseEvidence, listBaseLicenses } from "./lineage/find-conflict.ts";
import { ruleLineage } from "./lineage/index.ts";
import type { Decision } from "./model/decision.ts";
import type { Assessment, RuleDocument, RuledRecord } from "./model/documents.ts";
import { FormatError, UsageError } from "./model/errors.ts";
import type { FoundLink } from "./model/link.ts";
import type { PlanDocument } from "./model/plans.ts";
import type { Platform } from "./model/plugin.ts";
import { RIGHTS_QUESTIONS } from "./model/rights.ts";
import type { Framework, Release } from "./model/types.ts";
import { parseEdits } from "./plan/edits.ts";
import { makePlan, type NamedFramework } from "./plan/index.ts";
import { imagine } from "./plan/what-if.ts";
import { DEFAULT_POLICY, decide, type Policy } from "./policy/policy.ts";
import { probes } from "./probes/all.generated.ts";
import { records } from "./records/all.generated.ts";
import { answerRights } from "./rights/card.ts";
import { decide as decideRight } from "./rights/decide.ts";
import { scanRules } from "./scan/all.generated.ts";
import { inventory } from "./studies/inventory/index.ts";
import { licensing } from "./studies/licensing/index.ts";
import { lineage } from "./studies/lineage/index.ts";
import { links } from "./studies/links/index.ts";
import { placeOfTarget } from "./studies/links/targets.ts";
import { models } from "./studies/models/index.ts";
import { releaseKind } from "./studies/release-kind/index.ts";
import { VERSION } from "./version.generated.ts";

export { listKnown, showKnown } from "./known.ts";
export { compareLicenses } from "./licenses/compare-texts.ts";
export { LARGEST_LICENSE, type LicenseInput, readLicenses } from "./licenses/read-files.ts";
export { answerFor, type Case, parseCase } from "./rights/case.ts";
export { LARGEST_SAVED, readSaved } from "./saved/read-saved.ts";

const kit: Kit = {
  version: VERSION,
  data: [LICENSE_LIST, FINGERPRINTS, LICENSE_TERMS],
  formats,
  probes,
  deductions,
  scanRules,
  inventory,
  licensing,
  models,
  lineage,
  ruleLineage,
  releaseKind,
  freedoms,
  answerRights,
};

/** Assesses a release that a source has opened. */
export async function assessOpened(release: Release, options: AssessOptions): Promise<Assessment> {
  return await assessRelease(release, kit, options);
}

/** The frameworks of these addresses, in their order. @throws UsageError that names what there is. */
export function selectFrameworks(addresses: readonly string[]): readonly Framework[] {
  return [...new Set(addresses.map((address) => findFramework(address, frameworks)))];
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

/** Rules records by a framework, with the engine that rules releases. @throws UsageError when a file is no record. */
export async function ruleRecords(framework: Framework, files: readonly RecordFile[]): Promise<RuleDocument> {
  const ruled: RuledRecord[] = [];
  for (const { file, text } of files) ruled.push(await ruleRecord(framework, file, text));
  return { schema: "https://openassay.org/schemas/rule/v1.json", framework: nameFramework(framework), records: ruled };
}

async function ruleRecord(framework: Framework, file: string, text: string): Promise<RuledRecord> {
  const [reader] = records;
  try {
    const { name, claims } = await reader.read(text);
    const { level, requirements, progress } = rule(framework, claims, "*");
    return { file, name, level, requirements, ...(progress === undefined ? {} : { progress }) };
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}.`);
    throw error;
  }
}

/** Where a plan is to lead, and what else is asked. */
export interface PlanOptions {
  /** A level, `mof:I`. */
  readonly to: string;
  /** Parts that are opened, closed or put under other terms: `weights=Apache-2.0,training-data=closed`. */
  readonly whatIf?: string;
  readonly platform: Platform;
}

/** The shortest way to a level, from an assessment. @throws UsageError for a level, a part or a licence that is none. */
export async function planTo(assessment: Assessment, { to, whatIf, platform }: PlanOptions): Promise<PlanDocument> {
  const { framework, level } = findLevel(to, frameworks);
  const edits = whatIf === undefined ? [] : parseEdits(whatIf, readLicense);
  const terms = await openLicenseTerms(platform);
  const known = new Map([...UNSEEN_LICENSES, ...terms]);
  const bases = {
    licenses: listBaseLicenses(assessment),
    open: findOpenBase(assessment),
    evidence: listBaseEvidence(assessment),
    conflict: (license: string) => findConflict(assessment, license, known),
  };
  const engine = { rule, test };
  const asked = { address: nameFramework(framework), framework };
  const named = nameAll().filter((one) => currentFrameworks.includes(one.framework) || one.framework === framework);
  const tool = { name: "assay", version: VERSION };
  const plan = makePlan({ assessment, asked, level, frameworks: named, bases, engine, tool });
  if (edits.length === 0) return plan;
  const answer = (ids: readonly string[]) => {
    const governing = governById(ids, terms);
    return new Map(
      RIGHTS_QUESTIONS.map((question) => [question.id as string, decideRight(question, governing).answer]),
    );
  };
  const imagined = imagine({
    assessment,
    edits,
    frameworks: named,
    engine,
    bases,
    terms: { answer, listDuties: (ids) => listDuties(ids, terms) },
    derive: (claims) => derive(deductions, claims),
  });
  return { ...plan, whatIf: imagined };
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
  Assessment,
  AssessOptions,
  Decision,
  FoundLink,
  Framework,
  Hashing,
  Policy,
  Progress,
  Release,
  RuleDocument,
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
