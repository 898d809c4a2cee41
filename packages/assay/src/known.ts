/**
 * The side door: what is known without reading a release. Apart from the hallway, whose formats, probes and sources it
 * does without, so that it answers at once and loads nothing that asks a network.
 */

import { findFramework, newestOf } from "./assess/address.ts";
import { deductions } from "./deductions/all.generated.ts";
import { frameworks as everyFramework } from "./frameworks/all.generated.ts";
import { findRelease } from "./known-releases/find-release.ts";
import { openKnownReleases } from "./known-releases/open-known-releases.ts";
import { showRelease } from "./known-releases/show-release.ts";
import { openLicenseTerms } from "./licenses/license-terms.ts";
import type { KnownReleasesDocument, ShowDocument } from "./model/documents.ts";
import type { Platform } from "./model/plugin.ts";
import type { Framework } from "./model/types.ts";
import { VERSION } from "./version.generated.ts";

/** Id of the framework that answers the headline; it is not one that a release reaches. */
const HEADLINE = "freedoms";

/** In a report those stand first that most people ask for; the others follow by their ids. */
const FIRST: readonly string[] = ["mof", "osaid", "eu-index", "ai-act", "epoch-access", "release-gradient"];

/** The frameworks that releases can be ruled by, every version and reading. */
export const frameworks: readonly Framework[] = everyFramework
  .filter(({ id }) => id !== HEADLINE)
  .toSorted((a, b) => rankOf(a) - rankOf(b));

/** Those that rule where nobody chose: of each the newest version. */
export const currentFrameworks: readonly Framework[] = newestOf(frameworks);

function rankOf({ id }: Framework): number {
  const rank = FIRST.indexOf(id);
  return rank < 0 ? FIRST.length : rank;
}

/** The framework that answers the headline. */
export const freedoms: Framework = findFramework(HEADLINE, everyFramework);

/** What is known of a release without reading it. @throws UsageError that names what is near when it is not known. */
export async function showKnown(name: string, platform: Platform): Promise<ShowDocument> {
  const release = findRelease(name, await openKnownReleases(platform));
  const terms = await openLicenseTerms(platform);
  return showRelease(release, { version: VERSION, terms, deductions, frameworks: currentFrameworks, freedoms });
}

/** The releases that are known without reading them. */
export async function listKnown(platform: Platform): Promise<KnownReleasesDocument> {
  const releases = await openKnownReleases(platform);
  return {
    schema: "https://openassay.org/schemas/known-releases/v1.json",
    tool: { name: "assay", version: VERSION },
    releases: releases.map(({ id, name, aliases, publisher, released }) => ({
      id,
      name,
      aliases,
      publisher: publisher.value,
      ...(released && { released: released.value }),
    })),
  };
}
