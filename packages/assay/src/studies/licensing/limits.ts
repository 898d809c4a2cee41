/** How many files of one kind are looked at in a folder: each costs every file around it a look. */

import { placeKey } from "./sources.ts";

/** The most licence texts or cards of one folder that we know is four. */
export const MOST_PER_FOLDER = 64;

/** Items of a folder that are looked at, and the first of those that are not. */
export interface Limited<T> {
  readonly kept: readonly T[];
  readonly next: T | undefined;
}

/** Parts items by origin and folder, and limits each part. */
export function limitPerFolder<T>(
  items: readonly T[],
  placeOf: (item: T) => { readonly origin: string; readonly folder: string },
): readonly Limited<T>[] {
  const groups = Map.groupBy(items, (item) => {
    const { origin, folder } = placeOf(item);
    return placeKey(origin, folder);
  });
  return [...groups.values()].map((group) => ({
    kept: group.slice(0, MOST_PER_FOLDER),
    next: group[MOST_PER_FOLDER],
  }));
}
