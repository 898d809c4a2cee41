/** From a release to what its files would do to who loads them. Knows the model alone: formats and rules are handed in. */

import { type Reading, withInner } from "../model/facts.ts";
import { placeOf } from "../model/place.ts";
import type { Format, Platform, ScanContext, ScanRule, Study } from "../model/plugin.ts";
import type { ScanDocument, ScanFinding, ScannedFile, ScanRuleEntry, ScanVerdict } from "../model/scan.ts";
import { compareSeverities } from "../model/severity.ts";
import type { Artifact, FilePlace, Finding, Release, Said } from "../model/types.ts";
import { accountFor } from "./account.ts";
import { openTally, type Progress } from "./tally.ts";
import { type OpenWorkbench, openWorkbench } from "./workbench.ts";

/** Where the pages of rules lie. */
const PAGES = "https://openassay.org/rules";

/** What a scan is made of. */
export interface ScanKit {
  readonly version: string;
  readonly formats: readonly Format[];
  readonly scanRules: readonly ScanRule[];
  readonly codeImports: Study<ScanContext["imports"]>;
}

/** What the caller decides. */
export interface ScanOptions {
  readonly platform: Platform;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Scans every file of a release. Same release, same kit: the same document, byte for byte. */
export async function scanRelease(release: Release, kit: ScanKit, options: ScanOptions): Promise<ScanDocument> {
  const tally = openTally(release.artifacts, options.onProgress);
  const bench = openWorkbench(release, { ...options, formats: kit.formats, hash: "none", onBytes: tally.addBytes });
  const imports = await bench.study(kit.codeImports);
  const files: ScannedFile[] = [];
  for (const artifact of release.artifacts) {
    options.signal.throwIfAborted();
    files.push(await scanFile(bench, artifact, { ...kit, imports }));
    tally.addFile(artifact);
  }
  return {
    schema: "https://openassay.org/schemas/scan/v1.json",
    tool: { name: "assay", version: kit.version },
    target: release.target,
    files,
    rules: kit.scanRules.map(describeRule),
    gaps: release.gaps,
    summary: countVerdicts(files),
  };
}

function describeRule({ id, danger, advice, codes }: ScanRule): ScanRuleEntry {
  const own = Object.entries(codes ?? {}).map(([code, { means, advice: instead = advice }]) => [
    code,
    { means, advice: instead },
  ]);
  return { id, danger, advice, help: `${PAGES}/${id}`, codes: Object.fromEntries(own) };
}

/** What files are held against, and what is known of the release as a whole. */
type Asked = ScanKit & ScanContext;

async function scanFile(bench: OpenWorkbench, artifact: Artifact, kit: Asked): Promise<ScannedFile> {
  const readings = await bench.readings(artifact);
  const findings = inspect(readings, artifact, kit).map(describe);
  const bytes = artifact.size === null ? null : accountFor(readings, artifact.size);
  const { path, ...origin } = placeOf(bench.release, artifact);
  const isDocument = readings.every(({ format }) => kit.formats.some(({ id, isDocument: is }) => id === format && is));
  // What a reader of documents left out is nothing to a loader: it is enough that the file was seen to be one.
  const gaps = await listGaps(bench, artifact, { readings: isDocument ? [] : readings, unread: bytes?.unread ?? 0 });
  return {
    path,
    ...origin,
    format: readings.map(({ format }) => format).join("+") || null,
    verdict: judge(findings, { isOpen: gaps.length > 0, isDocument }),
    ...describeWeightsOnly(readings),
    bytes,
    findings,
    gaps,
  };
}

/** Findings of all rules, the worst first. What is only damaged hides nothing by itself, and is told as a gap. */
function inspect(readings: readonly Reading[], artifact: Artifact, { scanRules, imports }: Asked): readonly Finding[] {
  const sound = readings.map(dropDamage);
  return scanRules
    .flatMap((rule) => rule.inspect(sound, artifact, { imports }))
    .sort((a, b) => compareSeverities(b.severity, a.severity));
}

/** The same reading where there is none: an archive may have 100,000 of them. */
function dropDamage(reading: Reading): Reading {
  const { faults, children, isRefused } = reading;
  const sound = isRefused === true ? [] : faults.filter(({ isDamage }) => isDamage !== true);
  const inner = children.map(dropDamage);
  const isSame = sound.length === faults.length && inner.every((child, index) => child === children[index]);
  return isSame ? reading : { ...reading, faults: sound, children: inner };
}

function describe({ rule, severity, code, message, args, at }: Finding): ScanFinding {
  const place: Partial<FilePlace> = "path" in at ? at : {};
  return {
    rule,
    severity,
    code,
    message,
    at: {
      ...(place.inside === undefined ? {} : { inside: place.inside }),
      offset: place.start ?? 0,
      ...(place.line === undefined ? {} : { line: place.line }),
    },
    ...(typeof args.global === "string" ? { global: args.global } : {}),
  };
}

interface Looked {
  readonly readings: readonly Reading[];
  readonly unread: number;
}

async function listGaps(
  bench: OpenWorkbench,
  artifact: Artifact,
  { readings, unread }: Looked,
): Promise<ScannedFile["gaps"]> {
  if (artifact.state !== "here") return [sayGap("not-at-hand", "its bytes are not at hand")];
  if (await bench.isMissed(artifact)) return [sayGap("unreadable", "its bytes could not be read")];
  const told = withInner(readings)
    .flatMap(listOpen)
    .map(({ code, message }) => ({ code, message }));
  const distinct = [...new Map(told.map((one) => [one.code + one.message, one])).values()];
  if (distinct.length > 0 || unread === 0 || readings.length === 0) return distinct;
  return [sayGap("unread", `${unread} of its bytes are not accounted for`)];
}

function sayGap(code: string, message: string): ScannedFile["gaps"][number] {
  return { code, message };
}

/** What a reading leaves open: its gaps, and the damage that it found. */
function listOpen({ gaps, faults, isRefused }: Reading): readonly Said[] {
  return isRefused === true ? gaps : [...gaps, ...faults.filter(({ isDamage }) => isDamage === true)];
}

/** The worst counts: what is certain stands, whatever else is open. */
function judge(
  findings: readonly ScanFinding[],
  { isOpen, isDocument }: { readonly isOpen: boolean; readonly isDocument: boolean },
): ScanVerdict {
  if (findings.some(({ severity }) => severity === "error")) return "dangerous";
  if (findings.some(({ severity }) => severity === "warning")) return "risky";
  if (isOpen) return "inconclusive";
  return isDocument ? "out-of-scope" : "clean";
}

function describeWeightsOnly(readings: readonly Reading[]): Pick<ScannedFile, "weightsOnly"> {
  const pickles = withInner(readings).flatMap(({ facts }) => facts.pickle ?? []);
  if (pickles.length === 0) return {};
  const missing = new Set(pickles.flatMap(({ weightsOnly }) => weightsOnly.missing));
  return {
    weightsOnly: { loads: pickles.every(({ weightsOnly }) => weightsOnly.loads), missing: [...missing].sort() },
  };
}

function countVerdicts(files: readonly ScannedFile[]): ScanDocument["summary"] {
  const count = (verdict: ScanVerdict): number => files.filter((file) => file.verdict === verdict).length;
  return {
    dangerous: count("dangerous"),
    risky: count("risky"),
    inconclusive: count("inconclusive"),
    clean: count("clean"),
    "out-of-scope": count("out-of-scope"),
  };
}
