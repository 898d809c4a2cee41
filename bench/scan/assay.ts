/** Assay as a column of the table: folders through the public door, in this process. */

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import type { ScannedFile } from "../../packages/assay/src/model/scan.ts";
import { scan } from "../../packages/assay/src/node.ts";
import type { Answer, Answers, Outcome } from "./answer.ts";

const OUTCOMES: Readonly<Record<ScannedFile["verdict"], Outcome>> = {
  dangerous: "flagged",
  risky: "flagged",
  inconclusive: "open",
  clean: "passed",
  "out-of-scope": "passed",
};

/** Scans all files of folders, each folder as one release. A file's time is its share of its folder's. */
export async function scanWithAssay(folders: readonly string[]): Promise<Answers> {
  const answers = new Map<string, Answer>();
  for (const folder of folders) {
    const start = performance.now();
    const { files } = await scan({ target: folder, isOffline: true });
    const ms = (performance.now() - start) / files.length;
    for (const file of files) answers.set(join(folder, file.path), { ...answerFor(file), ms });
  }
  return answers;
}

/** The folders right in a folder. */
export function listFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();
}

/** Folders of files, each once. */
export function foldersOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => dirname(path)))];
}

function answerFor({ verdict, findings, gaps }: ScannedFile): Omit<Answer, "ms"> {
  const told = [
    ...findings.map(({ rule, code }) => (code.includes("/") ? code : `${rule}/${code}`)),
    ...gaps.map(({ code }) => `(${code})`),
  ];
  return {
    outcome: OUTCOMES[verdict],
    verdict,
    globals: [...new Set(findings.flatMap(({ global }) => global ?? []))],
    findings: [...new Set(told)],
  };
}
