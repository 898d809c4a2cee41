/** Assay as a column of the table: folders through the public door, in this process. */

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

import { openWorkbench } from "../../packages/assay/src/assess/workbench.ts";
import { formats } from "../../packages/assay/src/formats/all.generated.ts";
import type { Reading } from "../../packages/assay/src/model/facts.ts";
import type { ScannedFile } from "../../packages/assay/src/model/scan.ts";
import { platform, scan } from "../../packages/assay/src/node.ts";
import { sources } from "../../packages/assay/src/sources/all.generated.ts";
import { openReach } from "../../packages/assay/src/sources/reach.ts";
import { openRelease } from "../../packages/assay/src/sources/release.ts";
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

/** All names that the pickles of a file import, `module.name`, whatever is said of them. */
export async function listImports(folder: string, path: string): Promise<readonly string[]> {
  const { signal } = new AbortController();
  const reach = openReach({ isOffline: true, environment: {}, signal });
  const release = await openRelease({ target: folder }, { sources, reach });
  const bench = openWorkbench(release, { formats, platform, signal, hash: "none", onBytes: () => undefined });
  const artifact = release.artifacts.find((one) => one.path === path);
  if (artifact === undefined) return [];
  const all = (reading: Reading): readonly Reading[] => [reading, ...reading.children.flatMap(all)];
  const readings = (await bench.readings(artifact)).flatMap(all);
  return readings.flatMap(({ facts }) => facts.pickle?.globals ?? []).map(({ module, name }) => `${module}.${name}`);
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
