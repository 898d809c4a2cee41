/** What a badge shows as the JSON of a shields.io endpoint. */

import { canonicalize } from "../../model/canonical.ts";
import { LIGHT } from "../shared/tokens.ts";
import type { Badge } from "./draw.ts";

/** By https://shields.io/badges/endpoint-badge, schema version 1. */
export function describeEndpoint({ label, word, answer }: Badge): string {
  const color = LIGHT.answers[answer].slice(1);
  return `${canonicalize({ schemaVersion: 1, label, message: word, color })}\n`;
}
