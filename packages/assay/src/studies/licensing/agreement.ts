/** How a stated licence stands to the texts that were found for the same files. */

import { readDeclared } from "../../licenses/declared.ts";
import { gnuFamily } from "../../licenses/license-family.ts";
import type { LicenseTerms, ShippedTerms } from "../../licenses/license-terms.ts";
import type { Agreement } from "../../model/documents.ts";
import { ANY_APPROVED, ANY_OWN } from "./declared-terms.ts";
import { isChoiceOf, isSaidOf } from "./govern.ts";
import { type Compared, findRestriction, type Restriction } from "./restrictions.ts";
import { type LicenseSource, listAround, placeKey, type Terms } from "./sources.ts";

/** What a statement comes to beside the texts; of `contradicted` and `narrower` the text, and the term that restricts. */
export interface Standing {
  readonly agreement: Agreement;
  readonly text?: LicenseSource;
  readonly restriction?: Restriction;
}

/** Texts by where they lie, and what they come to: a release may have as many of them as files. */
export interface TextIndex {
  near(artifact: LicenseSource["artifact"], folder: string): readonly LicenseSource[];
  /** Each once. */
  readonly terms: readonly Terms[];
}

/** Puts the texts of a release in order. */
export function indexTexts(texts: readonly LicenseSource[]): TextIndex {
  const byFolder = Map.groupBy(texts, ({ artifact, folder }) => placeKey(artifact.origin, folder));
  const terms = new Map(texts.map((text) => ["ids" in text.terms ? text.terms.ids.join() : "", text.terms]));
  return {
    near: ({ origin }, folder) => listAround(folder).flatMap((around) => byFolder.get(placeKey(origin, around)) ?? []),
    terms: [...terms.values()],
  };
}

/** What a statement is held against. */
export interface Texts {
  /** The texts that govern the same files. */
  readonly governing: readonly LicenseSource[];
  /** Every text of the release, and all that is named like one. */
  readonly all: TextIndex;
  readonly known: LicenseTerms;
}

/** Whether a source states a licence that can be held against a text. */
export function isStatement({ kind, declared, reading }: LicenseSource): boolean {
  return kind === "tag" && declared !== null && reading === undefined;
}

/** Tells how a statement stands to the texts; null where nobody can tell. */
export function compareDeclared(tag: LicenseSource, texts: Texts): Standing | null {
  const beside = texts.governing.filter((text) => isBeside(tag, text));
  if (isChoiceOf(tag, beside)) return { agreement: "same" };
  if (beside.length > 0 && speaksForFolder(tag))
    return joinStandings(beside.map((text) => compareText(tag, text, texts.known)));
  return compareAround(tag, texts, beside);
}

/** A text of the statement's own level; what merely refers to a licence is none. */
function isBeside(tag: LicenseSource, { artifact, folder, reading }: LicenseSource): boolean {
  return artifact.origin === tag.artifact.origin && folder === tag.folder && reading?.match.kind !== "reference";
}

/** A header speaks of one file, and a manifest of a part: beside what governs the folder both may be right. */
function speaksForFolder({ governs, note }: LicenseSource): boolean {
  return governs !== "explicit" || note.code === "license-in-metadata";
}

/** All texts have to say the same of a statement; one of several texts may be what it names. */
function joinStandings(standings: readonly (Standing | null)[]): Standing | null {
  const [first = null] = standings;
  return standings.every((one) => one?.agreement === first?.agreement) ? first : null;
}

function compareText(tag: LicenseSource, text: LicenseSource, known: LicenseTerms): Standing | null {
  if ("because" in text.terms) return text.terms.because === "unidentified" ? compareAltered(tag, text, known) : null;
  if (isSaidOf(tag, text.terms)) return agree(tag);
  const [found, ...others] = text.terms.ids;
  if (found === undefined || others.length > 0) return null;
  // Of a GNU licence both ids are named; either is that licence.
  const id = found.split(" OR ")[0] ?? found;
  const stated = statedId(tag);
  return stated === null ? compareFamily(tag, text, known.get(id)) : compareIds(text, { stated, found: id, known });
}

/** Two licences of different ids. */
function compareIds(text: LicenseSource, ids: Required<Compared>): Standing {
  const { stated, found, known } = ids;
  if (isSameGnu(stated, found)) return { agreement: "same" };
  const isMadeFrom = text.reading?.titled === stated || listAncestors(found, known).includes(stated);
  const restriction = isMadeFrom ? findRestriction(text, ids) : null;
  return restriction === null ? { agreement: "contradicted", text } : { agreement: "narrower", text, restriction };
}

/** A name that several licences go by. */
function compareFamily(tag: LicenseSource, text: LicenseSource, kin: ShippedTerms | undefined): Standing | null {
  if (tag.agreesWith === undefined || isAny(tag.agreesWith)) return null;
  // What was made from a licence of the family and goes by another name may be meant.
  const isKin = kin?.family !== undefined && kin.family === readDeclared(tag.declared ?? "").family?.toLowerCase();
  return isKin ? null : { agreement: "contradicted", text };
}

/** A text that is no licence that is known restricts what the stated licence does not, or nobody can tell. */
function compareAltered(tag: LicenseSource, text: LicenseSource, known: LicenseTerms): Standing | null {
  const stated = statedId(tag);
  const restriction = stated === null ? null : findRestriction(text, { stated, known });
  return restriction && { agreement: "narrower", text, restriction };
}

/** Where no text of its own level governs: its text may lie around, elsewhere, or nowhere. */
function compareAround(tag: LicenseSource, { all }: Texts, beside: readonly LicenseSource[]): Standing | null {
  const near = all.near(tag.artifact, tag.folder);
  if ([...near, ...beside].some((text) => isSaidOf(tag, text.terms))) return agree(tag);
  const isReferred = near.some((text) => refersTo(text, statedId(tag)));
  // What was not read, or is none that is known, may be its text.
  if (near.some((text) => "because" in text.terms && !refersTo(text, statedId(tag)))) return null;
  if (all.terms.some((terms) => isSaidOf(tag, terms))) return null;
  return { agreement: tag.pointsTo !== undefined || isReferred ? "pointer-only" : "text-missing" };
}

/** The one licence that is stated; of a GNU licence without a word on later versions either of its ids. */
function statedId({ terms }: LicenseSource): string | null {
  const [demand, ...others] = "ids" in terms ? terms.ids : [];
  if (demand === undefined || others.length > 0) return null;
  const [id = "", ...choices] = demand.split(" OR ");
  return choices.every((choice) => isSameGnu(choice, id)) ? id : null;
}

function isSameGnu(one: string, other: string): boolean {
  const family = gnuFamily(one);
  return family !== null && family === gnuFamily(other);
}

/** A text that only says under which licence something is. */
function refersTo({ reading }: LicenseSource, id: string | null): boolean {
  return reading?.match.kind === "reference" && id !== null && reading.match.id === id;
}

/** The words name one licence, by its id or by a pattern bound at both ends; or several; or any that is of some kind. */
function agree({ terms, agreesWith }: LicenseSource): Standing | null {
  if ("ids" in terms || /^\^[\w.\\-]+\$$/.test(agreesWith?.source ?? "")) return { agreement: "same" };
  return isAny(agreesWith) ? null : { agreement: "family-only" };
}

/** A kind of licences, of which a publisher's own name may be any. */
function isAny(agreesWith: RegExp | undefined): boolean {
  return agreesWith === ANY_OWN || agreesWith === ANY_APPROVED;
}

/** Licences that a text was made from, the nearest first. */
function listAncestors(id: string, known: LicenseTerms): readonly string[] {
  const found: string[] = [];
  for (
    let next = known.get(id)?.ancestor;
    next !== undefined && !found.includes(next);
    next = known.get(next)?.ancestor
  )
    found.push(next);
  return found;
}
