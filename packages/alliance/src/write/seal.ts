/** Seals a vote until its ballot closes. */

import { createHash } from "node:crypto";
import { canonicalize } from "../canonical.ts";
import type { Digest, Opening } from "../model/books.ts";

/** The seal of what opens it. */
export function sealOf(opening: Opening): Digest {
  return createHash("sha256").update(canonicalize(opening)).digest("hex");
}
