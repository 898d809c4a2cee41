/** Whether the work may be changed, and works be made from it. */

import { findGrant, findGrantBehind, rightOf } from "./grants.ts";
import { type Finding, FORBIDS, findIn, LIABILITY } from "./rule.ts";
import type { Clause } from "./segments.ts";

const DERIVED = String.raw`(?:derivative(?:s|s? works?)\b|derivatives of\b|modifications\b|adaptations\b|adapted material\b|modified (?:versions?|works?)\b|model derivatives\b|changes\b)`;
const MAKE = "(?:creat(?:e|ing)|prepar(?:e|ing)|mak(?:e|ing)|produc(?:e|ing)|develop(?:ing)?)";

/** No word for it changes the terms, or a notice. */
const CHANGE = String.raw`(?:\b(?:modify|modifying|adapt(?:ing)?|alter|transform)\b(?! (?:or \w+ )?(?:this|these|its|the (?:terms|licen[cs]e|agreement)|any (?:terms|notices?)|such terms))|\b${MAKE}\b[^;.]{0,60}?\b${DERIVED}|\bprepare, publicly display[^;.]{0,160}\b(?:derivatives|modifications) of\b|\bwith or without modifications?\b|\bconvey a work based on\b|(?<!您的)修改(?!中|过|后)|创[作建][^。；，]{0,6}衍生)`;

const GIVEN = rightOf(CHANGE);
const GIVEN_BEHIND = new RegExp(
  String.raw`\b(?:permission to|the rights? to|use|redistribution)\b[^;]{0,200}${CHANGE}[^;]{0,200}\b(?:is|are) (?:hereby )?(?:granted|permitted|allowed)\b`,
  "i",
);
const BANNED = new RegExp(
  String.raw`${FORBIDS}:? (?:[\w-]+,? (?:or )?){0,6}?\b(?:modify|adapt|alter|create derivative works)\b[^;]{0,60}\b(?:works?|models?|materials?|software|services?|data(?:sets?)?|products?|weights|derivative)\b|\bproduce and reproduce, but not share, adapted material\b`,
  "i",
);
const BANNED_UNLESS =
  /\b(?:unless|except|other than|in violation|outside|for \(i\)|for any|if you|notices?|derogatory|without)\b/i;

const NEEDS = /modif|adapt|alter|derivative|transform|changes|convey|deal in|do everything|修改|衍生/i;

/** Whether a clause forbids to change the work. */
export function* readNoModification(clause: Clause): Generator<Finding> {
  const banned = NEEDS.test(clause.words) ? findIn(clause, BANNED) : null;
  if (banned === null || BANNED_UNLESS.test(clause.words) || LIABILITY.test(clause.words)) return;
  yield { type: "modification", value: false, from: banned.from, to: banned.to };
}

/** Whether a clause lets one change the work. */
export function* readModification(clause: Clause): Generator<Finding> {
  if (!NEEDS.test(clause.words)) return;
  const given = findGrant(clause, GIVEN) ?? findGrantBehind(clause, GIVEN_BEHIND);
  if (given) yield { type: "modification", value: true, from: given.from, to: given.to };
}
