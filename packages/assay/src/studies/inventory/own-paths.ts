/** Which file of the release an address leads to. */

import type { Release } from "../../model/types.ts";
import { isOwnRepository } from "../shared/kinship.ts";
import { isOwnName } from "../shared/own-names.ts";
import { resolvePath } from "../shared/path-words.ts";

/** A file on the page of a repository on a code host. */
const BLOB =
  /^https?:\/\/(?:(?:www\.)?(?:github|gitlab)\.com\/([^/\s]{1,80})\/([^/\s]{1,100})\/(?:-\/)?(?:blob|raw)|raw\.githubusercontent\.com\/([^/\s]{1,80})\/([^/\s]{1,100}))\/(?:refs\/heads\/)?[^/\s]{1,80}\/(\S{1,300})$/;

/** The path that an address leads to: a relative one, or one of the release's page on a code host; empty for any other. */
export function pathInRelease(release: Release, folder: string, url: string): string {
  const bare = url.replace(/[?#].*$/, "");
  if (!/^\w+:/.test(bare)) return resolvePath(folder, bare);
  const [, owner = "", name = "", rawOwner = "", rawName = "", path = ""] = BLOB.exec(bare) ?? [];
  const at = { owner: owner || rawOwner, name: name || rawName };
  return isOwnName(release, at.name) || isOwnRepository(release, at) ? path : "";
}
