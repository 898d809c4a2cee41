/** Which files of a release are which component, and why. */

import { COMPONENTS, type ComponentId } from "../../model/components.ts";
import type { FoundFile, Holding, Inventory } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import { recogniseCardParts } from "./card-parts.ts";
import { recogniseCode } from "./code.ts";
import { recogniseData } from "./data.ts";
import { recogniseDocument } from "./documents.ts";
import { readWord } from "./manifest.ts";
import { findPointers } from "./pointers.ts";
import type { Recogniser } from "./recognition.ts";
import { recogniseStructured } from "./structured.ts";
import { recogniseWeights } from "./weights.ts";

const RECOGNISERS: readonly Recogniser[] = [
  recogniseWeights,
  recogniseCode,
  recogniseData,
  recogniseDocument,
  recogniseCardParts,
  recogniseStructured,
];

/** The files of each component, the links to it, and what a manifest says of it. */
export const inventory: Study<Inventory> = {
  id: "inventory",
  version: 1,
  async run(bench) {
    const found = await recogniseAll(bench);
    const pointers = groupNotes(await findPointers(bench));
    return new Map(
      COMPONENTS.map(({ id }) => [
        id,
        hold(bench, id, { found: found.get(id) ?? [], pointers: pointers.get(id) ?? [] }),
      ]),
    );
  },
};

async function recogniseAll(bench: Workbench): Promise<ReadonlyMap<ComponentId, readonly FoundFile[]>> {
  const found = new Map<ComponentId, FoundFile[]>();
  for (const artifact of bench.release.artifacts) {
    for (const recognise of RECOGNISERS) {
      for (const { component, note } of await recognise(bench, artifact)) {
        const files = found.get(component) ?? [];
        files.push({ artifact, note });
        found.set(component, files);
      }
    }
  }
  return found;
}

function groupNotes(
  recognised: readonly { readonly component: ComponentId; readonly note: Note }[],
): ReadonlyMap<ComponentId, readonly Note[]> {
  const grouped = new Map<ComponentId, Note[]>();
  for (const { component, note } of recognised) grouped.set(component, [...(grouped.get(component) ?? []), note]);
  return grouped;
}

interface Seen {
  readonly found: readonly FoundFile[];
  readonly pointers: readonly Note[];
}

function hold(bench: Workbench, component: ComponentId, { found, pointers }: Seen): Holding {
  const word = readWord(bench.release, component);
  if (word === null) return { files: found, pointers };
  const known = new Set(found.map(({ artifact }) => artifact));
  const files = [...found, ...word.files.filter(({ artifact }) => !known.has(artifact))];
  return {
    files,
    pointers: word.pointer === undefined ? pointers : [word.pointer, ...pointers],
    ...(word.withheld === undefined ? {} : { withheld: word.withheld }),
    ...(word.whole === undefined ? {} : { declaredWhole: word.whole }),
  };
}
