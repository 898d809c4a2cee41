/** Statements put together: one entry for each base, with the licence that it is known to have. */

import { DATASET_LICENSES, type HeldLicense, MODEL_LICENSES } from "../../licenses/held-licenses.ts";
import type { Note } from "../../model/ledger.ts";
import type { FoundBase, Relation } from "../../model/lineage.ts";
import type { Workbench } from "../../model/plugin.ts";
import { inventory } from "../inventory/index.ts";
import { noteHeld } from "../shared/held.ts";
import { splitTarget } from "./base-names.ts";
import { deduceRelation } from "./relations.ts";
import type { Stated } from "./stated.ts";

/** Bases that are looked at; the longest recipes of merges name some twenty. */
const MOST_BASES = 64;

/** Statements of the same base as one; hints count where nothing else names a model. */
export async function gatherBases(bench: Workbench, stated: readonly Stated[]): Promise<readonly FoundBase[]> {
  const models = stated.filter(({ relation, isHint }) => relation !== "dataset" && relation !== "copy" && !isHint);
  const named = models.filter(({ naming }) => naming !== "none");
  const counted = stated.filter(
    ({ isHint, naming }) => (!isHint || models.length === 0) && (naming !== "none" || named.length === 0),
  );
  const groups = new Map<string, Stated[]>();
  for (const one of counted) {
    const kind = one.relation === "dataset" || one.relation === "copy" ? one.relation : "model";
    const key = `${kind}:${one.base.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const bases = [...groups.keys()].filter((key) => key.startsWith("model:")).length;
  const deduced = await deduceRelation(bench, bases);
  const data = (await bench.study(inventory)).get("training-data");
  const isDataHere = data !== undefined && data.files.length > 0;
  const found = [...groups.values()].slice(0, MOST_BASES).flatMap((group) => describe(group, deduced));
  return found.filter((one) => !isDataHere || !isOwnData(one));
}

/** A word by which a release calls the data that lie in it, where their own licence is told. */
function isOwnData({ relation, naming, license }: FoundBase): boolean {
  return relation === "dataset" && naming === "word" && license === null;
}

function describe(group: readonly Stated[], deduced: Relation): readonly FoundBase[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { base, naming, isHint } = first;
  const relation = group.flatMap((one) => one.relation ?? [])[0] ?? deduced;
  const facts = relation === "dataset" ? DATASET_LICENSES : MODEL_LICENSES;
  const held = findHeld(base, facts);
  const namesake = held === null && naming === "repository" ? findNamesake(base, facts) : undefined;
  const known = held === null ? [] : [noteHeld(base, held)];
  const notes: readonly [Note, ...Note[]] = [first.note, ...others.map(({ note }) => note), ...known];
  const found = { relation, base, naming, isHint, license: held, notes };
  return [namesake === undefined ? found : { ...found, namesake }];
}

function findHeld(base: string, facts: readonly HeldLicense[]): FoundBase["license"] {
  const held = facts.find(({ names }) => names.test(base));
  return held === undefined ? null : { ids: held.ids, source: held.source };
}

/** Publishers whose models others upload again under the same name. */
const PUBLISHERS = [
  "meta-llama",
  "google",
  "Qwen",
  "mistralai",
  "openai",
  "deepseek-ai",
  "black-forest-labs",
  "stabilityai",
  "microsoft",
];

function findNamesake(base: string, facts: readonly HeldLicense[]): string | undefined {
  const { name } = splitTarget(base);
  return PUBLISHERS.map((owner) => `${owner}/${name}`).find((other) => findHeld(other, facts) !== null);
}
