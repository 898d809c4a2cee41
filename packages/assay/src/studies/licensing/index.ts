/** Which licence governs which component. Behind it stands one licence reader; no probe knows which. */

import { loadLicenseIndex } from "../../licenses/license-index.ts";
import { createLicenseReader } from "../../licenses/reader.ts";
import { COMPONENTS, type Component } from "../../model/components.ts";
import type { Governing } from "../../model/documents.ts";
import type { ComponentLicense, Licensing } from "../../model/inventory.ts";
import type { LicenseReader } from "../../model/license.ts";
import type { Platform, Study, Workbench } from "../../model/plugin.ts";
import { inventory } from "../inventory/index.ts";
import { type Governed, govern } from "./govern.ts";
import type { LicenseSource, Terms } from "./sources.ts";
import { joinTerms, readCardTags, readHeader, readManifestTags } from "./tags.ts";
import { readTexts } from "./texts.ts";

async function openReader(platform: Platform): Promise<LicenseReader> {
  const index = loadLicenseIndex(await platform.asset("licenses"));
  return createLicenseReader(index, async (bytes) => {
    const hash = platform.sha256();
    hash.update(bytes);
    return await hash.digest();
  });
}

/** Reads all licence texts and statements of a release and decides what governs each component. */
export const licensing: Study<Licensing> = {
  id: "licensing",
  version: 1,
  async run(bench) {
    let reader: Promise<LicenseReader> | undefined;
    const texts = await readTexts(bench, () => {
      reader ??= openReader(bench.platform);
      return reader;
    });
    const sources = [...texts, ...(await readCardTags(bench))];
    const components = new Map<Component["id"], ComponentLicense>();
    for (const component of COMPONENTS) components.set(component.id, await licenseOf(bench, component, sources));
    return { components, texts: texts.flatMap((text) => describeText(text, sources)) };
  },
};

async function licenseOf(
  bench: Workbench,
  { id, type }: Component,
  sources: readonly LicenseSource[],
): Promise<ComponentLicense> {
  const files = (await bench.study(inventory)).get(id)?.files ?? [];
  const governed: Governed[] = [];
  for (const file of files) {
    const header = type === "data" ? null : await readHeader(bench, file.artifact);
    const own = [...(header === null ? [] : [header]), ...readManifestTags(bench, id, file)];
    governed.push(govern({ artifact: file.artifact, component: id, type }, sources, own));
  }
  const used = new Map(governed.flatMap(({ sources: own }) => own).map((source) => [keyOf(source), source]));
  return {
    governing: [...used.values()].map(describeGoverning),
    notes: [...used.values()].map(({ note }) => note),
    terms: files.length === 0 ? { because: "not-observed" } : joinAll(governed),
  };
}

/** Terms of all files; an unidentified text is the reason that matters most, then a conflict. */
function joinAll(governed: readonly Governed[]): Terms {
  const open = governed.flatMap(({ terms }) => ("because" in terms ? [terms.because] : []));
  if (open.includes("unidentified")) return { because: "unidentified" };
  if (open.includes("conflicting")) return { because: "conflicting" };
  return joinTerms(governed.map(({ terms }) => terms));
}

function keyOf({ artifact, governs, declared, note }: LicenseSource): string {
  return [artifact.origin, note.code === "license-in-manifest" ? note.message : artifact.path, governs, declared].join(
    ":",
  );
}

function describeGoverning({ artifact, declared, found, governs, note }: LicenseSource): Governing {
  return { paths: ["path" in note.at ? note.at.path : artifact.path], declared, found, governs };
}

function describeText(text: LicenseSource, sources: readonly LicenseSource[]): Licensing["texts"] {
  const { artifact, scope, folder, reading } = text;
  if (reading === undefined) return [];
  const tag = sources.find(
    (source) => source.kind === "tag" && source.folder === folder && source.artifact.origin === artifact.origin,
  );
  return [
    { path: artifact.path, ...reading, component: scope === "all" ? "*" : scope, declared: tag?.declared ?? null },
  ];
}
