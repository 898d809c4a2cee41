/** Names by which packages state their licences: classifiers of Python, and the words people write into a field. */

import { ANY_APPROVED, readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import type { LicenseSource } from "./sources.ts";

/** What a statement comes to, and what it agrees with where its words fit several licences. */
export type Named = Pick<LicenseSource, "terms" | "agreesWith">;

/** Classifiers behind `License ::` that name one licence (PyPI's list of classifiers; PEP 639, ambiguous classifiers). */
const CLASSIFIERS: Readonly<Record<string, string>> = {
  "MIT License": "MIT",
  "MIT No Attribution License (MIT-0)": "MIT-0",
  "ISC License (ISCL)": "ISC",
  "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
  "Boost Software License 1.0 (BSL-1.0)": "BSL-1.0",
  "The Unlicense (Unlicense)": "Unlicense",
  "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": "CC0-1.0",
  "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
  "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
  "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
  "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
  "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
  "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
  "GNU Affero General Public License v3": "AGPL-3.0-only",
  "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
};

/** Words that fit one or several licences, and nothing more than those. They agree with a text and name none alone. */
const LOOSE: readonly (readonly [words: RegExp, agreesWith: RegExp])[] = [
  [/^(?:the )?apache(?: software)?(?: licen[cs]e)?$/i, /^Apache-\d/],
  [
    /^(?:the )?apache(?:[- ](?:software[- ])?licen[cs]e)?,?[- ]?(?:v|version )?2(?:\.0)?(?:[- ]licen[cs]e)?$/i,
    /^Apache-2\.0$/,
  ],
  [/^(?:the )?(?:expat|mit)(?:[- ]licen[cs]e)?$/i, /^MIT$/],
  [/^(?:the )?bsd(?:[- ]licen[cs]e)?$/i, /^BSD-\d/],
  [/^(?:the )?(?:new bsd|(?:modified )?bsd[- ]3(?:[- ]clause)?|3-clause bsd)(?:[- ]licen[cs]e)?$/i, /^BSD-3-Clause$/],
  [/^(?:the )?gnu general public licen[cs]e(?: \(gpl\))?$/i, /^GPL-/],
  [/^(?:gnu )?gpl[- ]?v?3(?:\.0)?$/i, /^GPL-3\.0/],
  [/^(?:gnu )?gpl[- ]?v?2(?:\.0)?$/i, /^GPL-2\.0/],
  [/^OSI Approved$/, ANY_APPROVED],
];

/** Ids of one GNU licence say also whether later versions apply, which its text leaves open. */
const GNU = /^(?:A|L)?GPL-\d\.\d-(?:only|or-later)$/;

/** Reads an expression or the words of a licence field. */
export function readName(words: string): Named {
  const terms = readTerms(words);
  if ("ids" in terms) return withText(terms);
  const [, agreesWith] = LOOSE.find(([said]) => said.test(words.trim())) ?? [];
  return agreesWith === undefined ? { terms } : { terms, agreesWith };
}

/** Reads a classifier: `License :: OSI Approved :: MIT License`. */
export function readClassifier(classifier: string): Named {
  const name = classifier.split("::").at(-1)?.trim() ?? "";
  const id = Object.hasOwn(CLASSIFIERS, name) ? CLASSIFIERS[name] : undefined;
  if (id !== undefined) return withText({ ids: [id] });
  const [, agreesWith] = LOOSE.find(([said]) => said.test(name)) ?? [];
  return { terms: UNIDENTIFIED, ...(agreesWith && { agreesWith }) };
}

function withText(terms: { readonly ids: readonly string[] }): Named {
  const [id = "", second] = terms.ids;
  if (second !== undefined || !GNU.test(id)) return { terms };
  return { terms, agreesWith: new RegExp(`(?:^|OR )${id.replaceAll(".", "\\.")}(?:$| OR)`) };
}
