/** What a stated licence comes to. */

import { readDeclared } from "../../licenses/declared.ts";
import { findLicenseId } from "../../licenses/expression.ts";
import { listFamilyIds, patternOfFamily } from "../../licenses/license-family.ts";
import { namesOf, type Terms } from "./sources.ts";

/** Nobody knows what was stated. */
export const UNIDENTIFIED: Terms = { because: "unidentified" };

/** Reads a declared licence; words that are no known identifier stay unidentified. */
export function readTerms(declared: string): Terms {
  const { ids, known, family } = readDeclared(declared);
  if (known) return { ids };
  const isVersioned = family !== undefined && listFamilyIds(family) !== null;
  return isVersioned ? { ids: namesOf(family) } : UNIDENTIFIED;
}

/** What a stated family agrees with: any licence that goes by its name. It names none by itself. */
export function agreeWithFamily(declared: string): RegExp | undefined {
  const { family } = readDeclared(declared);
  return family === undefined ? undefined : (patternOfFamily(family) ?? undefined);
}

/** Any licence of a publisher's own: what `other` of the hub's list may be. */
export const ANY_OWN: RegExp = /^LicenseRef-/;

/** Any licence that the OSI approved, whichever it is: a heading of PyPI's classifiers. */
export const ANY_APPROVED: RegExp = /^(?!LicenseRef-|CC-BY)/;

const PUBLISHED =
  /^https?:\/\/(?:www\.)?(?:spdx\.org\/licenses|opensource\.org\/licenses?|choosealicense\.com\/licenses)\/([\w.+-]+?)(?:\.html|\.txt|\.json)?\/?$/i;
const COMMONS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)(?:\/(?:deed\.en|legalcode(?:\.en)?)?)?$/i;
const APACHE = /^https?:\/\/(?:www\.)?apache\.org\/licenses\/LICENSE-2\.0(?:\.txt|\.html)?$/i;

/** The licence that an address is the published text of; unidentified for any other address. */
export function readAddress(url: string): Terms {
  if (APACHE.test(url)) return { ids: ["Apache-2.0"] };
  const [, elements, version] = COMMONS.exec(url) ?? [];
  const id = findLicenseId(elements === undefined ? (PUBLISHED.exec(url)?.[1] ?? "") : `CC-${elements}-${version}`);
  return id === null ? UNIDENTIFIED : { ids: [id] };
}
