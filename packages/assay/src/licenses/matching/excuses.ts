/** Why a stretch in which a text departs from a licence changes nothing: what the SPDX guidelines or a template name. */

import { isCopyrightNotice, isDatedNotice, isRightsReserved } from "../copyright-notice.ts";
import { unifyWord } from "../equivalent-words.ts";
import { isTitleOf } from "../license-title.ts";
import { isAlternative } from "./alternatives.ts";
import type { Fingerprint, Fingerprints, Stretch } from "./fingerprints.ts";
import type { Hunk, Part, Reading } from "./reading.ts";
import { split } from "./tokens.ts";

/** Zero-width characters, and marks that turn the direction of writing (Unicode, general category Cf). */
const UNSEEN = /\p{Cf}/u;

/** A stretch's surroundings. */
export interface Context {
  readonly reading: Reading;
  readonly licence: Fingerprint;
  readonly index: Fingerprints;
  /** For each token of the licence the token of the text that it is paired with, or -1. */
  readonly pairs: Int32Array;
  /** Tokens of the licence in the stretch that may not be left out. */
  readonly required: number;
}

/** The reason, with its source; null where there is none, and the stretch may change what the text means. */
export function excuse(hunk: Hunk, context: Context): string | null {
  const { required } = context;
  if (hunk.a === hunk.aEnd && required === 0) return "optional in the SPDX template";
  if (hasUnseen(hunk, context)) return null;
  if (isTitle(hunk, context)) return "title (SPDX guideline 11)";
  if (isNotice(hunk, context)) return "copyright notice (SPDX guideline 10)";
  if (isSameProtocol(hunk, context)) return "protocol of an address (SPDX guideline 13)";
  if (isJoined(hunk, context)) return "spelling of a compound";
  if (isListMark(hunk, context)) return "mark of a list (SPDX guideline 7)";
  return isPublished(hunk, context) ? "published alternative of the SPDX template" : null;
}

function isNotice({ a, aEnd }: Hunk, { reading, required }: Context): boolean {
  if (required > 0) return false;
  const words = reading.text.slice(reading.tokens.starts[a], reading.tokens.ends[aEnd - 1]);
  return isDatedNotice(words.replace(/\s+/g, " "));
}

/** Signs that nobody sees, within words or beside them, are an attack on whoever reads by eye. */
function hasUnseen({ a, aEnd }: Hunk, { reading }: Context): boolean {
  return a < aEnd && UNSEEN.test(reading.text.slice(reading.tokens.starts[a], reading.tokens.ends[aEnd - 1]));
}

/** Lines above the text that say the licence's name and nothing else. */
function isTitle({ a, aEnd, b }: Hunk, { reading, licence, pairs, required }: Context): boolean {
  if (required > 0 || a === aEnd || pairs.subarray(0, b).some((pair) => pair >= 0)) return false;
  const lines = reading.text.slice(0, reading.tokens.ends[aEnd - 1]).split("\n");
  return lines
    .map((line) => line.replace(/^[\s/*#;%>|=-]+|[\s/*#=-]+$/g, ""))
    .every((line) => line === "" || isTitleOf(line, licence) || isCopyrightNotice(line) || isRightsReserved(line));
}

function isSameProtocol({ a, aEnd, b, bEnd }: Hunk, { reading, licence, index }: Context): boolean {
  if (aEnd - a !== 1 || bEnd - b !== 1) return false;
  const both = [index.numberOf("http"), index.numberOf("https")];
  return both.includes(reading.numbers[a] ?? -2) && both.includes(licence.body.tokens[b] ?? -2);
}

/** Beginnings of words that are written apart, with a hyphen, or together: "sub-license" and "sublicense" (§8). */
const PREFIX = /^(?:non|sub|re|multi)(?=\p{L}{3})/u;

/** One word here, two there: broken at a hyphen, or behind one of a few beginnings. */
function isJoined({ a, aEnd, b, bEnd }: Hunk, { reading, licence, index }: Context): boolean {
  if (aEnd - a > 2 || bEnd - b > 2) return false;
  const { starts, ends } = reading.tokens;
  const [first = "", second = ""] = reading.tokens.wordsIn(a, aEnd);
  const theirs = licence.body.tokens.subarray(b, bEnd);
  if (aEnd - a === 2 && theirs.length === 1) {
    const between = reading.text.slice(ends[a], starts[a + 1]);
    return (
      (between.includes("-") || PREFIX.test(first + second)) && index.numberOf(unifyWord(first + second)) === theirs[0]
    );
  }
  const [prefix = ""] = PREFIX.exec(first) ?? [];
  if (aEnd - a !== 1 || theirs.length !== 2 || prefix === "") return false;
  return index.numberOf(prefix) === theirs[0] && index.numberOf(first.slice(prefix.length)) === theirs[1];
}

const LIST_MARK = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]$/;

/** A number of a list behind the end of a clause; never one that a sentence speaks of. */
function isListMark({ a, aEnd, b, bEnd }: Hunk, { reading, licence, index }: Context): boolean {
  const { starts, ends } = reading.tokens;
  if (a === aEnd) {
    // It stands at the beginning of a line, where it was taken for no word; the template has it amid a sentence.
    const unread = split(reading.text.slice(a === 0 ? 0 : ends[a - 1], starts[a])).words.map((word) =>
      index.numberOf(word),
    );
    return unread.join() === licence.body.tokens.subarray(b, bEnd).join();
  }
  if (bEnd > b || aEnd - a > 3) return false;
  const inserted = reading.tokens.wordsIn(a, aEnd);
  // "… work. b. The …" held against "… work. The …": either full stop may be the one that is more.
  const [first = "", ...rest] = inserted;
  if (/^[.)]$/.test(first) && LIST_MARK.test([...rest, first].join(""))) return true;
  const before = a === 0 ? undefined : reading.tokens.word(a - 1);
  const isStart = before === undefined || /^[.;:]$/.test(before) || /^(?:and|or)$/.test(before);
  return isStart && LIST_MARK.test(inserted.join(""));
}

/** Whether the words stand for an alternative of the template and are one that it publishes. */
function isPublished(hunk: Hunk, context: Context): boolean {
  const { reading, licence, index } = context;
  return licence.body.stretches.some((stretch) => {
    const place = stretch.kind === "alternative" ? findReplacement(hunk, stretch, context) : null;
    if (place === null || stretch.pattern === undefined) return false;
    const { starts, ends } = reading.tokens;
    const words = place.from === place.to ? "" : reading.text.slice(starts[place.from], ends[place.to - 1]);
    return isAlternative(index.patterns[stretch.pattern] ?? "", words);
  });
}

/** The tokens of the text that stand for a stretch of the licence: between those that are paired with its neighbours. */
function findReplacement(hunk: Hunk, { start, end }: Stretch, { pairs }: Context): Part | null {
  if (hunk.b < start || hunk.bEnd > end) return null;
  const before = start === 0 ? hunk.a - 1 : (pairs[start - 1] ?? -1);
  const behind = end === pairs.length ? hunk.aEnd : (pairs[end] ?? -1);
  const isPaired = (start === 0 || before >= 0) && behind >= 0;
  const isAround = before < hunk.a && behind >= hunk.aEnd;
  return isPaired && isAround ? { from: before + 1, to: behind } : null;
}
