/**
 * Reads a licence text: by its hash where it is one of the SPDX list, word for word or after normalisation; else by comparing
 * it, word by word, with the licences that are nearest.
 */

import type { LicenseMatch, LicenseReader } from "../model/license.ts";
import { currentId, isDeprecatedId } from "./deprecated-ids.ts";
import { gnuFamily, nameGroup } from "./license-family.ts";
import type { LicenseIndex, ListedLicense } from "./license-index.ts";
import { createTitleFinder, createTitleGuard, isTitleOf } from "./license-title.ts";
import type { Fingerprints } from "./matching/fingerprints.ts";
import { createMatcher, hasOwnWords, type Matched, nameAll, UNKNOWN } from "./matching/matcher.ts";
import { collapseWhiteSpace, normalizeLicense } from "./normalize.ts";
import { toPage } from "./page.ts";
import { createReferenceFinder } from "./references.ts";
import { readTerms } from "./terms/index.ts";

/** UTF-16 units. The longest text of the list has 46,063 and a text with all its translations stays below 0.5 Mi. */
const MAX_TEXT_LENGTH = 1 << 20;

/** UTF-16 units within which a title stands. */
const LONGEST_HEAD = 2000;

/** Similarity from which on a text may be a listed one in a form that the comparison of words does not excuse. */
const NEAR = 0.9;

/** UTF-16 units up to which a text is brought into its normal form whatever it resembles. */
const SHORT = 1000;

type ByHash = ReadonlyMap<string, readonly ListedLicense[]>;

/** What a reader is built from. */
export interface ReaderParts {
  readonly index: LicenseIndex;
  /** 64 lower-case hex digits. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** Opened for the first text that no hash knows. */
  readonly fingerprints: () => Promise<Fingerprints>;
}

/**
 * A reader. A match has an id, or a family alone where the text cannot tell the ids of the family apart. It throws only what
 * `fingerprints` throws.
 */
export function createLicenseReader({ index, sha256, fingerprints }: ReaderParts): LicenseReader {
  const exact = groupByHash(index, (license) => [license.exact]);
  const equivalent = groupByHash(index, (license) => license.equivalent);
  const couldBeTitle = createTitleGuard(index.licenses);
  const lookup = { exact, equivalent, couldBeTitle, digest: (text: string) => sha256(new TextEncoder().encode(text)) };
  let matcher: Promise<(text: string) => Matched> | undefined;
  const titles = createTitleFinder(index.licenses.filter(({ deprecated }) => !deprecated));
  const identify = async (text: string): Promise<Matched> => {
    const listed = await findExact(text, lookup);
    if (listed !== null) return { match: listed, deviations: [] };
    matcher ??= fingerprints().then(createMatcher);
    const compared = (await matcher)(text);
    const isFar = compared.match.similarity < NEAR && text.length > SHORT;
    if (isClean(compared.match) || isFar || hasOwnWords(compared) || hasOtherWords(compared)) return compared;
    const equivalent = await findEquivalent(toPage(text), lookup);
    return equivalent === null ? compared : { match: equivalent, deviations: [] };
  };
  const references = createReferenceFinder(index.licenses);
  return {
    async read(text) {
      // A lone surrogate would be hashed as U+FFFD: two texts, one hash.
      if (text.length > MAX_TEXT_LENGTH || !text.isWellFormed()) return { ...UNKNOWN, terms: [] };
      const identified = await identify(text);
      const titled = findTitle(toPage(text), identified.match, titles);
      // Below a licence's title stand its terms, or others: a title with a text of its own refers to nothing.
      const isStatement = identified.match.kind === "unknown" && (titled === null || !text.trim().includes("\n"));
      const named = isStatement ? references(text) : [];
      const { match, deviations } = named.length === 0 ? addNamed(identified, references) : refer(identified, named);
      return { match, ...(titled !== null && named.length === 0 && { titled }), deviations, terms: readTerms(text) };
    },
  };
}

/** A text that is none that is known, and names licences. */
function refer({ match: { similarity } }: Matched, ids: readonly string[]): Matched {
  return { match: { ...nameAll(ids), kind: "reference", similarity }, deviations: [] };
}

const GNU = /^(?:[AL]?GPL|GFDL)-/;

/** A text that holds licences, or notices or exceptions of them, and beside them names others. */
function addNamed(identified: Matched, references: (text: string) => readonly string[]): Matched {
  const { match, beside = "" } = identified;
  const held = match.ids ?? (match.id === null ? [] : [match.id]);
  // A notice of the GPL is followed by words on where its text lies, which say less of versions than the notice does.
  const isHeld = (id: string): boolean =>
    held.some((one) => one === id || (GNU.exec(id) ?? [])[0] === (GNU.exec(one) ?? [""])[0]);
  const named = references(beside).filter((id) => !isHeld(id));
  if (named.length === 0) return identified;
  const kind = match.kind === "reference" ? "reference" : "contains";
  return { ...identified, match: { ...nameAll([...held, ...named]), kind, similarity: match.similarity } };
}

function isClean({ kind }: LicenseMatch): boolean {
  return kind === "exact" || kind === "equivalent";
}

/** Words in small letters, which the normal form has as they are; and those for which it takes a published variant. */
const SMALL_WORDS = /^[a-z]{2,}(?:,? [a-z]+)*$/;
const VARIED = /holder|owner|author|regents|contributor|disclaim|consideration|licensor/;

/** Whether a word of a sentence is another: then no form of the text is the licence's. */
function hasOtherWords({ deviations }: Matched): boolean {
  return deviations.some(({ material, text = "" }) => material && SMALL_WORDS.test(text) && !VARIED.test(text));
}

/** The listed licence that the first lines name in full, and that the text is not. */
function findTitle(
  text: string,
  match: LicenseMatch,
  titles: (line: string) => readonly ListedLicense[],
): string | null {
  const { id, family } = match;
  // Texts of the list may be titled by what they hold first, as Python's is.
  if (isClean(match) && !id?.startsWith("LicenseRef-")) return null;
  const [first = "", second = ""] = text
    .slice(0, LONGEST_HEAD)
    .split("\n")
    .map((line) => line.replace(/^[\s#*=]+|[\s#*=]+$/g, ""))
    .filter((line) => line !== "");
  const named = [...titles(first), ...titles(`${first} ${second}`)];
  const isIt = named.some((license) => license.id === id || (gnuFamily(license.id) ?? license.id) === (family ?? id));
  return isIt ? null : (named[0]?.id ?? null);
}

interface Lookup {
  readonly exact: ByHash;
  readonly equivalent: ByHash;
  readonly couldBeTitle: (line: string) => boolean;
  readonly digest: (text: string) => Promise<string>;
}

async function findExact(text: string, { exact, digest }: Lookup): Promise<LicenseMatch | null> {
  const verbatim = exact.get(await digest(collapseWhiteSpace(text)));
  return verbatim === undefined ? null : toMatch(verbatim, "exact");
}

async function findEquivalent(
  text: string,
  { equivalent, couldBeTitle, digest }: Lookup,
): Promise<LicenseMatch | null> {
  for (const { titles, body } of normalizeLicense(text, couldBeTitle)) {
    const hits = equivalent.get(await digest(body)) ?? [];
    const titled = hits.filter((license) => titles.every((line) => isTitleOf(line, license)));
    const found = toMatch(titled, "equivalent");
    if (found) return found;
  }
  return null;
}

function toMatch(licenses: readonly ListedLicense[], kind: "exact" | "equivalent"): LicenseMatch | null {
  const ids = licenses.map((license) => license.id);
  const current = ids.filter((id) => !isDeprecatedId(id));
  const naming = nameGroup(current.length > 0 ? current : ids.map(currentId));
  const name = licenses.find(({ id }) => id === naming?.id)?.name;
  return naming && { ...naming, ...(name !== undefined && { name }), kind, similarity: 1 };
}

function groupByHash(index: LicenseIndex, hashesOf: (license: ListedLicense) => readonly string[]): ByHash {
  const groups = new Map<string, ListedLicense[]>();
  // Ids such as GPL-2.0-with-font-exception are listed with the exception's text alone, which is no licence.
  for (const license of index.licenses.filter(({ id }) => !currentId(id).includes(" WITH "))) {
    for (const hash of hashesOf(license)) groups.set(hash, [...(groups.get(hash) ?? []), license]);
  }
  return groups;
}
