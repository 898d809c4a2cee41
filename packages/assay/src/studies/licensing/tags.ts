/** What a release states of its licences without their text: card tags, file headers, manifest parts. */

import { readDeclared } from "../../licenses/declared.ts";
import { listFamilyIds } from "../../licenses/license-family.ts";
import type { ComponentId } from "../../model/components.ts";
import type { FoundFile } from "../../model/inventory.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards, listField } from "../card/index.ts";
import { noteFile, notePartOf, quoteLine } from "../shared/noting.ts";
import { folderOf, governsBy, type LicenseSource, namesOf, type Terms } from "./sources.ts";

/** A header stands in the first lines (SPDX specification, annex E). */
const HEADER_WITHIN = 4 << 10;

/** Tags in the front matter of READMEs: `license`, and `license_name` where that says `other`. */
export async function readCardTags(bench: Workbench): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const card of await bench.study(cards)) {
    const source = await readCardTag(bench, card);
    if (source !== null) sources.push(source);
  }
  return sources;
}

async function readCardTag(bench: Workbench, card: Card): Promise<LicenseSource | null> {
  const tags = listField(card, "license");
  const [first] = tags;
  if (first === undefined) return null;
  const [name] = listField(card, "license_name");
  const declared = name === undefined ? tags.map(({ value }) => value).join(", ") : String(name.value);
  const terms = joinTerms(tags.map(({ value }) => readTerms(String(value))));
  const { path } = card.artifact;
  const folder = folderOf(path);
  const message = `${path} declares the licence ${declared}`;
  const remark = {
    code: "license-declared",
    args: { path, declared },
    message,
    at: first.at,
    quote: `license: ${declared}`,
  };
  const note = await noteFile(bench, card.artifact, { ...remark, basis: "declared" });
  const governs = governsBy(folder);
  return { kind: "tag", artifact: card.artifact, folder, scope: "all", declared, found: null, terms, governs, note };
}

/** Reads a declared licence; words that are no known identifier stay unidentified. */
function readTerms(declared: string): Terms {
  const { ids, known, family } = readDeclared(declared);
  if (known) return { ids };
  const isVersioned = family !== undefined && listFamilyIds(family) !== null;
  return isVersioned ? { ids: namesOf(family) } : { because: "unidentified" };
}

/** All of the terms at once; one that is not known leaves the whole open. */
export function joinTerms(all: readonly Terms[]): Terms {
  const open = all.find((terms) => "because" in terms);
  if (open !== undefined) return open;
  return { ids: [...new Set(all.flatMap((terms) => ("ids" in terms ? terms.ids : [])))].sort() };
}

/** `SPDX-License-Identifier` in the head of a file, null where there is none. */
export async function readHeader(bench: Workbench, artifact: Artifact): Promise<LicenseSource | null> {
  const text = await bench.text(artifact);
  if (!text.ok) return null;
  const match = /SPDX-License-Identifier:[ \t]*([^\r\n]+)/.exec(text.value.content.slice(0, HEADER_WITHIN));
  if (match?.[1] === undefined) return null;
  const declared = match[1].replace(/(?:\*\/|-->|"""|''')\s*$/, "").trim();
  const { path } = artifact;
  const message = `${path} declares the licence ${declared} in its header`;
  const remark = { code: "license-header", args: { path, declared }, message, ...quoteLine(text.value, match.index) };
  const note = await noteFile(bench, artifact, { ...remark, basis: "declared" });
  return { ...explicit(artifact, declared), note };
}

/** Licences that the manifest states for a file of a component. */
export function readManifestTags(
  bench: Workbench,
  component: ComponentId,
  { artifact }: FoundFile,
): readonly LicenseSource[] {
  const { manifest } = bench.release;
  if (manifest === undefined) return [];
  return manifest.parts.flatMap((part) => {
    const covers =
      part.component === component && part.origin === artifact.origin && part.files.includes(artifact.path);
    if (!covers || part.license === undefined) return [];
    const message = `${manifest.path} declares the licence ${part.license} for ${component}`;
    const args = { path: manifest.path, declared: part.license };
    const note = notePartOf(manifest, part, { code: "license-in-manifest", args, message });
    return [{ ...explicit(artifact, part.license), note }];
  });
}

function explicit(artifact: Artifact, declared: string): Omit<LicenseSource, "note"> {
  const folder = folderOf(artifact.path);
  return {
    kind: "tag",
    artifact,
    folder,
    scope: "all",
    declared,
    found: null,
    terms: readTerms(declared),
    governs: "explicit",
  };
}
