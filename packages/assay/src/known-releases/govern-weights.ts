/** The licences of a known release's weights → the terms that govern them. */

import { type LicenseTerms, type ShippedTerms, scopeOf } from "../licenses/license-terms.ts";
import { describeTerm } from "../licenses/terms/describe-term.ts";
import type { KnownRelease, LicenseFact } from "../model/known-release.ts";
import type { Note } from "../model/ledger.ts";
import type { GoverningTerms, StatedTerm, TermSet } from "../model/terms.ts";
import { addressOf, findPlace, noteFact } from "./note-facts.ts";

/** What holds at once: the licences that are stated for the weights. */
export function governWeights(release: KnownRelease, known: LicenseTerms): GoverningTerms {
  const { state, licenses = [] } = release.components.weights ?? { state: "not-released" };
  const ids = state === "published" ? licenses : [];
  return { demands: ids.map((id) => [readLicense(release, findLicense(release, id), known)]), isElsewhere: false };
}

/** The licence or policy of this id. @throws RangeError when the release names none. */
export function findLicense(release: KnownRelease, id: string): LicenseFact {
  const fact = release.licenses.find((one) => one.id === id);
  if (fact === undefined) throw new RangeError(`the facts of ${release.id} do not say where ${id} stands`);
  return fact;
}

/** Its full name; of the SPDX list the id, which is what people call it. */
export function nameLicense({ id, stated }: LicenseFact, known: LicenseTerms): string {
  return stated?.name ?? known.get(id)?.name ?? id;
}

function readLicense(release: KnownRelease, fact: LicenseFact, known: LicenseTerms): TermSet {
  const name = nameLicense(fact, known);
  const [place] = noteFact(release, { seen: fact.seen, about: "licence", message: name });
  if (place === undefined) throw new RangeError(`the facts of ${release.id} do not say where ${fact.id} stands`);
  const note = { ...place, message: name };
  const terms = known.get(fact.id);
  if (terms === undefined) return { name: fact.id, ...scopeOfStated(fact), terms: readStated(release, fact), note };
  const policies = (terms.incorporates ?? []).flatMap((id) => readPolicy({ release, fact, known }, id));
  const own = locate({ release, fact, name, terms: terms.terms, where: "beside-its-text" });
  return { name: fact.id, ...scopeOf(terms), terms: [...own, ...policies], note };
}

/** What is stated of a text in part forbids what it forbids and permits nothing. */
function scopeOfStated({ stated }: LicenseFact): Pick<TermSet, "isWhole" | "hasUnreadPolicy" | "isPolicy"> {
  if (stated?.whole !== true) return { isWhole: false, hasUnreadPolicy: false, isPolicy: false };
  return scopeOf({ terms: stated.terms });
}

function readStated(release: KnownRelease, { stated }: LicenseFact): readonly StatedTerm[] {
  const { name = "", terms = [] } = stated ?? {};
  return terms.flatMap(({ seen, type, value, clause, details }) => {
    const kept = { type, value, ...(details && { details }) };
    const { code, args, message } = describeTerm({ ...kept, clause, name }, "beside-its-text");
    const places = noteFact(release, { seen, about: "term", message });
    return places.map((note) => ({ ...kept, note: { ...note, code, message, args: { ...note.args, ...args } } }));
  });
}

interface Located {
  readonly release: KnownRelease;
  /** Where the text lies. */
  readonly fact: LicenseFact;
  readonly name: string;
  readonly terms: ShippedTerms["terms"];
  readonly where: Parameters<typeof describeTerm>[1];
}

interface Incorporating {
  readonly release: KnownRelease;
  readonly fact: LicenseFact;
  readonly known: LicenseTerms;
}

/** The terms of a policy that a licence makes part of itself: at its own text where the facts say where it lies. */
function readPolicy({ release, fact, known }: Incorporating, id: string): readonly StatedTerm[] {
  const { terms = [], name = id } = known.get(id) ?? {};
  const own = release.licenses.find((one) => one.id === id) ?? fact;
  return locate({ release, fact: own, name, terms, where: "by-name" });
}

function locate({ release, fact, name, terms, where }: Located): readonly StatedTerm[] {
  const [place = ""] = fact.seen;
  const { key, source } = findPlace(release, place);
  return terms.map(({ type, value, clause, details }) => {
    const kept = { type, value, ...(details && { details }) };
    const said = describeTerm({ ...kept, clause, name }, where);
    const note: Note = {
      ...said,
      args: { ...said.args, source: key },
      // Somebody read it in the text of this digest; its words are not here.
      basis: "inferred",
      at: { url: addressOf(source, "") },
      ...(source.sha256 !== undefined && { sha256: source.sha256 }),
    };
    return { ...kept, note };
  });
}
