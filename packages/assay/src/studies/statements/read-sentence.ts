/**
 * What a sentence calls open, by its grammar. A sentence that fits none of the forms says nothing: a form that is missed
 * costs a statement, and one that is read into a sentence accuses somebody.
 */

import { readLabel, readPassing } from "./forms-in-passing.ts";
import { readBeing, readOwn, readTitle } from "./forms-of-being.ts";
import { readLicense, readReleasing, readUpstream } from "./forms-of-releasing.ts";
import { readNamedCriteria } from "./named-criteria.ts";
import { isQuoted } from "./quoted.ts";
import { readChinese } from "./read-chinese.ts";
import { type Asked, look, type Said, type Spot, say } from "./spot.ts";
import {
  COLLECTIVE_ENDING,
  DENIED,
  DENIED_NEAR,
  HERE,
  OF_OTHERS,
  OPENNESS,
  OUR_ENDING,
  REPORTED,
  UNREAL,
  WE,
} from "./words.ts";

/** Places looked at in one sentence. */
const MOST_SPOTS = 4;

/** Reads a sentence without markup; what it says first, and nothing of a question. */
export function readSentence(plain: string, asked: Asked): Said | null {
  if (plain.endsWith("?")) return null;
  const named = readNamedCriteria(plain, asked);
  if (named !== null) return named;
  if (/[开開][源放]/u.test(plain)) return readChinese(plain, asked);
  const label = readLabel(plain, asked);
  if (label !== null) return label;
  for (const match of [...plain.matchAll(OPENNESS)].slice(0, MOST_SPOTS)) {
    const said = readSpot(look(plain, match, asked));
    if (said !== null) return said;
  }
  return null;
}

function readSpot(spot: Spot): Said | null {
  if (!isAsserted(spot)) return null;
  return readLicense(spot) ?? readUpstream(spot) ?? readReleasing(spot) ?? readCalled(spot);
}

/** Neither denied nor promised, asked, quoted or told of somebody; nor open only for some. */
function isAsserted({ before, behind, kind }: Spot): boolean {
  if (DENIED.test(`${before} ${behind}`) || DENIED_NEAR.test(before) || UNREAL.test(before)) return false;
  if (isQuoted(before, behind) || (REPORTED.test(before) && !WE.test(before))) return false;
  return (
    kind !== "fully" ||
    !/^ (?:for|to) (?:the )?(?:academi|research|non-?commercial|evaluation|scientific|universit)/i.test(behind)
  );
}

function readCalled(spot: Spot): Said | null {
  const { before, phrase, names } = spot;
  // "for our open source model": it is ours whatever is said with it.
  const isOfOthers =
    !OUR_ENDING.test(before) && OF_OTHERS.test(before.replace(HERE, "").replace(COLLECTIVE_ENDING, ""));
  const said = isOfOthers ? null : (readBeing(spot) ?? readOwn(spot) ?? readTitle(spot));
  if (said !== null) return said;
  const passing = readPassing(spot);
  if (passing !== null) return passing;
  const isDefinite = !isOfOthers && /(?<![\p{L}])the $/iu.test(before);
  return isDefinite && names.isOwn(phrase) ? say(spot, phrase, "model") : null;
}
