/** What is known of the terms of licences, opened once for a release. */

import { type LicenseTerms, openLicenseTerms } from "../../licenses/license-terms.ts";
import type { Study } from "../../model/plugin.ts";

/** The terms that ship with the package. */
export const knownTerms: Study<LicenseTerms> = {
  id: "known-terms",
  version: 1,
  run: (bench) => openLicenseTerms(bench.platform),
};
