/** Which lines are a licence's own title (SPDX guideline 11): its name, its id, its version and date, nothing more. */

/** Longer lines are never titles; the longest name in the SPDX list has 98 characters. */
const MAX_TITLE_LENGTH = 120;

const MONTHS = "january february march april may june july august september october november december".split(" ");
const GENERIC: ReadonlySet<string> = new Set([
  "the",
  "license",
  "licence",
  "version",
  "v",
  "legal",
  "code",
  "public",
  "international",
  ...MONTHS,
]);
// A name's own joining and denying words may not stand in a title on their own.
const NOT_OF_A_NAME = new Set(["no", "not", "non", "only", "or", "later", "without"]);
// Anything but words may only be this; an unseen character makes the line text.
const BETWEEN_WORDS = /^[\s,.;:()"*#_/&-]*$/;
const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;

/** A licence by what its title may say. */
export interface Titled {
  readonly id: string;
  readonly name: string;
}

/** Whether the line could be a title at all, of whichever licence. */
export function isShortAsTitle(line: string): boolean {
  return line.length <= MAX_TITLE_LENGTH;
}

/** Finds the licences that a line names in full, and nothing but them. */
export function createTitleFinder<T extends Titled>(licenses: readonly T[]): (line: string) => readonly T[] {
  let byWords: ReadonlyMap<string, readonly T[]> | undefined;
  return (line) => {
    if (!isShortAsTitle(line)) return [];
    byWords ??= groupByWords(licenses);
    return byWords.get(ownWordsOf(line))?.filter((license) => isTitleOf(line, license)) ?? [];
  };
}

function groupByWords<T extends Titled>(licenses: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const license of licenses) {
    for (const words of new Set([ownWordsOf(license.name), ownWordsOf(license.id)]))
      if (words !== "") groups.set(words, [...(groups.get(words) ?? []), license]);
  }
  return groups;
}

function ownWordsOf(name: string): string {
  const words = splitWords(name).map(unifyVersion);
  return [...new Set(words.filter((word) => !GENERIC.has(word)))].sort().join(" ");
}

/** Tells which lines could be the title of one of the licences: each word is of some name, or says "licence" or a date. */
export function createTitleGuard(licenses: readonly Titled[]): (line: string) => boolean {
  let allowed: ReadonlySet<string> | undefined;
  return (line) => {
    if (!isShortAsTitle(line)) return false;
    allowed ??= new Set(licenses.flatMap(listAllowed));
    return consistsOf(line, allowed);
  };
}

/** Whether every word of the line is of the licence's name or id, or says "licence", "version" or a date. */
export function isTitleOf(line: string, license: Titled): boolean {
  return isShortAsTitle(line) && consistsOf(line, new Set(listAllowed(license)));
}

function listAllowed({ name, id }: Titled): readonly string[] {
  const own = [name, id].map((words) => splitWords(words).map(unifyVersion));
  return [...own.flat().filter((word) => !NOT_OF_A_NAME.has(word)), ...own.flatMap(joinPairs)];
}

function consistsOf(line: string, allowed: ReadonlySet<string>): boolean {
  if (!BETWEEN_WORDS.test(line.replace(WORD, " "))) return false;
  const words = splitWords(line);
  const isAllowed = (word: string, n: number): boolean =>
    allowed.has(unifyVersion(word)) || GENERIC.has(word) || isDatePart(words, n);
  return words.length > 0 && words.every(isAllowed);
}

function splitWords(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

// v2, 2 and 2.0 are one version.
function unifyVersion(word: string): string {
  return word.replace(/^v(?=\d)/, "").replace(/(?<=^\d+)(?:\.0)+$/, "");
}

// "Non Commercial" in the list is "NonCommercial" in the text.
function joinPairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, i) => `${words[i]}${word}`);
}

// A year, or the day before or after a month: never the number behind "version".
function isDatePart(words: readonly string[], n: number): boolean {
  const isMonth = (word: string | undefined): boolean => word !== undefined && MONTHS.includes(word);
  const word = words[n] ?? "";
  if (words[n - 1] === "version" || words[n - 1] === "v") return false;
  if (/^(?:19|20)\d\d$/.test(word)) return words.some(isMonth);
  return /^(?:[12]?\d|3[01])$/.test(word) && (isMonth(words[n - 1]) || isMonth(words[n + 1]));
}
