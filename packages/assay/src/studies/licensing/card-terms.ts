/**
 * Terms that cards set in prose: which uses are forbidden, where, above what size, what of outputs, services and copies. The
 * rules for licence texts read them. As every sentence of a card they settle nothing, and leave open what contradicts them.
 */

import type { LicenseTerms } from "../../licenses/license-terms.ts";
import { readTerms } from "../../licenses/terms/index.ts";
import type { Heading, Text } from "../../model/facts.ts";
import type { Term } from "../../model/license.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { readCard } from "../card/index.ts";
import { knownTerms } from "../shared/known-terms.ts";
import { offsetOfLine, quoteLine } from "../shared/noting.ts";
import { patternOf } from "./inner-text.ts";
import { ASIDE_HEADING, followSections, isOnModel } from "./prose.ts";
import { isRestrictive } from "./restrictions.ts";
import { describeBeside } from "./said-beside.ts";
import { blankAsides } from "./sentences.ts";
import { folderOf, type LicenseSource } from "./sources.ts";
import { dropContrast } from "./use-restrictions.ts";

/** Terms that count of one card; what sets more of them is an agreement, of which these are enough to doubt a tag. */
const MOST_TERMS = 32;

/** Types that cards set in plain words. Of trade there are sentences of many more forms, which are read as such. */
const COUNTED =
  /^(?:(?:user|visit|revenue)-threshold|territory-excluded|service-gate|forbidden-use|policy-by-(?:url|reference)|outputs-may-(?:train-others|compete)|redistribution|copyleft|naming)$/;

/** Types that answer one question alike: a licence that has one of them has said it. */
const ALIKE = /^(?:forbidden-use|policy-by-(?:url|reference))$/;
/** Types of which the value is the publisher's words. */
const IN_WORDS = /^(?:naming|copyleft)$/;

/** A section that lists what is forbidden. */
const FORBIDDEN_USES =
  /\b(?:prohibited|forbidden|disallowed|banned|restricted|unacceptable) (?:uses?|usage|use[- ]cases?|applications?)\b|\buse[- ](?:based )?restrictions\b/i;

/** Words that forbid a use; what "should" not be done is advice, and what a model does not contain is none. */
const FORBIDS =
  /\b(?:(?:may|must|shall|can|do|will) not|cannot|can't|don't|not to|never)\b[^.;!?]{0,40}\b(?:us(?:e|ed|ing)|employ\w*|deploy\w*|appl(?:y|ied)|generat\w*|creat\w*|produc\w*|engage)\b|\bprohibit|\bforb[ia]d|\bdisallow|\bbanned\b|\bnot (?:allowed|permitted|authori[sz]ed)\b/i;
/** An item of a list stands behind the words that lead into it, which are no farther than this, in UTF-16 units. */
const LEAD = 600;
const ITEM = /^[ \t>]*(?:[-*+•]|\d{1,3}[.)]|\(?[a-z][.)])[ \t]/i;

type Said = Pick<Term, "type" | "value"> & { readonly words: string; readonly start: number };

/** Terms that the bodies of cards set. */
export async function readCardTerms(bench: Workbench, cards: readonly Artifact[]): Promise<readonly LicenseSource[]> {
  const sources: LicenseSource[] = [];
  for (const artifact of cards) {
    const text = await bench.text(artifact);
    if (!text.ok) continue;
    const headings = (await readCard(bench, artifact))?.document.headings ?? [];
    for (const said of listSaid(text.value, headings).slice(0, MOST_TERMS))
      sources.push(await describe(bench, artifact, { said, text: text.value }));
  }
  return sources;
}

function listSaid(text: Text, headings: readonly Heading[]): readonly Said[] {
  const isAside = followSections(headings, ASIDE_HEADING);
  const terms = readTerms(blankAsides(text.content)).filter(
    (term) =>
      COUNTED.test(term.type) &&
      isRestrictive(term) &&
      isForbidden(text, term) &&
      isOwn(term) &&
      isOnModel(sayPlainly(term.quote)) &&
      !isAside(term.at.line),
  );
  const lists = headings.filter(({ title }) => FORBIDDEN_USES.test(title));
  return [
    ...lists.map(({ title, at }) => ({
      type: "forbidden-use",
      value: "other",
      words: title,
      start: offsetOfLine(text, at.line ?? 1),
    })),
    ...terms.map(({ type, value, quote, at }) => ({ type, value, words: sayPlainly(quote), start: at.start })),
  ];
}

/** Whether a use is forbidden by the words themselves, or by those that lead into the list. */
function isForbidden(text: Text, { type, at }: Term): boolean {
  if (type !== "forbidden-use") return true;
  const line = text.content.lastIndexOf("\n", at.start - 1) + 1;
  const isItem = ITEM.test(text.content.slice(line, at.end));
  const stretch = text.content.slice(isItem ? Math.max(0, at.start - LEAD) : at.start, at.end);
  const lead = isItem ? stretch.slice(Math.max(0, stretch.lastIndexOf("\n#"))) : stretch;
  return FORBIDS.test(lead.replace(/[\s*_]+/g, " "));
}

/** Whether a sentence sets it for this model, and not for another that it compares itself with. */
function isOwn({ quote, type }: Term): boolean {
  const own = dropContrast(quote);
  return own === quote || readTerms(own).some((term) => term.type === type);
}

function sayPlainly(quote: string): string {
  return quote.replace(/[\s*_`<>|[\]]+/g, " ").trim();
}

/** Words that are told of a term, in UTF-16 units. */
const LONGEST_WORDS = 120;

async function describe(
  bench: Workbench,
  artifact: Artifact,
  { said, text }: { readonly said: Said; readonly text: Text },
): Promise<LicenseSource> {
  const { path } = artifact;
  const words = said.words.slice(0, LONGEST_WORDS);
  const message = `${path} sets terms beside the licence: ${words}`;
  return await describeBeside(bench, artifact, {
    words,
    message,
    ...quoteLine(text, said.start),
    folder: folderOf(path),
    agreesWith: agreeWith(said, await bench.study(knownTerms)),
  });
}

/** The licences that are known to say it; of uses those that forbid any or name a policy, which answer the same. */
function agreeWith({ type, value }: Said, known: LicenseTerms): RegExp {
  const says = (one: Pick<Term, "type" | "value">): boolean =>
    (ALIKE.test(type) && ALIKE.test(one.type) && isRestrictive(one)) ||
    (one.type === type && (IN_WORDS.test(type) || one.value === value));
  const ids = [...known].flatMap(([id, { terms }]) => (terms.some(says) ? [id] : []));
  return ids.length === 0 ? /(?!)/ : patternOf(ids);
}
