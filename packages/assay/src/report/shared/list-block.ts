/** Lists as blocks: short where they are read, long where there is room. */

import type { Item, List } from "./view.ts";

/** Lines of a list on a page; a release of strangers may hold a million gaps, and the JSON has all of them. */
const MOST_ON_PAGE = 1000;

/** The list, cut for a short report; none where there is nothing to list. */
export function listBlock(title: string, items: readonly (string | Item)[], most: number): readonly List[] {
  if (items.length === 0) return [];
  const rest = items.slice(most, MOST_ON_PAGE);
  const more = Math.max(0, items.length - most);
  return [{ kind: "list", title, items: items.slice(0, most), more, ...(rest.length > 0 && { rest }) }];
}
