/** Which lines are copyright notices: a strict grammar, since a line that is one is not compared (SPDX guideline 10). */

import { isHanName } from "./han-name.ts";

/** Longer lines are never notices; the longest in the SPDX list that is one has 160 characters, authors of a paper more. */
const MAX_NOTICE_LENGTH = 300;
/** Words of all holders together: "The Board of Trustees of the Leland Stanford Junior University" has ten. */
const MAX_HOLDER_WORDS = 12;
/** Capitalised words of a holder; "Leland Stanford Junior University" with its board and trustees has seven. */
const MAX_CAPITALISED = 7;
/** The same behind a comma: a further holder is short. */
const MAX_FURTHER = 4;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

// Joining words, parts of surnames, and the common nouns that follow a project's name. Nothing else is written small.
const JOINING = setOf(
  "& affiliates al and and/or at&t author authors by co community contributor contributors da das de del della den der des " +
    "developer developers development di dos du et foundation group holder holders individual its la le les licensors " +
    "maintainers members of other others owner owners present project respective subsidiaries team the their und van " +
    "various von y zu",
);
const PEOPLE = /^(?:authors|contributors|developers|maintainers|team)$/;
// What ends a company's name, also behind a comma.
const COMPANY = setOf(
  "ab ag bv bvba co company corp corporation gmbh inc incorporated kg kk limited llc llp lp ltd nv oy plc pte pty sa se srl",
);
// "Allen Institute for AI": the only names with "for" in them.
const INSTITUTE = /\b(Institute|Cent(?:er|re)|Association|Society|Council|School|Organi[sz]ation) for (?=\p{Lu})/gu;

// A holder's name has none of these; a clause that is written behind the word "copyright" has.
const OPERATIVE = setOf(
  "academic academics accept access act after against agree agreement agreements all allowed alone amateur " +
    "amateurs any anybody anyone apply are as ask at attribution banned bar barred bars be because before beta " +
    "beyond but can cannot charge charges claim commercial commercially companies competing competitor " +
    "competitors condition conditions confidential consent contact copied copies copy customer customers demo " +
    "denied denies deny derivative derivatives derived disclaimer distribute distributed distribution do does " +
    "during educational either eligible evaluation every everybody everyone except exclude excluded " +
    "excluding exclusively fee fees for forbidden freely from grant granted gratis have hobbyist " +
    "hobbyists if illegal in individuals inside internal internally into invalid is law laws " +
    "least legal less liability liable licence licences license licensed licensee licensees licenses licensing " +
    "many may merely military modification modifications modified modify monthly more most must neither never no " +
    "nobody non noncommercial none noone nor not notice off on only onto or out outputs outside paid pay payment " +
    "people per permission permissions permit permitted person personal persons prior private prohibit prohibited " +
    "prohibits proprietary provided purpose purposes redistribute redistribution refer refused request require " +
    "required requires resale researcher researchers resell reseller resellers reserved restrict restricted " +
    "restriction restrictions revenue revoked right rights royalties royalty sale see sell shall share " +
    "sharing should sold solely someone status strictly student students subject sublicence " +
    "sublicense sublicensing subscribers subscription teacher teachers term terms than that these this to train " +
    "training trial unauthorised unauthorized under unlawful unless until up upon use used user users uses using " +
    "via violation void warranty were when where which while who will with withheld within without written you " +
    "your " +
    // The same in the languages that holders are most often named in.
    "comercial commerciale gewerblich gewerbliche interdit interdite kommerziell kommerzielle lizenz nao nein " +
    "nicht nur nutzung pas proibido prohibida prohibido sans senza sin solo uso usage utilisation verboten " +
    "vietato",
);
// Verbs betray a clause however it is put: "Sublicensing Barred". These endings are of names and companies too.
const VERB = /^\p{L}{3,}(?:ing|ed)$/u;
const NO_VERB = setOf(
  "advanced ahmed alfred allied applied associated banking beijing chongqing computing consulting " +
    "distributed engineering fleming holding hugging imaging incorporated integrated king learning lightning " +
    "limited manfred manning manufacturing ming mohamed mohammed nanjing processing publishing robotics " +
    "sterling stichting syed systems testing tooling trusted united wilfred xiaoming",
);

const YEARS =
  /(?<![\p{L}\p{N}])(?:19|20)\d\d(?:\s?[-,]\s?(?:(?:19|20)\d\d|\d\d|present|now)?(?![\p{L}\p{N}])|\sto\s(?:present|now)(?![\p{L}\p{N}]))*/giu;
const RIGHTS = /[\s.,;]*\ball rights (?:are )?reserved[\s.]*$/i;
const MARKS = /^(?:portions )?(?:(?:copyright|copr\.|\(c\)|©|&copy;)[\s:,]*)+/i;
// <year>, [name of copyright owner], {{ organization }}, ${year}: at most five words, in brackets.
const PLACEHOLDER = /(?:\$?[<[{]{1,2})\s?[\p{L}\d'"/., -]{1,60}\s?[>\]}]{1,2}/gu;
/** The same without brackets, as the forms to fill in of GNU licences have it. */
const BARE_PLACEHOLDER = /^\s*(?:year|yyyy) +name of (?:the )?(?:author|copyright (?:owner|holder))\s*$/i;
const ADDRESS =
  /<?(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,100}>?|[<(]?https:\/\/[\w.-]{1,100}(?:\/[\w.~@-]{0,40}){0,3}[>)]?|\((?:[\w-]{1,60}\.){1,3}[a-z]{2,10}(?:\/[\w.~@-]{0,40})?\)/g;
// "Amazon.com, Inc. or its affiliates": the only "or" of a notice.
const ITS_OWN = /(?<!\/)\bor (?=its (?:affiliates|licensors|subsidiaries)\b)/gi;
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
  const holder = text.replace(PLACEHOLDER, keepOperative);
  const words = holder.split(/\s+/).filter((word) => word !== "");
  return (
    isHolder(holder) &&
    words.every((word) => JOINING.has(plain(word)) || isCapitalised(word)) &&
    !/copyright/i.test(text)
  );
}

function readNotice(line: string): "dated" | "undated" | null {
  const yearFirst = line.replace(/^(?:(?:19|20)\d\d[\s,-]*)+(?=copyright|\(c\)|©)/i, "");
  const mark = MARKS.exec(yearFirst)?.[0];
  if (mark === undefined) return null;
  const stated = yearFirst.slice(mark.length).replace(RIGHTS, "");
  const undated = stated.replace(YEARS, " ").replace(/^\s*(?:\(c\)|©)/i, " ");
  const holder = undated.replace(PLACEHOLDER, keepOperative).replace(BARE_PLACEHOLDER, " ");
  const dated = yearFirst !== line || undated !== stated || holder !== undated;
  // "(c)" alone also numbers the third item of a list.
  if (!dated && /^[\s(c)]*$/i.test(mark)) return null;
  const named = holder.replace(ADDRESS, keepOperative);
  if (!isHolder(named)) return null;
  if (!dated && splitWords(named).every((word) => JOINING.has(plain(word)))) return null;
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

/** Whether the words are holders and nothing else: the first, and behind commas short further ones. */
function isHolder(text: string): boolean {
  const [first = [], ...further] = text
    .replace(INSTITUTE, "$1 ")
    .replace(ITS_OWN, "and ")
    .split(",")
    .map(splitWords)
    .filter((words) => words.length > 0);
  if (isListOfPersons([first, ...further])) return true;
  return (
    splitWords(text).length <= MAX_HOLDER_WORDS &&
    isName(dropProject(first), MAX_CAPITALISED) &&
    further.every((words) => isName(words, MAX_FURTHER))
  );
}

/** "Nicholas Carlini, Rohan Taori, Achal Dave": authors of a paper, two or three words each. */
function isListOfPersons(parts: readonly (readonly string[])[]): boolean {
  return parts.length > 2 && parts.every((words) => words.length > 1 && words.length <= 3 && isName(words, 3));
}

/** One project may be written small: as the first word, behind "the", or before its contributors. */
function dropProject(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !isCapitalised(word) && !JOINING.has(plain(word)) && !COMPANY.has(plain(word)));
  const isNamed = /^(?:by|the)$/i.test(words[at - 1] ?? "the") || PEOPLE.test(plain(words[at + 1] ?? ""));
  return at >= 0 && isNamed && isNameWord(words[at] ?? "") ? words.toSpliced(at, 1) : words;
}

/** Capitalised words, few of them, and joining words; none that a clause is made of. */
function isName(words: readonly string[], most: number): boolean {
  const own = words.filter((word) => !JOINING.has(plain(word)) && !COMPANY.has(plain(word)));
  return (
    own.length <= most &&
    own.every(isCapitalised) &&
    words.every(isNameWord) &&
    words.slice(0, -1).every((word) => !endsSentence(word))
  );
}

function isNameWord(word: string): boolean {
  if (JOINING.has(plain(word))) return true;
  return NAME.test(word) && (isLatin(word) || isHanName(word)) && !wordsOf(word).some(isOperative);
}

function isOperative(word: string): boolean {
  return OPERATIVE.has(word) || (VERB.test(word) && !NO_VERB.has(word));
}

function splitWords(text: string): readonly string[] {
  // Beside signs that are written without blanks a bracket has none either.
  return text
    .replace(/(?<=\p{Script=Han})(?=\()/gu, " ")
    .split(/\s+/)
    .filter((word) => /[^,.:;-]/.test(word));
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
  return foldLetters(text).split(/[^\p{L}]+|[\p{Script=Han}\p{Script=Katakana}]+/u);
}
