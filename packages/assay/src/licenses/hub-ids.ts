/** The model hub's licence identifiers, and what each of them says. Source: huggingface/hub-docs, repositories-licenses. */

import { findLicenseId } from "./expression.ts";

/** What a hub identifier stands for. Only `spdx` and `own` are one licence. */
export type HubLicense =
  | { readonly kind: "spdx"; readonly id: string }
  /** A licence that SPDX does not list: an id of ours, in the form SPDX keeps for those. */
  | { readonly kind: "own"; readonly id: `LicenseRef-${string}` }
  /** Several licences or versions go by the name. */
  | { readonly kind: "family"; readonly family: string; readonly reason: string }
  /** The publisher chose a word that names no licence. */
  | { readonly kind: "unstated"; readonly reason: string };

// The SPDX id in lower case.
const SAME_AS_SPDX: readonly string[] = (
  "apache-2.0 mit afl-3.0 artistic-2.0 bsl-1.0 bsd-2-clause bsd-3-clause bsd-3-clause-clear cc0-1.0 cc-by-2.0 cc-by-2.5 " +
  "cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 " +
  "cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0 " +
  "cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 isc lppl-1.3c ms-pl mpl-2.0 " +
  "openmdw-1.0 osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib"
).split(" ");

// Only one version of each was ever published, so the hub's short name leaves no choice.
const RENAMED: Readonly<Record<string, string>> = {
  "c-uda": "C-UDA-1.0",
  "lgpl-lr": "LGPLLR",
  odbl: "ODbL-1.0",
  "odc-by": "ODC-By-1.0",
  pddl: "PDDL-1.0",
};

const NOT_IN_SPDX: Readonly<Record<string, `LicenseRef-${string}`>> = {
  "apple-amlr": "LicenseRef-apple-amlr",
  "apple-ascl": "LicenseRef-apple-ascl",
  "bigcode-openrail-m": "LicenseRef-bigcode-openrail-m",
  "bigscience-bloom-rail-1.0": "LicenseRef-bigscience-bloom-rail-1.0",
  "bigscience-openrail-m": "LicenseRef-bigscience-openrail-m",
  "creativeml-openrail-m": "LicenseRef-creativeml-openrail-m",
  "deepfloyd-if-license": "LicenseRef-deepfloyd-if-license",
  "fair-noncommercial-research-license": "LicenseRef-fair-noncommercial-research-license",
  "grok2-community": "LicenseRef-grok2-community",
  "h-research": "LicenseRef-h-research",
  "intel-research": "LicenseRef-intel-research",
  llama2: "LicenseRef-llama2",
  llama3: "LicenseRef-llama3",
  "llama3.1": "LicenseRef-llama3.1",
  "llama3.2": "LicenseRef-llama3.2",
  "llama3.3": "LicenseRef-llama3.3",
  llama4: "LicenseRef-llama4",
  "openmdw-1.1": "LicenseRef-openmdw-1.1",
  // "+" may not stand in a LicenseRef.
  "openrail++": "LicenseRef-openrail-plus-plus",
};

const NO_VERSION = "names no version";
const ONLY_OR_LATER = "does not say whether later versions apply";
const FAMILIES: Readonly<Record<string, readonly [family: string, reason: string]>> = {
  "agpl-3.0": ["AGPL-3.0", ONLY_OR_LATER],
  bsd: ["BSD", "names no variant"],
  cc: ["CC", "names neither elements nor version"],
  gemma: ["gemma", "several revisions of the terms go by the name"],
  gfdl: ["GFDL", NO_VERSION],
  gpl: ["GPL", NO_VERSION],
  "gpl-2.0": ["GPL-2.0", ONLY_OR_LATER],
  "gpl-3.0": ["GPL-3.0", ONLY_OR_LATER],
  lgpl: ["LGPL", NO_VERSION],
  "lgpl-2.1": ["LGPL-2.1", ONLY_OR_LATER],
  "lgpl-3.0": ["LGPL-3.0", ONLY_OR_LATER],
  openrail: ["OpenRAIL", "names no variant"],
};

const UNSTATED: Readonly<Record<string, string>> = {
  other: "a licence outside the hub's list",
  unknown: "stated as unknown",
};

const HUB_LICENSES: ReadonlyMap<string, HubLicense> = new Map<string, HubLicense>([
  ...SAME_AS_SPDX.map((id): [string, HubLicense] => [id, { kind: "spdx", id: findLicenseId(id) ?? id }]),
  ...Object.entries(RENAMED).map(([hub, id]): [string, HubLicense] => [hub, { kind: "spdx", id }]),
  ...Object.entries(NOT_IN_SPDX).map(([hub, id]): [string, HubLicense] => [hub, { kind: "own", id }]),
  ...Object.entries(FAMILIES).map(([hub, [family, reason]]): [string, HubLicense] => [
    hub,
    { kind: "family", family, reason },
  ]),
  ...Object.entries(UNSTATED).map(([hub, reason]): [string, HubLicense] => [hub, { kind: "unstated", reason }]),
]);

/** What the hub's identifier stands for, in exactly its spelling; null when the hub has none. */
export function readHubId(value: string): HubLicense | null {
  return HUB_LICENSES.get(value) ?? null;
}

/** The hub's identifiers. */
export function listHubIds(): readonly string[] {
  return [...HUB_LICENSES.keys()];
}
