/** What is stated of the licence of one file: in its header, in the file beside it, in the manifest. */

import { placeLicenseFile } from "../../licenses/license-file.ts";
import type { ComponentId } from "../../model/components.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact, Manifest, Part } from "../../model/types.ts";
import { noteFile, notePartOf, quoteLine, type Remark } from "../shared/noting.ts";
import { readTerms, UNIDENTIFIED } from "./declared-terms.ts";
import { folderOf, type LicenseSource, placeKey, type Terms } from "./sources.ts";

/** Headers stand in the first lines (SPDX specification, annex E); behind shebangs, encodings and banners. */
const HEADER_WITHIN = 16 << 10;

/** Statements that are read of one file; kernels of several origins have five. */
const MOST_STATED = 32;

/** Every `SPDX-License-Identifier` in the head of a file: all of them hold. */
export async function readHeaders(bench: Workbench, artifact: Artifact): Promise<readonly LicenseSource[]> {
  return await readIdentifiers(bench, artifact, artifact);
}

async function readIdentifiers(bench: Workbench, from: Artifact, about: Artifact): Promise<readonly LicenseSource[]> {
  const text = await bench.text(from);
  if (!text.ok) return [];
  const { path } = from;
  const matches = [...text.value.content.slice(0, HEADER_WITHIN).matchAll(/SPDX-License-Identifier:[ \t]*([^\r\n]*)/g)];
  const sources: LicenseSource[] = [];
  for (const [n, { 1: words = "", index }] of matches.slice(0, MOST_STATED + 1).entries()) {
    const declared = words.replace(/(?:\*\/|-->|"""|''')\s*$/, "").trim();
    const message = `${path} declares the licence ${declared} in its header`;
    const remark = { code: "license-header", args: { path, declared }, message, ...quoteLine(text.value, index) };
    const terms = n < MOST_STATED ? readTerms(declared) : UNIDENTIFIED;
    sources.push(await tag(bench, { from, about, declared, terms, remark: { ...remark, basis: "declared" } }));
  }
  return sources;
}

/** Files that speak of one other file, `<file>.license` (REUSE specification 3.3), by the place of that file. */
export function listBeside(artifacts: readonly Artifact[]): ReadonlyMap<string, Artifact> {
  return new Map(
    artifacts.flatMap((artifact) => {
      const place = placeLicenseFile(artifact.path);
      return place?.kind === "beside" ? [[placeKey(artifact.origin, place.file), artifact] as const] : [];
    }),
  );
}

/** What the file beside another says: its identifiers, or that nobody knows its words. */
export async function readBeside(
  bench: Workbench,
  beside: Artifact,
  about: Artifact,
): Promise<readonly LicenseSource[]> {
  const identifiers = await readIdentifiers(bench, beside, about);
  if (identifiers.length > 0) return identifiers;
  const text = await bench.text(beside);
  const { path } = beside;
  const message = `${path} speaks of the licence of ${about.path} and names none that is known`;
  const remark = {
    code: "license-beside-unknown",
    args: { path, file: about.path },
    message,
    basis: "inferred" as const,
  };
  const terms = text.ok ? UNIDENTIFIED : { because: text.because };
  return [await tag(bench, { from: beside, about, declared: null, terms, remark })];
}

interface Said {
  readonly from: Artifact;
  readonly about: Artifact;
  readonly declared: string | null;
  readonly terms: Terms;
  readonly remark: Remark;
}

async function tag(bench: Workbench, { from, about, declared, terms, remark }: Said): Promise<LicenseSource> {
  return { ...explicit(from, about), declared, terms, note: await noteFile(bench, from, remark) };
}

/** What a manifest states of one file of a component. */
export type ManifestTags = (component: ComponentId, artifact: Artifact) => readonly LicenseSource[];

/** The manifest's licences by file. A part `*` speaks of all components. */
export function readManifestTags({ manifest }: Workbench["release"]): ManifestTags {
  if (manifest === undefined) return () => [];
  const parts = new Map<string, Part[]>();
  for (const part of manifest.parts.filter(({ license, origin }) => license !== undefined && origin !== undefined)) {
    for (const path of part.files) {
      const key = placeKey(part.origin ?? "", path);
      const before = parts.get(key);
      if (before === undefined) parts.set(key, [part]);
      else before.push(part);
    }
  }
  return (component, artifact) =>
    (parts.get(placeKey(artifact.origin, artifact.path)) ?? [])
      .filter((part) => part.component === component || part.component === "*")
      .map((part) => describePart(manifest, part, { component, artifact }));
}

function describePart(
  manifest: Manifest,
  part: Part,
  { component, artifact }: { readonly component: ComponentId; readonly artifact: Artifact },
): LicenseSource {
  const declared = part.license ?? "";
  const message = `${manifest.path} declares the licence ${declared} for ${component}`;
  const note = notePartOf(manifest, part, {
    code: "license-in-manifest",
    args: { path: manifest.path, declared },
    message,
  });
  return { ...explicit(artifact, artifact), declared, terms: readTerms(declared), note };
}

type Explicit = Pick<LicenseSource, "kind" | "artifact" | "folder" | "scope" | "found" | "governs">;

function explicit(from: Artifact, about: Artifact): Explicit {
  const folder = folderOf(about.path);
  return { kind: "tag", artifact: from, folder, scope: "all", found: null, governs: "explicit" };
}
