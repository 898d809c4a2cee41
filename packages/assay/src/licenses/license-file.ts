/** Which file names are licence texts, and what they say they govern. */

import { findLicenseId } from "./expression.ts";

/** What a licence file's name says it governs, below which folder ("" is the root). */
export interface LicenseFileScope {
  readonly scope: "all" | "weights" | "code" | "data" | "document";
  readonly folder: string;
}

/** Longer names are no licence files; "MODEL_LICENSE_AGREEMENT.txt" has 27 characters. */
const MAX_NAME_LENGTH = 80;

const SCOPES: Readonly<Record<string, LicenseFileScope["scope"]>> = {
  model: "weights",
  models: "weights",
  weight: "weights",
  weights: "weights",
  checkpoint: "weights",
  checkpoints: "weights",
  code: "code",
  source: "code",
  software: "code",
  data: "data",
  dataset: "data",
  datasets: "data",
  doc: "document",
  docs: "document",
  documentation: "document",
};

// Words of a licence's own name, which leave open what it governs.
const OF_A_NAME = new Set(
  "agpl apache agreement bsd bsl by cc cc0 cdla clause eupl gpl isc lesser lgpl mit mpl nc nd openmdw permissive sa zlib".split(
    " ",
  ),
);
const TEXT_ENDING = /\.(?:txt|md|markdown|rst)$/i;
const ANCHORS = new Set(["license", "licence", "copying", "unlicense"]);

/**
 * What the path's name says, or null when it is no licence text by name: NOTICE and USE_POLICY are none, nor is a
 * LICENSE with a word that is read neither as a scope nor as a licence's name (LICENSE-THIRD-PARTY, LICENSE.py).
 * A text in a REUSE folder (`LICENSES/MIT.txt`) counts for the folder around it.
 */
export function licenseFileScope(path: string): LicenseFileScope | null {
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  if (name === "" || name.length > MAX_NAME_LENGTH) return null;
  if (folders.at(-1) === "LICENSES") {
    return isReuseName(name) ? { scope: "all", folder: folders.slice(0, -1).join("/") } : null;
  }
  const scope = scopeOfName(name);
  return scope && { scope, folder: folders.join("/") };
}

function isReuseName(name: string): boolean {
  const id = name.replace(TEXT_ENDING, "");
  return id !== name && (findLicenseId(id) !== null || /^LicenseRef-[A-Za-z0-9.-]+$/.test(id));
}

function scopeOfName(name: string): LicenseFileScope["scope"] | null {
  const words = name
    .toLowerCase()
    .replace(TEXT_ENDING, "")
    .split(/[-_. ]+/)
    .filter((word) => word !== "");
  const others = words.filter((word) => !ANCHORS.has(word));
  if (others.length === words.length) return null;
  const scopes = new Set<LicenseFileScope["scope"]>();
  for (const word of others) {
    const scope = Object.hasOwn(SCOPES, word) ? SCOPES[word] : undefined;
    if (scope !== undefined) scopes.add(scope);
    else if (!OF_A_NAME.has(word) && !/^v?\d+[a-z]?$/.test(word)) return null;
  }
  const [first] = scopes;
  return scopes.size > 1 ? null : (first ?? "all");
}
