/**
 * Reads a licence text: by its hash where it is one of the SPDX list, word for word or after normalisation; else by comparing
 * it, word by word, with the licences that are nearest.
 */

import type { LicenseMatch, LicenseReader } from "../model/license.ts";
import { currentId, isDeprecatedId } from "./deprecated-ids.ts";
import { gnuFamily, nameGroup } from "./license-family.ts";
import type { LicenseIndex, ListedLicense } from "./license-index.ts";
import { isFullTitleOf, isTitleOf } from "./license-title.ts";
import type { Fingerprints } from "./matching/fingerprints.ts";
import { createMatcher, type Matched } from "./matching/matcher.ts";
import { collapseWhiteSpace, normalizeLicense } from "./normalize.ts";
import { readTerms } from "./terms/index.ts";

/** UTF-16 units. The longest text of the list has 46,063 and a text with all its translations stays below 0.5 Mi. */
const MAX_TEXT_LENGTH = 1 << 20;

/** UTF-16 units within which a title stands. */
const LONGEST_HEAD = 2000;

const UNKNOWN: Matched = { match: { id: null, kind: "unknown", similarity: 0 }, deviations: [] };

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
  const lookup = { exact, equivalent, digest: (text: string) => sha256(new TextEncoder().encode(text)) };
  let matcher: Promise<(text: string) => Matched> | undefined;
  const compare = async (text: string): Promise<Matched> => {
    matcher ??= fingerprints().then(createMatcher);
    return (await matcher)(text);
  };
  return {
    async read(text) {
      // A lone surrogate would be hashed as U+FFFD: two texts, one hash.
      if (text.length > MAX_TEXT_LENGTH || !text.isWellFormed()) return { ...UNKNOWN, terms: [] };
      const listed = await match(text, lookup);
      const { match: found, deviations } = listed === null ? await compare(text) : { match: listed, deviations: [] };
      const titled = findTitle(text, found, index);
      return { match: found, ...(titled !== null && { titled }), deviations, terms: readTerms(text) };
    },
  };
}

/** The listed licence that the first lines name in full, and that the text is not. */
function findTitle(text: string, { id, kind, family }: LicenseMatch, { licenses }: LicenseIndex): string | null {
  // Texts of the list may be titled by what they hold first, as Python's is.
  const isListed = (kind === "exact" || kind === "equivalent") && !id?.startsWith("LicenseRef-");
  if (isListed) return null;
  const [first = "", second = ""] = text
    .slice(0, LONGEST_HEAD)
    .split("\n")
    .map((line) => line.replace(/^[\s#*=]+|[\s#*=]+$/g, ""))
    .filter((line) => line !== "");
  const named = licenses.filter(
    (license) => !license.deprecated && [first, `${first} ${second}`].some((line) => isFullTitleOf(line, license)),
  );
  const isIt = named.some((license) => license.id === id || (gnuFamily(license.id) ?? license.id) === (family ?? id));
  return isIt ? null : (named[0]?.id ?? null);
}

interface Lookup {
  readonly exact: ByHash;
  readonly equivalent: ByHash;
  readonly digest: (text: string) => Promise<string>;
}

async function match(text: string, lookup: Lookup): Promise<LicenseMatch | null> {
  const verbatim = lookup.exact.get(await lookup.digest(collapseWhiteSpace(text)));
  const exact = verbatim && toMatch(verbatim, "exact");
  if (exact) return exact;
  for (const { titles, body } of normalizeLicense(text)) {
    const hits = lookup.equivalent.get(await lookup.digest(body)) ?? [];
    const titled = hits.filter((license) => titles.every((line) => isTitleOf(line, license)));
    const equivalent = toMatch(titled, "equivalent");
    if (equivalent) return equivalent;
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
