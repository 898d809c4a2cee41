/** Words of a text in one line, as much of them as a report has room for. */

/** Units in front of what is looked for that are shown with it. */
const BEFORE = 40;

/** The words with single blanks, cut at the end; with a needle that stands further behind, at the start too. */
export function cutWords(text: string, length: number, needle = ""): string {
  const words = flattenWords(text);
  const at = needle === "" ? 0 : words.indexOf(needle);
  return cutFrom(words, at + needle.length > length ? at : 0, length);
}

/** Two quotes, each cut so that the first place in which they differ is seen. */
export function focusWords([old, newer]: readonly [string, string], length: number): readonly [string, string] {
  const [before, after] = [flattenWords(old), flattenWords(newer)];
  let equal = 0;
  while (equal < before.length && before[equal] === after[equal]) equal += 1;
  const from = Math.max(before.length, after.length) > length ? equal : 0;
  return [cutFrom(before, from, length), cutFrom(after, from, length)];
}

function cutFrom(words: string, at: number, length: number): string {
  const from = at <= BEFORE ? 0 : words.lastIndexOf(" ", Math.min(at, words.length) - BEFORE) + 1;
  const rest = words.slice(from);
  return `${from === 0 ? "" : "…"}${rest.length > length ? `${rest.slice(0, length - 1)}…` : rest}`;
}

/** The words with single blanks. */
export function flattenWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
