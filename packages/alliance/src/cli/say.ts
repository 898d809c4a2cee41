/** Text for a terminal: words of strangers never write on the reader's screen. */

/** Makes control and direction characters visible. */
export function toPrintable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** What a command hands back: text for people, the same as a document, and the exit code. */
export interface Said {
  readonly text: string;
  readonly document: unknown;
  /** 0 done and holds, 1 done and does not, 2 could not be settled (docs/cli.md). */
  readonly exitCode: 0 | 1 | 2;
}

/** What the user asked cannot be done as asked: exit code 64. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
