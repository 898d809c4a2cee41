/** Stretches in which a text departs from a licence, as they are told. */

import { lineFinder } from "../../bytes/text.ts";
import type { Deviation } from "../../model/license.ts";
import type { Hunk, Reading } from "./reading.ts";

/** Hunks as deviations, in the order of the text. Offsets are UTF-16 units; lines count from 1. */
export function describeHunks({ original, tokens }: Reading, hunks: readonly Hunk[]): readonly Deviation[] {
  const lineOf = lineFinder(original);
  return hunks.map(({ a, aEnd, b, bEnd, why }): Deviation => {
    const isInserted = aEnd > a;
    const start = isInserted ? (tokens.starts[a] ?? 0) : (tokens.ends[a - 1] ?? 0);
    const end = isInserted ? (tokens.ends[aEnd - 1] ?? 0) : start;
    return {
      kind: kindOf(aEnd - a, bEnd - b),
      at: { start, end, line: lineOf(start) },
      ...(isInserted && { text: original.slice(start, end) }),
      ...(bEnd > b && { missing: bEnd - b }),
      material: why === undefined,
      ...(why !== undefined && { why }),
    };
  });
}

function kindOf(inserted: number, missing: number): Deviation["kind"] {
  if (inserted === 0) return "deleted";
  return missing === 0 ? "inserted" : "replaced";
}
