/** Stretches in which a text departs from a licence, as they are told. */

import type { Deviation } from "../../model/license.ts";
import type { Hunk, Reading } from "./reading.ts";

/** Hunks as deviations, in the order of the text. Offsets are UTF-16 units; lines count from 1. */
export function describeHunks({ text, tokens }: Reading, hunks: readonly Hunk[]): readonly Deviation[] {
  const lineAt = countLines(text);
  return hunks.map(({ a, aEnd, b, bEnd, why }): Deviation => {
    const isInserted = aEnd > a;
    const start = isInserted ? (tokens.starts[a] ?? 0) : (tokens.ends[a - 1] ?? 0);
    const end = isInserted ? (tokens.ends[aEnd - 1] ?? 0) : start;
    return {
      kind: kindOf(aEnd - a, bEnd - b),
      at: { start, end, line: lineAt(start) },
      ...(isInserted && { text: text.slice(start, end) }),
      material: why === undefined,
      ...(why !== undefined && { why }),
    };
  });
}

function kindOf(inserted: number, missing: number): Deviation["kind"] {
  if (inserted === 0) return "deleted";
  return missing === 0 ? "inserted" : "replaced";
}

/** Line of an offset; asked in rising order. */
function countLines(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < offset; next = text.indexOf("\n", at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
