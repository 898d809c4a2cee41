/** What names of members give away: those that stand twice, leave the archive, or are links. */

import type { ZipPart } from "../../../bytes/zip-part.ts";
import { isOutside } from "../member-path.ts";
import type { FaultLog } from "../words.ts";
import type { ZipFaultCode } from "./words.ts";

const KIND = 0o170000;
const LINK = 0o120000;

/** Tells them to the log. */
export function checkNames(
  parts: readonly ZipPart[],
  { ignoresCase }: { readonly ignoresCase: boolean },
  faults: FaultLog<ZipFaultCode>,
): void {
  const seen = new Set<string>();
  for (const { name, start, end, by, mode } of parts) {
    const at = { start, end };
    if (isOutside(name)) faults.add("bad-path", { name }, at);
    if ((mode & KIND) === LINK) faults.add("link", { name }, at);
    if (by === "header") continue;
    const key = ignoresCase ? name.toLowerCase() : name;
    if (seen.has(key)) faults.add("duplicate-member", { name }, at);
    seen.add(key);
  }
}
