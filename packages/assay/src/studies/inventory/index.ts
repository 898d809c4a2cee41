/** Which files of a release are which component, and why. */

import { COMPONENTS, type ComponentId } from "../../model/components.ts";
import type { FoundFile, Holding, Inventory, StatedAccess } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import { findAccess } from "./access.ts";
import { recogniseCalled } from "./called-documents.ts";
import { recogniseCardParts } from "./card-parts.ts";
import { recogniseCode } from "./code.ts";
import { recogniseData } from "./data.ts";
import { recogniseDocument } from "./documents.ts";
import { readWord } from "./manifest.ts";
import { narrowInventory } from "./narrow.ts";
import { recogniseNotebook } from "./notebooks.ts";
import { findPointers } from "./pointers.ts";
import type { Recogniser } from "./recognition.ts";
import { recogniseResults } from "./results.ts";
import { recogniseSamples } from "./samples.ts";
import { recogniseStructured } from "./structured.ts";
import { recogniseWeights } from "./weights.ts";
import { findWithheld } from "./withheld.ts";

export { isAtHand } from "./beside.ts";
export { showPurpose } from "./code.ts";
export { isIntermediate, isNamedLikeWeights } from "./weights.ts";

const RECOGNISERS: readonly Recogniser[] = [
  recogniseWeights,
  recogniseCode,
  recogniseNotebook,
  recogniseData,
  recogniseDocument,
  recogniseCalled,
  recogniseCardParts,
  recogniseResults,
  recogniseSamples,
  recogniseStructured,
];

/** The files of each component, the links to it, and what a manifest says of it. */
export const inventory: Study<Inventory> = {
  id: "inventory",
  version: 1,
  async run(bench) {
    const seen = await recogniseAll(bench);
    for (const { component, note } of await findPointers(bench)) seenOf(seen, component).pointers.push(note);
    const withheld = await findWithheld(bench);
    const access = await findAccess(bench);
    const held = new Map<ComponentId, Holding>();
    for (const { id } of COMPONENTS) {
      const said = { withheld: withheld.get(id), access: access.get(id) };
      held.set(id, addSaid(await hold(bench, id, seenOf(seen, id)), said));
    }
    return held;
  },
  narrow: narrowInventory,
};

interface Seen {
  readonly files: FoundFile[];
  readonly unread: FoundFile[];
  readonly pointers: Note[];
}

function seenOf(seen: Map<ComponentId, Seen>, component: ComponentId): Seen {
  const before = seen.get(component);
  if (before !== undefined) return before;
  const nothing: Seen = { files: [], unread: [], pointers: [] };
  seen.set(component, nothing);
  return nothing;
}

async function recogniseAll(bench: Workbench): Promise<Map<ComponentId, Seen>> {
  const seen = new Map<ComponentId, Seen>();
  for (const artifact of bench.release.artifacts) {
    for (const recognise of RECOGNISERS) {
      for (const { component, note, isUnread } of await recognise(bench, artifact)) {
        seenOf(seen, component)[isUnread ? "unread" : "files"].push({ artifact, note });
      }
    }
  }
  return seen;
}

/** What sentences of the release say of a component. */
interface Sentences {
  readonly withheld: Note | undefined;
  readonly access: StatedAccess | undefined;
}

/** A sentence that denies a component is believed where nothing of it is here and no link leads to it. */
function addSaid(holding: Holding, { withheld, access }: Sentences): Holding {
  const isDenied = holding.files.length + holding.unread.length + holding.pointers.length === 0;
  const denied = isDenied && holding.withheld === undefined ? withheld : undefined;
  return { ...holding, ...(denied && { withheld: denied }), ...(access && { access }) };
}

/** What was seen, together with what a manifest says. Its word makes no file of what could not be read as one. */
async function hold(bench: Workbench, component: ComponentId, seen: Seen): Promise<Holding> {
  const { unread, pointers } = seen;
  const word = await readWord(bench, component);
  if (word === null) return seen;
  const known = new Set([...seen.files, ...unread].map(({ artifact }) => artifact));
  const files = [...seen.files, ...word.files.filter(({ artifact }) => !known.has(artifact))];
  return {
    files,
    // What a manifest names beside files that were recognised takes nothing from them.
    unread: files.length > 0 ? unread : [...unread, ...word.unread.filter(({ artifact }) => !known.has(artifact))],
    pointers: word.pointer === undefined ? pointers : [word.pointer, ...pointers],
    ...(word.withheld === undefined ? {} : { withheld: word.withheld }),
    ...(word.whole === undefined ? {} : { declaredWhole: word.whole }),
    ...(word.level === undefined ? {} : { level: word.level }),
  };
}
