/** Regions in which nothing is granted, with what is withheld there. */

import { type Finding, findIn, LIABILITY, piecesOf, type Rule } from "./rule.ts";

/** Regions by ISO 3166-1, or EU and EEA; the first that fits counts. */
const REGIONS: readonly (readonly [string, string])[] = [
  ["EU", String.raw`European Union|EU\b(?! (?:AI|Artificial|General|Regulation|Directive|law))|欧盟`],
  ["EEA", String.raw`European Economic Area|EEA\b|欧洲经济区`],
  ["GB", String.raw`United Kingdom|UK\b|Great Britain|英国`],
  ["KP", "North Korea|朝鲜"],
  ["KR", "South Korea|Republic of Korea|Korea|韩国"],
  ["CN", String.raw`(?:mainland |People's Republic of )?China|PRC\b|中国(?:大陆)?`],
  ["US", String.raw`United States(?: of America)?|USA\b|U\.S\.(?:A\.)?|美国`],
  ["RU", "Russian Federation|Russia|俄罗斯"],
  ["JP", "Japan|日本"],
  ["CH", "Switzerland|瑞士"],
  ["IN", "India|印度"],
  ["CA", "Canada|加拿大"],
  ["IR", "Iran|伊朗"],
];

const REGION = `(?:the |any (?:country|member state|part) (?:of|in) (?:the )?)?(?:territor(?:y|ies) of (?:the )?)?(?:${REGIONS.map(([, words]) => words).join("|")})(?![a-z])`;
const LIST = String.raw`${REGION}(?:(?:,? (?:and|or|and\/or) |, |\/| & |、|和|及|或|以及)${REGION}){0,12}`;

const GRANTED = `(?:granted|licensed|available|authori[sz]ed|permitted|allowed|offered|intended for use|valid)`;

/** The last group of each is the list of regions. */
const PATTERNS: readonly RegExp[] = [
  // This licence does not apply in …
  new RegExp(
    String.raw`\b(?:licen[cs]e|agreement|terms|rights?)(?: agreement)?(?: granted[^;]{0,60})? (?:does|do|shall|will) not (?:apply|extend) (?:in|to|within)[^;]{0,60}?(${LIST})`,
    "i",
  ),
  // The rights are not granted to you if you live in …
  new RegExp(
    String.raw`\bnot (?:being |be |hereby )?${GRANTED} (?:to|in|within|for)\b[^;]{0,160}?(?:in|of|from|within|to|for)[ ,]{1,2}(${LIST})`,
    "i",
  ),
  // You may not use it in …
  new RegExp(
    String.raw`\b(?:may|must|shall|will|can) ?not (?:be )?(?:use|access|download|distribut|deploy|offer|run|reproduc|make|provid)\w*[^;]{0,100}? (?:in|within|from|to (?:users|persons|individuals|entities|residents) (?:in|of)) (${LIST})`,
    "i",
  ),
  // If you are in …, no rights are granted.
  new RegExp(
    String.raw`\bif you (?:are|reside|live)[^;]{0,80}? in (${LIST})[^;]{0,80}\b(?:no (?:rights?|licen[cs]e)|(?:may|must|shall|can) ?not use|not (?:being )?${GRANTED})`,
    "i",
  ),
  new RegExp(`(?:不适用于|不得在|不向|不授予(?:位于)?)(${LIST})`),
];

const DEFINED = new RegExp(
  String.raw`^[^;]{0,20}?"(?:Licensed )?(?:Territory|Territories)" (?:shall mean|means)[^;]{0,120}?(?:exclud\w*|except(?: for)?|other than|but not|not includ\w*)[ ,:]{1,2}(${LIST})`,
  "i",
);

/** What goes by the law of a region, or by a regime of sanctions, is not withheld from it. */
const LAW =
  /\bgovern(?:ed|ing)\b|\bjurisdiction over\b|\bsanctions? (?:administered|lists?)\b|\bconstrued\b|\bendorse|\bpromote\b|\btrademarks?\b|管辖|\blimitation|\bdisclaimer/i;

export const territoryRules: readonly Rule[] = [
  {
    words: piecesOf(
      "europ|eu|eea|united|uk|britain|korea|china|u.s|usa|prc|russia|japan|switzerland|india|canada|iran|欧|英国|韩国|中国|美国|territor",
    ),
    when: /europ|\bE(?:U|EA)\b|united|\bUK\b|britain|korea|china|\bU\.S|\bUSA\b|\bPRC\b|russia|japan|switzerland|india|canada|iran|欧|英国|韩国|中国|美国|territor/i,
    *read({ clause, clauses, index }) {
      const { words } = clause;
      if (LAW.test(words) || LIABILITY.test(words)) return;
      const patterns = clause.isDefinition ? [DEFINED] : PATTERNS;
      const hit = patterns.map((pattern) => findIn(clause, pattern)).find((one) => one !== null);
      if (!hit) return;
      const next = clauses[index + 1]?.words ?? "";
      const details = {
        scope: /\bmulti-?modal\b|多模态/i.test(words) ? "multimodal" : "all",
        endUsersExempt: /\bdoes not apply to end[- ]users\b/i.test(next),
      };
      for (const region of regionsOf(hit.match.at(-1) ?? ""))
        yield { type: "territory-excluded", value: region, from: hit.from, to: hit.to, details } satisfies Finding;
    },
  },
];

const CODES = REGIONS.map(([code, words]) => [code, new RegExp(words, "gi")] as const);

/** Codes of the regions in a list, in the order of the table; a name inside another that was found does not count. */
function regionsOf(list: string): readonly string[] {
  let rest = list;
  const codes: string[] = [];
  for (const [code, words] of CODES) {
    const without = rest.replace(words, " ");
    if (without !== rest) codes.push(code);
    rest = without;
  }
  return codes;
}
