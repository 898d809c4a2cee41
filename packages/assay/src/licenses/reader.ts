/** The first licence reader: a text is one of the SPDX list, word for word or after normalisation, or it is unknown. */

import type { LicenseMatch, LicenseReader, LicenseReading } from "../model/license.ts";
import { currentId, isDeprecatedId } from "./deprecated-ids.ts";
import { nameGroup } from "./license-family.ts";
import type { LicenseIndex, ListedLicense } from "./license-index.ts";
import { isTitleOf } from "./license-title.ts";
import { collapseWhiteSpace, normalizeLicense } from "./normalize.ts";
import { readTerms } from "./terms/index.ts";

/** UTF-16 units. The longest text of the list has 46,063 and a text with all its translations stays below 0.5 Mi. */
const MAX_TEXT_LENGTH = 1 << 20;

const UNKNOWN: LicenseMatch = { id: null, kind: "unknown", similarity: 0 };

type Digest = (bytes: Uint8Array) => Promise<string>;
type ByHash = ReadonlyMap<string, readonly ListedLicense[]>;

/**
 * A reader over the index; `sha256` returns 64 lower-case hex digits.
 * A match has an id, or a family alone where the text cannot tell the ids of the family apart. It never throws.
 */
export function createLicenseReader(index: LicenseIndex, sha256: Digest): LicenseReader {
  const exact = groupByHash(index, (license) => [license.exact]);
  const equivalent = groupByHash(index, (license) => license.equivalent);
  const digest = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));
  return { read: async (text) => toReading(await match(text, { exact, equivalent, digest }), text) };
}

interface Lookup {
  readonly exact: ByHash;
  readonly equivalent: ByHash;
  readonly digest: (text: string) => Promise<string>;
}

async function match(text: string, lookup: Lookup): Promise<LicenseMatch> {
  // A lone surrogate would be hashed as U+FFFD: two texts, one hash.
  if (text.length > MAX_TEXT_LENGTH || !text.isWellFormed()) return UNKNOWN;
  const verbatim = lookup.exact.get(await lookup.digest(collapseWhiteSpace(text)));
  const exact = verbatim && toMatch(verbatim, "exact");
  if (exact) return exact;
  for (const { titles, body } of normalizeLicense(text)) {
    const hits = lookup.equivalent.get(await lookup.digest(body)) ?? [];
    const titled = hits.filter((license) => titles.every((line) => isTitleOf(line, license)));
    const equivalent = toMatch(titled, "equivalent");
    if (equivalent) return equivalent;
  }
  return UNKNOWN;
}

function toMatch(licenses: readonly ListedLicense[], kind: "exact" | "equivalent"): LicenseMatch | null {
  const ids = licenses.map((license) => license.id);
  const current = ids.filter((id) => !isDeprecatedId(id));
  const naming = nameGroup(current.length > 0 ? current : ids.map(currentId));
  return naming && { ...naming, kind, similarity: 1 };
}

/** What a listed licence says is known by its name; of any other text the terms are read. */
function toReading(match: LicenseMatch, text: string): LicenseReading {
  return { match, deviations: [], terms: match.kind === "unknown" ? readTerms(text) : [] };
}

function groupByHash(index: LicenseIndex, hashesOf: (license: ListedLicense) => readonly string[]): ByHash {
  const groups = new Map<string, ListedLicense[]>();
  // Ids such as GPL-2.0-with-font-exception are listed with the exception's text alone, which is no licence.
  for (const license of index.licenses.filter(({ id }) => !currentId(id).includes(" WITH "))) {
    for (const hash of hashesOf(license)) groups.set(hash, [...(groups.get(hash) ?? []), license]);
  }
  return groups;
}
