/** Which licence governs which component. Behind it stands one licence reader; no probe knows which. */

import { openLicenseReader } from "../../licenses/open-reader.ts";
import { COMPONENTS, type Component } from "../../model/components.ts";
import type { ComponentLicense, Licensing } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { LicenseReader } from "../../model/license.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { inventory } from "../inventory/index.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { indexTexts, type Texts } from "./agreement.ts";
import { readCardGates } from "./card-gates.ts";
import { listCards, readCardTags } from "./card-tags.ts";
import { readCardTerms } from "./card-terms.ts";
import { type Described, describeGoverned } from "./describe.ts";
import { readHosts } from "./gates.ts";
import { createGovernor, type Governed, type Governor } from "./govern.ts";
import { createHeaderReader, type HeaderReader } from "./header-texts.ts";
import { readLinkedTexts } from "./linked-texts.ts";
import { createMetadataReader, type MetadataReader } from "./metadata-tags.ts";
import { type ModelStatements, readModelRows } from "./model-statements.ts";
import { readNotices } from "./notices.ts";
import { readPackageTags } from "./package-tags.ts";
import { readProse } from "./prose.ts";
import { readSectionTexts } from "./section-texts.ts";
import { readSideStatements } from "./side-statements.ts";
import { type LicenseSource, placeKey } from "./sources.ts";
import { listBeside, type ManifestTags, readBeside, readHeaders, readManifestTags } from "./tags.ts";
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
  const disagreements: Note[] = [];
  for (const component of COMPONENTS) {
    const described = await licenseOf(bench, desk, component);
    components.set(component.id, described.license);
    disagreements.push(...described.disagreements);
  }
  const [{ id: origin }] = bench.release.origins;
  const weights = { origin, path: "", component: "weights", type: "data" } as const;
  const around = desk.governor(weights, desk.modelStatements(null));
  const atRoot = describeGoverned(bench, [around], desk.found);
  const all = new Map([...disagreements, ...atRoot.disagreements].map((note) => [note.message, note]));
  return {
    components,
    atRoot: atRoot.license,
    texts: [...desk.texts, ...listInside(components)],
    altered: desk.altered,
    disagreements: [...all.values()],
  };
}

/** Texts that stand in the metadata of weights, by the files that they govern. */
function listInside(components: Licensing["components"]): Licensing["texts"] {
  const texts = [...components].flatMap(([component, { sources }]) =>
    sources.flatMap(({ artifact, text, reading, note }) => {
      // A remark that says something of terms is no text of a licence.
      if (text === undefined || reading === undefined || note.code === "license-in-notice") return [];
      return [{ path: artifact.path, ...reading, component, declared: null }];
    }),
  );
  return [...new Map(texts.map((text) => [text.path, text])).values()];
}

/** All that says what governs a file. */
interface Desk extends Pick<Licensing, "texts" | "altered"> {
  readonly governor: Governor;
  readonly beside: ReadonlyMap<string, Artifact>;
  readonly manifestTags: ManifestTags;
  readonly modelStatements: ModelStatements;
  readonly readHeaderText: HeaderReader;
  readonly readMetadata: MetadataReader;
  /** What statements are held against. */
  readonly found: Omit<Texts, "governing">;
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
    const files = await readTexts(bench, open);
    const texts = [...files, ...(await readSectionTexts(bench, open))];
    const hosts = await readHosts(bench, open);
    const gates = await readCardGates(bench, open);
    const tags = [...hosts, ...(await readCardTags(bench, texts)), ...(await readPackageTags(bench, texts)), ...gates];
    const rows = await readModelRows(bench, texts);
    const prose = [...(await readProse(bench, rows.isTold)), ...(await readNotices(bench))];
    const cards = listCards(bench).flatMap(({ kept }) => kept);
    prose.push(...(await readCardTerms(bench, cards)), ...(await readSideStatements(bench)));
    const linked = await readLinkedTexts(bench, files, rows.isTold);
    return {
      texts: describeTexts([...texts, ...hosts, ...gates], tags),
      altered: files.flatMap(({ reading, note }) =>
        reading?.match.kind === "modified" || reading?.titled !== undefined ? [note] : [],
      ),
      governor: createGovernor([...texts, ...linked, ...tags, ...prose]),
      beside: listBeside(bench.release.artifacts),
      manifestTags: readManifestTags(bench.release),
      modelStatements: rows.statements,
      readHeaderText: createHeaderReader(open),
      readMetadata: createMetadataReader(open),
      found: { all: indexTexts(texts.filter(({ kind }) => kind !== "tag")), known: await bench.study(knownTerms) },
    };
  },
};

async function licenseOf(bench: Workbench, desk: Desk, { id, type }: Component): Promise<Described> {
  const files = (await bench.study(inventory)).get(id)?.files ?? [];
  const governed = new Set<Governed>();
  for (const file of files) {
    const { origin, path } = file.artifact;
    const own = await readOwn(desk, { id, type }, { bench, artifact: file.artifact });
    governed.add(desk.governor({ origin, path, component: id, type }, own));
  }
  const described = describeGoverned(bench, [...governed], desk.found);
  if (files.length > 0) return described;
  return { ...described, license: { ...described.license, terms: { because: "not-observed" } } };
}

/** What is said of that very file. */
async function readOwn(
  { beside, manifestTags, modelStatements, readHeaderText, readMetadata }: Desk,
  { id, type }: Pick<Component, "id" | "type">,
  { bench, artifact }: { readonly bench: Workbench; readonly artifact: Artifact },
): Promise<readonly LicenseSource[]> {
  const sidecar = beside.get(placeKey(artifact.origin, artifact.path));
  return [
    ...(type === "data" ? await readMetadata(bench, artifact) : await readHeaders(bench, artifact)),
    ...(type === "code" ? await readHeaderText(bench, artifact) : []),
    ...(sidecar === undefined ? [] : await readBeside(bench, sidecar, artifact)),
    ...manifestTags(id, artifact),
    ...(id === "weights" || id === "intermediate-weights" ? modelStatements(artifact) : []),
  ];
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
