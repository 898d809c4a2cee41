/**
 * One run of SARIF 2.1.0, within what GitHub's code scanning takes: a rule needs its texts, a result a place with a region,
 * and a file with too many of either is refused as a whole.
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */

import { compareSeverities } from "../../model/severity.ts";
import type { Severity } from "../../model/types.ts";
import type { Alert, Alerts, Kind } from "./alert.ts";
import { fingerprint } from "./fingerprint.ts";
import { describePlace } from "./place.ts";
import { cutText, LONGEST_TEXT } from "./text.ts";

/** Results of a run that GitHub shows; it would refuse 25,000. */
const MOST_RESULTS = 5000;

/** Scores by which GitHub names a severity: 9 and more is critical, 4 to 6.9 is medium. */
const SCORES: Readonly<Record<Severity, string | undefined>> = { error: "9.3", warning: "5.5", note: undefined };

const PROBLEMS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "recommendation" };

/** Longest name of a rule. */
const LONGEST_ID = 255;

/** Puts findings into a run, the worst first. */
export function buildRun({ tool, category, alerts }: Alerts): object {
  const told = limit(alerts.toSorted((a, b) => compareSeverities(b.severity, a.severity)));
  const kinds = [...new Map(told.map(({ kind }) => [kind.id, kind])).values()];
  const indices = new Map(kinds.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return {
    tool: {
      driver: {
        name: "Assay",
        version: tool.version,
        informationUri: "https://openassay.org",
        rules: kinds.map((kind) => describeKind(kind, told)),
      },
    },
    automationDetails: { id: `${cutText(`assay/${category}`, LONGEST_ID)}/` },
    columnKind: "utf16CodeUnits",
    results: told.map((alert) => describeResult(alert, indices.get(alert.kind.id) ?? -1, seen)),
  };
}

/** What is left out is told, in the place of the first of it. */
function limit(sorted: readonly Alert[]): readonly Alert[] {
  const [first, ...more] = sorted.slice(MOST_RESULTS - 1);
  if (first === undefined || more.length === 0) return sorted;
  const kind: Kind = {
    id: "more-findings",
    title: "More findings than are listed",
    advice: "Look at the JSON of the same scan, which has all of them.",
    isSecurity: first.kind.isSecurity,
  };
  const { path, severity } = first;
  const message = `${1 + more.length} more findings are not listed here`;
  return [...sorted.slice(0, MOST_RESULTS - 1), { kind, severity, message, path, inside: [] }];
}

function describeKind({ id, title, advice, help, isSecurity }: Kind, alerts: readonly Alert[]): object {
  const severities = alerts.filter(({ kind }) => kind.id === id).map(({ severity }) => severity);
  const worst = severities.toSorted(compareSeverities).at(-1) ?? "note";
  const score = isSecurity ? SCORES[worst] : undefined;
  const text = cutText(`${title}. ${advice}`, LONGEST_TEXT);
  return {
    id: cutText(id, LONGEST_ID),
    shortDescription: { text: cutText(title, LONGEST_TEXT) },
    fullDescription: { text },
    help: { text },
    ...(help === undefined ? {} : { helpUri: help }),
    defaultConfiguration: { level: worst },
    properties: {
      tags: isSecurity ? ["security", "supply-chain"] : ["openness"],
      precision: "high",
      "problem.severity": PROBLEMS[worst],
      ...(score === undefined ? {} : { "security-severity": score }),
    },
  };
}

function describeResult(alert: Alert, ruleIndex: number, seen: Map<string, number>): object {
  const { kind, severity, message, path, inside, offset, global } = alert;
  const hash = fingerprint([kind.id, path, ...inside, global ?? message]);
  const nth = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, nth);
  return {
    ruleId: cutText(kind.id, LONGEST_ID),
    ruleIndex,
    level: severity,
    message: { text: cutText(`${message}${inside.length > 0 ? ` (inside ${inside.join(" › ")})` : ""}`, LONGEST_TEXT) },
    locations: [describePlace(alert)],
    partialFingerprints: { primaryLocationLineHash: `${hash}:${nth}` },
    properties: {
      ...(offset === undefined ? {} : { offset }),
      ...(global === undefined ? {} : { global: cutText(global, LONGEST_TEXT) }),
    },
  };
}
