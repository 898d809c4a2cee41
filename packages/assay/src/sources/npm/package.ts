/** A package of a registry: where it lies, and whether what came is the one that is described. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { OriginError, UsageError } from "../../model/errors.ts";
import type { Reach } from "../source.ts";
import { findRegistry } from "./registry.ts";

/** Bytes of a version's description, and of a tarball: the largest packages with weights known have 170 MB. */
const LARGEST_DESCRIPTION = 4 << 20;
export const LARGEST_TARBALL: number = 1 << 30;

/** Names of packages (npm, "package.json", name), and versions or tags. */
const TARGET = /^npm:((?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*)(?:@([\w.+-]+))?$/i;

/** A package to fetch. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
  /** As the registry writes it: `sha512-…` in base 64. */
  readonly integrity: string;
}

/** Reads a target. @throws UsageError when it is written wrongly. */
export function readTarget(
  target: string,
  wanted: string | undefined,
): { readonly name: string; readonly version: string } {
  const [, name, version] = TARGET.exec(target) ?? [];
  if (name === undefined || name.length > 214)
    throw new UsageError(`${target} names no package: write npm:NAME@VERSION.`);
  return { name, version: wanted ?? version ?? "latest" };
}

/** Asks the registry for a package. @throws OriginError when it does not have it. */
export async function findPackage(
  asked: { readonly name: string; readonly version: string },
  reach: Reach,
): Promise<Package> {
  const { name, version } = asked;
  const registry = await findRegistry(name, reach);
  const url = `${registry}${name.replace("/", "%2f")}/${encodeURIComponent(version)}`;
  const { status, body } = await reach.web.get({ url, limit: LARGEST_DESCRIPTION }, reach.signal);
  if (status !== 200)
    throw new OriginError(
      "not-visible",
      `The package ${name}@${version} is not visible to you: the registry answers with status ${status}.`,
    );
  const found = readDescription(body);
  if (found === null)
    throw new OriginError("lies", `${name}@${version}: the registry does not say where the package lies.`);
  if (found.name !== name || (/^\d/.test(version) && found.version !== version))
    throw new OriginError("lies", `${name}@${version}: the registry answers with ${found.name}@${found.version}.`);
  // A registry behind a proxy may write its address without encryption; the host is what counts.
  const tarball = new URL(found.tarball, registry);
  if (tarball.host !== new URL(registry).host)
    throw new OriginError(
      "refused",
      `${name}@${version} lies at ${tarball.host}, which is not the registry: not followed.`,
    );
  tarball.protocol = new URL(registry).protocol;
  return { name, version: found.version, tarball: tarball.href, integrity: found.integrity };
}

type Description = Pick<Package, "name" | "version" | "tarball" | "integrity">;

function readDescription(body: Uint8Array): Description | null {
  try {
    const { name, version, dist } = JSON.parse(new TextDecoder().decode(body)) as Partial<Record<string, unknown>>;
    const { tarball, integrity } = (dist ?? {}) as Partial<Record<string, unknown>>;
    if (
      typeof name !== "string" ||
      typeof version !== "string" ||
      typeof tarball !== "string" ||
      typeof integrity !== "string"
    )
      return null;
    return { name, version, tarball, integrity };
  } catch {
    // No JSON: then it says nothing.
    return null;
  }
}

/** @throws OriginError `lies` when the file is not the one that the registry describes. */
export async function checkIntegrity(file: string, { name, integrity }: Package): Promise<void> {
  const [, algorithm, expected] = /(?:^|\s)(sha512|sha384|sha256)-([A-Za-z0-9+/=]+)/.exec(integrity) ?? [];
  if (algorithm === undefined)
    throw new OriginError("lies", `${name}: the registry states no digest of the package that counts.`);
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array);
  if (hash.digest("base64") !== expected)
    throw new OriginError(
      "lies",
      `${name}: the package is not the one that the registry describes: nothing of it is believed.`,
    );
}
