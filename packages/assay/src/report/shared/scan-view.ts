/** A scan as a view: the verdict first, then the files that matter with their reasons, then what to do. */

import type { ScanDocument, ScanFinding, ScannedFile, ScanVerdict } from "../../model/scan.ts";
import { COLOPHON } from "./colophon.ts";
import { listBlock } from "./list-block.ts";
import { countOf } from "./numbers.ts";
import type { Answer, AnswerRow, Block, Exhibit, View } from "./view.ts";

/** Files that are listed one by one; the rest is counted. */
const MOST_FILES = 40;

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
  "out-of-scope": "nothing here that a loader opens",
};

/** Builds the view of `assay scan`. */
export function viewScan(document: ScanDocument): View {
  const verdict = concludeScan(document);
  const told = document.files
    .filter((file) => file.verdict !== "out-of-scope")
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const rows = told.map(describeFile);
  return [
    { kind: "heading", text: document.target, aside: HEADLINES[verdict] },
    { kind: "verdict", label: "safe to load", answer: ANSWERS[verdict], word: verdict },
    { kind: "note", text: describeSummary(document) },
    ...answers(rows),
    ...listBlock(
      "Not looked at",
      document.gaps.map(({ message }) => message),
      MOST_FILES,
    ),
    COLOPHON,
  ];
}

/** The worst verdict of a file; a release that could not be listed whole is never clean. */
export function concludeScan({ summary, gaps, files }: ScanDocument): ScanVerdict {
  const worst = ORDER.find((verdict) => summary[verdict] > 0) ?? "out-of-scope";
  const isOpen = gaps.length > 0 || files.length === 0;
  return isOpen && ORDER.indexOf(worst) > ORDER.indexOf("inconclusive") ? "inconclusive" : worst;
}

function answers(rows: readonly AnswerRow[]): readonly Block[] {
  if (rows.length === 0) return [];
  const more = Math.max(0, rows.length - MOST_FILES);
  return [
    {
      kind: "answers",
      name: "Files",
      marks: true,
      rows: rows.slice(0, MOST_FILES),
      more,
      rest: rows.slice(MOST_FILES),
    },
  ];
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

function explain({ findings, gaps, weightsOnly }: ScannedFile): string {
  const first = findings[0]?.message ?? gaps[0]?.message;
  const loads = describeWeightsOnly(weightsOnly);
  return [first, loads].filter((part) => part !== undefined).join(" · ");
}

function describeWeightsOnly(fact: ScannedFile["weightsOnly"]): string | undefined {
  if (fact === undefined) return undefined;
  if (fact.loads) return "loads with weights_only=True";
  const missing = fact.missing.length > 0 ? `: missing ${fact.missing.join(", ")}` : "";
  return `does not load with weights_only=True${missing}`;
}

function exhibit({ path }: ScannedFile, { message, at, severity }: ScanFinding): Exhibit {
  return { text: `${severity}: ${message}`, place: [path, ...(at.inside ?? [])].join(" › ").concat(` @ ${at.offset}`) };
}
