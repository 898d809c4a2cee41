/** Answers whether a component is published, from what the inventory holds of it. */

import type { ComponentId } from "../../model/components.ts";
import type { FoundFile, Holding, Inventory } from "../../model/inventory.ts";
import type { Ledger, Note } from "../../model/ledger.ts";
import type { Release } from "../../model/types.ts";

/** Evidence per component: enough to check it by eye; the component's list of files names all. */
const MOST_NOTES = 20;

const NOTHING: Holding = { files: [], unread: [], pointers: [] };

/** What the inventory holds of a component. */
export function holdingOf(inventory: Inventory, component: ComponentId): Holding {
  return inventory.get(component) ?? NOTHING;
}

/** Writes down the files that were found, as far as anybody will look. */
export function noteFiles(ledger: Ledger, files: readonly FoundFile[]): string[] {
  return files.slice(0, MOST_NOTES).map(({ note }) => ledger.note(note));
}

/** Answers `<component>.published`: absence only on the release's own word, and not against files that are there. */
export function answerPublished(
  ledger: Ledger,
  component: ComponentId,
  bench: { release: Release; inventory: Inventory },
): void {
  const { files, unread, pointers, withheld, access } = holdingOf(bench.inventory, component);
  const claim = `${component}.published`;
  const there = noteFiles(ledger, [...files, ...unread]);
  const said = access !== undefined && there.length > 0 ? [ledger.note(access.note)] : [];
  if (withheld !== undefined) {
    const denial = ledger.note(withheld);
    if (there.length === 0) ledger.answer(claim, false, [denial]);
    else ledger.leaveOpen(claim, "conflicting", [...there, denial]);
  } else if (files.length > 0) ledger.answer(claim, true, [...noteFiles(ledger, files), ...said]);
  else if (unread.length > 0) ledger.leaveOpen(claim, "unreadable", there);
  else if (pointers.length > 0) leaveElsewhere(ledger, claim, [...pointers, ...(access ? [access.note] : [])]);
  else ledger.leaveOpen(claim, "not-observed", [ledger.note(noteSearched(component, bench.release))]);
}

function leaveElsewhere(ledger: Ledger, claim: string, pointers: readonly Note[]): void {
  const seen = pointers.map((note) => ledger.note(note));
  ledger.leaveOpen(claim, "elsewhere", seen);
}

function noteSearched(component: ComponentId, { origins, artifacts }: Release): Note {
  const what = component.replaceAll("-", " ");
  return {
    code: "not-found",
    args: { component, files: artifacts.length },
    message: `Among ${artifacts.length} files none was recognised as ${what}`,
    basis: "inferred",
    at: { searched: origins.map(({ id }) => id) },
  };
}
