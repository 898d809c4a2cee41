/** Digests of things that have no bytes of their own: revisions of folders, and the rules that were applied. */

import { canonicalize } from "../model/canonical.ts";
import type { ArtifactEntry } from "../model/documents.ts";
import type { Platform, Plugin } from "../model/plugin.ts";
import type { Framework, OpenOrigin, Origin, Sha256 } from "../model/types.ts";

/** SHA-256 of the canonical JSON (RFC 8785) of a value. */
export async function digestOf(value: unknown, platform: Platform): Promise<Sha256> {
  const hash = platform.sha256();
  hash.update(new TextEncoder().encode(canonicalize(value)));
  return `sha256:${await hash.digest()}`;
}

/** Gives every origin its revision: its own, or the digest of its files' paths, sizes and digests. */
export async function reviseOrigins(
  origins: readonly OpenOrigin[],
  artifacts: readonly ArtifactEntry[],
  platform: Platform,
): Promise<readonly Origin[]> {
  const revised: Origin[] = [];
  for (const origin of origins) {
    const files = artifacts.filter((file) => file.origin === origin.id && file.state !== "listed");
    const rows = files.map(({ path, size, sha256 }) => [path, size, sha256]);
    revised.push({ ...origin, revision: origin.revision ?? (await digestOf(rows, platform)) });
  }
  return revised;
}

/** Revision of a release: its only origin's, or the digest of all of theirs. */
export async function reviseRelease(origins: readonly Origin[], platform: Platform): Promise<string> {
  const [only, ...others] = origins;
  if (only !== undefined && others.length === 0) return only.revision;
  return await digestOf(
    origins.map(({ id, revision }) => [id, revision]),
    platform,
  );
}

/** What an answer rests on besides the release. */
export interface Ruleset {
  readonly plugins: readonly Plugin[];
  /** Names and versions of data, such as the list of licences. */
  readonly data: readonly string[];
  readonly frameworks: readonly Framework[];
}

/** Digest of the rules: version of every plugin and of the data, and the frameworks themselves. */
export async function digestRuleset({ plugins, data, frameworks }: Ruleset, platform: Platform): Promise<Sha256> {
  const versions = plugins.map(({ id, version }) => `${id}@${version}`).sort();
  return await digestOf({ plugins: versions, data, frameworks }, platform);
}
