/** Whether a link leads to a part of this release, and not to somebody else's work. */

import type { Place } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Card, DATA_HEADING, isUnderHeading, titleOf } from "../card/index.ts";
import { flattenName, isOwnName } from "../shared/own-names.ts";
import type { Page } from "./targets.ts";

/** A page, and where the card links to it. */
interface Linked {
  readonly page: Page;
  readonly at: Place;
}

/** Papers and data under their headings are what a card says of itself; other pages have to bear the release's name. */
export function isOwnPage({ release }: Workbench, card: Card, { page, at }: Linked): boolean {
  if (page.kind === "paper") return true;
  if (page.kind === "data" && isUnderHeading(card, at, DATA_HEADING)) return true;
  const owners = release.origins.flatMap(({ target }) => target.split("/").slice(0, -1));
  const isOwner = owners.some((owner) => flattenName(owner) === flattenName(page.owner));
  return isOwner || isOwnName(release, page.name, titleOf(card));
}
