/** Text of strangers, for readers of SARIF. */

import { toPrintable } from "../shared/printable.ts";

/** Longest text of a rule that GitHub takes, in UTF-16 units; results keep to it too. */
export const LONGEST_TEXT = 1024;

/**
 * Text that is printable, at most so long, and neither has links nor placeholders of SARIF in it: `[words](1)` and `{0}`
 * (sections 3.11.5 and 3.11.6 of SARIF 2.1.0).
 */
export function cutText(text: string, most: number): string {
  const plain = toPrintable(text)
    .replaceAll("](", "] (")
    .replaceAll(/\{(\d+)\}/g, "{ $1 }");
  return plain.length > most ? `${plain.slice(0, most - 1).toWellFormed()}…` : plain;
}
