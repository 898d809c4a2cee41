/** Evidence as a report shows it: the observation, its place as a link, the quote, the digest. */

import type { Assessment } from "../../model/documents.ts";
import type { Evidence, FilePlace, Locator, Origin } from "../../model/types.ts";
import { formatPlace } from "./places.ts";
import type { Exhibit } from "./view.ts";

/** Looks evidence up by id and makes exhibits of it, each once and in the order that is asked for. */
export type Exhibitor = (ids: readonly string[]) => readonly Exhibit[];

/** Opens the evidence of an assessment. */
export function openExhibits({ evidence, origins }: Pick<Assessment, "evidence" | "origins">): Exhibitor {
  const known = new Map(evidence.map((one) => [one.id, one]));
  return (ids) =>
    [...new Set(ids)].flatMap((id) => {
      const one = known.get(id);
      return one === undefined ? [] : [exhibit(one, origins)];
    });
}

function exhibit({ message, basis, at, quote, sha256 }: Evidence, origins: readonly Origin[]): Exhibit {
  return {
    text: message,
    basis,
    ...showPlace(at, origins),
    ...(quote === undefined ? {} : { quote }),
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

/** A place and its address, as far as they are known; with its origin where that is not the first. */
export function showPlace(at: Locator, origins: readonly Origin[]): Pick<Exhibit, "place" | "url"> {
  const place = formatPlace(at);
  if (place === undefined) return {};
  if (!("path" in at)) return { place, url: place };
  const origin = at.origin === undefined ? origins[0] : origins.find(({ id }) => id === at.origin);
  const url = addressOf(at, origin);
  return {
    place: at.origin === undefined ? place : `${place} (${at.origin})`,
    ...(url === undefined ? {} : { url }),
  };
}

/** Address of a file at the revision that was read; none where its origin has no pages, or the path would leave them. */
function addressOf({ path, line }: FilePlace, origin: Origin | undefined): string | undefined {
  const segments = path.split("/");
  if (origin?.page === undefined || segments.some((segment) => /^\.{0,2}$/.test(segment))) return undefined;
  // A lone surrogate has no percent-encoding: such a path has no address.
  if (!path.isWellFormed()) return undefined;
  // plain=1: a code host shows a card as a page, which has no lines.
  const spot = line === undefined ? "" : `?plain=1#L${line}`;
  return `${origin.page}/blob/${encodeURIComponent(origin.revision)}/${segments.map(encodeURIComponent).join("/")}${spot}`;
}
