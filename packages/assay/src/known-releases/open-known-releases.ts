/** The known releases that ship with the package. */

import { FormatError } from "../model/errors.ts";
import type { KnownRelease } from "../model/known-release.ts";
import type { Platform } from "../model/plugin.ts";

/** Opens them, sorted by id. @throws FormatError `known-releases` when the package is damaged. */
export async function openKnownReleases(platform: Platform): Promise<readonly KnownRelease[]> {
  const json = new TextDecoder().decode(await platform.asset("known-releases"));
  try {
    return JSON.parse(json) as readonly KnownRelease[];
  } catch (cause) {
    throw new FormatError("known-releases", "known releases · not JSON · expected what the package ships", { cause });
  }
}
