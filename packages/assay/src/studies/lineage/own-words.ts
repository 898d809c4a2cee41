/** What a release says of itself: its names, whether it is a model at all, its words. */

import type { Note } from "../../model/ledger.ts";
import type { FoundLineage, OwnName } from "../../model/lineage.ts";
import type { Workbench } from "../../model/plugin.ts";
import { cards, listField, titleOf } from "../card/index.ts";
import { noteFile } from "../shared/noting.ts";
import { flattenName } from "../shared/own-names.ts";
import { splitTarget } from "./base-names.ts";
import type { Stated } from "./stated.ts";

/** A release names itself in its configuration, and data and code of its own elsewhere. */
export function isItself({ base, isHint, relation }: Stated, { release }: Workbench): boolean {
  const other = splitTarget(base);
  return release.origins.some(({ target }) => {
    const own = splitTarget(target);
    if (relation === "dataset" || own.name.toLowerCase() !== other.name.toLowerCase()) return false;
    return isHint || relation === "copy" || own.owner?.toLowerCase() === other.owner?.toLowerCase();
  });
}

/** The names under which it goes: given ones first, those of folders and titles last. */
export async function listNames(bench: Workbench): Promise<readonly OwnName[]> {
  const { manifest, origins } = bench.release;
  const read = (await bench.study(cards)).filter(({ artifact }) => !artifact.path.includes("/"));
  const given = [
    manifest?.name ?? [],
    ...read.map((card) => listField(card, "model_name").map(({ value }) => String(value))),
  ];
  const titles = read.flatMap(titleOf);
  const places = origins.map(({ target }): OwnName => {
    const { owner, name } = splitTarget(target);
    // What somebody called a folder is its name where the card's title is the same.
    return { name, isPublished: owner !== null || titles.some((title) => flattenName(title) === flattenName(name)) };
  });
  return [
    ...given.flat().map((name) => ({ name, isPublished: true })),
    ...places,
    ...titles.map((name) => ({ name, isPublished: false })),
  ];
}

/** Libraries and tags of what is trained on the inside of a model and holds none of its weights. */
const APART =
  /^(?:sae[-_]?lens|saelens|sae|sparse[-_]autoencoders?|transcoders?|(?:linear[-_])?probes?|steering[-_]vectors?)$/i;

/** Where it says that it is no model. */
export async function findApart(bench: Workbench): Promise<Note | null> {
  for (const card of await bench.study(cards)) {
    const field = [...listField(card, "library_name"), ...listField(card, "tags")].find(({ value }) =>
      APART.test(String(value)),
    );
    if (field === undefined) continue;
    const { path } = card.artifact;
    const quote = String(field.value);
    const message = `${path} calls it ${quote}: something trained on what a model computes`;
    const said = { code: "trained-apart", args: { path, kind: quote }, message, basis: "declared" as const };
    return await noteFile(bench, card.artifact, { ...said, at: field.at, quote });
  }
  return null;
}

/** Words of all outermost cards, with single spaces. */
export async function readWords(bench: Workbench): Promise<FoundLineage["says"]> {
  const texts: string[] = [];
  for (const { artifact } of await bench.study(cards)) {
    const text = artifact.path.includes("/") ? null : await bench.text(artifact);
    if (text?.ok) texts.push(text.value.content.replace(/\s+/g, " ").toLowerCase());
  }
  return (words) => texts.some((text) => text.includes(words.toLowerCase()));
}
