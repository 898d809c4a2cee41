/** Pickles that import what 1,577 models of the hub import: the lists of names alone are at hand, not the models (PickleBall). */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { assemble, op } from "../../../packages/assay/test/support/pickle.ts";
import type { Row } from "../answer.ts";
import { CORPORA } from "./corpora.ts";

/** Name of the set. */
export const IMPORTS = "imports of models of the hub";

/**
 * Writes a pickle for each model: all that it imports, each dropped at once, by opcodes that `weights_only` takes. What the
 * models do with the names is not known, so none of them is kept, which would let others call it.
 */
export function writeImports(folder: string): readonly Row[] {
  const lines = readFileSync(join(CORPORA, "security/pickleball/hf-benign-imports.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return lines.map((line, at) => {
    const [, , names = ""] = line.split("\t");
    const path = join(folder, `imports-${at}.pkl`);
    writeFileSync(path, listGlobals(names.split(";").filter((name) => name !== "")));
    return { set: IMPORTS, path, expected: "pass" };
  });
}

function listGlobals(names: readonly string[]): Uint8Array {
  const pushed = names.map((name) => {
    const dot = name.lastIndexOf(".");
    return assemble(op.GLOBAL(name.slice(0, dot), name.slice(dot + 1)), op.POP);
  });
  return assemble(op.PROTO(2), op.EMPTY_LIST, ...pushed, op.STOP);
}
