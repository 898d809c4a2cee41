/** Whether the weights are in formats that hold numbers and nothing that a loader would run. */

import { factOf } from "../../model/facts.ts";
import type { FoundFile } from "../../model/inventory.ts";
import type { Workbench } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { noteFile } from "../../studies/shared/noting.ts";
import { splitPath } from "../../studies/shared/path-words.ts";
import { type Desk, leaveOpen } from "../shared/disclosed.ts";
import { holdingOf } from "../shared/published.ts";

const CLAIM = "weights.safe-format";

/** Files cited for one side. */
const MOST_CITED = 5;

/** Formats of numbers and graphs of known operators. */
const SAFE: ReadonlySet<string> = new Set(["safetensors", "gguf", "onnx", "ggml", "tflite", "ubj"]);

/** What PyTorch and Python write is a program that a loader runs. */
const PICKLE: ReadonlySet<string> = new Set(["pt", "pth", "ckpt", "pkl", "pickle", "joblib", "jit"]);

type Sort = "safe" | "pickle" | "unclear";

/** True where all weights are safe, false where one of them is not; open where one is of a format that may be either. */
export async function answerFormats(desk: Desk): Promise<void> {
  const { ledger, bench } = desk;
  const held = await bench.study(inventory);
  const of: Record<Sort, FoundFile[]> = { safe: [], pickle: [], unclear: [] };
  for (const component of ["weights", "intermediate-weights"] as const) {
    const { files, unread } = holdingOf(held, component);
    for (const file of [...files, ...unread]) of[await sortOut(bench, file)].push(file);
  }
  const cite = async (sort: Sort, says: string): Promise<readonly string[]> => {
    const seen: string[] = [];
    for (const { artifact } of of[sort].slice(0, MOST_CITED)) {
      const { path } = artifact;
      const basis = artifact.state === "here" ? ("measured" as const) : ("inferred" as const);
      const remark = { code: `format-${sort}`, args: { path }, message: `${path} is of a format ${says}`, basis };
      seen.push(ledger.note(await noteFile(bench, artifact, remark)));
    }
    return seen;
  };
  if (of.pickle.length > 0) ledger.answer(CLAIM, false, await cite("pickle", "that a loader runs as a program"));
  else if (of.unclear.length > 0)
    ledger.leaveOpen(CLAIM, "unidentified", await cite("unclear", "that may hold anything"));
  else if (of.safe.length > 0) ledger.answer(CLAIM, true, await cite("safe", "that holds no code"));
  else leaveOpen(desk, CLAIM);
}

async function sortOut(bench: Workbench, { artifact }: FoundFile): Promise<Sort> {
  const { stem, extension } = splitPath(artifact.path);
  const readings = artifact.state === "here" ? await bench.readings(artifact) : [];
  if (factOf(readings, "container") !== undefined) return "pickle";
  if (SAFE.has(extension)) return "safe";
  if (PICKLE.has(extension) || (extension === "bin" && /^pytorch[-_]model/i.test(stem))) return "pickle";
  return "unclear";
}
