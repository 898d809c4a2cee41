/** google/licenseclassifier v2: `identify_license`, which logs how long each file took and writes its answers as JSON. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { inFolder } from "../../measure.ts";
import { findProgram, joinIds, type Peer, runOnOneCore, toAnswer } from "./peer.ts";

interface Classified {
  readonly Filepath: string;
  readonly Classifications: readonly { readonly Name: string }[];
}

// With several characters for a micro sign, as Go prints it.
const FINISHED = /Finished Classifying License "(.*)": ([\d.]+)(ms|s|[µμ]s|ns)$/;
const MS: Readonly<Record<string, number>> = { s: 1e3, ms: 1, µs: 1e-3, μs: 1e-3, ns: 1e-6 };

/** licenseclassifier with its headers. */
export const licenseclassifier: Peer = {
  id: "licenseclassifier",
  identify: (paths) =>
    inFolder(async (folder) => {
      const file = join(folder, "answers.json");
      const program = findProgram("identify_license");
      const args = ["-headers", "-tasks", "1", "-json", file, ...paths];
      const { err } = await runOnOneCore({ program, args, env: { GOMAXPROCS: "1" } });
      const times = new Map(err.flatMap(({ text }) => readTime(text)));
      const found: readonly Classified[] = JSON.parse(readFileSync(file, "utf8")) ?? [];
      const names = new Map(found.map((entry) => [entry.Filepath, listNames(entry)]));
      // A file without a licence is in its log and not in its answers.
      return new Map([...times].map(([path, ms]) => [path, toAnswer(names.get(path) ?? null, ms)]));
    }),
};

function listNames({ Classifications }: Classified): string | null {
  return joinIds(Classifications.map(({ Name }) => Name).filter((name) => name !== "Copyright"));
}

/** The path and the milliseconds of a line of its log; none where the line is another. */
export function readTime(line: string): readonly (readonly [path: string, ms: number])[] {
  const [, path = "", value, unit = ""] = FINISHED.exec(line) ?? [];
  return value === undefined ? [] : [[path, Number(value) * (MS[unit] ?? Number.NaN)]];
}
