/** Names that have to be shown or carried: on a product, in front of a model's name, in what one publishes. */

import { type Finding, findIn, isDemanded, type Place, piecesOf, type Rule } from "./rule.ts";

const NAME = `"([^"]{1,60})"`;

const PREFIX = new RegExp(
  String.raw`\b(?:include|add|use|prefix\w*)\b[^;]{0,30}?${NAME}[^;]{0,20} (?:at the (?:beginning|start)|as (?:a|the) prefix|in the name)\b`,
  "i",
);
const PLACE = String.raw` (?:on|in) (?:(?:a|the|any|your|its|each|all) )?(?:[\w-]+ ){0,2}(?:websites?|web pages?|user interfaces?|UI|blogposts?|pages?|products?|documentation|apps?|services?)\b`;
const DISPLAY = new RegExp(
  String.raw`\b(?:display|show|credit)\b[^;("]{0,60}?${NAME}|\b(?:include|mark|state)\b[^;("]{0,60}?${NAME}${PLACE}`,
  "i",
);
const STATEMENT =
  /\b(?:include|make|publish|display)\b[^;]{0,120}\b(?:statement|acknowledge?ment|phrase)\b[^;]{0,60}?:?$/i;
const NOTICE = /\b(?:must|shall|may|will) not\b|"notice"|\bnotice (?:text )?file\b|\bcopyright\b|\battribution notice/i;

/** A name is a few words; a sentence is a notice. */
const LONGEST_NAME = 60;

export const namingRules: readonly Rule[] = [
  {
    words: piecesOf('"|statement|acknowledg'),
    when: /"|statement|acknowledg/,
    *read(place) {
      const { clause } = place;
      if (clause.isDefinition || !isDemanded(clause)) return;
      const prefix = findIn(clause, PREFIX);
      if (prefix) yield named(prefix, "model-name");
      const shown = findIn(clause, DISPLAY);
      if (shown && shown.from !== prefix?.from && !NOTICE.test(shown.match[0])) yield named(shown, "display");
      yield* readStatement(place);
    },
  },
];

function named({ match, from, to }: NonNullable<ReturnType<typeof findIn>>, as: string): Finding {
  const name = (match[1] ?? match[2] ?? "").trim().replace(/[.,]$/, "").slice(0, LONGEST_NAME);
  return { type: "naming", value: name, from, to, details: { as } };
}

/** "… the following statement:", and the statement in the paragraph below. */
function* readStatement({ clause, clauses, index }: Place): Generator<Finding> {
  const hit = STATEMENT.test(clause.words) ? findIn(clause, STATEMENT) : null;
  const said = /^"([^"]{1,200})"/.exec(clauses[index + 1]?.words ?? "")?.[1];
  if (!hit || said === undefined || NOTICE.test(clause.words)) return;
  yield { type: "naming", value: said.slice(0, 120), from: hit.from, to: hit.to, details: { as: "statement" } };
}
