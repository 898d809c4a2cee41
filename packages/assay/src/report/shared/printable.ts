/** Text from artifacts is a stranger's: it must not command a terminal or turn its reading direction. */

/** Control characters, directional and invisible formatting, line separators, lone surrogates. */
export const UNSAFE: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** The text with everything that a terminal would obey written as an escape: `\u{1b}`. */
export function toPrintable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}
