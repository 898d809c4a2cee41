/** Notices and copies that have to go with the work, and credit that has to be given. */

import { type Finding, findIn, type Hit, isDemanded, type Pattern, piecesOf, type Rule } from "./rule.ts";
import type { Clause } from "./segments.ts";

const KEEP = String.raw`\b(?:retain\w*|includ\w*|reproduc\w*|preserv\w*|keep\w*|appear\w*|accompan\w*|provid\w*|giv\w*|contain\w*|display\w*|attach\w*|bears?|duplicate|ma(?:k|d)e available|gets)\b`;
const LICENCE = String.raw`(?:licen[cs]e|agreement|terms)\b`;
const CHANGED =
  "(?:changed|modified|altered|(?:the )?(?:substantial )?(?:modifications?|changes)(?: (?:and changes )?(?:were )?(?:made|you made))?)";

/** A pattern with words that every text of it has: a plain search spares most clauses the long one. */
interface Needy extends Pattern {
  readonly needs: RegExp;
}

const PATTERNS: readonly Needy[] = [
  {
    value: "notice-file",
    needs: /\bfile\b/i,
    words: /"?notice"? (?:text )?file/i,
    unless: /\bnot modify the licen[cs]e\b|\bmay add\b|\btrademarks?,|\blicense file\b/i,
  },
  {
    value: "copyright-notice",
    needs: /notice|copyright|版权/i,
    words: new RegExp(
      String.raw`${KEEP}[^;]{0,80}\bcopyright\b[^;]{0,60}\bnotices?\b|${KEEP}[^;]{0,120}\battribution notices?\b[^;]{0,200}(?:\bcopyright\b|©)|\bnotices?"?:? "[^"]{0,200}\bcopyright\b|\bcopyright (?:notices?|statements?)\b[^;]{0,80}${KEEP}|\b(?:remov\w*|alter|obscur\w*)\b[^;]{0,80}\b(?:copyright|any|all|this)\b[^;]{0,40}\bnotices?\b|\bthis notice may not be removed\b|版权声明[^。；]{0,30}(?:包含|保留)`,
      "i",
    ),
    unless: /\bmay add\b|\blegal notices or metadata\b/i,
  },
  {
    value: "licence-copy",
    needs: /cop(?:y|ies)|text of|permission|conditions|this (?:entire|paragraph|notice|licen)|许可|协议/i,
    words: new RegExp(
      String.raw`${KEEP}[^;]{0,120}\b(?:cop(?:y|ies) of|text of) (?:this|the|these) (?:[\w-]+ )?${LICENCE}|\b(?:cop(?:y|ies)|text) of,? or the\b[^;]{0,80}\bthis (?:[\w-]+ )?${LICENCE}|\bcopy of this (?:[\w-]+ )?${LICENCE}[^;]{0,30}${KEEP}|\bin each case with a copy of this\b|\bpermission notice\b[^;]{0,60}${KEEP}|${KEEP}[^;]{0,80}\b(?:permission (?:notice|statement)|this list of conditions|this entire (?:statement|notice))\b|\bthis (?:paragraph|notice)\b[^;]{0,60}\b(?:appear|retained|may not be removed)|\bcopyright notice and this licen[cs]e\b|\bdisplay this licen[cs]e\b|许可声明[^。；]{0,12}(?:包含|保留)|本(?:协议|许可证?)的?副本`,
      "i",
    ),
  },
  {
    value: "modification-notice",
    needs: /modif|change|altered|done so|marked|differs?\b|修改/i,
    words: new RegExp(
      String.raw`\bmodified (?:files|documents)\b[^;]{0,30}\bcarry\b[^;]{0,20}\bnotices?\b|\bnotices?\b[^;]{0,60}\b(?:stat(?:e|es|ing)|that|inform\w*)\b[^;]{0,60}\b${CHANGED}|\b(?:indicat\w+|stat(?:e|es|ing)|statement|disclos\w+|label|identif\w+)\b (?:(?:if|that|whether|of|how|in [\w" ]{1,20}|clearly|the|you|demarcate|or|otherwise|identify|have|has|been|was|it|file) ){0,8}?(?:\b${CHANGED}\b|done so\b)|\bplainly marked as such\b|\bdocument\w* how (?:it|they) differs?\b|修改[^。；]{0,20}显(?:著|眼|明)?[^。；]{0,10}(?:声明|说明)|显著的?方式(?:说明|标注)[^。；]{0,6}修改`,
      "i",
    ),
    unless: /\bthese terms\b|\bthis agreement (?:is|was|may be) (?:changed|modified)\b|\bmay be modified\b/i,
  },
  {
    value: "cite",
    needs: /\bcite\b|credit|original author|attribut|creator|acknowledge the|used in it|the source of/i,
    words:
      /\backnowledge the use of\b[^;]{0,60}\bpublication\b|\b(?:must|shall|will) (?:\w+ )?cite\b|\bin any publication\b[^;]{0,120}\battribution\b|\bclearly attribute the source\b|\bgive the original author credit\b|\bname of the original author\b|\bidentification of the creator|\b(?:preserve|retain|keep) all credits?\b|\bprominent notice with each copy\b[^;]{0,60}\bis used in it\b|\brecipients\b[^;]{0,80}\bthe source of the model\b/i,
  },
  {
    value: "advertising",
    needs: /advertising|promotional/i,
    words: /\badvertising materials\b[^;]{0,80}\bmust display\b|\bmarking any promotional materials\b/i,
  },
];

/** A notice that has to be kept names warranties and liability; what disclaims them is no notice. */
const DISCLAIMS =
  /\bindemnif|\bin no event\b|\bunder no (?:circumstances|legal)|\bprovided (?:on an )?"?as[- ]is\b|\b(?:liable|damages)\b|责任限制|损害赔偿|不承担任何责任/i;

/** A clause that demands, or demands in front of these very words, beside what it offers. */
function isAsked(clause: Clause, { from, to }: Hit): boolean {
  return (
    isDemanded(clause) || /\b(?:must|shall|(?:may|can) ?not)\b/i.test(clause.words.slice(Math.max(0, from - 60), to))
  );
}

export const attributionRules: readonly Rule[] = [
  {
    words: piecesOf(
      "notice|cop|text of|acknowledg|cit|attribut|credit|original author|creator|modif|changes|conditions|marked|differ|license on|licence on|this paragraph|the source of|声明|副本|说明",
    ),
    when: /notice|copy of|copies of|text of|copyright|acknowledg|\bcit(?:e|ing)\b|attribut|credit|original author|creator|modified|changes|modification|conditions|marked|differ|licen[cs]e on|this paragraph|the source of|声明|副本|说明/i,
    *read({ clause }) {
      if (clause.isDefinition) return;
      for (const { value, needs, words, unless } of PATTERNS) {
        const hit = needs.test(clause.words) ? findIn(clause, words) : null;
        if (hit === null || unless?.test(clause.words)) continue;
        if (DISCLAIMS.test(clause.words)) return;
        if (isAsked(clause, hit)) yield { type: "attribution", value, from: hit.from, to: hit.to } satisfies Finding;
      }
    },
  },
];
