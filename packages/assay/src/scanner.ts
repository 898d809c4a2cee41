/**
 * The side door of scanning: formats and rules, without the licences, probes and frameworks of the hallway, which take longer
 * to load than most files to scan.
 */

import { type ScanOptions, scanRelease } from "./assess/scan.ts";
import { formats } from "./formats/all.generated.ts";
import type { ScanDocument } from "./model/scan.ts";
import type { Release } from "./model/types.ts";
import { scanRules } from "./scan/all.generated.ts";
import { codeImports } from "./studies/code-imports/index.ts";
import { VERSION } from "./version.generated.ts";

export type { ScanOptions };

/** Scans a release that a source has opened: what its files would do to who loads them. */
export async function scanOpened(release: Release, options: ScanOptions): Promise<ScanDocument> {
  return await scanRelease(release, { version: VERSION, formats, scanRules, codeImports }, options);
}
