/** The packs that ship, and references into them. */

import { euAiAct } from "./eu-ai-act.ts";
import { nist6001 } from "./nist-600-1.ts";
import type { GuidancePack } from "./pack.ts";
import { paiDeployment } from "./pai-deployment.ts";

/** Every pack. */
export const guidancePacks: readonly GuidancePack[] = [euAiAct, nist6001, paiDeployment];

/** Whether a reference `pack:item` leads to an item of a pack that ships. */
export function isGuidance(reference: string): boolean {
  const colon = reference.indexOf(":");
  const pack = guidancePacks.find(({ id }) => id === reference.slice(0, colon));
  return pack?.items.some(({ id }) => id === reference.slice(colon + 1)) === true;
}
