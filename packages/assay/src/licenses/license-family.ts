/** Ids that share one text, and what that text alone can say. */

/** What a text says about its id: the id, or only the family when the words that choose stand outside the text. */
export interface Naming {
  readonly id: string | null;
  readonly family?: string;
}

// "only" and "or later" are chosen in a notice beside the text; so are the invariant sections of the GFDL.
const GNU = /^((?:A|L)?GPL-\d\.\d|GFDL-\d\.\d)(?:\+|(?:-(?:no-)?invariants)?(?:-only|-or-later)|)$/;

/** The family of a GNU id, whose text does not tell "only" from "or later"; null for any other id. */
export function gnuFamily(id: string): string | null {
  return GNU.exec(id)?.[1] ?? null;
}

/** The ids between which a GNU family's text leaves the choice open; null for any other family. */
export function listFamilyIds(family: string): readonly string[] | null {
  return gnuFamily(family) === family ? [`${family}-only`, `${family}-or-later`] : null;
}

/**
 * Names what a group of ids that share a text has in common: its one member; the family of GNU ids; the plain id of a
 * group whose other members are that id plus a notice outside the text (MPL-2.0-no-copyleft-exception, OFL-1.1-RFN).
 * Null for any other group.
 */
export function nameGroup(ids: readonly string[]): Naming | null {
  const [first] = ids;
  if (first === undefined) return null;
  const family = gnuFamily(first);
  if (family !== null) return ids.every((id) => gnuFamily(id) === family) ? { id: null, family } : null;
  const base = ids.find((id) => ids.every((other) => other === id || other.startsWith(`${id}-`)));
  return base === undefined ? null : { id: base };
}

/** Ids that go by the name of a family. A text that was made from one of a family and has a name of its own does not. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  BSD: /^(?:0BSD|BSD-)/,
  CC: /^CC(?:0|-)/,
  GFDL: /^GFDL-/,
  GPL: /^GPL-/,
  LGPL: /^LGPL-/,
  OpenRAIL: /^LicenseRef-[\w.-]*(?:openrail|-rail-)/,
  gemma: /^LicenseRef-gemma-\d/,
};

/** The ids that a publisher may mean by the name of a family; null for a name that is none. */
export function patternOfFamily(family: string): RegExp | null {
  return (Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined) ?? null;
}
