/** Uses that are forbidden, and research as the only one that is allowed. */

import { type Finding, FORBIDS, findIn, LIABILITY, patternRule, piecesOf, type Rule } from "./rule.ts";
import type { Clause } from "./segments.ts";

const FORBIDDING = new RegExp(`${FORBIDS}|\\bprohibit(?:s|ed)\\b|\\bagree not\\b|\\brestricted uses?\\b`, "i");

/** Uses by name, with the words for them. */
const USES: readonly (readonly [string, RegExp])[] = [
  [
    "unlawful",
    /\b(?:violat\w+|contrary to)\b[^;]{0,80}\b(?:laws?|regulations?)\b|\b(?:unlawful|illegal)\b|违反[^。；]{0,20}法律|非法目的|违法/i,
  ],
  ["military", /\bmilitary\b|\bwarfare\b|军事/i],
  ["weapons", /\bweapons?\b|武器/i],
  ["nuclear", /\bnuclear\b/i],
  ["surveillance", /\bsurveillance\b/i],
  ["biometrics", /\bbiometric/i],
  ["minors", /\bharm minors\b|\bharm to children\b|\bchild sexual\b/i],
  [
    "disinformation",
    /\bfalse (?:or misleading )?information\b|\bdisinformation\b|\bfake news\b|\bfalse, misleading\b/i,
  ],
  ["personal-data", /\bpersonal(?:ly)? identifiable information\b|\bsensitive (?:personal|information)/i],
  ["harassment", /\bharass/i],
  ["discrimination", /\bdiscriminat/i],
  ["automated-decisions", /\bautomated decision[- ]making\b|\bautomated decisions\b/i],
  ["medical-advice", /\bmedical (?:advice|diagnosis)\b/i],
  ["law-enforcement", /\blaw enforcement\b|\badministration of justice\b/i],
  ["critical-infrastructure", /\bcritical[- ]infrastructure\b/i],
  ["malware", /\bmalware\b|\bmalicious code\b/i],
  ["impersonation", /\bimpersonat/i],
  ["undisclosed-generation", /\b(?:is|was|are) machine[- ]generated\b|\bhuman[- ]generated\b/i],
  ["national-security", /\bnational (?:or societal )?security\b|国家(?:社会)?安全/i],
];

function forbids({ words, lead, run }: Clause): boolean {
  return FORBIDDING.test(words) || FORBIDDING.test(lead) || FORBIDDING.test(run);
}

/** "Nothing here restricts …" and duties to keep the law are no list of forbidden uses. */
const NO_LIST =
  /\bpatents?\b|\bnot (?:fault[- ]tolerant|designed|intended)\b(?!,? licensed)|\brepresents?\b|\backnowledges? that it may\b|\binsignia\b|\b(?:held|deemed) (?:to be )?(?:invalid|illegal)\b|\bnothing\b|\brequired by\b|\bcourts?\b|\bsevered\b|\bgovern(?:ed|ing)\b/i;

export const fieldOfUseRules: readonly Rule[] = [
  {
    words: piecesOf(
      "violat|contrary to|unlawful|illegal|military|warfare|weapon|nuclear|surveillance|biometric|harm |harass|child sexual|information|fake news|false, misleading|discriminat|automated decision|medical|law enforcement|administration of justice|critical|malware|malicious code|impersonat|machine|human|security|sensitive|违反|违法|非法目的|军事|武器|国家",
    ),
    when: new RegExp(USES.map(([, { source }]) => source).join("|"), "i"),
    *read({ clause }) {
      if (clause.isDefinition || LIABILITY.test(clause.words) || NO_LIST.test(clause.words) || !forbids(clause)) return;
      for (const [value, words] of USES) {
        const hit = words.test(clause.words) ? findIn(clause, words) : null;
        if (hit) yield { type: "forbidden-use", value, from: hit.from, to: hit.to } satisfies Finding;
      }
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
