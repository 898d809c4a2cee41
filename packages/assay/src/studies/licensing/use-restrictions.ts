/**
 * Sentences that restrict use and name neither a licence nor a model: "Commercial use is prohibited." They are read
 * strictly, as nothing around them says that they speak of the model.
 */

import { findForeignRestriction } from "./foreign-restrictions.ts";
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

const MODEL = "(?:models?|weights?|checkpoints?|adapters?|loras?|merges?)";
const ITS = `(?:${MODEL}|it|this|them|outputs?|generations?)`;
const DENIED = `${ADVERBS}(?:not ${ADVERBS}(?:permitted|allowed|authori[sz]ed)|prohibited|forbidden|disallowed|banned)`;
/** Fields and ways of use that are closed by name. */
const CLOSED =
  "(?:military|weapons?|surveillance|medical|clinical|governments?|law enforcement|police|policing|gambling|political|biometrics?|porn\\w*|products?|services?|apis?|saas)";
const HANDLING =
  "(?:us(?:e|ed|ing)|deploy\\w*|(?:re)?distribut\\w*|(?:re-?)?upload\\w*|(?:re)?host(?:ed|ing)?|merg\\w*|shar(?:e|ed|ing)|rent\\w*|moneti[sz]\\w*|modif\\w*|(?:re)?sell\\w*)";
/** What follows where a sentence tells how a model works, and not what one may do with it. */
const TECHNICAL = "(?! (?:with|as|to (?:its|their)|before|during|after|while|when|in (?:fp|bf|float|half|int)\\d*)\\b)";
const FIRMS =
  "(?:compan(?:y|ies)|organi[sz]ations?|enterprises?|enterprise users?|business(?:es)?|corporations?|(?:business|corporate) use)";

/** Restrictions that are none of trade alone: of uses, of passing on, of who may use it, and terms that do not stay. */
const CLOSES = compile(
  `\\b(?:use|usage|deployment|(?:re)?distribution|(?:re)?distributing|sharing|re-?uploading|running|hosting|merging|moneti[sz]ation|moneti[sz]ing)\\b[^.;!?]{0,80}?\\b(?:${MODEL}|${CLOSED})\\b[^.;!?]{0,60}?\\b(?:is|are) ${DENIED}\\b`,
  `\\b(?:merges|derivatives|derivative (?:works|models)|fine-?tunes|quanti[sz]ations|conversions)\\b(?: of [^.;!?]{0,40}?)? (?:is|are) ${DENIED}\\b`,
  `\\b(?:no|any) derivatives? (?:works? |models? )?(?:may|can|is|are)\\b[^.;!?]{0,20}?\\b(?:distributed|shared|published|permitted|allowed)\\b`,
  `\\b(?:may|must|shall) not (?:be )?${HANDLING}\\b[^.;!?]{0,40}?\\b${ITS}\\b${TECHNICAL}`,
  `\\b(?:this|the|our|these) (?:[\\w.-]+ ){0,3}?${MODEL}\\b[^.;!?]{0,60}?\\b(?:may|must|shall) not be ${HANDLING}\\b${TECHNICAL}`,
  `\\b(?:not (?:allowed|permitted) to|(?:prohibited|forbidden|banned) from) (?:${HANDLING}|make money|earn)\\b[^.;!?]{0,60}?\\b${ITS}\\b`,
  `\\bit is ${DENIED} to (?:${HANDLING}|train)\\b`,
  `\\b(?:do not|don't) (?:redistribute|re-?upload|resell|sell|moneti[sz]e|rehost|merge)\\b[^.;!?]{0,40}?\\b${ITS}\\b`,
  `\\b${FIRMS}\\b[^.;!?]{0,60}?\\b(?:must|needs?|requires?|have|has|are required)(?: to)? (?:[\\w-]+ ){0,3}?(?:pay|contact us|purchase|buy|acquire|get in touch|licen[cs]e)\\b`,
  `\\b(?:providing|offering|hosting|redistribut\\w+|serving|selling)\\b[^.;!?]{0,80}?(?<!\\bnot )\\brequires?\\b[^.;!?]{0,30}?\\b(?:our|prior|written|explicit) (?:\\w+ ){0,2}?${CONSENT}\\b`,
  "\\b(?:licen[cs]ed|available|open|released|granted) (?:to|for) (?:individuals|students|researchers|academics|non-?profits?|universities) only\\b",
  "\\b(?:usage|use|access|models?|weights)\\b(?:(?!\\b(?:demos?|apis?|playground|web ?sites?|platform|apps?)\\b)[^.;!?]){0,40}?\\b(?:governed by|subject to|bound by)\\b(?![^.;!?]{0,80}\\b(?:apache|mit|bsd|cc|gpl|openmdw|hugging ?face)\\b)[^.;!?]{0,60}?\\b(?:terms (?:of (?:use|service)|and conditions)|agreement|usage polic(?:y|ies))\\b",
  "\\b(?:we|authors?|licensors?|publishers?|owners?|company) (?:may|can|reserves? (?:all |the )?rights? to) (?:at any time )?(?:change|modify|update|amend|revoke|terminate|withdraw|suspend)\\b[^.;!?]{0,30}?\\b(?:licen[cs]e|terms|conditions|access|permission)\\b(?! of (?!use\\b|service\\b|this licen|the licen))",
  "\\b(?:(?:licen[cs]e|permission) (?:may|can) be (?:revoked|withdrawn|terminated)|access (?:may|can) be revoked)\\b",
  `\\b(?:derivative|derived|fine-?tuned|merged|modified) (?:models?|works?|weights|checkpoints|versions)\\b[^.;!?]{0,40}?\\bmust (?:include|contain|carry|bear|start with|begin with)\\b[^.;!?]{0,40}?\\bnames?\\b`,
);
const MAY_CLOSE =
  /\bnot\b|don't|prohibit|forbid|disallow|banned|must|need|requir|\bha(?:s|ve)\b|\b(?:no|any) deriv|reserve|revok|withdrawn|terminat|governed|subject to|bound by| only\b|\b(?:may|can)\b/i;

/** What the notice of a licence says of itself. */
const BY_LICENSE =
  /\b(?:may|must|shall) not use\b[^.;!?]{0,60}?\bexcept (?:in compliance with|under|as permitted by) (?:the|this) licen[cs]e\b/gi;
/** Addresses within a sentence: their stops end nothing. */
const ADDRESS = /https?:\/\/\S+/g;

/** Whom a sentence sets itself against: "Unlike Finch, which is not for commercial use, …". */
const CONTRAST =
  /\b(?:unlike|in contrast to|as opposed to|compared (?:to|with)) [^,;]{1,120}(?:, (?:which|that|who|whose)\b[^,;]{1,160})?,/gi;
/** "including but not limited to" forbids and limits nothing. */
const INCLUDING = /,? ?\bincluding,? (?:but|without) (?:not )?(?:being )?limit(?:ed|ation)(?: to)?\b/gi;

const OF_TRADE = /commercial|profit|research|academic|educat|personal|sale|sell|sold|scientific|hobby/i;
const READ = [
  [OF_TRADE, FORBIDS, RESTRICTED],
  [OF_TRADE, OFFERS, RESTRICTED_OR_COPYLEFT],
  [MAY_CLOSE, CLOSES, RESTRICTED],
] as const;

/** A sentence without those whom it sets itself against. */
export function dropContrast(sentence: string): string {
  return sentence.replace(CONTRAST, " ");
}

/** The words by which a sentence restricts use; null where it asks, permits, or speaks of anything else. */
export function findUseRestriction(sentence: string): Mention | null {
  const plain = dropContrast(sentence.replace(ADDRESS, " ").replace(/ {2,}/g, " "));
  const bare = plain.replace(INCLUDING, ",").replace(BY_LICENSE, " ");
  if (/[?？] ?$/.test(bare)) return null;
  for (const [asks, patterns, agreesWith] of READ) {
    for (const pattern of asks.test(bare) ? patterns : []) {
      const [words] = pattern.exec(bare) ?? [];
      if (words !== undefined) return { words: words.trim(), agreesWith, isRestriction: true };
    }
  }
  const foreign = findForeignRestriction(bare);
  return foreign === null ? null : { words: foreign, agreesWith: RESTRICTED, isRestriction: true };
}
