/** scancode-toolkit: one scan of a folder of copies, since it takes a folder and no list. */

import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inFolder } from "../../measure.ts";
import type { Answer } from "../gold.ts";
import { findProgram, type Peer, runOnOneCore, toAnswer } from "./peer.ts";

interface Scanned {
  readonly path: string;
  readonly type: string;
  readonly detected_license_expression_spdx: string | null;
  readonly scan_timings?: { readonly licenses?: number };
}

/** scancode with licences alone, no second process. */
export const scancode: Peer = {
  id: "scancode",
  identify: (paths) =>
    inFolder(async (folder) => {
      const [input, output] = [join(folder, "in"), join(folder, "answers.json")];
      mkdirSync(input);
      for (const [at, path] of paths.entries()) copyFileSync(path, join(input, `${at}-${basename(path)}`));
      const program = findProgram("scancode");
      // Warnings of its dependencies would fill the log.
      const env = { PYTHONWARNINGS: "ignore" };
      const args = ["--license", "--timing", "--processes", "0", "--quiet", "--json", output, input];
      await runOnOneCore({ program, args, env });
      const { files }: { files: readonly Scanned[] } = JSON.parse(readFileSync(output, "utf8"));
      return new Map(files.filter(({ type }) => type === "file").map((file) => readFile(file, paths)));
    }),
};

function readFile(file: Scanned, paths: readonly string[]): readonly [path: string, answer: Answer] {
  const path = paths[Number.parseInt(basename(file.path), 10)] ?? "";
  return [path, toAnswer(file.detected_license_expression_spdx, (file.scan_timings?.licenses ?? Number.NaN) * 1e3)];
}
