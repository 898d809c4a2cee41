/** From a document to its findings. What was not read is one too: silence would look like health. */

import type { Assessment } from "../../model/documents.ts";
import { UsageError } from "../../model/errors.ts";
import type { ScanDocument, ScanFinding, ScannedFile, ScanRuleEntry } from "../../model/scan.ts";
import type { Finding, Gap } from "../../model/types.ts";
import type { Alert, Alerts, Kind } from "./alert.ts";

const SCAN: ScanDocument["schema"] = "https://openassay.org/schemas/scan/v1.json";
const ASSESSMENT: Assessment["schema"] = "https://openassay.org/schemas/assessment/v1.json";

const NOT_READ: Kind = {
  id: "not-read",
  title: "Something was not read",
  advice: "Nothing is known of what was not read. Look at the reason, and do not take the file for harmless.",
  isSecurity: false,
};

/** Lists the findings of a scan or an assessment. @throws UsageError for a document that has none. */
export function listAlerts(document: unknown): Alerts {
  if (isOf(document, SCAN)) return listScanned(document as ScanDocument);
  if (isOf(document, ASSESSMENT)) return listAssessed(document as Assessment);
  throw new UsageError("SARIF tells of findings: use it with assay scan or with assay TARGET.");
}

function isOf(document: unknown, schema: string): boolean {
  return typeof document === "object" && document !== null && "schema" in document && document.schema === schema;
}

function listScanned({ tool, target, files, rules, gaps }: ScanDocument): Alerts {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const alerts = files.flatMap((file) => [
    ...file.findings.map((finding) => describeDanger(file, finding, byId.get(finding.rule))),
    ...file.gaps.map(({ message }) => describeGap({ ...file, message })),
  ]);
  return { tool, category: `scan/${target}`, alerts: [...alerts, ...gaps.map(describeGap)] };
}

function describeDanger(
  { path, origin }: ScannedFile,
  { rule, code, severity, message, at, global }: ScanFinding,
  entry: ScanRuleEntry | undefined,
): Alert {
  return {
    kind: describeKind(rule, code, entry),
    severity,
    message,
    path: joinOrigin(origin, path),
    inside: at.inside ?? [],
    offset: at.offset,
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(global === undefined ? {} : { global }),
  };
}

/** A code of the rule's own has words and a section of its own. */
function describeKind(rule: string, code: string, entry: ScanRuleEntry | undefined): Kind {
  const id = `${rule}/${code}`;
  if (entry === undefined) return { id, title: rule, advice: "Do not load it.", isSecurity: true };
  const { danger, advice, help, codes } = entry;
  const own = codes[code];
  if (own === undefined) return { id, title: danger, advice, help, isSecurity: true };
  const title = `${own.means.charAt(0).toUpperCase()}${own.means.slice(1)}`;
  return { id, title, advice: own.advice, help: `${help}#${code}`, isSecurity: true };
}

function describeGap({ path, origin, message }: Pick<Gap, "path" | "origin" | "message">): Alert {
  return { kind: NOT_READ, severity: "note", message, path: joinOrigin(origin, path), inside: [] };
}

function listAssessed({ tool, target, findings, gaps }: Assessment): Alerts {
  const alerts = findings.map((finding) => describeFinding(finding, target));
  return { tool, category: `assess/${target}`, alerts: [...alerts, ...gaps.map(describeGap)] };
}

function describeFinding({ rule, severity, message, at }: Finding, target: string): Alert {
  const place = "path" in at ? at : undefined;
  const title = rule.replaceAll(/[/-]/g, " ");
  return {
    kind: { id: rule, title, advice: "Look at the place that is named, and correct what it says.", isSecurity: false },
    severity,
    message,
    path: place === undefined ? target : joinOrigin(place.origin, place.path),
    inside: place?.inside ?? [],
    ...(place?.start === undefined ? {} : { offset: place.start }),
    ...(place?.line === undefined ? {} : { line: place.line }),
  };
}

function joinOrigin(origin: string | undefined, path: string): string {
  return origin === undefined ? path : `${origin}/${path}`;
}
