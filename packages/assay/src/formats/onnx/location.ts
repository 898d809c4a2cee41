/** Where a tensor's data lies beside the model (docs/ExternalData.md). */

import type { Place } from "../../model/facts.ts";
import type { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";

interface Owner {
  readonly name: string;
  readonly at: Place;
  /** Bytes of the tensor by its shape and type. */
  readonly expected: number;
}

/**
 * Whether the entries name a stretch of a file beside the model. A location that leaves its folder reads any file of who
 * loads it (CVE-2022-25882: `../`; CVE-2024-27318: `a/../../`) or is written to (CVE-2025-51480).
 */
export function checkLocation(
  entries: ReadonlyMap<string, string>,
  { name, at, expected }: Owner,
  faults: FaultLog<FaultCode>,
): boolean {
  const location = entries.get("location") ?? "";
  if (isOutside(location)) {
    faults.add("location-outside", { name, location }, at);
    return false;
  }
  for (const key of ["offset", "length"]) {
    const found = entries.get(key);
    if (found === undefined || /^\d{1,15}$/.test(found)) continue;
    faults.add("bad-range", { name, key, found }, at);
    return false;
  }
  const length = entries.get("length");
  if (length === undefined || Number(length) === expected) return true;
  faults.add("size-mismatch", { name, actual: Number(length), expected }, at);
  return false;
}

/** Where data lies whose entries were checked; it begins with the file unless they say otherwise. */
export function placeBeside(entries: ReadonlyMap<string, string>, bytes: number): { location: string; end: number } {
  return { location: entries.get("location") ?? "", end: Number(entries.get("offset") ?? 0) + bytes };
}

/** What onnxruntime writes instead of a name for data in its own memory: from a file it would be an address to read from. */
const MEMORY = "*/_ORT_MEM_ADDR_/";

/** Absolute, upwards, of another system's spelling, an address, a folder, or no name at all. */
function isOutside(location: string): boolean {
  return (
    /(?:^|\/)\.?$/.test(location) ||
    location.startsWith(MEMORY) ||
    /^(?:[/\\]|[a-z][a-z0-9+.-]*:)|[\\\p{Cc}]/iu.test(location) ||
    location.split("/").some((name) => name === "..")
  );
}
