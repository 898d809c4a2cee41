/** What is said where a stated licence and the text beside it do not agree, with the places of both. */

import { sayTerm } from "../../licenses/terms/words.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Locator } from "../../model/types.ts";
import type { Standing } from "./agreement.ts";
import { isCardName } from "./card-tags.ts";
import type { Restriction } from "./restrictions.ts";
import type { LicenseSource } from "./sources.ts";

/** Longer words of a statement are a text of their own, in UTF-16 units. */
const LONGEST_DECLARED = 120;

/** "The card says mit (README.md:3). The licence says Apache-2.0 (LICENSE:1). These do not agree." */
export function describeDisagreement(
  { release }: Workbench,
  tag: LicenseSource,
  { agreement, text, restriction }: Standing,
): Note | null {
  if (text === undefined || (agreement !== "contradicted" && agreement !== "narrower")) return null;
  const declared = (tag.declared ?? "").slice(0, LONGEST_DECLARED);
  const told = restriction === undefined ? nameLicense(text) : sayRestriction(restriction);
  const first = release.origins[0].id;
  const stated = formatPlace(tag.note.at, first);
  const line = restriction?.at?.line;
  const found = formatPlace(line === undefined ? text.note.at : { ...text.note.at, line }, first);
  const colon = restriction === undefined ? "" : ":";
  const message = `${nameSpeaker(tag)} says ${declared} (${stated}). The licence says${colon} ${told} (${found}). These do not agree.`;
  return {
    code: `license-${agreement}`,
    args: { declared, stated, told, found },
    message,
    basis: "measured",
    at: tag.note.at,
  };
}

function sayRestriction(restriction: Restriction): string {
  return "words" in restriction ? `“${restriction.words}”` : sayTerm(restriction);
}

function nameLicense({ reading, found }: LicenseSource): string {
  const { id, name } = reading?.match ?? {};
  return (id?.startsWith("LicenseRef-") ? name : undefined) ?? found ?? id ?? "something else";
}

const SPEAKERS: Readonly<Record<string, string>> = {
  "license-in-metadata": "The file's metadata",
  "license-in-manifest": "The manifest",
  "license-of-model": "The card",
};

function nameSpeaker({ note, artifact }: LicenseSource): string {
  const known = Object.hasOwn(SPEAKERS, note.code) ? SPEAKERS[note.code] : undefined;
  if (known !== undefined) return known;
  if ("url" in note.at) return "The host";
  return isCardName(artifact.path) ? "The card" : artifact.path.slice(artifact.path.lastIndexOf("/") + 1);
}

/** `README.md:3`; in another origin than the first with its name. */
function formatPlace(at: Locator, first: string): string {
  if ("url" in at) return at.url;
  if ("searched" in at) return at.searched.join(", ");
  const origin = at.origin === undefined || at.origin === first ? "" : `${at.origin}: `;
  return `${origin}${at.path}${at.line === undefined ? "" : `:${at.line}`}`;
}
