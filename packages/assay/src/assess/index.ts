/** From a release to its assessment. Knows the model alone: formats, probes, rules and frameworks are handed in. */

import { canonicalize } from "../model/canonical.ts";
import type { Assessment, ComponentEntry } from "../model/documents.ts";
import type { Inventory, Licensing } from "../model/inventory.ts";
import type { FoundLineage, LineageAnswer, LineageQuestion } from "../model/lineage.ts";
import type { Models } from "../model/models.ts";
import { placeOf } from "../model/place.ts";
import type {
  Deduction,
  Format,
  Platform,
  Plugin,
  Probe,
  ScanContext,
  ScanRule,
  Study,
  Workbench,
} from "../model/plugin.ts";
import { compareSeverities } from "../model/severity.ts";
import type { FoundStatements, StatementAnswer, StatementQuestion } from "../model/statements.ts";
import type { Artifact, Claim, Evidence, Finding, Framework, Gap, Release } from "../model/types.ts";
import { checkAnnounced } from "./announced.ts";
import { describeArtifacts } from "./artifacts.ts";
import { describeComponents } from "./components.ts";
import { digestRuleset, type Ruleset, reviseOrigins, reviseRelease } from "./digests.ts";
import { answerFreedoms } from "./freedoms.ts";
import { describeModels } from "./models.ts";
import { type Claims, type ObservedRelease, observeRelease } from "./per-model.ts";
import { rule } from "./rule.ts";
import { openTally, type Progress } from "./tally.ts";
import { type Hashing, type OpenWorkbench, openWorkbench } from "./workbench.ts";

/** Everything that the engine is made of. */
export interface Kit {
  readonly version: string;
  /** Names and versions of data that answers rest on, such as the list of licences. */
  readonly data: readonly string[];
  readonly formats: readonly Format[];
  readonly probes: readonly Probe[];
  readonly deductions: readonly Deduction[];
  readonly scanRules: readonly ScanRule[];
  readonly codeImports: Study<ScanContext["imports"]>;
  readonly inventory: Study<Inventory>;
  readonly licensing: Study<Licensing>;
  readonly models: Study<Models>;
  readonly lineage: Study<FoundLineage>;
  readonly ruleLineage: (question: LineageQuestion) => LineageAnswer;
  readonly statements: Study<FoundStatements>;
  readonly ruleStatements: (question: StatementQuestion) => StatementAnswer;
  /** What statements of openness are held against: a definition and its classes. */
  readonly definition: Framework;
  readonly classes: Framework;
  /** Whether a release is a model or a data set, where its source does not say. */
  readonly releaseKind: Study<Release["kind"]>;
  /** The framework of the headline: inspect, use, adapt, share. */
  readonly freedoms: Framework;
  /** Puts the claims on rights into a card. */
  readonly answerRights: (
    claims: Claims,
    evidence: ReadonlyMap<string, Evidence>,
    kind: Release["kind"],
  ) => Assessment["rights"];
}

/** What the caller decides. */
export interface AssessOptions {
  readonly platform: Platform;
  readonly frameworks: readonly Framework[];
  readonly hash: Hashing;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Assesses a release. Same release, same kit, same options: the same assessment, byte for byte. */
export async function assessRelease(opened: Release, kit: Kit, options: AssessOptions): Promise<Assessment> {
  const release = await settleKind(opened, kit, options);
  const tally = openTally(release.artifacts, options.onProgress);
  const bench = openWorkbench(release, { ...options, formats: kit.formats, onBytes: tally.addBytes });
  const artifacts = await describeArtifacts(bench, tally);
  const found = await bench.study(kit.models);
  const observed = await observeRelease(bench, found, kit);
  const { claims, models } = observed;
  const frameworks = options.frameworks.map((framework) => rule(framework, claims, "*"));
  const licensing = await bench.study(kit.licensing);
  const lineage = kit.ruleLineage({ found: await bench.study(kit.lineage), licensing, evidence: observed.evidence });
  const announced = release.manifest && checkAnnounced(release.manifest, options.frameworks, frameworks);
  const { found: stated, cutAt } = await bench.study(kit.statements);
  const said = kit.ruleStatements({
    found: stated,
    kind: release.kind,
    claims,
    licensing,
    ancestors: lineage.ancestors,
    definition: ruled(kit.definition, claims),
    classes: ruled(kit.classes, claims),
  });
  const findings = [
    ...release.findings,
    ...(await scan(bench, kit)),
    ...artifacts.findings,
    ...observed.findings,
    ...lineage.findings,
    ...said.findings,
    ...(announced ?? []),
  ];
  const origins = await reviseOrigins(release.origins, artifacts.entries, options.platform);
  const known = new Map(observed.evidence.map((one) => [one.id, one]));
  const rights = kit.answerRights(claims, known, release.kind);
  return {
    schema: "https://openassay.org/schemas/assessment/v1.json",
    tool: { name: "assay", version: kit.version },
    ruleset: await digestRuleset(listRules(kit, options.frameworks), options.platform),
    target: release.target,
    revision: await reviseRelease(origins, options.platform),
    kind: release.kind,
    origins,
    models: describeModels(release, observed),
    freedoms: answerFreedoms(kit.freedoms, claims, rights),
    artifacts: artifacts.entries,
    components: await listComponents(bench, observed, kit),
    licenses: licensing.texts,
    rights,
    evidence: [...observed.evidence, ...said.evidence],
    claims: listClaims(observed),
    frameworks: [
      ...frameworks,
      ...models.flatMap((one) => options.frameworks.map((framework) => rule(framework, one.claims, one.model.id))),
    ],
    statements: said.statements,
    lineage: lineage.ancestors,
    findings: findings.sort((a, b) => compareSeverities(b.severity, a.severity)),
    gaps: [...release.gaps, ...bench.gaps, ...observed.gaps, ...(cutAt ? [describeCut(cutAt, release)] : [])].sort(
      byPlace,
    ),
  };
}

/** More sentences on openness than any release has: the rest is not held against anything. */
function describeCut({ origin, path }: Pick<Artifact, "origin" | "path">, { origins }: Release): Gap {
  const place = { path, ...(origin !== origins[0].id && { origin }) };
  const message = `${path}: not every sentence on openness was read · there are more than a release is read for`;
  return { ...place, stage: "probe", code: "statements-over-limit", args: { path }, message };
}

function ruled(framework: Framework, claims: Claims): StatementQuestion["definition"] {
  return { framework, result: rule(framework, claims, "*") };
}

/** Which questions are asked depends on what the release is, so that this is settled before anything is asked. */
async function settleKind(release: Release, kit: Kit, options: AssessOptions): Promise<Release> {
  const bench = openWorkbench(release, { ...options, formats: kit.formats, hash: "none", onBytes: () => undefined });
  return { ...release, kind: await bench.study(kit.releaseKind) };
}

/** By id; about all models before each. */
function listClaims({ claims, models }: ObservedRelease): readonly Claim[] {
  const all = [claims, ...models.map(({ own }) => own)].flatMap((some) => [...some.values()]);
  return all.sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
}

/** All components of the whole, and of each model those that differ. */
async function listComponents(
  bench: Workbench,
  { claims, models, evidence }: ObservedRelease,
  kit: Kit,
): Promise<readonly ComponentEntry[]> {
  const told = new Map(evidence.map((one) => [one.id, one]));
  const describe = async (on: Workbench, known: Claims): Promise<readonly ComponentEntry[]> =>
    describeComponents({
      about: on.model?.id ?? "*",
      release: on.release,
      inventory: await on.study(kit.inventory),
      licensing: await on.study(kit.licensing),
      claims: known,
      evidence: told,
    });
  const entries = [...(await describe(bench, claims))];
  for (const { bench: own, claims: known, own: differing } of models) {
    const differs = ({ id }: ComponentEntry): boolean =>
      differing.has(`${id}.published`) || differing.has(`${id}.license`);
    entries.push(...(await describe(own, known)).filter(differs));
  }
  return entries;
}

function listRules(kit: Kit, frameworks: readonly Framework[]): Ruleset {
  return {
    plugins: listPlugins(kit),
    data: kit.data,
    frameworks: [...frameworks, kit.freedoms, kit.definition, kit.classes],
  };
}

function listPlugins(kit: Kit): readonly Plugin[] {
  return [
    ...kit.formats,
    ...kit.probes,
    ...kit.deductions,
    ...kit.scanRules,
    kit.codeImports,
    kit.inventory,
    kit.licensing,
    kit.models,
    kit.lineage,
    kit.statements,
    kit.releaseKind,
  ];
}

async function scan(bench: OpenWorkbench, { scanRules, codeImports }: Kit): Promise<readonly Finding[]> {
  const imports = await bench.study(codeImports);
  const findings: Finding[] = [];
  for (const artifact of bench.release.artifacts) {
    const readings = await bench.readings(artifact);
    const place = placeOf(bench.release, artifact);
    for (const rule of scanRules) {
      for (const finding of rule.inspect(readings, artifact, { imports }))
        findings.push({ ...finding, at: { ...finding.at, ...place } });
    }
  }
  return findings;
}

/** Gaps are noticed in the order in which files happen to be done; told, they stand in the order of their places. */
function byPlace(a: Gap, b: Gap): number {
  const keys = ({ origin = "", path, stage, code, message }: Gap): string =>
    canonicalize([origin, path, stage, code, message]);
  return keys(a) < keys(b) ? -1 : 1;
}
