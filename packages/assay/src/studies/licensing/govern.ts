/**
 * Which licences govern a file. The nearest text governs: one named for the component before one for everything, a
 * deeper folder before a shallower. A statement without text never outranks a text: it has to agree with the text that
 * stands at its own level, and adds to texts of a wider one. Whatever is left open leaves the file's licence open.
 */

import type { ComponentId, ContentType } from "../../model/components.ts";
import type { Artifact } from "../../model/types.ts";
import { isAbout, type LicenseSource, liesIn, type Terms } from "./sources.ts";
import { joinTerms } from "./tags.ts";

/** A file and the component it is looked at as. */
export interface Subject {
  readonly artifact: Artifact;
  readonly component: ComponentId;
  readonly type: ContentType;
}

/** The sources that govern a file and the terms they come to. */
export interface Governed {
  readonly sources: readonly LicenseSource[];
  readonly terms: Terms;
}

/** Decides what governs a file, from the release's sources and the file's own (its header, its manifest part). */
export function govern(subject: Subject, sources: readonly LicenseSource[], own: readonly LicenseSource[]): Governed {
  const near = sources.filter((source) => reaches(source, subject));
  const texts = nearestTexts(near.filter(({ kind }) => kind === "text"));
  const width = Math.min(...texts.map(rank), Number.POSITIVE_INFINITY);
  const tags = nearest(near.filter((tag) => tag.kind === "tag" && (texts.length === 0 || rank(tag) >= width)));
  const governing = [...texts, ...tags, ...own];
  if (governing.length === 0) return { sources: [], terms: { because: "not-observed" } };
  const conflict = texts.some((text) =>
    tags.some((tag) => rank(tag) === rank(text) && disagree(text.terms, tag.terms)),
  );
  const terms = joinTerms(governing.map((source) => source.terms));
  const isUnidentified = texts.some((text) => "because" in text.terms);
  return { sources: governing, terms: conflict && !isUnidentified ? { because: "conflicting" } : terms };
}

function reaches({ artifact, folder, scope }: LicenseSource, subject: Subject): boolean {
  const sameOrigin = artifact.origin === subject.artifact.origin;
  return sameOrigin && liesIn(subject.artifact.path, folder) && isAbout(scope, subject.component, subject.type);
}

/** Depth of the folder a source stands for. */
function rank({ folder }: LicenseSource): number {
  return folder === "" ? 0 : folder.split("/").length;
}

/** The texts named for the component and, unless one of those is as near, the nearest for everything. */
function nearestTexts(texts: readonly LicenseSource[]): readonly LicenseSource[] {
  const scoped = nearest(texts.filter(({ scope }) => scope !== "all"));
  const general = nearest(texts.filter(({ scope }) => scope === "all"));
  const [named] = scoped;
  return [...scoped, ...general.filter((text) => named === undefined || rank(text) > rank(named))];
}

function nearest(sources: readonly LicenseSource[]): readonly LicenseSource[] {
  const deepest = Math.max(...sources.map(rank));
  return sources.filter((source) => rank(source) === deepest);
}

function disagree(text: Terms, tag: Terms): boolean {
  if ("because" in text) return false;
  return "because" in tag || tag.ids.join() !== text.ids.join();
}
