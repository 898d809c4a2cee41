/** What a publisher states as a licence: front matter, a package field, an SPDX-License-Identifier line. */

import { type ParsedExpression, parseExpression } from "./expression.ts";
import { type HubLicense, readHubId } from "./hub-ids.ts";

/** A statement of a licence. `ids` is empty unless `known`. */
export interface DeclaredLicense {
  /** The words as stated. */
  readonly stated: string;
  /** All govern at once; each is one licence, or alternatives joined by " OR ". */
  readonly ids: readonly string[];
  readonly known: boolean;
  /** The family named, where no one licence is. */
  readonly family?: string;
  /** Why it is not known, in words for a person. */
  readonly reason?: string;
}

/**
 * Reads a hub identifier or an SPDX expression. Words that only resemble an id ("Apache 2.0", "modified-mit") are not
 * known: what is near a licence's name need not be that licence.
 */
export function readDeclared(value: string): DeclaredLicense {
  const words = value.trim();
  const hub = readHubId(words);
  return { stated: value, ...(hub === null ? fromExpression(parseExpression(words)) : fromHub(hub)) };
}

type Answer = Omit<DeclaredLicense, "stated">;

function fromHub(hub: HubLicense): Answer {
  if (hub.kind === "spdx" || hub.kind === "own") return { ids: [hub.id], known: true };
  if (hub.kind === "family") return { ids: [], known: false, family: hub.family, reason: hub.reason };
  return { ids: [], known: false, reason: hub.reason };
}

function fromExpression(parsed: ParsedExpression): Answer {
  if (!parsed.ok) return { ids: [], known: false, reason: describeFault(parsed) };
  const foreign = parsed.demands.flatMap((demand) => demand.split(" OR ")).find(isForeign);
  if (foreign !== undefined) return { ids: [], known: false, reason: `${foreign} is the publisher's own name` };
  return { ids: parsed.demands, known: true };
}

// A LicenseRef means what the document that writes it says, and nothing beyond it.
function isForeign(license: string): boolean {
  return /(?:License|Addition)Ref-/.test(license);
}

function describeFault({ fault, word }: Extract<ParsedExpression, { ok: false }>): string {
  if (fault === "unknown-id") return `${word} is no SPDX id`;
  return fault === "syntax" ? "no licence id or expression" : "expression beyond the limits";
}
