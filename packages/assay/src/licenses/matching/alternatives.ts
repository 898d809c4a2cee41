/** How an alternative of an SPDX template may read. Its "anything" is narrowed to a name: a sentence must not pass for it. */

import { isHolderName } from "../copyright-notice.ts";

/** Longer words are no name of a holder; UTF-16 units. */
const LONGEST = 200;

const PARTY =
  /^(?:by )?(?:the )?(?:above |abovelisted )?(?:copyright (?:holders?|owners?)|authors?|regents|contributors?|licensors?)(?:,? (?:and|or|and\/or) (?:the |its )?(?:contributors?|authors?|copyright (?:holders?|owners?)))?$/i;

/** Whether the words are one of those that the pattern of a template allows; any pattern that cannot be read allows none. */
export function isAlternative(pattern: string, words: string): boolean {
  const text = words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/["'`\u2018-\u201f]+/g, '"');
  if (text.length > LONGEST) return false;
  const found = compile(pattern)?.exec(text);
  return found?.slice(1).every((free) => isName(free ?? "")) ?? false;
}

function isName(free: string): boolean {
  const name = free.trim().replace(/^["(]+|[")]+$/g, "");
  return name === "" || PARTY.test(name) || isHolderName(name.replace(/^by /i, ""));
}

const COMPILED = new Map<string, RegExp | null>();

/** The pattern over a whole text, where only its "anything" is a group. */
function compile(pattern: string): RegExp | null {
  const known = COMPILED.get(pattern);
  if (known !== undefined) return known;
  const grouped = pattern
    .replace(/\\.|\[[^\]]*\]|\((?!\?)/g, (part) => (part === "(" ? "(?:" : part))
    .replace(/\.\{\d*,\d*\}|\.[+*]\??/g, "(.*?)")
    .replace(/["']+/g, '"');
  const compiled = tryCompile(`^(?:${grouped})$`);
  COMPILED.set(pattern, compiled);
  return compiled;
}

function tryCompile(source: string): RegExp | null {
  try {
    return new RegExp(source, "is");
  } catch {
    // The list has patterns that no engine reads: then the words have to be those of the text.
    return null;
  }
}
