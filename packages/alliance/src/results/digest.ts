/** Long settings by their digest, so that they compare and can be shown. */

import { createHash } from "node:crypto";

/** The first 16 hex digits of the SHA-256 of a text: enough to tell prompts apart. */
export function digestOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
