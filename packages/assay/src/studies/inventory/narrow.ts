/** What of a release's inventory is about one of its models. */

import type { FoundFile, Holding, Inventory } from "../../model/inventory.ts";
import type { Note } from "../../model/ledger.ts";
import type { NarrowBench } from "../../model/plugin.ts";

/** Leaves out the files of other models, and the links that stand in them. */
export function narrowInventory(whole: Inventory, bench: NarrowBench): Inventory {
  return new Map([...whole].map(([component, holding]) => [component, narrow(holding, bench)]));
}

/** A manifest that denies a component is contradicted by the files of any model, and speaks of no model's files as a whole. */
function narrow(holding: Holding, { release, isAbout }: NarrowBench): Holding {
  if (holding.withheld !== undefined) return holding;
  const [{ id: first }] = release.origins;
  const isOwn = ({ artifact }: FoundFile): boolean => isAbout(artifact);
  const isSeen = ({ at }: Note): boolean => !("path" in at) || isAbout({ origin: first, ...at });
  const { declaredWhole, ...rest } = holding;
  const files = holding.files.filter(isOwn);
  const isWhole = declaredWhole !== undefined && files.length === holding.files.length;
  return {
    ...rest,
    files,
    unread: holding.unread.filter(isOwn),
    pointers: holding.pointers.filter(isSeen),
    ...(isWhole ? { declaredWhole } : {}),
  };
}
