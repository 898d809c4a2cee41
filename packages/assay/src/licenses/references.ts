/** Licences that a text names without being their text: an identifier, a notice, "licensed under the …". */

import { currentId, isDeprecatedId } from "./deprecated-ids.ts";
import { findLicenseId, parseExpression } from "./expression.ts";
import type { ListedLicense } from "./license-index.ts";
import { split } from "./matching/tokens.ts";

/** Tokens of a text that are looked at: notices stand at its beginning. */
const MOST_TOKENS = 20_000;
/** UTF-16 units of it in which addresses are looked for. */
const LONGEST_READ = 200_000;
/** Words of a name; "Academic Free License v1.1" has three that count. */
const LONGEST_NAME = 8;
/** Licences that are named; a text that names more is a list of them. */
const MOST_NAMED = 12;

/** Finds the ids that a text names, in their order. */
export function createReferenceFinder(licenses: readonly ListedLicense[]): (text: string) => readonly string[] {
  let names: ReadonlyMap<string, string> | undefined;
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

const unifyVersion = (word: string): readonly string[] => {
  const bare = word.replace(/^v(?=\d)/, "");
  return EMPTY.has(bare) || bare === "" ? [] : [bare];
};

function keyOf(words: readonly string[]): string {
  // "2.0" and "2" are one version.
  return words
    .flatMap(unifyVersion)
    .join(" ")
    .replace(/(?<= \d) 0$/, "");
}

function collectNames(licenses: readonly ListedLicense[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of licenses) {
    // GNU's are read with what they say of later versions.
    if (isDeprecatedId(id) || /GPL|GFDL/.test(id)) continue;
    for (const words of [name, id]) {
      const key = keyOf(split(words).words.filter(isWord));
      if (key !== "" && !names.has(key)) names.set(key, id);
    }
  }
  return names;
}

const NEAR_LICENSE = /^licen[cs]e[sd]?$|^licensing$/;

/** Names in the words that count; one of a single word only beside "license". */
function readNames(words: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  const places = words.flatMap((word, at) => unifyVersion(word).map((bare) => ({ bare, at })));
  const found: string[] = [];
  for (let n = 0; n < places.length; n += 1) {
    for (let length = Math.min(LONGEST_NAME, places.length - n); length > 0; length -= 1) {
      const taken = places.slice(n, n + length);
      const id = names.get(keyOf(taken.map(({ bare }) => bare)));
      if (id === undefined) continue;
      const [first = 0, last = 0] = [taken[0]?.at, taken.at(-1)?.at];
      const around = words.slice(Math.max(0, first - 3), last + 3);
      if (!around.some((word) => NEAR_LICENSE.test(word))) continue;
      found.push(id);
      n += length - 1;
      break;
    }
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
  const behind = words.slice(at + 1, at + 30);
  const text = behind.join(" ");
  const number = /^(?:\S+ ){0,14}?(?:version |v)?([123])(?: (\d))?\b/.exec(text);
  const close = /^[a-z]*gplv?([123])/.exec(words[at] ?? "");
  const [, major = close?.[1], minor = "0"] = number ?? [];
  const version = major === undefined ? null : `${major}.${minor}`;
  const around = words.slice(Math.max(0, at - 5), at + 5);
  // "COPYING.GPL" in a list of files and "(gpl)" in code name nothing.
  if (version === null && !around.some((word) => NEAR_LICENSE.test(word))) return null;
  const isKnown = version !== null && (VERSIONS[family]?.includes(version) ?? false);
  const later =
    /\b(?:any )?(?:later|newer|greater) version|\bor (?:any )?(?:later|newer|higher)\b|\bor at your option any later/.test(
      text,
    ) ||
    /\+$/.test(words[at] ?? "") ||
    /^\d(?: \d)? \+/.test(text);
  return { family, version: isKnown ? version : null, later };
}

function familyAt(words: readonly string[], at: number): string | null {
  const short = /^(a|l)?gplv?\d*\+?$/.exec(words[at] ?? "");
  if (short) return `${(short[1] ?? "").toUpperCase()}GPL`;
  if (words[at] !== "public" || words[at - 1] !== "general" || !NEAR_LICENSE.test(words[at + 1] ?? "")) return null;
  const before = words.slice(Math.max(0, at - 4), at - 1);
  if (before.includes("affero")) return "AGPL";
  return before.includes("lesser") || before.includes("library") ? "LGPL" : "GPL";
}
