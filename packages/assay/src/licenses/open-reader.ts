/** Opens a licence reader from the data files that ship with the package. */

import type { LicenseReader } from "../model/license.ts";
import type { Platform } from "../model/plugin.ts";
import { loadLicenseIndex } from "./license-index.ts";
import { loadFingerprints } from "./matching/fingerprints.ts";
import { createLicenseReader } from "./reader.ts";

/** @throws FormatError `licenses-index` when the package is damaged. */
export async function openLicenseReader(platform: Platform): Promise<LicenseReader> {
  return createLicenseReader({
    index: loadLicenseIndex(await platform.asset("licenses")),
    async sha256(bytes) {
      const hash = platform.sha256();
      hash.update(bytes);
      return await hash.digest();
    },
    fingerprints: async () => loadFingerprints(await platform.asset("fingerprints")),
  });
}
