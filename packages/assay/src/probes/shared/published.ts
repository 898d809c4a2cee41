/** Answers whether a component is published, from what the inventory holds of it. */

import type { ComponentId } from "../../model/components.ts";
import type { Holding, Inventory } from "../../model/inventory.ts";
import type { Ledger } from "../../model/ledger.ts";
import type { Release } from "../../model/types.ts";

/** Evidence per component: enough to check it by eye; the component's list of files names all. */
const MOST_NOTES = 20;

const NOTHING: Holding = { files: [], pointers: [] };

/** What the inventory holds of a component. */
export function holdingOf(inventory: Inventory, component: ComponentId): Holding {
  return inventory.get(component) ?? NOTHING;
}

/** Answers `<component>.published`: absence only on a manifest's word, and not against files that are there. */
export function answerPublished(
  ledger: Ledger,
  component: ComponentId,
  bench: { release: Release; inventory: Inventory },
): void {
  const { files, pointers, withheld } = holdingOf(bench.inventory, component);
  const claim = `${component}.published`;
  const seen = files.slice(0, MOST_NOTES).map(({ note }) => ledger.note(note));
  if (withheld !== undefined) {
    const said = ledger.note(withheld);
    if (files.length === 0) ledger.answer(claim, false, [said]);
    else ledger.leaveOpen(claim, "conflicting", [...seen, said]);
  } else if (files.length > 0) ledger.answer(claim, true, seen);
  else if (pointers.length > 0)
    ledger.leaveOpen(
      claim,
      "elsewhere",
      pointers.map((note) => ledger.note(note)),
    );
  else ledger.leaveOpen(claim, "not-observed", [ledger.note(noteSearched(component, bench.release))]);
}

function noteSearched(component: ComponentId, { origins, artifacts }: Release): Parameters<Ledger["note"]>[0] {
  const what = component.replaceAll("-", " ");
  return {
    code: "not-found",
    args: { component, files: artifacts.length },
    message: `Among ${artifacts.length} files none was recognised as ${what}`,
    basis: "inferred",
    at: { searched: origins.map(({ id }) => id) },
  };
}
