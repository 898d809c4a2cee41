/** Licence texts inside of something else: a section of a card, a header, a value of metadata. */

import type { Text } from "../../model/facts.ts";
import type { LicenseReading } from "../../model/license.ts";
import { namesOf, type Terms } from "./sources.ts";
import { nameText } from "./texts.ts";

/** Shorter words are no licence text and no notice: the shortest that SPDX lists has some 200 UTF-16 units. */
const SHORTEST_TEXT = 150;

/** Longer words are not read, in UTF-16 units: the longest licence of the list has 46,063. */
const LONGEST_TEXT = 128 << 10;

/** Words that licences and their notices have, and what merely speaks of them has seldom. */
const LIKE_A_LICENSE =
  /\b(?:permission is (?:hereby )?granted|redistribution and use|terms and conditions|warrant(?:y|ies)|hereby grants?|licensed under the|agreement|you may not use|redistribute it)\b/i;

/** Whether words may be a licence text, or the notice of one. */
export function isLikeLicense(words: string): boolean {
  return words.length >= SHORTEST_TEXT && words.length <= LONGEST_TEXT && LIKE_A_LICENSE.test(words);
}

/** What was read, with its places as those of the text around it. */
export function shiftReading(reading: LicenseReading, text: Text, offset: number): LicenseReading {
  const { line = 1 } = text.place(offset, offset);
  return moveReading(reading, (at) => ({
    start: at.start + offset,
    end: at.end + offset,
    line: at.line + line - 1,
  }));
}

type At = LicenseReading["terms"][number]["at"];

/** What was read, with its places elsewhere. */
export function moveReading(reading: LicenseReading, move: (at: At) => At): LicenseReading {
  const moved = <T extends { readonly at: At }>(one: T): T => ({ ...one, at: move(one.at) });
  return { ...reading, deviations: reading.deviations.map(moved), terms: reading.terms.map(moved) };
}

/** The whole words of a notice: nothing stands beside it that may matter. */
const WHOLE = 0.95;

/** The one licence that words are the notice of, word for word: "Licensed under the Apache License, Version 2.0 …". */
function nameNotice({ match, deviations }: LicenseReading): string | null {
  const isWhole = match.similarity >= WHOLE && !deviations.some(({ material }) => material);
  return match.kind === "reference" && isWhole ? match.id : null;
}

/** The licence that words are the text or the notice of; what it comes to. */
export function readInner(reading: LicenseReading): { readonly found: string | null; readonly terms: Terms } {
  const found = nameText(reading.match);
  const named = found ?? nameNotice(reading);
  return { found, terms: named === null ? { because: "unidentified" } : { ids: namesOf(named) } };
}

/** Whether anything of a licence was recognised in the words. */
export function isRecognized({ match }: LicenseReading): boolean {
  return match.kind !== "unknown";
}

/** The ids that the words name or hold, whatever else they say. */
export function listNamed({ match: { id, ids, family } }: LicenseReading): readonly string[] {
  return ids ?? ((id ?? family) ? [id ?? family ?? ""] : []);
}

/** Agrees with these ids, of a GNU licence with any word on later versions. */
export function patternOf(ids: readonly string[]): RegExp {
  const parts = ids.map((id) => id.replaceAll(/[.+]/g, "\\$&"));
  return new RegExp(`(?:^|OR )(?:${parts.join("|")})(?:$| OR|-only|-or-later)`);
}
