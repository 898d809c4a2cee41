/** Whether the work may be used commercially: what the text says of commerce itself, and no more than that. */

import { type Finding, FORBIDS, findIn, LIABILITY, type Place, piecesOf, type Rule } from "./rule.ts";

const TYPE = "commercial-use";
const NON = "non-?commercial";
const COMMERCIAL = String.raw`(?<!non-?)(?<!non )\bcommercial(?:ly)?\b`;

const GRANT = /\b(?:grants?|granted|licen[cs]ed? to|you may|permission)\b|授予/i;

const STRONG_NO: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:only|solely|exclusively) for (?:[\w'-]+,? ){0,6}?${NON}`, "i"),
  new RegExp(
    String.raw`\bfor (?:[\w'-]+,? ){0,5}?${NON}[^;]{0,70}?(?:\bonly\b|\bexclusively\b)(?! (?:if|as|when))`,
    "i",
  ),
  new RegExp(String.raw`^${NON} use only\b|\bmay only\b[^;]{0,120} for ${NON} purposes?`, "i"),
  new RegExp(
    String.raw`${FORBIDS}[^;]{0,70}?\b(?:be )?(?:use[ds]?|using|exploit\w*|reproduc\w*|distribut\w*|modify)\b[^;]{0,300}?\b(?:for|in connection with) (?:\(?[\w'-]+\)?,? ){0,4}?${COMMERCIAL} (?:(?:or|and) [\w-]+ )?(?:purposes?|uses?|gain|advantage|exploitation|activit\w+)`,
    "i",
  ),
  /\bfor purposes? other than (?:\w+ ){0,2}?commercial/i,
  /\bnot exercise\b[^;]{0,160}\b(?:intended|directed)\b[^;]{0,40}\bcommercial advantage\b/i,
  /\bmake non-?production use of\b/i,
  /\bany non-?commercial purpose is a permitted purpose\b/i,
  new RegExp(
    String.raw`(?:^|[,.:] |\bany )${COMMERCIAL} (?:use|usage|application|exploitation|purposes?)\b[^;]{0,120}\b(?:is|are) (?:\w+ )?(?:strictly |expressly )?(?:prohibited|forbidden|not (?:permitted|allowed|licensed|authori[sz]ed))`,
    "i",
  ),
  new RegExp(String.raw`\bfreely available for (?:[\w-]+ ){0,2}${NON}`, "i"),
  /(?:不得|禁止)[^。；，]{0,24}(?:用于|作为)?[^。；，]{0,8}商业(?:用途|目的|使用)|仅(?:限|供|用于|可用于)[^。；]{0,16}(?:非商业|学术研究)/,
  /\bnicht-kommerzielle Nutzung\b/i,
];

const WEAK_NO = new RegExp(
  String.raw`(?<!other than )\bfor (?:any |your )?${NON}(?: (?:and|or) [\w-]+)* (?:uses?|purposes?)\b`,
  "i",
);

/** The ban is on some alone: those above a threshold, or who have not done what is asked. */
const ON_SOME =
  /\bby (?:the |a |any )?(?:commercial|legal) entit(?:y|ies)\b|\bnot in accordance with\b|\bexceeds?\b|\bwithout (?:the )?(?:registration|registering)\b|\bpatent\b|\bnon-?commercial distribution\b|\bcommercial features\b|\bonly if you do so free of charge\b|\bbusiness purposes or\b|\bnon-?commercial (?:or|and) commercial\b|(?<!non-?)(?<!non )\bcommercial (?:or|and) non-?commercial\b/i;

const YES: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:available|free|permitted|allowed|licensed)\b[^;]{0,50}\bfor (?:\w+ and )?(?:\w+ )?${COMMERCIAL} (?:use|purposes?)`,
    "i",
  ),
  /\bexplicitly include commercial use\b|\bpurposes? (?:whatsoever)?, including without limitation commercial\b/i,
  /\bcommercially usable\b|\bsupports? commercial use\b|\bcommercial use is (?:permitted|allowed|free)\b/i,
  /\bany purpose,? (?:whether |either )?(?:commercial (?:or|and) (?:non-?commercial|not|otherwise)|(?:non-?commercial|private) (?:or|and) commercial)\b|\bfor (?:any )?(?:non-?commercial (?:or|and) commercial|commercial (?:or|and) non-?commercial) purposes?\b/i,
  /\b(?:either|both|whether) commercial(?:ly)? (?:or|and) non-?commercial(?:ly)?\b(?! products)/i,
  /\bany project, commercial\b|\bany purpose,? including (?:\w+ )?commercial\b|\bincluding (?:for )?commercial (?:applications|purposes|use)\b/i,
  new RegExp(String.raw`\bgrants?\b[^;]{0,500}\bfor (?:any )?${COMMERCIAL} purposes?\b`, "i"),
  /\b(?:copy|distribute|sublicense|use|publish)\b[^;]{0,80}\bsell (?:copies )?(?:of )?/i,
  /\bgrants?\b[^;]{0,300}\blicen[cs]e to\b[^;]{0,200}\bsell\b/i,
  /支持商业用途|(?:可|可以|允许)(?:免费)?(?:用于)?商(?:业用途|用)/,
];

const REGISTRATION: readonly RegExp[] = [
  new RegExp(
    String.raw`${COMMERCIAL} (?:purposes?|use)\b[^;]{0,200}\b(?:must|shall|need to|please|required to|have to|should)\b[^;]{0,200}\b(?:register|registration|obtain written authori[sz]ation)\b`,
    "i",
  ),
  /\bregistration\b[^;]{0,80}\bdeemed to have obtained\b[^;]{0,40}\b(?:business|commercial) licen[cs]e\b/i,
  /\b(?:must|shall|need to|required to) (?:\w+ ){0,3}register\b[^;]{0,80}\bcommercial\b/i,
  /商业(?:用途|目的|活动)[^。；]{0,60}(?:登记|注册|申请)[^。；]{0,40}|(?:登记|注册)[^。；]{0,24}(?:视为|获得)[^。；]{0,12}商(?:业许可|用授权)/,
];

const CAPPED =
  /\b(?:rights?|licen[cs]es?) granted\b[^;]{0,60}\bfor commercial use\b[^;]{0,60}\bcondition(?:ed|al) (?:up)?on\b[^;]{0,60}\bnot exceed/i;

const BANS = new RegExp(FORBIDS, "i");

const NEGATED = /\b(?:not|no(?! (?:cost|charge))|never|neither|nothing)\b|不得|不能/i;

function find(place: Place, patterns: readonly RegExp[]): { readonly from: number; readonly to: number } | null {
  for (const pattern of patterns) {
    const hit = findIn(place.clause, pattern);
    if (hit) return hit;
  }
  return null;
}

/** A right to sell inside a grant of patents is no permission to sell the work; outputs have a rule of their own. */
function isOfTheWork(words: string): boolean {
  if (/\byou (?:hereby |agree to )?(?:grant|license)\b/i.test(words)) return false;
  return !/\bpatents?\b|\blicensed claims\b|专利/i.test(words) && !/\b(?:use|own)\b[^;]{0,20}\boutputs?\b/i.test(words);
}

function* readCommerce(place: Place): Generator<Finding> {
  const { words } = place.clause;
  const capped = findIn(place.clause, CAPPED);
  if (capped) {
    yield { type: TYPE, value: "capped", from: capped.from, to: capped.to };
    return;
  }
  const registration = find(place, REGISTRATION);
  if (registration && !/无需/.test(words)) {
    yield { type: TYPE, value: "registration", ...span(registration) };
    return;
  }
  yield* readNo(place);
  const yes = isOfTheWork(words) && !BANS.test(place.clause.lead) ? find(place, YES) : null;
  if (yes && !isNegatedBefore(words, yes.from)) yield { type: TYPE, value: true, ...span(yes) };
}

function* readNo(place: Place): Generator<Finding> {
  const { words } = place.clause;
  if (ON_SOME.test(words) || /\bnothing\b|\bdoes not (?:prohibit|restrict|prevent)\b/i.test(words)) return;
  const no = find(place, STRONG_NO);
  if (no) {
    if (isLeftOpen(words.slice(no.from, no.to))) return;
    yield { type: TYPE, value: false, ...span(no) };
    return;
  }
  const defined = findDefined(place);
  if (defined) {
    yield { type: TYPE, value: false, ...span(defined) };
    return;
  }
  const weak = GRANT.test(words) || GRANT.test(place.clause.lead) ? find(place, [WEAK_NO]) : null;
  if (weak) yield { type: TYPE, value: false, ...span(weak), isWeak: true };
}

const ONLY_FOR =
  /\b(?:only|solely|exclusively) for (?:your |the )?((?:[A-Z][\w-]+ ){1,3}(?:Purposes?|Uses?))\b|\blimited to ((?:[A-Z][\w-]+ ){1,3}(?:Purposes?|Uses?))\b/;

/** "Solely for Research Purposes", where a definition says that those are not commercial. */
function findDefined({ clause, clauses }: Place): { readonly from: number; readonly to: number } | null {
  const hit = findIn(clause, ONLY_FOR);
  const purpose = hit?.match[1] ?? hit?.match[2];
  if (hit === null || purpose === undefined) return null;
  const says = clauses.some(
    ({ words }) =>
      words.startsWith(`"${purpose}`) &&
      /non-?commercial|not include (?:any )?commercial|not primarily intended/i.test(words),
  );
  return says ? hit : null;
}

/** Between the ban and commerce stands a permission, or the ban is on outputs alone. */
function isLeftOpen(banned: string): boolean {
  if (/\b(?:you may|(?:is|are) permitted)\b/i.test(banned)) return true;
  return (
    /\boutputs?\b/i.test(banned) && !/\b(?:models?|materials?|software|works?|products?|it|weights)\b/i.test(banned)
  );
}

function isNegatedBefore(words: string, from: number): boolean {
  return NEGATED.test(words.slice(Math.max(0, from - 60), from));
}

function span({ from, to }: { readonly from: number; readonly to: number }): Pick<Finding, "from" | "to"> {
  return { from, to };
}

export const commercialRules: readonly Rule[] = [
  {
    words: piecesOf(
      "commercial|production|only for|solely for|exclusively for|limited to|sell|regist|kommerzielle|商业|商用|登记|学术",
    ),
    when: /commercial|non-?production|(?:only|solely|exclusively) for|limited to|\bsell\b|\bregist|\bkommerzielle|商业|商用|登记|学术/i,
    *read(place) {
      if (place.clause.isDefinition || LIABILITY.test(place.clause.words)) return;
      yield* readCommerce(place);
    },
  },
];
