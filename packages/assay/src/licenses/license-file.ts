/** Which file names are licence texts, and what they say they govern. */

import { findLicenseId } from "./expression.ts";

/** What a licence text speaks of. */
export type LicenseFileScope = "all" | "weights" | "code" | "data" | "document";

/**
 * What a file's name says of licences. `text`: a licence text and what it governs, below which folder ("" is the root).
 * `unplaced`: named like terms of some kind; nobody can tell what they govern, so they may govern all of the scope.
 * `beside`: a file that speaks of the one file it is named for (REUSE, bundles).
 */
export type LicenseFilePlace =
  | { readonly kind: "text" | "unplaced"; readonly scope: LicenseFileScope; readonly folder: string }
  | { readonly kind: "beside"; readonly file: string };

/** Longer names are no plain licence texts; "MODEL_LICENSE_AGREEMENT.txt" has 27 characters. */
const MAX_NAME_LENGTH = 80;

const SCOPES: Readonly<Record<string, LicenseFileScope>> = {
  model: "weights",
  models: "weights",
  weight: "weights",
  weights: "weights",
  checkpoint: "weights",
  checkpoints: "weights",
  code: "code",
  source: "code",
  software: "code",
  data: "data",
  dataset: "data",
  datasets: "data",
  doc: "document",
  docs: "document",
  documentation: "document",
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

// Words of a licence's own name, which leave open what it governs.
const OF_A_NAME = setOf(
  "agpl apache agreement bsd bsl by cc cc0 cdla clause eupl gpl isc lesser lgpl mit mpl nc nd openmdw permissive sa zlib",
);
const TEXT_ENDING = /\.(?:txt|md|markdown|rst)$/i;
// Comments that webpack takes out of a bundle, beside it (TerserWebpackPlugin, "extractComments").
const OF_A_BUNDLE = /^(.+\.[cm]?js)\.LICENSE\.txt$/;
const ANCHORS = setOf("license licence copying unlicense");

// Endings of code, pictures, tables, signatures: no terms stand in them, whatever they are named.
const NO_TERMS = setOf(
  "arrow asc c cc cpp cs css csv cu dart gif go h hpp ico in ipynb java jpeg jpg js jsonl jsx kt lock lua map mjs parquet " +
    "php pl png ps1 py r rb rs safetensors scala sh sha256 sig svg swift tf tmpl ts tsv tsx webp woff woff2",
);
// Such a file keeps licences as data unless its own name says more.
const STRUCTURED = /\.(?:json|toml|xml|ya?ml)$/i;
// Third parties' licences, contributors' agreements, tools for licence headers, and the plates of cars.
const NOT_OF_THE_RELEASE = setOf(
  "3rdparty acknowledgements acknowledgments badge check checker cla contributing contribution contributions " +
    "contributor contributors dco dependencies driver drivers header headers plate plates thirdparty",
);
const OF_USE = /^(?:use|usage|usages|uses|acceptable|prohibited|user|access|community|legal)$/;
const RULES = /^(?:polic(?:y|ies)|restrictions?|agreement|terms|conditions|uses|rules)$/;
// Names that say no more than that terms are meant: ADDITIONAL_TERMS, MODEL_RESTRICTIONS, ACCEPTABLE_USE.
const OF_TERMS = /^(?:terms|conditions|restrictions?|addend(?:um|a)|rider)$/;
const BESIDE_TERMS =
  /^(?:additional|special|specific|supplement(?:ary|al)|further|extra|custom|general|non|non-?commercial|commercial|services?|use|usage|and|of|for|the|v?\d+)$/;
const ACCEPTED_USE =
  /^(?:acceptable|permitted|prohibited|allowed|restricted|responsible|non-?commercial|commercial)[-_ ]use$/i;
// Files of attributions, in which terms may stand too.
const NOTICES = /^(?:notices?|disclaimers?|addend(?:um|a))$/;
const OTHER_NOTICES = setOf("cookie cookies deprecation patch privacy release releases");
/** Folders of documentation and of tools: their pages about licensing are about something else, or about all of it. */
const PAGES = setOf("doc docs documentation website");
/** Folders of pictures and other things to a release, in which no weights lie: their terms are those of what is around. */
const SUPPLIES = setOf("assets figures images img media misc res resources static");

/**
 * What the path's name says, or null when it is no licence text by name: NOTICE is none (see {@link isNoticeFile}), nor
 * are third parties' licences or code. A text in a REUSE folder (`LICENSES/MIT.txt`) counts for the folder around it.
 */
export function placeLicenseFile(path: string): LicenseFilePlace | null {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  if (name === "") return null;
  const shelf = folders.findIndex(isShelf);
  if (shelf < 0) return placeByName(folders.join("/"), name);
  const folder = folders.slice(0, shelf).join("/");
  if (folders[shelf] === "LICENSES" && shelf === folders.length - 1 && isReuseName(name)) {
    return { kind: "text", scope: "all", folder };
  }
  if (!isDocument(name) || isForeign(path) || /^readme\b/i.test(name)) return null;
  if (STRUCTURED.test(name) && !isTermsName(name)) return null;
  return { kind: "unplaced", scope: hintOf(`${folders[shelf]} ${name}`), folder };
}

/** Whether a file is named like one of attributions and remarks, NOTICE or DISCLAIMER, and not like a licence text. */
export function isNoticeFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const words = wordsOf(name.replace(/\.[a-z0-9]+$/i, ""));
  if (!words.some((word) => NOTICES.test(word)) || words.some((word) => OTHER_NOTICES.has(word))) return false;
  return isDocument(name) && !STRUCTURED.test(name) && !isForeign(path) && placeLicenseFile(path) === null;
}

function placeByName(folder: string, name: string): LicenseFilePlace | null {
  const scope = name.length > MAX_NAME_LENGTH ? null : scopeOfName(name);
  // No weights lie among pages: what is named for them there may be about those around.
  const last = lastOf(folder).toLowerCase();
  if (scope === "weights" && (PAGES.has(last) || SUPPLIES.has(last)))
    return { kind: "unplaced", scope, folder: around(folder) };
  if (scope !== null) return { kind: "text", scope, folder };
  const path = folder === "" ? name : `${folder}/${name}`;
  if (/.\.license$/i.test(name) && !isTermsName(name.slice(0, -".license".length))) {
    return { kind: "beside", file: path.slice(0, -".license".length) };
  }
  const [, bundle] = OF_A_BUNDLE.exec(path) ?? [];
  if (bundle !== undefined) return { kind: "beside", file: bundle };
  const isTerms = isDocument(name) && !isForeign(path) && isTermsName(name);
  if (!isTerms) return null;
  const isAside = SUPPLIES.has(last) || (PAGES.has(last) && !folder.includes("/"));
  return { kind: "unplaced", scope: hintOf(name), folder: isAside ? around(folder) : folder };
}

function around(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
}

function lastOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}

function isReuseName(name: string): boolean {
  const id = name.replace(TEXT_ENDING, "");
  return findLicenseId(id) !== null || /^LicenseRef-[A-Za-z0-9.-]+$/.test(id);
}

function scopeOfName(name: string): LicenseFileScope | null {
  const words = name
    .toLowerCase()
    .replace(TEXT_ENDING, "")
    .split(/[-_. ]+/)
    .filter((word) => word !== "");
  const others = words.filter((word) => !ANCHORS.has(word));
  if (others.length === words.length) return null;
  const scopes = new Set<LicenseFileScope>();
  for (const word of others) {
    const scope = Object.hasOwn(SCOPES, word) ? SCOPES[word] : undefined;
    if (scope !== undefined) scopes.add(scope);
    else if (!OF_A_NAME.has(word) && !/^v?\d+[a-z]?$/.test(word)) return null;
  }
  const [first] = scopes;
  return scopes.size > 1 ? null : (first ?? "all");
}

/** Lower-case words of a name, parted where small letters meet large ones too. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether a folder keeps licences: it speaks for the folder around it. A folder of somebody's law texts does not. */
function isShelf(folder: string): boolean {
  const words = wordsOf(folder);
  return /^(?:legal|terms|eula)$/i.test(folder) || words.some((word) => /^licen[cs]es?$/.test(word));
}

function isDocument(name: string): boolean {
  const [ending] = /(?<=.\.)[a-z0-9]+$/i.exec(name) ?? [];
  return !name.startsWith(".") && (ending === undefined || !NO_TERMS.has(ending.toLowerCase()));
}

/** Whether it lies with tools (`.github`), or is named for others than the users of the release. */
function isForeign(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  const words = wordsOf(path.slice(path.lastIndexOf("/") + 1));
  return (
    folders.some((folder) => folder.startsWith(".")) ||
    [...folders.flatMap(wordsOf), ...words].some((word, n, all) => isOfThirdParty(word, all[n + 1])) ||
    words.some((word) => NOT_OF_THE_RELEASE.has(word)) ||
    (folders.some((folder) => PAGES.has(folder.toLowerCase())) && words.includes("licensing"))
  );
}

function isOfThirdParty(word: string, next: string | undefined): boolean {
  return /^(?:third|3rd)$/.test(word) && /^part(?:y|ies)$/.test(next ?? "");
}

/** Whether the name is one of terms of use: of a licence, an agreement, a policy, restrictions. */
function isTermsName(name: string): boolean {
  const words = wordsOf(name);
  const has = (known: RegExp): boolean => words.some((word) => known.test(word));
  return (
    IN_OTHER_LANGUAGES.test(name) ||
    has(/licen[cs](?:es?|ing)$|^licen[cs]es?(?!d)|^(?:eula|copying|copyright)$/) ||
    (has(OF_USE) && has(RULES)) ||
    (has(/^terms$/) && isOnlyTerms(words)) ||
    /^(?:aup|legal|rail|tos|tou|restrictions?)(?:\.[a-z]+)?$/i.test(name) ||
    (!STRUCTURED.test(name) && isNamedForTerms(name.replace(/\.[a-z0-9]+$/i, "")))
  );
}

/** Licences, agreements and terms of use, as publishers elsewhere name them. */
const IN_OTHER_LANGUAGES =
  /许可(?:证|協議|协议)|許可(?:證|協議|証)|授权(?:协议|书)|使用(?:协议|条款|許諾|規約|条件)|社区许可|商用|ライセンス|利用規約|라이[선센]스|이용약관|^(?:lizenz|licencia|licen[çc]a|licenza|лицензи|nutzungsbedingungen)/i;

/** Whether every word of a name says that terms are meant; "conditions" alone may be those of anything. */
function isNamedForTerms(name: string): boolean {
  const words = wordsOf(name);
  const isMeant = (word: string): boolean =>
    OF_TERMS.test(word) || BESIDE_TERMS.test(word) || Object.hasOwn(SCOPES, word);
  return (
    ACCEPTED_USE.test(name) || (words.length > 1 && words.some((word) => OF_TERMS.test(word)) && words.every(isMeant))
  );
}

/** "search-terms.txt" is a list of words; TERMS.md, MODEL_TERMS.md and terms-and-conditions.pdf are terms. */
function isOnlyTerms(words: readonly string[]): boolean {
  return words.at(0) === "terms" || words.includes("conditions") || words.some((word) => Object.hasOwn(SCOPES, word));
}

/** A name that speaks of weights and nothing else says so also where it says no more; any other may mean everything. */
function hintOf(name: string): LicenseFileScope {
  const scopes = new Set(wordsOf(name).flatMap((word) => (Object.hasOwn(SCOPES, word) ? (SCOPES[word] ?? []) : [])));
  return scopes.size === 1 && scopes.has("weights") ? "weights" : "all";
}
