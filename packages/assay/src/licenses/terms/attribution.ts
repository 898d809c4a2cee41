/** Notices and copies that have to go with the work, and credit that has to be given. */

import { patternRule, piecesOf, type Rule } from "./rule.ts";

const KEEP = String.raw`\b(?:retain\w*|includ\w*|reproduc\w*|preserv\w*|keep\w*|appear\w*|accompan\w*|provid\w*|giv\w*|contain\w*)\b`;

export const attributionRules: readonly Rule[] = [
  patternRule(
    "attribution",
    {
      words: piecesOf("notice|copy of|copyright|acknowledg|cite|citing|attribut|声明|副本"),
      when: /notice|copy of|copyright|acknowledg|\bcit(?:e|ing)\b|attribut|声明|副本/i,
    },
    [
      {
        value: "notice-file",
        words: /"?notice"? (?:text )?file/i,
        unless: /\bnot modify the licen[cs]e\b|\bmay add\b/i,
        isDuty: true,
      },
      {
        value: "copyright-notice",
        words: new RegExp(
          String.raw`${KEEP}[^;]{0,80}\b(?:copyright|attribution)\b[^;]{0,40}\bnotices?\b|\bcopyright (?:notices?|statements?)\b[^;]{0,80}${KEEP}|版权声明[^。；]{0,30}(?:包含|保留)`,
          "i",
        ),
        unless: /\bmay add\b/i,
        isDuty: true,
      },
      {
        value: "licence-copy",
        words: new RegExp(
          String.raw`${KEEP}[^;]{0,120}\b(?:cop(?:y|ies) of|text of) (?:this|the) (?:[\w-]+ )?(?:licen[cs]e|agreement)\b|本(?:协议|许可证?)的?副本`,
          "i",
        ),
        isDuty: true,
      },
      {
        value: "modification-notice",
        words:
          /\bmodified (?:files|documents)\b[^;]{0,30}\bcarry\b[^;]{0,20}\bnotices?\b|\bindicate if you modified\b|\bnotices? stating that you (?:changed|modified)\b|修改[^。；]{0,20}显(?:著|眼|明)?[^。；]{0,10}(?:声明|说明)/i,
        isDuty: true,
      },
      {
        value: "cite",
        words:
          /\backnowledge the use of\b[^;]{0,60}\bpublication\b|\b(?:must|shall|will) (?:\w+ )?cite\b|\bin any publication\b[^;]{0,120}\battribution\b|\bclearly attribute the source\b/i,
        isDuty: true,
      },
      {
        value: "advertising",
        words: /\badvertising materials\b[^;]{0,80}\bmust display\b|\bmarking any promotional materials\b/i,
        isDuty: true,
      },
    ],
  ),
];
