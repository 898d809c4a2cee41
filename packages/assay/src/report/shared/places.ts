/** Places as editors open them. */

import type { Evidence, Locator } from "../../model/types.ts";

/** `README.md:12`, `model.safetensors`, an address, or nothing for a search in vain. */
export function formatPlace(at: Locator): string | undefined {
  if ("url" in at) return at.url;
  if ("searched" in at) return undefined;
  const inside = at.inside === undefined ? "" : ` (${at.inside.join(" › ")})`;
  return `${at.path}${at.line === undefined ? inside : `:${at.line}`}`;
}

/** Place of the first evidence that has one. */
export function firstPlace(evidence: readonly Evidence[], ids: readonly string[]): string | undefined {
  for (const id of ids) {
    const at = evidence.find((candidate) => candidate.id === id)?.at;
    const place = at === undefined ? undefined : formatPlace(at);
    if (place !== undefined) return place;
  }
  return undefined;
}
