/** Users, visits or revenue above which something else holds: how many, whose, when counted, and what follows. */

import { amountsOf, countsOf, type Quantity } from "./quantities.ts";
import { type Finding, LIABILITY, type Place, piecesOf, type Rule } from "./rule.ts";

/** Units on either side of a number in which the words that belong to it stand. */
const REACH = 140;

const REVENUE = /\brevenues?\b|\bturnover\b|\bannual sales\b|\bARR\b|收入|营收|营业额/i;

export const thresholdRules: readonly Rule[] = [
  {
    words: piecesOf("user|visit|mau|muu|revenue|turnover|sales|arr|用户|访问|收入|营收|营业额"),
    when: /users?\b|visit|MAU|MUU|revenue|turnover|sales|ARR|用户|访问|收入|营收|营业额/i,
    *read(place) {
      const { words } = place.clause;
      if (LIABILITY.test(words) || isBoast(words)) return;
      for (const quantity of [...countsOf(words), ...amountsOf(words).filter((one) => isRevenue(words, one))]) {
        const finding = readThreshold(place, quantity);
        if (finding) yield finding;
      }
    },
  },
];

function isRevenue(words: string, { from, to }: Quantity): boolean {
  const behind = /^[^,;.]*/.exec(words.slice(to, to + REACH))?.[0] ?? "";
  return REVENUE.test(words.slice(Math.max(0, from - REACH), from)) || REVENUE.test(behind.slice(0, 90));
}

/** What the publisher says of itself. */
function isBoast(words: string): boolean {
  return /\b(?:we|our (?:platform|service|product|company)s?|us) (?:\w+ ){0,3}(?:have|has|serves?|reach(?:es)?)\b/i.test(
    words,
  );
}

const NOT_MORE = /(?:not|no) (?:\w+ )?(?:exceed\w*|more than|greater than|over)[^,;]{0,30}$|(?:未|不得|不)超过$/i;
const LESS = /(?:less|fewer|lower|smaller) than (?:\w+ ){0,2}$|(?:under|below|up to) $|(?:低于|少于|小于)$/i;
const MORE =
  /(?:more|greater|larger|higher) than[^,;]{0,30}$|\b(?:exceed\w*|over|above|surpass\w*|in excess of|beyond)[^,;]{0,24}$|>\s?$|(?:超过|大于|高于|多于)[^，。；]{0,4}$/i;
const AT_LEAST = /\b(?:at least|not less than|no less than|of|reach\w*) $|(?:至少|达到|不低于)$/i;
const AT_LEAST_BEHIND = /^[^,.;]{0,40}\bor (?:more|above|greater|higher)\b|^[^，。；]{0,10}(?:以上|及以上)/i;

type Comparison = "more" | "at-least";

/** From which side the number is a bound, and whether what the clause says is said of those below it. */
function compare(
  before: string,
  behind: string,
): { readonly comparison: Comparison; readonly isBelow: boolean } | null {
  if (NOT_MORE.test(before)) return { comparison: "more", isBelow: true };
  if (LESS.test(before)) return { comparison: "at-least", isBelow: true };
  if (MORE.test(before)) return { comparison: "more", isBelow: false };
  if (AT_LEAST.test(before) || AT_LEAST_BEHIND.test(behind)) return { comparison: "at-least", isBelow: false };
  return null;
}

function readThreshold(place: Place, quantity: Quantity): Finding | null {
  const { clause } = place;
  const before = clause.words.slice(Math.max(0, quantity.from - 60), quantity.from);
  const compared = compare(before, clause.words.slice(quantity.to, quantity.to + 60));
  if (compared === null) return null;
  const context = contextOf(place);
  const effect = effectOf(context, compared.isBelow);
  if (effect === null) return null;
  const { metric, currency } = quantity;
  const details = {
    number: quantity.number,
    metric,
    ...(currency ? { currency } : {}),
    comparison: compared.comparison,
    window: windowOf(clause.words, quantity),
    whose: whoseOf(context),
    testDate: RELEASE.test(clause.words) ? "release" : "rolling",
    effect,
  };
  const type = { users: "user-threshold", visits: "visit-threshold", revenue: "revenue-threshold" }[metric];
  return { type, value: quantity.number, from: quantity.from, to: quantity.to, details };
}

/** The clause, what its sentence and its paragraph say beside it, and where a threshold that is defined is used. */
function contextOf({ clause, clauses, index }: Place): string {
  const name = /^"([^"]{3,40}(?:threshold|limit|cap)|threshold|limit|cap)"/i.exec(clause.words)?.[1];
  if (name !== undefined) {
    const uses = clauses.filter(({ words }, at) => at !== index && words.includes(name) && EXCEEDS.test(words));
    return [clause, ...uses.slice(0, 3)].map(({ words }) => words).join(" ");
  }
  const next = clauses[index + 1];
  const isOpen = /[;；] ?$/.test(clause.words);
  const goesOn = next?.paragraph === clause.paragraph && (isOpen ? OR.test(next.words) : GOES_ON.test(next.words));
  return `${OR.test(clause.words) ? clause.run : ""} ${clause.words} ${goesOn ? next.words : ""}`;
}

/** An alternative is under the same "if" and has the same "then". */
const OR = /^(?:or|and)\b|^或/i;
const EXCEEDS = /\bexceed|\babove|\bmeet|超过/i;
const GOES_ON =
  /^(?:You|Licensee|In (?:such|that|this) case|Such|If (?:so|exceeded)|Otherwise|Above) (?:must|shall|will|need|may|cannot)?|^如果?超过|^否则/i;
const RELEASE = /\b(?:on|as of|at|by) (?:the )?[^,;.]{0,60}(?:\d[^,;]{0,20})?release date\b|发布(?:之)?日/i;

const EFFECTS: readonly (readonly [string, RegExp])[] = [
  [
    "security-review",
    /\b(?:must|shall|need to|has to|have to) [^;]{0,60}security (?:review|assessment)|安全(?:审查|评估)/i,
  ],
  [
    "display",
    /\b(?:must|shall|agree to|required to|need to|have to|has to) (?:\w+ ){0,3}(?:display|show|mark|label|credit)\b|(?:应|须|必须)[^，。；]{0,20}(?:展示|标注|显示)/i,
  ],
  [
    "need-licence",
    /\b(?:must|shall|need(?:s)? to|have to|has to|required to|will) (?:\w+ ){0,4}(?:request|obtain|apply|acquire|purchase|negotiate|enter|contact|ask|seek|get)\b|\bneeds? (?:a|another|an? \w+) licen[cs]e|\beligible to obtain a paid\b|\brequires? (?:a|an) (?:\w+ )?(?:separate|commercial|enterprise|paid)\b|(?:须|必须|应|需要|需)[^。；]{0,30}(?:申请|联系|获得|取得)/i,
  ],
  [
    "cut-off",
    /\bnot (?:authori[sz]ed|permitted|allowed|licensed|granted|entitled)\b|\bterminates?\b|\b(?:may|must|shall|can) ?not\b|\bconditioned upon\b|\bprohibited\b|不得超过|无权|不得/i,
  ],
];

const GRANTS = /\b(?:free|permitted|allowed|may use|grants?|granted|licensed|available)\b|免费|可以使用/i;
const REGISTERS = /\bregist(?:er|ration)|登记|注册/i;

/** What follows above the number. Of those below it, that they are allowed says where the rest ends. */
function effectOf(context: string, isBelow: boolean): string | null {
  const found = EFFECTS.find(([, words]) => words.test(context))?.[0];
  if (isBelow && !/\b(?:must|shall|may) not exceed|不得超过/i.test(context)) {
    return GRANTS.test(context) && !REGISTERS.test(context) && found === undefined ? "cut-off" : null;
  }
  return found ?? null;
}

const PRECEDING = /\b(?:preceding|previous|prior|last)(?: calendar)? month\b|前一个?(?:自然)?月|上(?:一)?个?月/i;

function windowOf(words: string, { metric, from, to }: Quantity): string {
  if (metric !== "revenue") return PRECEDING.test(words) ? "preceding-month" : "month";
  const behind = /^[^,;.]{0,90}/.exec(words.slice(to))?.[0] ?? "";
  const before = words.slice(Math.max(0, from - REACH), from);
  return periodIn(behind, "first") ?? periodIn(before, "last") ?? "unknown";
}

const PERIOD =
  /\b(?:12|twelve)[- ]?(?:consecutive )?months?\b|12个月|十二个月|\bmonth(?:ly)?\b|每月|月|\b(?:annual\w*|year(?:ly)?|fiscal)\b|年/gi;

function periodIn(words: string, which: "first" | "last"): string | null {
  const all = [...words.matchAll(PERIOD)];
  const [found] = (which === "first" ? all[0] : all.at(-1)) ?? [];
  if (found === undefined) return null;
  if (/12|twelve|十二/i.test(found)) return "12-months";
  return /month|月/i.test(found) ? "month" : "year";
}

const OWNERS: readonly (readonly [string, RegExp])[] = [
  ["company-or-employer", /\bemployer\b/i],
  ["licensee-and-affiliates", /\baffiliates?(?:\(s\))?\b|关联方|关联公司/i],
  ["licensee", /\bby or for (?:the )?(?:licensee|you)\b|\byour commercial activit|您的商业活动/i],
  ["product", /\b(?:products?|services?)\b[^;]{0,60}\b(?:has|have|had|with|reach\w*|exceed\w*|is used)\b|产品或?服务/i],
  ["company", /\b(?:compan(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|enterprises?|business(?:es)?)\b|公司|企业/i],
];

function whoseOf(context: string): string {
  return OWNERS.find(([, words]) => words.test(context))?.[0] ?? "licensee";
}
