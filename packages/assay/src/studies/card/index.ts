/** The page that introduces a release: its README, with the front matter the model hub reads. */

import type { DocumentFact, Fault, Field, Place } from "../../model/facts.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact, Said } from "../../model/types.ts";

/** A README as it was read. */
export interface Card {
  readonly artifact: Artifact;
  readonly document: DocumentFact;
  /** Scalars of the front matter by JSON pointer; empty where there is none. */
  readonly fields: Readonly<Record<string, Field>>;
  /** What is wrong with the front matter, and what of it was not read. */
  readonly faults: readonly Fault[];
  readonly gaps: readonly Said[];
}

/** READMEs of the release by path, the outermost of the first origin first. */
export const cards: Study<readonly Card[]> = {
  id: "card",
  version: 1,
  async run(bench) {
    const found: Card[] = [];
    for (const artifact of bench.release.artifacts) {
      if (!/(?:^|\/)readme(?:\.md|\.markdown)?$/i.test(artifact.path)) continue;
      const card = await readCard(bench, artifact);
      if (card !== null) found.push(card);
    }
    const rank = bench.release.origins.map(({ id }) => id);
    return found.sort((a, b) => compare(a, b, rank));
  },
};

/** Reads a file as a card; null where no format reads it as a document. */
export async function readCard(bench: Workbench, artifact: Artifact): Promise<Card | null> {
  const reading = (await bench.readings(artifact)).find(({ facts }) => facts.document !== undefined);
  const document = reading?.facts.document;
  if (reading === undefined || document === undefined) return null;
  const front = reading.children.find(({ inside }) => inside.at(-1) === "front-matter");
  const faults = reading.faults.filter(({ code }) => code === "unclosed-front-matter");
  return {
    artifact,
    document,
    fields: front?.facts.fields ?? {},
    faults: [...faults, ...(front?.faults ?? [])],
    gaps: front?.gaps ?? [],
  };
}

function compare(a: Card, b: Card, rank: readonly string[]): number {
  const byDepth = a.artifact.path.split("/").length - b.artifact.path.split("/").length;
  return byDepth || rank.indexOf(a.artifact.origin) - rank.indexOf(b.artifact.origin);
}

/** Values of a front matter key that holds one text or a list of them. */
export function listField(card: Card, key: string): readonly Field[] {
  const own = card.fields[`/${key}`];
  if (own !== undefined) return typeof own.value === "string" ? [own] : [];
  const items: Field[] = [];
  for (let index = 0; ; index += 1) {
    const item = card.fields[`/${key}/${index}`];
    if (item === undefined) return items;
    if (typeof item.value === "string") items.push(item);
  }
}

/** The card's title in a list, empty where it has none. */
export function titleOf({ document }: Pick<Card, "document">): readonly string[] {
  return document.headings.slice(0, 1).map(({ title }) => title);
}

/** Headings of sections on data or on training. */
export const DATA_HEADING: RegExp = /\b(?:data|datasets?|corpus|train(?:ed|ing)?)\b/i;

/** Whether a place stands in a section under such a heading. */
export function isUnderHeading({ document }: Card, place: Place, words: RegExp): boolean {
  return document.headings.some(
    ({ title, at, end }) => words.test(title) && at.start < place.start && place.start < end,
  );
}

/** Keys by which the model hub knows a card (hub-docs, "Model Cards"). */
const HUB_KEYS = [
  "license",
  "library_name",
  "pipeline_tag",
  "base_model",
  "language",
  "model-index",
  "model_name",
  "tags",
];

/** Keys of a front matter by which the hub knows a data set's card (hub-docs, "Dataset Cards"). */
export const DATASET_KEYS: readonly string[] = [
  "dataset_info",
  "task_categories",
  "size_categories",
  "annotations_creators",
  "source_datasets",
  "train-eval-index",
  "paperswithcode_id",
  "pretty_name",
];

/** Whether a README in the root of its origin is written as a model card. */
export function isModelCard(card: Card): boolean {
  if (card.artifact.path.includes("/") || card.document.headings.length === 0) return false;
  return Object.keys(card.fields).some((pointer) => HUB_KEYS.includes(pointer.split("/")[1] ?? ""));
}
