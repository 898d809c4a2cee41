/** Statements of Python that import something, in a snippet of a document. */

/** `from owl.model import Owl, load` → owl, model; Owl, load. */
export interface Import {
  readonly module: readonly string[];
  readonly names: readonly string[];
}

const FROM = /^[\s>.]{0,40}from ([A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,8}) import ([\w, ]{1,300})/;
const PLAIN = /^[\s>.]{0,40}import ([A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,8})(?:\s|$)/;

/** The imports of one line. */
export function listImports(line: string): readonly Import[] {
  const from = FROM.exec(line);
  if (from !== null) {
    const names = (from[2] ?? "").split(",").map((name) => name.trim().split(" ", 1).join(""));
    return [{ module: (from[1] ?? "").split("."), names }];
  }
  const plain = PLAIN.exec(line)?.[1];
  return plain === undefined ? [] : [{ module: plain.split("."), names: [] }];
}
