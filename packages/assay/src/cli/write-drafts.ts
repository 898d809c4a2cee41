/** Writes files of a plan into a folder: shown first, and never over a file that is there. */

import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import type { PlanFile } from "../model/plans.ts";
import { say, toPrintableLines } from "./say.ts";

/** Whether files can be written for this target. @throws UsageError where it is no folder of this machine. */
export function requireFolder(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new UsageError(`--fix writes into a folder of this machine, and ${target} is none.`);
}

/** New files as a unified diff; what a stranger named stays words. */
export function renderDiff(files: readonly PlanFile[]): string {
  return toPrintableLines(
    files
      .filter(({ state }) => state === "new")
      .map(renderFile)
      .join(""),
  );
}

function renderFile({ path, content }: PlanFile): string {
  const lines = content.replace(/\n$/, "").split("\n");
  return [
    `--- /dev/null`,
    `+++ b/${path}`,
    `@@ -0,0 +1,${lines.length} @@`,
    ...lines.map((line) => `+${line}`),
    "",
  ].join("\n");
}

/** Writes what is new; says of each file what became of it. @throws UsageError where the folder takes no files. */
export function writeDrafts(folder: string, files: readonly PlanFile[]): readonly PlanFile[] {
  return files.map((file) => {
    const state = file.state === "new" ? writeNew(join(folder, file.path), file.content) : file.state;
    say(state === "written" ? `assay: ${file.path} is written.` : `assay: ${file.path} is there and stays as it is.`);
    return { ...file, state };
  });
}

/** Opened so that it fails where anything of that name is there, a link among them. */
function writeNew(path: string, content: string): PlanFile["state"] {
  try {
    writeFileSync(path, content, { flag: "wx" });
    return "written";
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return "exists";
    throw new UsageError(`${path} cannot be written: ${cause instanceof Error ? cause.message : "unknown error"}.`);
  }
}
