/**
 * Which licences govern a file.
 *
 * Texts: the nearest governs, one named for the component before one for everything, a deeper folder before a shallower.
 * Tags: none outranks a text, and none is outranked in silence. At a governing text's own folder a tag has to agree with
 * it. A tag that agrees with a text of its own folder says what that text says and goes where it goes, so it falls away
 * with it where a nearer text governs. Every other tag around the file adds to what governs. Words that fit several
 * licences ("Apache Software License") agree with any of them that governs and add nothing; alone they name none. A gate
 * that only restricts a use agrees also with a tag whose licence does.
 * Unplaced terms may govern whatever lies around them, and leave it open unless they are among what governs anyway.
 * A policy of use stands beside a licence: it is part of the licence that names it, and adds to any other.
 * Prose settles nothing: a sentence that contradicts what governs leaves it open, unless it says what a text of its
 * folder says, as with tags.
 * Whatever is left open leaves the file's licence open.
 */

import type { ComponentId, ContentType } from "../../model/components.ts";
import {
  depthOf,
  folderOf,
  isAbout,
  isSame,
  joinTerms,
  type LicenseSource,
  listAround,
  placeKey,
  type Terms,
} from "./sources.ts";

/** A file and the component it is looked at as. */
export interface Subject {
  readonly origin: string;
  readonly path: string;
  readonly component: ComponentId;
  readonly type: ContentType;
}

/** The sources that govern a file and the terms they come to. */
export interface Governed {
  readonly sources: readonly LicenseSource[];
  readonly terms: Terms;
}

/** Decides what governs a file, given what is said of that very file (its header, its manifest part). */
export type Governor = (subject: Subject, own: readonly LicenseSource[]) => Governed;

/** A governor over a release's sources, which it finds by their folders; each folder is looked at once. */
export function createGovernor(sources: readonly LicenseSource[]): Governor {
  const byFolder = Map.groupBy(sources, ({ artifact, folder }) => placeKey(artifact.origin, folder));
  const known = new Map<string, Around>();
  return ({ origin, path, component, type }, own) => {
    const folder = folderOf(path);
    const key = placeKey(`${component}:${origin}`, folder);
    let around = known.get(key);
    if (around === undefined) {
      const near = listAround(folder).flatMap((at) => byFolder.get(placeKey(origin, at)) ?? []);
      around = place(near.filter(({ scope }) => isAbout(scope, component, type)));
      known.set(key, around);
    }
    return own.length === 0 ? around.governed : settle(around, own);
  };
}

/** What stands around the files of a folder, as a component. */
interface Placed {
  readonly policies: readonly LicenseSource[];
  readonly placed: readonly LicenseSource[];
  readonly stated: readonly Terms[];
  readonly loose: readonly LicenseSource[];
}

interface Around extends Placed {
  /** What governs a file of which nothing more is said. */
  readonly governed: Governed;
}

function place(near: readonly LicenseSource[]): Around {
  const every = near.filter(({ kind }) => kind === "text");
  const texts = nearestTexts(every);
  const tags = near.filter((tag) => tag.kind === "tag" && (isGate(tag) || !isOutranked(tag, every, texts)));
  const stated = stateAll(texts, tags);
  const sentences = near.filter((said) => said.kind === "prose" && !isOutranked(said, every, texts));
  const loose = [...near.filter(({ kind }) => kind === "unplaced"), ...sentences];
  const policies = near.filter((policy) => policy.kind === "policy" && !isLeftBehind(policy, every, texts));
  const around = { policies, placed: [...texts, ...tags], stated, loose };
  return { ...around, governed: settle(around, []) };
}

function settle({ policies, placed, stated, loose }: Placed, own: readonly LicenseSource[]): Governed {
  const said = own.filter(({ kind }) => kind !== "prose");
  const sentences = own.filter(({ kind }) => kind === "prose");
  const licenses = [...stated, ...said.map(({ terms }) => terms)];
  const beside = policies.filter((policy) => !isIncorporated(policy, licenses)).map(({ terms }) => terms);
  const all = [...licenses, ...beside];
  const settled = joinTerms(all);
  const doubts = [...loose, ...sentences].filter((source) => !isAnswered(source, settled, all.length));
  const sources = [...placed, ...policies, ...said, ...doubts];
  if (sources.length === 0) return { sources, terms: { because: "not-observed" } };
  return { sources, terms: joinTerms([...all, ...doubts.map(openTerms)]) };
}

/** Whether what governs holds unplaced terms, or what a sentence says; a sentence alone says nothing that counts. */
function isAnswered({ kind, terms, agreesWith }: LicenseSource, settled: Terms, count: number): boolean {
  if (kind !== "prose") return isPartOf(terms, settled);
  return count === 0 || "because" in settled || isSaidOf({ agreesWith, terms }, settled);
}

/** Words that one accepts before anything is given out: they stand before the texts of folders. */
function isGate({ note }: LicenseSource): boolean {
  return note.code === "license-gate";
}

/** Whether a tag or a sentence says what a text of its folder says, and that text gives way to nearer ones. */
function isOutranked(said: LicenseSource, every: readonly LicenseSource[], texts: readonly LicenseSource[]): boolean {
  const beside = every.filter((text) => text.folder === said.folder && isSaidOf(said, text.terms));
  return beside.length > 0 && !beside.some((text) => texts.includes(text));
}

/** Whether a policy lies by a text that gives way to nearer ones. */
function isLeftBehind(
  policy: LicenseSource,
  every: readonly LicenseSource[],
  texts: readonly LicenseSource[],
): boolean {
  const beside = every.filter(({ folder }) => folder === policy.folder);
  return beside.length > 0 && !beside.some((text) => texts.includes(text));
}

/** Whether a licence that governs makes the policy part of itself. */
function isIncorporated({ partOf = [] }: LicenseSource, licenses: readonly Terms[]): boolean {
  const ids = licenses.flatMap((terms) => ("ids" in terms ? terms.ids : []));
  return ids.some((id) => partOf.includes(id));
}

/** What texts and tags say at once; texts of which a tag offers the choice say no more than that. */
function stateAll(texts: readonly LicenseSource[], tags: readonly LicenseSource[]): readonly Terms[] {
  const choices = tags.filter((tag) => isChoiceOf(tag, texts));
  const others = tags.filter((tag) => !choices.includes(tag)).map((tag) => stateBeside(tag, texts, tags));
  const all = choices.length > 0 ? choices : texts;
  return [...all.map(({ terms }) => terms), ...others];
}

/** Whether a tag offers the licences of exactly the texts beside it: "MIT OR Apache-2.0" by LICENSE-MIT and LICENSE-APACHE. */
export function isChoiceOf({ folder, terms }: LicenseSource, texts: readonly LicenseSource[]): boolean {
  const [demand, another] = "ids" in terms ? terms.ids : [];
  const options = demand?.split(" OR ") ?? [];
  if (another !== undefined || options.length < 2 || texts.length < 2) return false;
  const named = texts.map((text) => ("ids" in text.terms && text.folder === folder ? text.terms.ids : []));
  const isOffered = (ids: readonly string[]): boolean =>
    ids.length === 1 && (ids[0]?.split(" OR ").some((id) => options.includes(id)) ?? false);
  return named.every(isOffered) && options.every((option) => named.some(([id]) => id?.split(" OR ").includes(option)));
}

type Said = Pick<LicenseSource, "terms"> & { readonly agreesWith?: RegExp | undefined };

/** Whether a statement says what a text says. */
export function isSaidOf({ agreesWith, terms }: Said, text: Terms): boolean {
  if (agreesWith === undefined) return isSame(terms, text);
  return "ids" in text && text.ids.some((id) => agreesWith.test(id));
}

/** A tag's terms; a conflict where a known text of the same folder governs and says otherwise. */
function stateBeside(tag: LicenseSource, texts: readonly LicenseSource[], tags: readonly LicenseSource[]): Terms {
  // What was not read contradicts nothing that is known of.
  if ("because" in tag.terms && tag.terms.because !== "unidentified") return tag.terms;
  const known = texts.filter(({ terms }) => "ids" in terms);
  if (known.some(({ folder, terms }) => folder === tag.folder && !isSaidOf(tag, terms)))
    return { because: "conflicting" };
  if ("ids" in tag.terms || tag.agreesWith === undefined) return tag.terms;
  // A gate repeats what a tag states; two loose words say nothing to each other.
  const others = isGate(tag) ? tags : [];
  return [...known, ...others].find(({ terms }) => isSaidOf(tag, terms))?.terms ?? tag.terms;
}

/** Unplaced terms leave open what they may govern, also where they are known by name: to govern it nobody says. */
function openTerms({ terms }: LicenseSource): Terms {
  return "because" in terms ? terms : { because: "unidentified" };
}

function isPartOf(terms: Terms, all: Terms): boolean {
  return "ids" in terms && "ids" in all && terms.ids.every((id) => all.ids.includes(id));
}

/** The texts named for the component and, unless one of those is as near, the nearest for everything. */
function nearestTexts(texts: readonly LicenseSource[]): readonly LicenseSource[] {
  const scoped = nearest(texts.filter(({ scope }) => scope !== "all"));
  const general = nearest(texts.filter(({ scope }) => scope === "all"));
  const [named] = scoped;
  return [...scoped, ...general.filter((text) => named === undefined || rank(text) > rank(named))];
}

function rank({ folder }: LicenseSource): number {
  return depthOf(folder);
}

function nearest(sources: readonly LicenseSource[]): readonly LicenseSource[] {
  const deepest = sources.reduce((most, source) => Math.max(most, rank(source)), 0);
  return sources.filter((source) => rank(source) === deepest);
}
