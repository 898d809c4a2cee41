/** Which lines are copyright notices: a strict grammar, since a line that is one is not compared (SPDX guideline 10). */

/** Longer lines are never notices; the longest in the SPDX list that is one has 160 characters. */
const MAX_NOTICE_LENGTH = 200;
/** Words of all holders together. */
const MAX_HOLDER_WORDS = 16;
/** Words of a holder that are neither capitalised nor joining words ("the scikit-learn developers"). */
const MAX_PLAIN_WORDS = 2;

// Joining words and the common nouns that follow a project's name.
const JOINING = new Set(
  (
    "a affiliates al and at author authors by co community contributor contributors d da das de del della den der des " +
    "developer developers di dos du e el et for foundation group holder holders in inc its la le les llc ltd maintainers " +
    "members of others owner owners present project respective subsidiaries team the their und van von y zu"
  ).split(" "),
);

// A holder's name has none of these; a clause that is written behind the word "copyright" has.
const OPERATIVE = new Set(
  (
    "academic accept access act agree agreement agreements allowed any are attribution be banned can cannot claim " +
    "commercial commercially competing condition conditions confidential consent copied copies copy derivative " +
    "derivatives derived disclaimer distribute distributed distribution do does educational eligible evaluation except " +
    "exclude excluded excluding fee fees forbidden grant granted have if illegal is law laws legal liability liable " +
    "licence licences license licensed licensee licensees licenses licensing may military modification " +
    "modifications modified modify monthly must never no non noncommercial none nor not notice only " +
    "outputs paid pay payment permission permissions permit permitted personal prior private prohibit prohibited " +
    "prohibits proprietary provided purpose purposes redistribute redistribution refer require required requires " +
    "reserved restrict restricted restriction restrictions revenue right rights royalties royalty sale see " +
    "sell shall should sold status subject term terms that these this train training unauthorised unauthorized unless " +
    "unlawful use used user users uses using violation void warranty were when where which who will with without written you your " +
    // The same in the languages that holders are most often named in.
    "comercial commerciale gewerblich gewerbliche interdit interdite kommerziell kommerzielle lizenz nao nein nicht nur " +
    "nutzung pas proibido prohibida prohibido sans senza sin solo uso usage utilisation verboten vietato"
  ).split(" "),
);

const YEARS = /(?<![\p{L}\p{N}])(?:19|20)\d\d(?:\s?[-,]\s?(?:(?:19|20)\d\d|\d\d|present|now)?(?![\p{L}\p{N}]))*/giu;
const RIGHTS = /[\s.,;]*\ball rights (?:are )?reserved[\s.]*$/i;
const MARKS = /^(?:portions )?(?:(?:copyright|copr\.|\(c\)|©|&copy;)[\s:,]*)+/i;
// <year>, [name of copyright owner], {{ organization }}, ${year}: at most five words, in brackets.
const PLACEHOLDER = /(?:\$?[<[{]{1,2})\s?[\p{L}\d'"/., -]{1,60}\s?[>\]}]{1,2}/gu;
const ADDRESS =
  /<?(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,100}>?|[<(]?https:\/\/[\w.-]{1,100}(?:\/[\w.~@-]{0,40}){0,3}[>)]?/g;
const NAME = /^["'(]{0,2}[\p{L}\p{N}][\p{L}\p{M}\p{N}.'&/+@-]*["'),.]{0,3}$/u;

/** Whether the line is nothing but "All rights reserved." */
export function isRightsReserved(line: string): boolean {
  return /^all rights (?:are )?reserved\.?$/i.test(line);
}

/**
 * Whether the line is a copyright notice and nothing else: marks, years, and a holder that reads as a name.
 * Expects quotes and dashes in their unified form. Doubt means no: the line then stays part of the text.
 */
export function isCopyrightNotice(line: string): boolean {
  return line.length <= MAX_NOTICE_LENGTH && readNotice(line) !== null;
}

/** Whether the notice names a year, or has a place for one: asked of notices that stand amid the text. */
export function isDatedNotice(line: string): boolean {
  return line.length <= MAX_NOTICE_LENGTH && readNotice(line) === "dated";
}

/** Whether the words read as a name: all capitalised but for joining words, none of them "copyright" or operative. */
export function isHolderName(text: string): boolean {
  const words = text
    .replace(PLACEHOLDER, keepOperative)
    .split(/\s+/)
    .filter((word) => word !== "");
  return (
    isHolder(words) &&
    words.every((word) => JOINING.has(plain(word)) || isCapitalised(word)) &&
    !/copyright/i.test(text)
  );
}

function readNotice(line: string): "dated" | "undated" | null {
  const yearFirst = line.replace(/^(?:(?:19|20)\d\d[\s,-]*)+(?=copyright|\(c\)|©)/i, "");
  const mark = MARKS.exec(yearFirst)?.[0];
  if (mark === undefined) return null;
  const stated = yearFirst.slice(mark.length).replace(RIGHTS, "");
  const undated = stated.replace(YEARS, " ");
  const holder = undated.replace(PLACEHOLDER, keepOperative);
  const dated = yearFirst !== line || undated !== stated || holder !== undated;
  // "(c)" alone also numbers the third item of a list.
  if (!dated && /^[\s(c)]*$/i.test(mark)) return null;
  const words = holder
    .replace(ADDRESS, keepOperative)
    .split(/\s+/)
    .filter((word) => /[^,.:;-]/.test(word));
  if (!isHolder(words)) return null;
  if (!dated && words.every((word) => JOINING.has(plain(word)))) return null;
  return dated ? "dated" : "undated";
}

// A placeholder or an address is dropped from the holder unless its words could be a clause.
function keepOperative(group: string): string {
  const words = wordsOf(group);
  return words.length > 8 || !isLatin(group) || words.some((word) => OPERATIVE.has(word)) ? group : " ";
}

// Accents off and styled letters plain, so that a word of a clause is known however it is written.
function foldLetters(text: string): string {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.replace(
    /[ıłøđħŧ]/g,
    (letter) => ({ ı: "i", ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t" })[letter] ?? letter,
  );
}

// Other scripts hold look-alikes of Latin letters, and clauses that no list of words here would know.
function isLatin(text: string): boolean {
  return !/[^\P{L}a-zæœßðþŋ]/u.test(foldLetters(text));
}

function isHolder(words: readonly string[]): boolean {
  if (words.length > MAX_HOLDER_WORDS || !words.every((word) => NAME.test(word) || word === "&")) return false;
  if (words.some((word) => !isLatin(word) || wordsOf(word).some((part) => OPERATIVE.has(part)))) return false;
  const plainWords = words.filter((word) => !isCapitalised(word) && !JOINING.has(plain(word)));
  return plainWords.length <= MAX_PLAIN_WORDS && words.slice(0, -1).every((word) => !endsSentence(word));
}

function isCapitalised(word: string): boolean {
  return !/^["'(]*\p{Ll}/u.test(word);
}

// "Inc.", "Ltd." and initials end in a full stop inside a name; longer words end a sentence.
function endsSentence(word: string): boolean {
  return /\.["')]*$/.test(word) && plain(word).length > 5;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^["'(]+|["').,]+$/g, "");
}

function wordsOf(text: string): readonly string[] {
  return foldLetters(text).split(/[^\p{L}]+/u);
}
