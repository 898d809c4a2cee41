/**
 * Wordings that SPDX's own templates (`<alt>`, `<optional>`) publish as the same licence, each bound to the words around
 * it. A template's ".+" is narrowed to a list or to a name: an inserted word must never pass for a holder.
 */

import { isHolderName } from "./copyright-notice.ts";

interface Variant {
  readonly find: RegExp;
  readonly put: string;
}

const PARTY = "(?:the (?:copyright holders?|authors?|regents)(?: (?:and|or) (?:the )?contributors)?|isc)";

// Over lower-case text with single blanks. Source: SPDX license-list-XML 3.28, the file of the licence named.
const VARIANTS: readonly Variant[] = [
  // Apache-2.0: the brackets that its appendix speaks of.
  { find: /(?<=enclosed by brackets )"\{\}"(?= replaced with)/g, put: '"[]"' },
  // BSD-2-Clause, BSD-3-Clause: copyrightHolderAsIs, copyrightHolderLiability.
  {
    find: new RegExp(
      `(?<=this software is provided by )${PARTY}(?= "as is" and any express or implied warranties)`,
      "g",
    ),
    put: "the copyright holder",
  },
  {
    find: new RegExp(`(?<=in no event shall )${PARTY}(?= be liable for any direct, indirect, incidental)`, "g"),
    put: "the copyright holder",
  },
  // ISC: author, authorLiability, optional "/or".
  {
    find: /(?<=permission to use, copy, modify,? )and\/or(?= distribute this software for any purpose with or)/g,
    put: "and",
  },
  {
    find: new RegExp(`(?<="as is" and )${PARTY} disclaims?(?= all warranties with regard to)`, "g"),
    put: "isc disclaims",
  },
  {
    find: new RegExp(`(?<=in no event shall )${PARTY}(?= be liable for any special, direct, indirect)`, "g"),
    put: "isc",
  },
  // MIT: optional remark.
  { find: /(?<=this permission notice )\(including the next paragraph\) (?=shall be included)/g, put: "" },
  // Unlicense: optional last line.
  {
    find: /(?<=use or other dealings in the software\.) for more information, please refer to https:\/\/unlicense\.org\/?$/,
    put: "",
  },
  // Creative Commons 4.0: considerationsLicensors, spaceUnderscore, considerationsLicensees, optional sentence.
  {
    find: /(?<=more considerations for licensors): wiki\.creativecommons\.org\/considerations_for_licensors\b/g,
    put: ".",
  },
  {
    find: /more[ _]considerations for the public(?:\.|: wiki\.creativecommons\.org\/considerations_for_licensees\b)/g,
    put: "more considerations for the public.",
  },
  {
    find: /(?<="licensor\." )the text of the creative commons public licenses is dedicated to the public domain under the cc0 public domain dedication\. (?=except for)/g,
    put: "",
  },
];

const NEITHER_NAME = /(?<=\bneither the names? of )([^\n]{1,120}?)(?= nor the names of its contributors may be used)/gi;

/** The normalised text in the wording that the list holds. */
export function unifyPublishedVariants(text: string): string {
  return VARIANTS.reduce((current, { find, put }) => current.replace(find, put), text);
}

/** BSD-3-Clause names a holder in its third clause: a name there becomes "the copyright holder". Expects letter case. */
export function unifyNamedHolder(text: string): string {
  return text.replace(NEITHER_NAME, (holder) => (isNamedHolder(holder) ? "the copyright holder" : holder));
}

function isNamedHolder(holder: string): boolean {
  return /^the (?:copyright (?:holder|owner)s?|authors?)$/i.test(holder) || isHolderName(holder);
}
