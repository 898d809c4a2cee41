/** Whether the work may be changed, and works be made from it. */

import { findGrant, grantOf } from "./grants.ts";
import { type Finding, FORBIDS, findIn, LIABILITY, type Rule } from "./rule.ts";

const DERIVED = String.raw`(?:derivative(?:s|s? works?)\b|derivatives of\b|modifications\b|adaptations\b|adapted material\b|modified (?:versions?|works?)\b|model derivatives\b|changes\b)`;
const MAKE = "(?:creat(?:e|ing)|prepar(?:e|ing)|mak(?:e|ing)|produc(?:e|ing)|develop(?:ing)?)";

/** No word for it changes the terms, or a notice. */
const CHANGE = String.raw`(?:\b(?:modify|modifying|adapt(?:ing)?|alter|transform)\b(?! (?:or \w+ )?(?:this|these|its|the (?:terms|licen[cs]e|agreement)|any (?:terms|notices?)|such terms))|\b${MAKE}\b[^;.]{0,60}?\b${DERIVED}|\bprepare, publicly display[^;.]{0,160}\b(?:derivatives|modifications) of\b|\bwith or without modifications?\b|\bconvey a work based on\b|(?<!您的)修改(?!中|过|后)|创[作建][^。；，]{0,6}衍生)`;

const GIVEN = grantOf(CHANGE);
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

export const modificationRules: readonly Rule[] = [
  {
    when: /modif|adapt|alter|derivative|transform|changes|convey|deal in|do everything|修改|衍生/i,
    *read({ clause }) {
      const { words } = clause;
      const banned = clause.isDefinition || LIABILITY.test(words) ? null : findIn(clause, BANNED);
      if (banned && !BANNED_UNLESS.test(words)) {
        yield { type: "modification", value: false, from: banned.from, to: banned.to } satisfies Finding;
        return;
      }
      const given = findGrant(clause, GIVEN) ?? findGrant(clause, GIVEN_BEHIND);
      if (given) yield { type: "modification", value: true, from: given.from, to: given.to } satisfies Finding;
    },
  },
];
