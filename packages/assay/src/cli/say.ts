/** Says something on the standard error. What it says may hold a stranger's words: they must not command a terminal. */

import { toPrintable } from "../report/shared/printable.ts";

/** The text with everything escaped that a terminal would obey, line by line. */
export function toPrintableLines(text: string): string {
  return text.split("\n").map(toPrintable).join("\n");
}

/** Writes lines to the standard error, escaped. */
export function say(text: string): void {
  process.stderr.write(`${toPrintableLines(text)}\n`);
}
