/** In which documents a release speaks of itself. */

import type { Page } from "../pages/index.ts";

/** READMEs and model cards, not those of examples, and no document of a folder that is no card. */
export function speaksOfItself({ isFront, isCard, isAside }: Page): boolean {
  return (isFront || isCard) && !isAside;
}
