/** Forms of sentences in which somebody releases something as open, licenses it so, or made it from what is. */

import type { Names } from "./names.ts";
import { headOf, partOf, partsOf } from "./nouns.ts";
import { phraseOf, type Said, type Spot, saying } from "./spot.ts";
import {
  LICENSE_BEHIND,
  MADE_FROM,
  NAMED_LICENSE_ENDING,
  RELEASING,
  THE_MODEL,
  UNDER_ENDING,
  WE,
  WE_ENDING,
} from "./words.ts";

/** "under an open source licence", "The Owl Open Source License". */
export function readLicense(spot: Spot): Said | null {
  const { before, behind, kind, names } = spot;
  if (kind !== "source" || !LICENSE_BEHIND.test(behind)) return null;
  const under = UNDER_ENDING.exec(before);
  if (under === null) return NAMED_LICENSE_ENDING.test(before) ? licensed(spot, before, ["weights"]) : null;
  const subject = before.slice(0, under.index);
  const part = partOf(subject);
  const isMeant =
    names.isOwn(subject) ||
    WE.test(subject) ||
    /(?<![\p{L}])(?:the|our|this|das|die|der|unser\p{L}*|dies\p{L}*|le|la|les|notre|nos|el|los|nuestr\p{L}*|het|de|ons|onze|deze|dit)(?![\p{L}])/iu.test(
      subject,
    );
  return part === null || part === "tool" || !isMeant ? null : licensed(spot, subject, [part]);
}

function licensed(spot: Spot, subject: string, parts: Said["parts"]): Said {
  return { ...saying(spot, subject, parts), calling: "open-license" };
}

/** "fine-tuned from open source models": says it of what the release was made from. */
export function readUpstream(spot: Spot): Said | null {
  const { before, phrase, kind, names } = spot;
  const made = MADE_FROM.exec(before);
  if (kind !== "source" || made === null) return null;
  const subject = before.slice(0, made.index);
  const kindOf = headOf(phrase);
  const isModel = kindOf === "model" || kindOf === "weights" || (kindOf === null && names.isForeign(phrase));
  const isOurs = names.isOwn(subject) || WE.test(subject) || THE_MODEL.test(subject) || subject.trim() === "";
  if (!isModel || !isOurs) return null;
  return { ...saying(spot, phrase, ["model"]), about: "this", isUpstream: true };
}

/** "we open-sourced the code", "we have made X open source", "Wir veröffentlichen X als Open Source". */
export function readReleasing(spot: Spot): Said | null {
  const { before, behind, words, kind, names } = spot;
  const isVerb = /sourc(?:ed|ing|es|e)$/i.test(words) && kind === "source";
  if (isVerb && WE_ENDING.test(before) && !isNounUse(words, behind)) return release(spot, objectOf(behind));
  if (isVerb && /ed$/i.test(words) && isActor(before, names)) return release(spot, objectOf(behind));
  const verb = WE.test(before) ? [...before.matchAll(RELEASING)].at(-1) : undefined;
  if (verb === undefined) return null;
  const object = before.slice(verb.index + verb[0].length);
  if (object.length > 140 || NOT_BETWEEN_OBJECT.test(object)) return null;
  const isPlural =
    /^(?:[\p{L}\p{N}-]+ )*[\p{L}-]+s$/iu.test(spot.phrase) && object.trim() === "" && headOf(spot.phrase) !== "weights";
  const isRelease = /^ (?:release|releases|launch|publication) of /i.test(behind);
  const put = isRelease ? objectOf(behind.replace(/^ \p{L}+ of /u, " ")) : `${object} ${spot.phrase}`;
  return isPlural || (kind === "weights" && object.trim() !== "") ? null : release(spot, put);
}

/** What stands behind the verb, up to where the clause ends; "1.5B" ends none. */
function objectOf(behind: string): string {
  return behind.split(/[;:]|\.(?!\d)/, 1).join("");
}

/** Words that lead away from what is released to what it was made with or measured against. */
const NOT_BETWEEN_OBJECT =
  /(?<![\p{L}\p{N}])(?:using|with|based|built|trained|on|than|among|from|outperform\p{L}*|surpass\p{L}*|against|compared|that|which|to|of our|basierend|mit|auf|avec|basé\p{L}*|con|basad\p{L}*|met|gebaseerd|suite)(?![\p{L}\p{N}])/iu;

/** "we open source models" may be a verb; "we open-source models of X" is not told apart, "open source community" is no verb. */
function isNounUse(words: string, behind: string): boolean {
  return /source$/i.test(words) && headOf(phraseOf(behind)) === "tool";
}

/** A publisher right before the verb, or the release itself before "has": "Owl, the second of its kind, has open-sourced". */
function isActor(before: string, names: Names): boolean {
  const actor = /(?:^|, )((?:[\p{L}\p{N}.-]{1,30} ){1,3})(?:has |have )?$/u.exec(before)?.[1] ?? "";
  if (actor !== "" && names.isPublisher(actor)) return true;
  const subject = HAVING_ENDING.exec(before)?.[1] ?? "";
  const [first = ""] = subject.split(",", 1);
  return OWN_SUBJECT.test(first) && (names.isOwn(first) || names.isPublisher(first)) && !names.isForeign(first);
}

const HAVING_ENDING = /^(.{1,160}) (?:has|have)(?: (?:also|now|just|recently|already|officially|fully)){0,2} ?$/iu;
/** A name and at most two words more, none of which makes somebody else of it: "Owl 7B", not "the friends of Owl". */
const OWN_SUBJECT =
  /^(?!.*(?:['’]s|(?<![\p{L}])(?:of|at|by|for|with|from|users?|communit\p{L}*|friends?)(?![\p{L}])))(?:\S+ ){0,2}\S+$/iu;

/** "1.5B" by itself: a size, and no name that ends with one. */
const SIZE = /(?<![\p{L}\p{N}-])\d+(?:\.\d+)?[BM](?![\p{L}\p{N}])/gu;

function release(spot: Spot, object: string): Said | null {
  const parts = partsOf(object, spot.names);
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  // What it is based on is another's; it is not.
  const [own = ""] = object.split(
    /(?<![\p{L}])(?:based|built|derived|distilled|fine-?tuned) (?:on|from|upon)(?![\p{L}])/iu,
    1,
  );
  return { ...saying(spot, own.replace(SIZE, " "), [first, ...rest]), subject: object };
}
