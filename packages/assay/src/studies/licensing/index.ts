/** Which licence governs which component. Behind it stands one licence reader; no probe knows which. */

import { openLicenseReader } from "../../licenses/open-reader.ts";
import { COMPONENTS, type Component } from "../../model/components.ts";
import type { Governing } from "../../model/documents.ts";
import type { ComponentLicense, Licensing } from "../../model/inventory.ts";
import type { LicenseReader } from "../../model/license.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { inventory } from "../inventory/index.ts";
import { readCardTags } from "./card-tags.ts";
import { readHosts } from "./gates.ts";
import { createGovernor, type Governed, type Governor } from "./govern.ts";
import { readPackageTags } from "./package-tags.ts";
import { readProse } from "./prose.ts";
import { joinTerms, type LicenseSource, placeKey } from "./sources.ts";
import { listBeside, type ManifestTags, readBeside, readHeaders, readManifestTags, readMetadata } from "./tags.ts";
import { readTexts } from "./texts.ts";

/** Reads all licence texts and statements of a release and decides what governs each component. */
export const licensing: Study<Licensing> = {
  id: "licensing",
  version: 1,
  run: license,
  // What governs a file lies around it, whatever model it is of: only the files are fewer.
  narrow: (_, bench) => license(bench),
};

async function license(bench: Workbench): Promise<Licensing> {
  const desk = await bench.study(statements);
  const components = new Map<Component["id"], ComponentLicense>();
  for (const component of COMPONENTS) components.set(component.id, await licenseOf(bench, desk, component));
  const [{ id: origin }] = bench.release.origins;
  const atRoot = desk.governor({ origin, path: "", component: "weights", type: "data" }, []);
  return { components, atRoot: describeGoverned([atRoot]), texts: desk.texts, altered: desk.altered };
}

/** All that says what governs a file. */
interface Desk extends Pick<Licensing, "texts" | "altered"> {
  readonly governor: Governor;
  readonly beside: ReadonlyMap<string, Artifact>;
  readonly manifestTags: ManifestTags;
}

const statements: Study<Desk> = {
  id: "licensing-statements",
  version: 1,
  async run(bench) {
    let reader: Promise<LicenseReader> | undefined;
    const open = (): Promise<LicenseReader> => {
      reader ??= openLicenseReader(bench.platform);
      return reader;
    };
    const texts = await readTexts(bench, open);
    const hosts = await readHosts(bench, open);
    const tags = [...hosts, ...(await readCardTags(bench, texts)), ...(await readPackageTags(bench, texts))];
    return {
      texts: describeTexts([...texts, ...hosts], tags),
      altered: texts.flatMap(({ reading, note }) =>
        reading?.match.kind === "modified" || reading?.titled !== undefined ? [note] : [],
      ),
      governor: createGovernor([...texts, ...tags, ...(await readProse(bench))]),
      beside: listBeside(bench.release.artifacts),
      manifestTags: readManifestTags(bench.release),
    };
  },
};

async function licenseOf(bench: Workbench, desk: Desk, { id, type }: Component): Promise<ComponentLicense> {
  const files = (await bench.study(inventory)).get(id)?.files ?? [];
  const governed = new Set<Governed>();
  for (const file of files) {
    const { origin, path } = file.artifact;
    const own = await readOwn(desk, { id, type }, { bench, artifact: file.artifact });
    governed.add(desk.governor({ origin, path, component: id, type }, own));
  }
  const license = describeGoverned([...governed]);
  return files.length === 0 ? { ...license, terms: { because: "not-observed" } } : license;
}

function describeGoverned(governed: readonly Governed[]): ComponentLicense {
  const used = new Map(governed.flatMap(({ sources }) => sources).map((source) => [keyOf(source), source]));
  const sources = [...used.values()];
  return {
    governing: sources.filter(({ isRefused }) => isRefused !== true).map(describeGoverning),
    sources,
    notes: sources.map(({ note }) => note),
    terms: joinTerms(governed.map(({ terms }) => terms)),
  };
}

/** What is said of that very file. */
async function readOwn(
  { beside, manifestTags }: Desk,
  { id, type }: Pick<Component, "id" | "type">,
  { bench, artifact }: { readonly bench: Workbench; readonly artifact: Artifact },
): Promise<readonly LicenseSource[]> {
  const sidecar = beside.get(placeKey(artifact.origin, artifact.path));
  return [
    ...(type === "data" ? await readMetadata(bench, artifact) : await readHeaders(bench, artifact)),
    ...(sidecar === undefined ? [] : await readBeside(bench, sidecar, artifact)),
    ...manifestTags(id, artifact),
  ];
}

function keyOf({ artifact, governs, declared, note }: LicenseSource): string {
  return [artifact.origin, note.code === "license-in-manifest" ? note.message : artifact.path, governs, declared].join(
    ":",
  );
}

function describeGoverning({ artifact, declared, found, governs, note }: LicenseSource): Governing {
  return { paths: ["path" in note.at ? note.at.path : artifact.path], declared, found, governs };
}

function describeTexts(texts: readonly LicenseSource[], tags: readonly LicenseSource[]): Licensing["texts"] {
  const declared = new Map(
    tags
      .filter(({ scope }) => scope === "all")
      .toReversed()
      .map((tag) => [placeKey(tag.artifact.origin, tag.folder), tag.declared] as const),
  );
  return texts.flatMap(({ artifact, scope, folder, reading }) => {
    if (reading === undefined) return [];
    const component = scope === "all" ? "*" : scope;
    return [
      { path: artifact.path, ...reading, component, declared: declared.get(placeKey(artifact.origin, folder)) ?? null },
    ];
  });
}
