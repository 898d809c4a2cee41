/** What sentences disclose of versions and dates. */

import { DATE, readDate } from "../dates.ts";
import type { Phrase } from "../phrase.ts";

/** Phrases about versions. */
export const VERSIONS: readonly Phrase[] = [
  {
    claim: "versioning.described",
    says: /\bsemantic versioning\b|\bsemver\b|\bversioning (?:scheme|policy|protocol|convention)\b|\bversion (?:numbers?|numbering|names?) (?:follows?|indicates?|are|is|denotes?)\b|\bnaming (?:convention|scheme)\b[^.]{0,60}\b(?:models?|versions?|checkpoints?|releases?)\b/i,
    isOfAnybody: true,
  },
  {
    claim: "versioning.described",
    says: /\b(?:each|every|all) (?:model |new )?(?:versions?|checkpoints?|releases?|revisions?)\b[^.]{0,60}\b(?:tag(?:ged)?|branch(?:es)?|revision|numbered|named)\b|\b(?:older|previous|earlier) versions? (?:of the (?:model|weights) )?(?:remain|are (?:still )?(?:available|kept))\b/i,
    unless: /\b(?:you|your|python|cuda|pytorch|transformers)\b/i,
  },
  {
    claim: "release-date.stated",
    says: new RegExp(`\\b(?:model )?release dates?\\b[^\\d\\w]{0,12}(?:\\w+ ){0,3}?${DATE}`, "gi"),
    unless: /\b(?:your|licen[cs]e agreement|monthly active)\b/i,
    read: (match) => readDate(match.slice(1)),
  },
  // Under a heading of dates each of them counts.
  {
    claim: "release-date.stated",
    says: new RegExp(DATE, "gi"),
    near: /^Release date: /,
    unless: /\b(?:expected|estimate|planned)\b/i,
    read: (match) => readDate(match.slice(1)),
  },
  {
    claim: "release-date.stated",
    says: new RegExp(
      `\\b(?:was|were|been|model|first|officially|initially) (?:publicly |first |officially )?(?:released|launched|published) (?:on |in )?(?:the )?${DATE}`,
      "gi",
    ),
    unless: /\b(?:paper|data ?set|code|library|tool|report|preprint|article|version \d|licen[cs]e)\b/i,
    read: (match) => readDate(match.slice(1)),
  },
];
