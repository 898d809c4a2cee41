/** Finds where in `release.json` each part stands, so that what it says can be shown. */

import { type JsonVisitor, parseJson } from "../bytes/json.ts";
import { lineCounter } from "../bytes/text.ts";
import { FormatError } from "../model/errors.ts";
import type { Place } from "../model/facts.ts";

/** Depth at which the parts stand: in the list of the root object. */
const PART_DEPTH = 3;

/** Places of the entries of `parts`, in order. @throws FormatError when it is not JSON, or a key stands twice. */
export function locateParts(bytes: Uint8Array): readonly Place[] {
  const lineOf = lineCounter(bytes);
  const places: Place[] = [];
  let depth = 0;
  let root = "";
  let start = 0;
  const isPart = (): boolean => depth === PART_DEPTH && root === "parts";
  const nothing = (): void => undefined;
  const visitor: JsonVisitor = {
    open(_, at) {
      depth += 1;
      if (isPart()) start = at;
    },
    close(end) {
      if (isPart()) places.push({ start, end, line: lineOf(start) });
      depth -= 1;
    },
    key(name) {
      if (depth === 1) root = name;
    },
    odd(what, name) {
      if (what === "duplicate-key") throw new FormatError("manifest-invalid", `the key "${name}" stands twice`);
    },
    value: nothing,
    integer: nothing,
    real: nothing,
    inexact: nothing,
  };
  parseJson(bytes, visitor);
  return places;
}
