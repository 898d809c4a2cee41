/**
 * Sentences that restrict use and name neither a licence nor a model: "Commercial use is prohibited." They are read
 * strictly, as nothing around them says that they speak of the model.
 */

import type { Mention } from "./mentions.ts";
import { RESTRICTED } from "./mentions.ts";

/** Licences beside which a publisher may sell another one to those who do not want to share alike. */
const RESTRICTED_OR_COPYLEFT = new RegExp(`${RESTRICTED.source}|^(?:A|L)?GPL-|^EUPL|^OSL|^CC-BY-SA`, "i");

const USE = "(?:use|usage|uses|purposes?|exploitation|applications?|deployments?|(?:re)?distribution|utili[sz]ation)";
const OF_TERMS = `(?:${USE}|rights|terms|users?|licen[cs](?:e|es|ing))`;
const COMMERCIAL = "(?:commercial|for-profit)";
const FORBIDDEN = "(?:prohibited|forbidden|disallowed|banned|restricted|excluded|illegal|unauthori[sz]ed)";
const ALLOWED =
  "(?:permitted|allowed|authori[sz]ed|granted|possible|licen[cs]ed|intended|covered|included|free|acceptable|permissible)";
const ADVERBS = "(?:(?:\\w+ly|yet|hereby|also) ){0,2}";
const CONSENT = "(?:permission|licen[cs]e|consent|agreement|authori[sz]ation|approval|fee|payment|registration)";
const CONTACT = "(?:contact|reach (?:out|us)|get in touch|e-?mail|write to|inquire|enquire)";
/** Fields of use that are none of trade; each with the words by which it is a use. */
const FIELD =
  "(?:(?:academic|scientific|research|educational?|teaching)(?: (?:research|use|usage|purposes?|study|studies|projects?|reasons|institutions?))?|(?:personal|evaluation|private|hobby|internal) (?:use|usage|purposes?|projects?)|non-?\\s?commercial(?: (?:use|usage|purposes?|research))?)";
const FIELDS = `${FIELD}(?:(?:,|\\/|,? (?:and|or|&)) ?${FIELD}){0,3}`;
/** Words between a "not" and the trade that it is about; those that turn it into a permission end them. */
const BETWEEN =
  "(?: (?!(?:only|just|merely|solely|but|necessarily|restrict|limit|prohibit|forbid|preclude|prevent|exclude|requir|need|recommend|advis|test|evaluat|verif|validat)[a-z]*\\b)[\\w',-]+){0,8}?";

function compile(...patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(pattern, "i"));
}

const FORBIDS = compile(
  `\\b${COMMERCIAL} (?:${USE}|rights|products?|services?|projects?|settings)\\b[^.;!?]{0,80}?(?:\\b(?:is|are|remains?|be) ${ADVERBS}(?:not ${ADVERBS}${ALLOWED}|${FORBIDDEN}|reserved)|\\b(?:isn't|aren't|cannot be) ${ADVERBS}${ALLOWED})\\b`,
  `\\b${COMMERCIAL} (?:use|usage|uses)\\b ?[:=–—-]? ?(?:no\\b(?! (?:longer|restrictions?|limit\\w*|fees?|charge|need|problem|issues?|permission))|not (?:permitted|allowed|ok)\\b|❌|✗|✘|🚫|${FORBIDDEN}\\b)`,
  `(?:\\b(?:not|never|cannot)|n't)\\b${BETWEEN} (?:commercially\\b(?! (?:available|viable|reasonable|motivated))|(?:for|in) (?:[\\w-]+ ){0,3}?${COMMERCIAL}\\b)`,
  `\\b(?:not|no)(?: (?:any|for|direct|unauthori[sz]ed))? ${COMMERCIAL} (?:${USE}|rights)\\b(?! (?:restrictions?|limit))`,
  `(?<!\\bnot )(?<!n't )\\b(?:prohibit|forbid|bann?|disallow|exclud|restrict|preclud)(?:s|es|ed|ing|den|ding)?\\b[^.;!?]{0,40}?\\b${COMMERCIAL} ${USE}\\b`,
  `(?<!\\bnot )(?<!n't )\\b(?:only|solely|exclusively|strictly|purely|limited|restricted|limits?|restricts?)(?: (?:be|used|use|intended|available|allowed|permitted|licensed|released|meant|shared|provided|distributed|usable|open)){0,3} (?:for|to)(?: [\\w-]+){0,2}? ${FIELDS}(?=$| ?[.,;:!]| (?:and|or|only|in|under|by|within)\\b)`,
  `(?<!\\bnot (?:(?:just |merely )?for |(?:limited|restricted|confined) to )?)\\b${FIELDS}[ -](?:use[ -])?only\\b`,
  "(?<!\\bcommercial(?: (?:and|or|as well as) |\\/| & ))\\bnon-?\\s?commercial (?:use|usage|purposes?|licen[cs]e|research|terms|only|basis|applications?|educational|academic|personal)\\b(?!,? (?:and|or|as well as) commercial\\b)",
  `\\b(?:free|freely|open|permitted)(?: (?:available|to use|to be used|for use))? for (?:[\\w-]+ )?${FIELDS}(?=$|[ .,;:!])(?![^.]{0,120}\\bcommercial)`,
  "\\b(?:may not|must not|cannot|can't|mustn't|shall not) (?:be )?(?:re-?)?(?:sell|sold)\\b|\\bnot for (?:re-?)?sale\\b",
  `\\b${COMMERCIAL} rights reserved\\b`,
);

const OFFERS = compile(
  `\\b${COMMERCIAL}(?:ly| ${OF_TERMS})\\b[^.;!?]{0,60}?(?<!\\bnot )(?<!n't )(?<!\\bno longer )\\b(?:requires?|needs?|subject to)\\b[^.;!?]{0,60}?\\b(?:${CONSENT}|written|prior)\\b`,
  `\\b${COMMERCIAL}(?:ly| ${OF_TERMS})\\b[^.;!?]{0,60}?\\b${CONTACT}\\b`,
  `\\b${CONTACT}\\b[^.;!?]{0,60}?\\b(?:for|about|regarding|on|to|before|if)\\b[^.;!?]{0,40}?\\b${COMMERCIAL}(?:ly| ${OF_TERMS})\\b`,
  `(?<!\\bnot )(?<!n't )\\b(?:obtain|purchase|buy|acquire|request|need|require)(?:s|d|ed|ing)? (?:\\w+ ){0,3}?${CONSENT}\\b[^.;!?]{0,40}?\\b(?:for|to|before)\\b[^.;!?]{0,30}?\\b${COMMERCIAL}(?:ly| ${USE})\\b`,
  `\\b${CONSENT} (?:is|are) (?:required|needed|necessary)\\b[^.;!?]{0,40}?\\b${COMMERCIAL}(?:ly| ${USE})\\b`,
  `\\b${COMMERCIAL}(?:ly| ${USE})\\b[^.;!?]{0,40}?\\b(?:obtain|purchase|buy|acquire) (?:\\w+ ){0,3}?licen[cs]e\\b`,
  `\\b(?:commercial|enterprise) licen[cs](?:e|es|ing)\\b (?:\\w+ ){0,3}?(?:available|required|needed|upon request)\\b`,
);

/** Whom a sentence sets itself against: "Unlike Finch, which is not for commercial use, …". */
const CONTRAST =
  /\b(?:unlike|in contrast to|as opposed to|compared (?:to|with)) [^,;]{1,120}(?:, (?:which|that|who|whose)\b[^,;]{1,160})?,/gi;
/** "including but not limited to" forbids and limits nothing. */
const INCLUDING = /,? ?\bincluding,? (?:but|without) (?:not )?(?:being )?limit(?:ed|ation)(?: to)?\b/gi;

/** The words by which a sentence restricts use; null where it asks, permits, or speaks of anything else. */
export function findUseRestriction(sentence: string): Mention | null {
  const bare = sentence.replace(CONTRAST, " ").replace(INCLUDING, ",");
  if (
    !/commercial|profit|research|academic|educat|personal|sale|sell|sold|scientific|hobby/i.test(bare) ||
    /\? ?$/.test(bare)
  )
    return null;
  for (const [patterns, agreesWith] of [
    [FORBIDS, RESTRICTED],
    [OFFERS, RESTRICTED_OR_COPYLEFT],
  ] as const) {
    for (const pattern of patterns) {
      const [words] = pattern.exec(bare) ?? [];
      if (words !== undefined) return { words: words.trim(), agreesWith, isRestriction: true };
    }
  }
  return null;
}
