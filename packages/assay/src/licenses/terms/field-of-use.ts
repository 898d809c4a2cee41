/** Uses that are forbidden, and research as the only one that is allowed. */

import { type Finding, FORBIDS, findIn, LIABILITY, patternRule, piecesOf, type Rule } from "./rule.ts";
import type { Clause } from "./segments.ts";

const FORBIDDING = new RegExp(`${FORBIDS}|\\bprohibit(?:s|ed)\\b|\\bagree not\\b|\\brestricted uses?\\b`, "i");

/** Uses by name, with the words for them. */
const USES: readonly (readonly [string, RegExp])[] = [
  [
    "unlawful",
    /\b(?:violat\w+|contrary to)\b[^;]{0,80}\b(?:laws?|regulations?)\b|\b(?:unlawful|illegal)\b|\bagainst the law\b|违反[^。；]{0,20}法律|非法目的|违法/i,
  ],
  ["military", /\bmilitary\b|\bwarfare\b|军事/i],
  ["weapons", /\bweapons?\b|武器/i],
  ["nuclear", /\bnuclear\b/i],
  ["surveillance", /\bsurveillance\b/i],
  ["biometrics", /\bbiometric/i],
  ["minors", /\bharm minors\b|\bharm to children\b|\bchild sexual\b/i],
  [
    "disinformation",
    /\bfalse (?:or misleading |harmful )?information\b|\bdisinformation\b|\bmisleading or deceiving\b|虚假[^。；，]{0,4}信息|\bfake news\b|\bfalse, misleading\b/i,
  ],
  [
    "personal-data",
    /\bpersonal(?:ly)? identif(?:iable|ying) information\b|\bsensitive (?:personal|information)|\b(?:health|demographic)\b[^;]{0,60}\bpersonal or private information\b|\bsuch personal (?:data|information)\b|个人(?:可识别|敏感)信息/i,
  ],
  ["harassment", /\bharass/i],
  ["discrimination", /\bdiscriminat/i],
  [
    "automated-decisions",
    /\bautomated decision[- ]making\b|\bautomated decisions\b|\bmaterial impact on that person\b/i,
  ],
  ["medical-advice", /\bmedical (?:advice|diagnosis)\b|\bunlicensed practice of\b[^;]{0,80}\bmedical\b/i],
  ["law-enforcement", /\blaw enforcement\b|\badministration of justice\b/i],
  ["critical-infrastructure", /\bcritical[- ]infrastructure\b/i],
  ["malware", /\bmalware\b|\bmalicious code\b/i],
  ["impersonation", /\bimpersonat/i],
  ["undisclosed-generation", /\b(?:is|was|are) machine[- ]generated\b|\bhuman[- ]generated\b/i],
  ["national-security", /\bnational (?:or societal )?security\b|国家(?:社会)?安全/i],
];

/** Of a long list behind semicolons the first words of its paragraph say that it forbids. */
function forbids({ words, lead, run, head }: Clause): boolean {
  return [words, lead, run, run === "" ? "" : head].some((one) => FORBIDDING.test(one));
}

/** "Nothing here restricts …" and duties to keep the law are no list of forbidden uses. */
const NO_LIST =
  /\bpatents? (?:licen|claims?|litigation|infring|rights granted)|\bessential patent|\bnot (?:fault[- ]tolerant|designed|intended)\b(?!,? licensed)|\b(?:you|each|licensee|licensor|provider|party|company) (?:hereby )?represents?\b|\backnowledges? that it may\b|\binsignia\b|\b(?:held|deemed) (?:to be )?(?:invalid|illegal)\b|\bnothing\b|\b(?:if|as|unless|otherwise|where) required by\b|\backnowledges? and agrees?\b|\bcourts?\b|\bsevered\b|\bgoverned\b|\bgoverning law\b/i;

/** Uses that have no name of their own. */
const UNNAMED =
  /\breverse[- ]engineer\w*|\bdecompil\w+|\binfring\w+,? (?:misappropriat\w+|upon the legitimate rights)|\bderogatory action\b|\bnon-?production use\b|\bbe sold by itself\b|反编译|反向工程/i;
/** What leads into a list of uses that are forbidden. */
const LIST =
  /\b(?:(?:not|never) (?:to )?(?:be )?(?:use[ds]?|using|engage|allow)|agree not|allow others to use|(?:may|must|will|shall) not[: ]*$|prohibited uses?)\b|\b(?:may|must|will|shall) not$|不得[^。；]{0,20}使用/i;
const RUN_IN = /\b(?:not to use|not use|allow others to use)\b[^;.]{0,160}:/i;
/** An item of such a list that is a term of another kind. */
const OTHER_KIND =
  /\bcommercial|\bnotices?\b|\bthe licen[cs]e\b|\bin compliance with\b|\btrademark|\bdistribut|\bsub-?licen|\bthis (?:licen[cs]e|agreement|policy)\b|\boutputs?\b|\breport\b|\bcop(?:y|ies)\b|\brepresent(?:ations?|s)?\b|\bthe parties\b|商业|输出/i;
/** A duty to keep the law in what one does with the work. */
const LAWFUL =
  /\b(?:must|shall|agrees? to|will|responsib\w+ (?:to|for)|required to|need to) (?:[\w,]+ ){0,6}?compl(?:y|ying) with\b[^;]{0,80}\blaws?\b|\b(?:use|using)\b[^;]{0,80}\b(?:in compliance|compl(?:y|ies)) with\b[^;]{0,60}\blaws?\b|(?:应当?|须|必须)[^。；]{0,10}(?:遵守|符合)[^。；]{0,24}法律/i;
const NOT_LAWFUL =
  /\b(?:licensor|provider|we|us|our|contributors?|meta|court) (?:will|shall|must|may|complies)\b|\bgovern(?:ed|ing)\b|\bexcept\b|\bcompliance with (?:this|the)\b|\bif (?:you|it) (?:are|is) (?:unable|impossible)\b|\bunable to\b|\bcannot\b|\bpersonal information\b|\bindemnif|\btrademark/i;

const NOT_UNNAMED = /\bnot restrict\b|\bpermit(?:s|ted)?\b[^;]{0,40}\breverse/i;

function isSilent({ isDefinition, words }: Clause): boolean {
  return isDefinition || LIABILITY.test(words) || NO_LIST.test(words);
}

/** A word of each use, for a plain search. */
const NAMES =
  /violat|contrary|unlawful|illegal|against the law|militar|warfare|weapon|nuclear|surveillance|biometric|minors|child|false|disinformation|fake news|mislead|personal|sensitive|harass|discriminat|automated|impact on|medical|law enforcement|of justice|critical|malware|malicious|impersonat|generated|national|违反|违法|非法|军事|武器|虚假|个人|国家/i;

function isNamed({ words }: Clause): boolean {
  return NAMES.test(words) && USES.some(([, named]) => named.test(words));
}

/** What is forbidden only in part: a profession without its licence, a decision that no person makes. */
function limitOf(words: string, value: string): Pick<Finding, "details"> {
  if (value === "medical-advice" && /\bunlicensed practice\b/i.test(words))
    return { details: { only: "unlicensed-practice" } };
  const isDecided = value === "law-enforcement" || value === "critical-infrastructure";
  return isDecided && /\bautomated decisions\b/i.test(words) ? { details: { only: "automated" } } : {};
}

/** An item of a list of forbidden uses that has no name, and is no term of another kind. */
function isUnnamedItem(clause: Clause): boolean {
  const { words, lead, run, head } = clause;
  if (lead === "" && run === "") return false;
  if (!LIST.test(lead) && !(run !== "" && RUN_IN.test(head))) return false;
  return words.length > 12 && !/[:：]\s*$/.test(words) && !OTHER_KIND.test(words) && !isNamed(clause);
}

export const fieldOfUseRules: readonly Rule[] = [
  {
    words: piecesOf(
      "violat|contrary|unlawful|illegal|against the law|militar|warfare|weapon|nuclear|surveillance|biometric|minors|child|false|disinformation|fake news|mislead|personal|sensitive|harass|discriminat|automated|impact on|medical|law enforcement|of justice|critical|malware|malicious|impersonat|generated|national|违反|违法|非法|军事|武器|虚假|个人|国家",
    ),
    *read({ clause }) {
      if (!forbids(clause) || isSilent(clause)) return;
      for (const [value, words] of USES) {
        const hit = words.test(clause.words) ? findIn(clause, words) : null;
        if (hit) yield { type: "forbidden-use", value, from: hit.from, to: hit.to, ...limitOf(clause.words, value) };
      }
    },
  },
  {
    words: piecesOf("law|engineer|decompil|infring|derogatory|production use|sold by|法律|反编译|反向"),
    when: /\blaws?\b|engineer|decompil|infring|derogatory|production use|sold by|法律|反编译|反向/i,
    *read({ clause }) {
      const { words } = clause;
      const lawful = NOT_LAWFUL.test(words) ? null : findIn(clause, LAWFUL);
      if (lawful && !isSilent(clause))
        yield { type: "forbidden-use", value: "unlawful", from: lawful.from, to: lawful.to } satisfies Finding;
      const unnamed = forbids(clause) && !NOT_UNNAMED.test(words) ? findIn(clause, UNNAMED) : null;
      if (unnamed && !isSilent(clause))
        yield { type: "forbidden-use", value: "other", from: unnamed.from, to: unnamed.to } satisfies Finding;
    },
  },
  {
    when: /\w{3}|\p{Script=Han}{3}/u,
    *read({ clause }) {
      if (!isUnnamedItem(clause) || isSilent(clause)) return;
      yield { type: "forbidden-use", value: "other", from: 0, to: clause.words.length } satisfies Finding;
    },
  },
  patternRule("research-only", "research|academic", [
    {
      value: true,
      words:
        /\b(?:only|solely|exclusively) for (?:[\w-]+,? ){0,4}?(?:research|academic)\b[^;]{0,30}\b(?:purposes?|uses?)\b|\bused exclusively for research\b|\bfor (?:[\w-]+ ){0,3}research purposes?\b[^;]{0,60}\bonly\b/i,
      unless: /\bdesigned\b|\bexempted\b|\bdo(?:es)? not include\b/i,
    },
  ]),
];
