/** A grant of the work that names no purpose: commerce is none that it leaves out. */

import { EVERYTHING, findGrant, findGrantBehind, rightOf } from "./grants.ts";
import type { Finding, Place } from "./rule.ts";
import type { Clause } from "./segments.ts";

/** What is done with a work; a grant of the work names two of them, one of a mark or a notice does not. */
const DEEDS: readonly RegExp[] = [
  /\buse\b|\brun\b|\bexploit\b|\bdeal in\b|使用/i,
  /\b(?:reproduce|copy)\b|复制/i,
  /\b(?:modify|alter|prepare|adapt|derivative works|derivatives|modifications?)\b|修改|衍生/i,
  /\b(?:(?:re)?distribut(?:e|ion)|share|publish|convey|propagate|sublicen[cs]e)\b|分发/i,
];
const GIVEN = rightOf(
  String.raw`\b(?:use|run|exploit|deal in|reproduce|copy|prepare|distribute|make|exercise the (?:licensed )?rights)\b|使用|复制`,
);
const CONDITIONED = /\b(?:re)?distribution and use\b[^;]{0,120}\bare permitted\b/i;
const ALL_RIGHTS = new RegExp(
  String.raw`\bexercise the (?:licensed )?rights in\b|\bin all ways not otherwise restricted\b|\bfor any purpose\b|${EVERYTHING}`,
  "i",
);

/** A purpose, a place or a kind of user to which the clause is limited, and what is given is less than the work. */
const LIMITED =
  /\bfor (?!any purpose)(?:[\w'-]+,? ){0,6}?(?:purposes?|uses?)\b(?! \w+ (?:limit|restrict))|\b(?:solely|exclusively|only) (?:for|in connection|to|as|within|by)\b|\bsole(?:ly)?\b|\blimited to\b|\bpersonal\b|\binternal(?:ly)?\b|\bevaluat\w+\b|\bresearch\b|\bacademic\b|\beducation\w*\b|\bnon-?commercial|\bnon-?production\b|\bnon-?profit\b|\bhobby\b|\btrial\b|\bbeta\b|\bduring the (?:term|period)\b|研究|非商业|评估|仅/i;

/** Words anywhere in a text that speak of commerce or of a purpose as a limit: where they stand, silence proves nothing. */
const SPOKEN =
  /\bnon-?commercial(?! distribution\b)(?!ly\b)|\bnot[- ]for[- ]profit\b|\bnon-?production\b|\bcommercial (?:licen[cs]es?|agreement|use(?! limitation)|purposes?|activit\w+|advantage|gain)\b|\bcommercially\b(?! reasonable)|\b(?:research|academic|educational|evaluation) (?:(?:and|or) [\w-]+ )?(?:use|purposes?)\b|\bpersonal use\b|\binternal (?:business )?(?:use|purposes?)\b|\bfree of charge for\b|非商业|商业用途|商用|科研|学术/i;
/** A word of each, for a plain search. */
const PURPOSES =
  /commerc|profit|production|research|academ|educat|evaluat|personal use|internal|free of charge|商|科研|学术/i;
/** Commerce is spoken of, and not limited. */
const HARMLESS =
  /\bcommercial (?:or|and) non-?commercial\b|\bnon-?commercial (?:or|and) commercial\b|\b(?:discontinue|lost|commercial damages|commercial losses)\b|\boccasionally and noncommercially\b|\bcommercial (?:computer )?software\b|\brestriction on commercial\b|\bcommercial features\b|\bfacilitate the commercial use\b/i;

/** Whether a text speaks of purposes, by its clauses: asked once for each text. */
const spoken = new WeakMap<readonly Clause[], boolean>();

function speaksOfPurposes(clauses: readonly Clause[]): boolean {
  const known = spoken.get(clauses);
  if (known !== undefined) return known;
  const found = clauses.some(({ words }) => PURPOSES.test(words) && SPOKEN.test(words) && !HARMLESS.test(words));
  spoken.set(clauses, found);
  return found;
}

const NEEDS = /\buse\b|\brun\b|exploit|deal in|reproduce|\bcopy\b|exercise|do everything|使用|复制/i;

/** Whether a clause gives the work for whatever purpose, in a text that limits none. */
export function* readUnlimitedGrant({ clause, clauses, index }: Place): Generator<Finding> {
  if (!NEEDS.test(clause.words)) return;
  const words = itemsFrom(clauses, index);
  if (!isWhole(words)) return;
  const hit = findGrant(clause, GIVEN) ?? findGrantBehind(clause, CONDITIONED);
  if (hit === null || LIMITED.test(words) || LIMITED.test(clause.lead) || speaksOfPurposes(clauses)) return;
  const details = { by: "unlimited-grant" };
  const unless = ["commercial-use", "research-only"];
  yield { type: "commercial-use", value: true, from: hit.from, to: hit.to, details, unless };
}

/** The items of a list under one grant, from this one on. */
function itemsFrom(clauses: readonly Clause[], index: number): string {
  const { lead, words } = clauses[index] ?? { lead: "", words: "" };
  const items =
    lead === "" || !/grant|licen|right|may|free/i.test(lead)
      ? []
      : clauses.slice(index + 1, index + 9).filter((one) => one.lead === lead);
  return [words, ...items.map((one) => one.words)].join(" ");
}

/** The grant is of the work as a whole. */
function isWhole(words: string): boolean {
  return ALL_RIGHTS.test(words) || DEEDS.filter((deed) => deed.test(words)).length >= 2;
}
