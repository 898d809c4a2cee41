/** What the manifest of a package, or a file of citation, states of its licence. */

import type { CitationFact, Field, PackageFact, PackageLicense } from "../../model/facts.ts";
import { readAddress, readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { type Named, readClassifier, readName } from "./package-names.ts";
import { isSame, type Scope } from "./sources.ts";

/** One statement: the words ("" where they are not plain), what they come to, and where they stand. */
export interface PackageStatement extends Named {
  readonly declared: string;
  readonly field: Field;
}

/** Longer words are a whole text, or tell more than a name; in UTF-16 units. */
const LONGEST_NAME = 120;

/** What npm writes for no licence at all; not the Unlicense. */
const NONE = "UNLICENSED";

/** What a package speaks for: npm's for all that lies in its folder, Python's for code. */
export function scopeOfPackage({ manager }: PackageFact): Scope {
  return manager === "npm" ? "all" : "code";
}

/** What is cited is code unless it is called a data set. */
export function scopeOfCitation({ kind }: CitationFact): Scope {
  return kind?.value === "dataset" ? "data" : "code";
}

/** The statements of a package. A file that lies in the release speaks for itself. */
export function readPackage(
  { licenses }: PackageFact,
  isOwnText: (path: string) => boolean,
): readonly PackageStatement[] {
  const choices = licenses.filter(({ form, isChoice }) => isChoice === true && form === "expression");
  const single = licenses.filter((license) => !choices.includes(license));
  return [
    ...single.flatMap((license) => readLicense(license, isOwnText)),
    ...joinChoices(choices.map(({ field }) => field)),
  ];
}

function readLicense(
  { form, field }: PackageLicense,
  isOwnText: (path: string) => boolean,
): readonly PackageStatement[] {
  const words = String(field.value ?? "").trim();
  if (form === "file" && isOwnText(words)) return [];
  const isPlain = (form === "expression" || form === "text") && words.length <= LONGEST_NAME && words !== NONE;
  if (isPlain) return [{ declared: words, field, ...readName(words) }];
  if (form === "classifier") return [{ declared: words, field, ...readClassifier(words) }];
  const declared = form === "file" ? `see ${words}` : words;
  return [{ declared: declared.length <= LONGEST_NAME ? declared : "", field, terms: UNIDENTIFIED }];
}

/** The statements of a citation: identifiers of which any may be chosen, and the address of a text. */
export function readCitation({ licenses, licenseUrl }: CitationFact): readonly PackageStatement[] {
  const named = joinChoices(licenses);
  if (licenseUrl === undefined) return named;
  const terms = readAddress(String(licenseUrl.value));
  // Beside an identifier the address has to lead to the same licence.
  const isAgreed = named.length > 0 && named.every((one) => isSame(one.terms, terms));
  return isAgreed ? named : [...named, { declared: String(licenseUrl.value), field: licenseUrl, terms }];
}

/** Several licences of which any may be chosen are one statement. */
function joinChoices(fields: readonly Field[]): readonly PackageStatement[] {
  const [field] = fields;
  if (field === undefined) return [];
  const words = fields.map(({ value }) => (typeof value === "string" ? value.trim() : ""));
  const declared = words.join(" OR ");
  const isPlain = words.every((word) => word !== "" && word !== NONE && "ids" in readTerms(word));
  if (words.length === 1)
    return [{ declared, field, ...(declared === NONE ? { terms: UNIDENTIFIED } : readName(declared)) }];
  return [
    { declared, field, terms: isPlain ? readTerms(words.map((word) => `(${word})`).join(" OR ")) : UNIDENTIFIED },
  ];
}
