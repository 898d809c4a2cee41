/** Licences that a text names without being their text: an identifier, a notice, "licensed under the …". */

import { currentId, isDeprecatedId } from "./deprecated-ids.ts";
import { findLicenseId, parseExpression } from "./expression.ts";
import type { ListedLicense } from "./license-index.ts";
import { split } from "./matching/tokens.ts";

/** Tokens of a text that are looked at: notices stand at its beginning. */
const MOST_TOKENS = 20_000;
/** UTF-16 units of it in which addresses are looked for. */
const LONGEST_READ = 200_000;
/** Licences that are named; a text that names more is a list of them. */
const MOST_NAMED = 12;

/** Finds the ids that a text names, in their order. */
export function createReferenceFinder(licenses: readonly ListedLicense[]): (text: string) => readonly string[] {
  let names: Names | undefined;
  return (text) => {
    names ??= collectNames(licenses);
    const identifiers = readIdentifiers(text);
    if (identifiers.length > 0) return identifiers;
    const linked = readAddresses(text);
    const words = split(text).words.slice(0, MOST_TOKENS).filter(isWord);
    const named = [...readGnu(words), ...readNames(words, names)];
    return [...new Set(named.length > 0 ? named : linked)].slice(0, MOST_NAMED);
  };
}

function isWord(word: string): boolean {
  return /^[\p{L}\p{N}+]/u.test(word);
}

/** "SPDX-License-Identifier: MIT OR Apache-2.0" (SPDX specification, annex E). */
function readIdentifiers(text: string): readonly string[] {
  const ids = [...text.matchAll(/SPDX-License-Identifier:[ \t]*([^\r\n*]{1,200})/g)].flatMap(([, words = ""]) => {
    const parsed = parseExpression(words.replace(/(?:-->|\*\/|"|').*$/, "").trim());
    return parsed.ok ? parsed.demands.flatMap((demand) => demand.split(" OR ")) : [];
  });
  return [...new Set(ids)];
}

/** Addresses of licences, and the id that stands in each. */
const ADDRESSES: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [/\b(?:opensource|spdx)\.org\/licen[cs]es?\/([\w.+-]{2,60}?)(?:\.(?:html|php|txt))?(?=[\s"'<>),;]|$)/gi, (id) => id],
  [
    /\bgnu\.org\/(?:copyleft|licenses|licenses\/old-licenses)\/([al]?gpl|fdl)-(\d\.\d)/gi,
    (name, version) => `${name.replace(/^fdl$/i, "GFDL")}-${version}`,
  ],
  [/\bcreativecommons\.org\/licenses\/([a-z-]{2,8})\/(\d\.\d)/gi, (elements, version) => `CC-${elements}-${version}`],
  [/\bcreativecommons\.org\/publicdomain\/zero\/(1\.0)/gi, (version) => `CC0-${version}`],
  [/\bapache\.org\/licenses\/LICENSE-(\d\.\d)/gi, (version) => `Apache-${version}`],
  [/\bmozilla\.org\/MPL\/(\d\.\d)/gi, (version) => `MPL-${version}`],
];

function readAddresses(text: string): readonly string[] {
  return ADDRESSES.flatMap(([address, nameOf]) =>
    [...text.slice(0, LONGEST_READ).matchAll(address)].flatMap(([, ...parts]) => {
      const id = findLicenseId(nameOf(...parts));
      return id === null ? [] : [currentId(id)];
    }),
  );
}

/** Words that say nothing of which licence it is. */
const EMPTY = new Set([
  "the",
  "a",
  "version",
  "v",
  "ver",
  "license",
  "licence",
  "licenses",
  "gnu",
  "software",
  "new",
  "or",
  "revised",
]);

/** The word as names have it; null for one that says nothing. */
function unifyVersion(word: string): string | null {
  const bare = word.replace(/^v(?=\d)/, "");
  return EMPTY.has(bare) || bare === "" ? null : bare;
}

/** A name by the words that count; the longest first. */
interface Name {
  readonly words: readonly string[];
  readonly id: string;
}

type Names = ReadonlyMap<string, readonly Name[]>;

function listOwnWords(name: string): readonly string[] {
  const words = split(name)
    .words.filter(isWord)
    .flatMap((word) => unifyVersion(word) ?? []);
  // "2.0" and "2" are one version.
  const isRound = words.length > 2 && words.at(-1) === "0" && /^\d$/.test(words.at(-2) ?? "");
  return isRound ? words.slice(0, -1) : words;
}

/** Names by their first word. */
function collectNames(licenses: readonly ListedLicense[]): Names {
  const names = new Map<string, Name[]>();
  for (const { id, name } of licenses) {
    // GNU's are read with what they say of later versions.
    if (isDeprecatedId(id) || /GPL|GFDL/.test(id)) continue;
    for (const said of [name, id]) {
      const words = listOwnWords(said);
      const [first] = words;
      if (first !== undefined) names.set(first, [...(names.get(first) ?? []), { words, id }]);
    }
  }
  for (const list of names.values()) list.sort((one, other) => other.words.length - one.words.length);
  return names;
}

const NEAR_LICENSE = /^licen[cs]e[sd]?$|^licensing$/;

/** Names beside "license", of the words that count. */
function readNames(words: readonly string[], names: Names): readonly string[] {
  const places = words.flatMap((word, at) => {
    const bare = unifyVersion(word);
    return bare === null ? [] : [{ bare, at }];
  });
  const found: string[] = [];
  for (let n = 0; n < places.length; n += 1) {
    const name = names
      .get(places[n]?.bare ?? "")
      ?.find((one) => one.words.every((word, at) => places[n + at]?.bare === word));
    if (name === undefined) continue;
    const [first = 0, last = 0] = [places[n]?.at, places[n + name.words.length - 1]?.at];
    if (!words.slice(Math.max(0, first - 3), last + 3).some((word) => NEAR_LICENSE.test(word))) continue;
    found.push(name.id);
    n += name.words.length - 1;
  }
  return found;
}

interface Named {
  readonly family: string;
  readonly version: string | null;
  readonly later: boolean;
}

/** What a name without a number stands for: any version ever published (GPL-2.0 §9, LGPL-2.1 §13). */
const FIRST: Readonly<Record<string, string>> = { GPL: "1.0", LGPL: "2.0", AGPL: "1.0", GFDL: "1.1" };
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  GPL: ["1.0", "2.0", "3.0"],
  LGPL: ["2.0", "2.1", "3.0"],
  AGPL: ["1.0", "3.0"],
  GFDL: ["1.1", "1.2", "1.3"],
};

function readGnu(words: readonly string[]): readonly string[] {
  const named = words.flatMap((_, at) => readGnuAt(words, at) ?? []);
  const versioned = named.filter(({ version }) => version !== null);
  const counted = versioned.length > 0 ? versioned : named;
  const ids = counted.map(({ family, version, later }) => {
    if (version === null) return `${family}-${FIRST[family]}-or-later`;
    return `${family}-${version}-${later ? "or-later" : "only"}`;
  });
  // A notice names its licence again, without the words on later versions.
  return [...new Set(ids)].filter((id) => !id.endsWith("-only") || !ids.includes(id.replace(/-only$/, "-or-later")));
}

function readGnuAt(words: readonly string[], at: number): Named | null {
  const family = familyAt(words, at);
  if (family === null) return null;
  const behind = words.slice(at + 1, at + 30).join(" ");
  const before = BEFORE.exec(words.slice(Math.max(0, at - 16), at).join(" "));
  const [, major, minor = "0"] = before ?? versionBehind(words[at] ?? "", behind);
  const version = major === undefined ? null : `${major}.${minor}`;
  const around = words.slice(Math.max(0, at - 5), at + 5);
  // "COPYING.GPL" in a list of files and "(gpl)" in code name nothing.
  if (version === null && !around.some((word) => NEAR_LICENSE.test(word))) return null;
  const isKnown = version !== null && (VERSIONS[family]?.includes(version) ?? false);
  const later =
    LATER.test(before?.[0] ?? "") || LATER.test(behind) || /\+$/.test(words[at] ?? "") || /^\d(?: \d)? \+/.test(behind);
  return { family, version: isKnown ? version : null, later };
}

const LATER =
  /\b(?:any )?(?:later|newer|greater) version|\bor (?:any )?(?:later|newer|higher)\b|\bor at your option any later/;

/** "version 2.1 of the GNU Lesser": what stands before "General Public License" or "GPL". */
const BEFORE =
  /\bversions? ([123])(?: (\d))?(?: only)?(?:(?: or)?(?: at your option)?(?: any)? (?:later|newer)(?: versions?)?)? of(?: the)?(?: gnu)?(?: affero| lesser| library)?(?: general)?$/;

/** "License, version 2", "GPLv3": the numbers, as the groups of a match. */
function versionBehind(word: string, behind: string): readonly (string | undefined)[] {
  const number = /^(?:\S+ ){0,14}?(?:version |v)?([123])(?: (\d))?\b/.exec(behind);
  return number ?? /^[a-z]*gplv?([123])/.exec(word) ?? [];
}

function familyAt(words: readonly string[], at: number): string | null {
  const short = /^(a|l)?gplv?\d*\+?$/.exec(words[at] ?? "");
  if (short) return `${(short[1] ?? "").toUpperCase()}GPL`;
  if (words[at] !== "public" || words[at - 1] !== "general" || !NEAR_LICENSE.test(words[at + 1] ?? "")) return null;
  const before = words.slice(Math.max(0, at - 4), at - 1);
  if (before.includes("affero")) return "AGPL";
  return before.includes("lesser") || before.includes("library") ? "LGPL" : "GPL";
}
