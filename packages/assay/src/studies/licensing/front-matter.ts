/** Reads the licence that a card's front matter states. What is not plain is a statement that nobody knows. */

import type { Field, Text } from "../../model/facts.ts";
import type { Card } from "../card/index.ts";
import { ANY_OWN, agreeWithFamily, readAddress, readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { isSame, joinTerms, type LicenseSource, type Terms } from "./sources.ts";

/** What a card states: the words ("" where they are not plain), what they come to, and where they stand. */
export type Statement = Pick<LicenseSource, "terms" | "agreesWith" | "pointsTo"> & { readonly declared: string } & (
    | { readonly line: number }
    | { readonly offset: number }
  );

/** Whether a link leads to a text that lies in this release, which speaks for itself. */
export type IsOwnText = (link: string) => boolean;

/** `license`, and what else names one: in any letter case, in the plural. */
const NAMING = /^licen[cs]es?$/i;
/** `license_name`, `license_link`, `license_details`… */
const BESIDE = /^licen[cs]e[-_ ]?[a-z]/i;
const LINK = /(?:link|url|uri|file)$/i;

interface Entry {
  readonly key: string;
  /** What follows the key: nothing, the place in a list, or names inside of a mapping. */
  readonly inside: string;
  readonly field: Field;
}

/** The statement of a card, null where its front matter is silent. */
export function readFrontMatter(card: Card, text: Text, isOwnText: IsOwnText): Statement | null {
  const entries = Object.entries(card.fields)
    .map(([pointer, field]): Entry => {
      const [, key = "", ...inside] = pointer.split("/");
      return { key, inside: inside.join("/"), field };
    })
    .filter(({ key, field }) => (NAMING.test(key) || BESIDE.test(key)) && !isEmpty(field));
  const [first] = entries;
  if (first === undefined) return isDoubtful(card) ? readDamaged(text) : null;
  const naming = entries.filter(({ key }) => NAMING.test(key));
  const stated = naming.length === 0 ? UNIDENTIFIED : joinTerms(naming.map(readEntry));
  const others = entries.filter(({ key }) => !NAMING.test(key)).map((entry) => readBeside(entry, stated, isOwnText));
  const terms = joinTerms([stated, ...others, ...(isDoubtful(card) ? [UNIDENTIFIED] : [])]);
  const link = entries.find(
    ({ key, inside, field }) => LINK.test(key) && isPlain(inside, field) && !isOwnText(String(field.value).trim()),
  );
  const agreesWith = isDoubtful(card) || link !== undefined ? undefined : readLoose(entries, isOwnText);
  return {
    declared: nameDeclared(entries),
    terms,
    line: first.field.at.line ?? 1,
    ...(agreesWith && { agreesWith }),
    ...(link && { pointsTo: String(link.field.value).trim() }),
  };
}

/**
 * What a word agrees with that names no licence by itself: that of a family with any of the family, `other` with any licence
 * of a publisher's own. A known name beside `other` agrees with that licence alone.
 */
function readLoose(entries: readonly Entry[], isOwnText: IsOwnText): RegExp | undefined {
  const [only, ...more] = entries.filter(({ key }) => NAMING.test(key));
  if (only === undefined || more.length > 0 || !entries.every(({ inside, field }) => isPlain(inside, field)))
    return undefined;
  const names = entries
    .filter(({ key }) => !NAMING.test(key))
    .map(({ key, field }) => ({ key, words: String(field.value).trim() }))
    .filter(({ key, words }) => !(LINK.test(key) && isOwnText(words)))
    .map(({ words }) => readTerms(words));
  const stated = String(only.field.value).trim();
  if (stated !== "other") return names.length === 0 ? agreeWithFamily(stated) : undefined;
  const [known, ...others] = names.flatMap((terms) => ("ids" in terms ? terms.ids : []));
  if (known === undefined) return ANY_OWN;
  return others.length > 0 ? undefined : new RegExp(`^${known.replaceAll(/[.+]/g, "\\$&")}$`);
}

/** Null is what an empty value reads as. */
function isEmpty({ value }: Field): boolean {
  return value === null || value === "";
}

function readEntry({ inside, field }: Entry): Terms {
  return isPlain(inside, field) ? readTerms(String(field.value)) : UNIDENTIFIED;
}

/** One text, or a text of a list. */
function isPlain(inside: string, { value }: Field): boolean {
  return typeof value === "string" && /^\d*$/.test(inside);
}

/** A further word on the licence has to come to the licence that is stated. */
function readBeside({ key, inside, field }: Entry, stated: Terms, isOwnText: IsOwnText): Terms {
  if (!isPlain(inside, field)) return UNIDENTIFIED;
  const words = String(field.value).trim();
  if (LINK.test(key) && isOwnText(words)) return stated;
  const named = LINK.test(key) ? readAddress(words) : readTerms(words);
  if ("because" in named || "because" in stated) return UNIDENTIFIED;
  return isSame(named, stated) ? stated : { because: "conflicting" };
}

/** The publisher's own name before the tag, as the hub shows it. */
function nameDeclared(entries: readonly Entry[]): string {
  const plain = entries.filter(({ inside, field }) => isPlain(inside, field));
  const named = plain.filter(({ key }) => /name$/i.test(key));
  const shown = named.length > 0 ? named : plain.filter(({ key }) => NAMING.test(key));
  return shown.map(({ field }) => String(field.value)).join(", ");
}

/** A key of something else that stands twice says nothing about the licence; any other fault may hide one. */
function isDoubtful({ faults, gaps }: Card): boolean {
  return (
    gaps.length > 0 || faults.some(({ code, args }) => code !== "duplicate-key" || /licen[cs]e/i.test(`${args.name}`))
  );
}

/** The head of a damaged card: longer than any front matter known that names a licence. */
const HEAD = 256 << 10;

function readDamaged({ content }: Text): Statement | null {
  const end = content.indexOf("\n---", 3);
  const front = content.slice(0, end < 0 ? HEAD : end);
  const at = front.search(/licen[cs]e/i);
  return at < 0 ? null : { declared: "", terms: UNIDENTIFIED, offset: at };
}
