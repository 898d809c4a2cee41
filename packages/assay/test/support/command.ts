/** Runs the built command as a process. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Assessment } from "../../src/model/documents.ts";

const BIN = fileURLToPath(new URL("../../bin/assay.js", import.meta.url));

/** Root of the repository. */
export const ROOT: string = fileURLToPath(new URL("../../../../", import.meta.url));

/** What a run came to. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `assay` with these arguments; `uid` runs it as another user, which only root may ask for. */
export function runAssay(args: readonly string[], options: { readonly cwd?: string; readonly uid?: number } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: "utf8",
    cwd: options.cwd ?? ROOT,
    timeout: 60_000,
    maxBuffer: 512 << 20,
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  return { code: status, stdout, stderr };
}

/** Runs `assay … --json` on one target and reads what it prints. */
export function assessTarget(target: string, ...args: readonly string[]): Ran & { readonly assessment: Assessment } {
  const ran = runAssay([target, ...args, "--json"]);
  return { ...ran, assessment: JSON.parse(ran.stdout) };
}
