/** A scan as a view: the verdict first, then the files that matter with their reasons, then what to do. */

import type { ScanDocument, ScanFinding, ScannedFile, ScanVerdict } from "../../model/scan.ts";
import { COLOPHON } from "./colophon.ts";
import { listBlock } from "./list-block.ts";
import { countOf } from "./numbers.ts";
import type { Answer, AnswerRow, Block, Exhibit, Item, View } from "./view.ts";

/** Files that are told one by one; the rest is counted. */
const MOST_FILES = 20;
/** Pieces of advice: who has more than a few does not load it. */
const MOST_ADVICE = 5;

/** Worst first: the order in which files are told. */
const ORDER: readonly ScanVerdict[] = ["dangerous", "risky", "inconclusive", "clean", "out-of-scope"];

const ANSWERS: Readonly<Record<ScanVerdict, Answer>> = {
  dangerous: "no",
  risky: "partly",
  inconclusive: "unknown",
  clean: "yes",
  "out-of-scope": "unknown",
};

/** The whole in one word, for the headline. */
const HEADLINES: Readonly<Record<ScanVerdict, string>> = {
  dangerous: "dangerous: do not load it",
  risky: "risky: it needs code that is on no list of what is safe",
  inconclusive: "inconclusive: not everything was read",
  clean: "clean: every byte is accounted for",
  "out-of-scope": "holds nothing that a loader opens",
};

/** Builds the view of `assay scan`. */
export function viewScan(document: ScanDocument): View {
  const verdict = concludeScan(document);
  const minded = ORDER.slice(0, ORDER.indexOf("clean")).flatMap((one) => filesOf(document, one));
  return [
    { kind: "heading", text: document.target, aside: HEADLINES[verdict] },
    { kind: "verdict", label: "safe to load", answer: ANSWERS[verdict], word: verdict },
    ...answers("Files to mind", minded),
    ...listBlock("What to do", listAdvice(document), MOST_ADVICE),
    ...answers("Clean", filesOf(document, "clean")),
    ...listBlock(
      "Not looked at",
      document.gaps.map(({ message }) => message),
      MOST_FILES,
    ),
    { kind: "note", text: describeSummary(document) },
    COLOPHON,
  ];
}

/** The worst verdict of a file; a release that could not be listed whole is never clean. */
export function concludeScan({ summary, gaps, files }: ScanDocument): ScanVerdict {
  const worst = ORDER.find((verdict) => summary[verdict] > 0) ?? "out-of-scope";
  const isOpen = gaps.length > 0 || files.length === 0;
  return isOpen && ORDER.indexOf(worst) > ORDER.indexOf("inconclusive") ? "inconclusive" : worst;
}

function filesOf({ files }: ScanDocument, verdict: ScanVerdict): readonly ScannedFile[] {
  return files.filter((file) => file.verdict === verdict);
}

function answers(title: string, files: readonly ScannedFile[]): readonly Block[] {
  if (files.length === 0) return [];
  const rows = files.map(describeFile);
  const [shown, rest] = [rows.slice(0, MOST_FILES), rows.slice(MOST_FILES)];
  return [{ kind: "answers", title, marks: true, rows: shown, more: rest.length, rest }];
}

function describeSummary({ summary }: ScanDocument): string {
  const counts = ORDER.filter((verdict) => summary[verdict] > 0).map(
    (verdict) => `${countOf(summary[verdict], "file")} ${verdict.replaceAll("-", " ")}`,
  );
  return `${counts.join(", ") || "No files"}. Nothing was executed.`;
}

function describeFile(file: ScannedFile): AnswerRow {
  const evidence = file.findings.map((finding) => exhibit(file, finding));
  return {
    label: file.path,
    answer: ANSWERS[file.verdict],
    word: file.verdict,
    text: explain(file),
    ...(evidence.length > 0 ? { evidence } : {}),
  };
}

/** The first reason and how many more there are; of what may be loaded, whether the loader's own guard takes it. */
function explain({ path, findings, gaps, verdict, weightsOnly }: ScannedFile): string {
  const reasons = [...findings.filter(({ severity }) => severity !== "note"), ...gaps];
  const first = reasons[0]?.message.replace(`${path}: `, "");
  const more = reasons.length > 1 ? `and ${countOf(reasons.length - 1, "more reason")}` : undefined;
  const guard = verdict === "dangerous" ? undefined : describeWeightsOnly(weightsOnly);
  return [first, more, guard].filter((part) => part !== undefined).join(" · ");
}

/** What rules advise where they found something that counts, each once, the worst first. */
function listAdvice({ files, rules }: ScanDocument): readonly Item[] {
  const found = files.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== "note");
  const sorted = found.sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
  const advice = new Map<string, Item>();
  for (const { rule, code } of sorted) {
    const entry = rules.find(({ id }) => id === rule);
    const told = entry?.codes[code]?.advice ?? entry?.advice;
    if (entry === undefined || told === undefined || advice.has(told)) continue;
    advice.set(told, { text: told, evidence: [{ text: entry.danger, place: rule }] });
  }
  return [...advice.values()];
}

function describeWeightsOnly(fact: ScannedFile["weightsOnly"]): string | undefined {
  if (fact === undefined) return undefined;
  if (fact.loads) return "loads with weights_only=True";
  const missing = fact.missing.length > 0 ? `: ${fact.missing.join(", ")}` : "";
  return `does not load with weights_only=True${missing}`;
}

function exhibit({ path }: ScannedFile, { message, at, severity }: ScanFinding): Exhibit {
  const inside = [path, ...(at.inside ?? [])].join(" › ");
  const place = at.line === undefined ? `${inside} at byte ${at.offset}` : `${inside}:${at.line}`;
  return { text: message.replace(`${path}: `, ""), basis: severity, place };
}
