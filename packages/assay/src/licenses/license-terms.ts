/** What is known of the terms of licences, by their ids: facts that people read in the texts, none of their words. */

import { FormatError } from "../model/errors.ts";
import type { Platform } from "../model/plugin.ts";
import type { TermSet } from "../model/terms.ts";
import type { KnownTerms } from "./known-license.ts";

/** Terms as they ship. */
export interface ShippedTerms extends KnownTerms {
  /** The licence's full name, where its id is one of ours. */
  readonly name?: string;
  /** A policy of use: it sets terms beside a licence. */
  readonly isPolicy?: true;
  /** Licences that grew out of one another share it. */
  readonly family?: string;
  /** Id of the licence that its text was made from. */
  readonly ancestor?: string;
}

/** Terms by licence id. */
export type LicenseTerms = ReadonlyMap<string, ShippedTerms>;

/** Opens the terms that ship with the package. @throws FormatError `license-terms` when the package is damaged. */
export async function openLicenseTerms(platform: Platform): Promise<LicenseTerms> {
  const json = new TextDecoder().decode(await platform.asset("license-terms"));
  try {
    return new Map(Object.entries(JSON.parse(json) as Readonly<Record<string, ShippedTerms>>));
  } catch (cause) {
    throw new FormatError("license-terms", "terms of licences · not JSON · expected what the package ships", { cause });
  }
}

/** How far the known terms of a licence reach: they are all that it says, but for what nobody read. */
export function scopeOf({
  terms,
  incorporates = [],
  isPolicy = false,
}: KnownTerms & { readonly isPolicy?: boolean }): Pick<TermSet, "isWhole" | "hasUnreadPolicy" | "isPolicy"> {
  const policies = terms.filter(({ type }) => type.startsWith("policy-by-"));
  return {
    // Another licence that counts with this one leaves open all that it may say.
    isWhole: policies.every(({ details }) => details?.isLicence !== true),
    // A policy that nobody read may forbid whatever it likes; one in the same file was read with it.
    hasUnreadPolicy: incorporates.length === 0 && policies.some(({ details }) => details?.attached !== true),
    isPolicy,
  };
}
