/** Sentences by which a release calls something open: the place, the words, and what is called so. */

import { placeOf } from "../../model/place.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { FoundStatement, FoundStatements } from "../../model/statements.ts";
import { titleOf } from "../card/index.ts";
import { type Page, pages, type Statement, sectionAt } from "../pages/index.ts";
import { splitPath } from "../shared/path-words.ts";
import { speaksOfItself } from "./front.ts";
import { findNamed } from "./named-models.ts";
import { type Names, openNames } from "./names.ts";
import { readPlain } from "./plain.ts";
import { readSentence } from "./read-sentence.ts";
import type { Said } from "./spot.ts";
import { ASIDE_HEADING, OPENNESS_ASKED } from "./words.ts";

/** Statements told of one release; the rest says the same again. */
const MOST_STATEMENTS = 64;

/** Sentences with words of openness that are read in one release; the richest one known has 60. */
const MOST_READ = 500;

/** Found in the documents in which the release speaks of itself, in their order. */
export const statements: Study<FoundStatements> = {
  id: "statements",
  version: 1,
  async run(bench) {
    const found: FoundStatement[] = [];
    let left = MOST_READ;
    for (const page of (await bench.study(pages)).filter((one) => speaksOfItself(one) && !isList(bench, one))) {
      const names = openNames({ release: bench.release, titles: [...titleOf(page), ...folderOf(page)] });
      for (const statement of page.statements.filter(({ words }) => OPENNESS_ASKED.test(words))) {
        if (found.length >= MOST_STATEMENTS || left === 0) return { found, cutAt: page.artifact };
        left -= 1;
        const said = readStatement(page, statement, names);
        if (said === null) continue;
        const one = await describe(bench, page, { statement, said });
        // Of others it is worth telling where something is known of them.
        if (one.about === "this" || one.named.length > 0) found.push(one);
      }
    }
    return { found };
  },
};

/** A list of what others made speaks of them. */
function isList({ release }: Workbench, page: Page): boolean {
  return [release.target, ...titleOf(page)].some((name) => /(?<![\p{L}])awesome(?![\p{L}])/iu.test(name));
}

/** A card in a folder is one of what the folder is called by. */
function folderOf({ isFront, artifact }: Page): readonly string[] {
  return isFront ? [] : splitPath(artifact.path).folders.slice(-2);
}

function readStatement(page: Page, { words, line }: Statement, names: Names): Said | null {
  if (UNSAID.test(words)) return null;
  const { titles, kind, line: top } = sectionAt(page, line);
  if (/^\s*#/.test(words)) return top === line && titles.length === 1 ? readHeading(words, names) : null;
  // Of the first heading alone it is not known that it is no title.
  const isFirst = top <= (page.sections[0]?.line ?? 0);
  const isAside = titles
    .slice(isFirst || titles[0] === page.sections[0]?.titles[0] ? 1 : 0)
    .some((title) => ASIDE_HEADING.test(title));
  if (kind === "citation" || isAside) return null;
  const isIntroduction = isFirst || kind === "description" || names.isOwn(titles.at(-1) ?? "");
  const said = readSentence(readPlain(words), { names, isIntroduction });
  return said?.calling === "open-license" && isElsewhere(words, said, names) ? null : said;
}

/** Rows of tables, headings of HTML, and tasks that are still open. */
const UNSAID = /^\s*(?:\||<h[1-6]|[-*+•]?\s*\[ \]\s)/i;

/** "Owl: A fully open source language model": of a title what stands behind the name, where it is a phrase of its own. */
function readHeading(words: string, names: Names): Said | null {
  const about = /^[^:]{1,60}: (an? .+)$/iu.exec(readPlain(words))?.[1];
  return about === undefined ? null : readSentence(about, { names, isIntroduction: true });
}

/** A licence that is called by a name and linked to where another release lies: what is said is said of that one. */
function isElsewhere(words: string, { subject }: Said, names: Names): boolean {
  const links = words.match(/\]\((?!#)[^()\s]{1,600}/g) ?? [];
  const isLocal = links.some((link) => !/^\]\(https?:/i.test(link));
  return links.length > 0 && !isLocal && !names.isOwn(subject) && !names.isPublisher(subject);
}

interface Read {
  readonly statement: Statement;
  readonly said: Said;
}

async function describe(bench: Workbench, page: Page, { statement, said }: Read): Promise<FoundStatement> {
  const { quote, from, line } = quoteAround(page, statement, said.words);
  const place = page.text.place(from, from + quote.length);
  return {
    quote,
    at: { ...placeOf(bench.release, page.artifact), ...place, line },
    about: said.about,
    parts: said.parts,
    calling: said.calling,
    isUpstream: said.isUpstream,
    named: await findNamed(bench, page, { statement, said }),
  };
}

/** Characters of a quote, and of those before the words that count. */
const LONGEST_QUOTE = 200;
const BEFORE_WORDS = 110;

/** Marks of lists and quotations, and tags, before the first word. */
const MARKS = /^(?:\s|<[^<>]{0,300}>|[-*+>•](?=\s|<)|#{1,6}(?=\s))*/;

/** The sentence as it stands in the file; of a long one the stretch around the words. */
function quoteAround(
  { text }: Page,
  { words: whole, from: begin, line: first }: Statement,
  words: string,
): { readonly quote: string; readonly from: number; readonly line: number } {
  const marks = MARKS.exec(whole)?.[0] ?? "";
  const sentence = whole.slice(marks.length);
  const from = begin + marks.length;
  const line = first + marks.split("\n").length - 1;
  if (sentence.length <= LONGEST_QUOTE) return { quote: sentence, from, line };
  const at = Math.max(0, sentence.toLowerCase().indexOf(words.toLowerCase().split(" ")[0] ?? ""));
  const cutAt = at <= BEFORE_WORDS ? 0 : sentence.indexOf(" ", at - BEFORE_WORDS) + 1;
  const cut = sentence.slice(cutAt, cutAt + LONGEST_QUOTE);
  const last = cutAt + LONGEST_QUOTE >= sentence.length ? cut.length : cut.lastIndexOf(" ");
  const quote = cut.slice(0, last > 0 ? last : cut.length).replace(/[\uD800-\uDBFF]$/, "");
  const lead = quote.length - quote.trimStart().length;
  const start = from + cutAt + lead;
  const passed = text.content.slice(from, start).split("\n").length - 1;
  return { quote: quote.trim(), from: start, line: line + passed };
}
