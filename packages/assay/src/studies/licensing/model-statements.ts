/** Which licence a card states of which model: rows of a table, items of a list, and exceptions of a sentence. */

import type { DocumentFact, Table, Text } from "../../model/facts.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { readCard, titleOf } from "../card/index.ts";
import { models } from "../models/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { isOwnName } from "../shared/own-names.ts";
import { resolveLink } from "./card-links.ts";
import { listCards } from "./card-tags.ts";
import { ANY_OWN } from "./declared-terms.ts";
import { findMention } from "./mentions.ts";
import { createNaming, type IsNamed, isLikeModelName, splitNames } from "./model-names.ts";
import { readName } from "./package-names.ts";
import { findExceptions, followSections, type IsTold, LICENSE_HEADING } from "./prose.ts";
import { listLines } from "./sentences.ts";
import { folderOf, isSame, type LicenseSource, type Terms } from "./sources.ts";

/** Rows and items that count of one card. */
const MOST_ROWS = 512;

/** Longer words tell more than a name, in UTF-16 units. */
const LONGEST_WORDS = 120;

const LICENSE_COLUMN = /^\W*licen[cs]e\b/i;
const MODEL_COLUMN =
  /^\W*(?:models?|components?|artifacts?|assets?|names?|checkpoints?|variants?|versions?|(?:model )?sizes?|param(?:eter)?s?)\b/i;

/** Rows on other parts of a release than its weights. */
const OTHER_PART =
  /^(?:the |our )?(?:(?:source|training|inference|model) )?(?:code|data|data ?sets?|docs|documentation)$/i;

/** Longer items are paragraphs, in UTF-16 units. */
const LONGEST_ITEM = 700;

/** `- owl-7b: Apache-2.0`, `* owl-7b (MIT)`, `- owl-7b is released under the MIT License`. */
const ITEM =
  /^ ?[-*+] ([^:\n(]{1,200}?)(?: ?: ?| [–—-] | ?\(| (?:is|are) (?:released|licen[cs]ed|available|distributed) under (?:the )?)([^\n]{1,400})$/;

/** Statements of a release's cards about a file of weights, or about the release where no file is given. */
export type ModelStatements = (file: Pick<Artifact, "origin" | "path"> | null) => readonly LicenseSource[];

interface Row {
  readonly names: readonly string[];
  readonly source: LicenseSource;
  /** What is said of the models that are not named: of those a sentence does not leave out, or perhaps of all. */
  readonly others?: LicenseSource;
  /** Line of a row or an item; null of a sentence, which speaks of all models but some. */
  readonly line: number | null;
}

/** What cards state of single models, and the lines that say it: prose is read without them. */
export interface ModelRows {
  readonly statements: ModelStatements;
  readonly isTold: IsTold;
}

/** Reads what the cards state of single models. */
export async function readModelRows(bench: Workbench, texts: readonly LicenseSource[]): Promise<ModelRows> {
  const rows: Row[] = [];
  for (const artifact of listCards(bench).flatMap(({ kept }) => kept)) {
    const text = await bench.text(artifact);
    const document = (await readCard(bench, artifact))?.document;
    if (text.ok && document !== undefined)
      rows.push(
        ...(await readRows({ bench, artifact, texts, text: text.value, titles: titleOf({ document }) }, document)),
      );
  }
  const told = new Set(rows.flatMap(({ source, line }) => (line === null ? [] : [lineKey(source.artifact, line)])));
  const isTold: IsTold = (artifact, line) => told.has(lineKey(artifact, line));
  if (rows.length === 0) return { statements: () => [], isTold };
  const isNamed = createNaming(bench.release, await bench.study(models));
  return { statements: (file) => listStated(rows, isNamed, file), isTold };
}

async function readRows(card: Card, { tables, headings }: DocumentFact): Promise<readonly Row[]> {
  const isAboutTerms = followSections(headings, LICENSE_HEADING);
  const rows: Row[] = [];
  const listed = new Map(tables.flatMap(readTable).map((said) => [said.line, said] as const));
  for (const { words, number } of listLines(card.text.content, 0)) {
    const isInside = isAboutTerms(number);
    const said = listed.get(number) ?? (isInside ? readItem(words, number) : null);
    if (said !== null && rows.length < MOST_ROWS) rows.push(...(await describe(card, said, isInside)));
    rows.push(...(await readExceptions(card, words, number)));
  }
  return rows;
}

function lineKey({ origin, path }: Pick<Artifact, "origin" | "path">, line: number): string {
  return `${origin}\0${path}\0${line}`;
}

type File = Parameters<ModelStatements>[0];

/** Where a card has a row for the model, the others are about others; where it has none, anything may be about it. */
function listStated(rows: readonly Row[], isNamed: IsNamed, file: File): readonly LicenseSource[] {
  const near = file === null ? rows : rows.filter(({ source }) => source.artifact.origin === file.origin);
  const cards = Map.groupBy(near, ({ source }) => lineKey(source.artifact, 0));
  return [...cards.values()].flatMap((card) => {
    const named = card.filter(({ names }) => isNamed(names, file));
    const others = card.filter(
      (row) => !named.includes(row) && (row.line === null || named.every(({ line }) => line === null)),
    );
    return [...named.map(({ source }) => source), ...others.flatMap((row) => row.others ?? [])];
  });
}

/** What a card says of some models: their names, and a licence in words or by a link. */
interface Said {
  readonly names: readonly string[];
  readonly words: string;
  readonly link: string | null;
  readonly line: number;
}

/** Rows of a table with a column of models and one of licences; one of data sets has none of models first. */
function readTable({ header, rows, at }: Table): readonly Said[] {
  const plain = header.map((cell) => readMarkup(cell).words);
  const license = plain.findIndex((cell) => LICENSE_COLUMN.test(cell));
  const model = plain.findIndex((cell) => MODEL_COLUMN.test(cell));
  if (license < 0 || model < 0 || plain.some((cell) => /^data ?sets?\b/i.test(cell))) return [];
  return rows.flatMap((cells, n) => {
    const names = splitNames(readMarkup(cells[model] ?? "").words);
    const stated = readMarkup(cells[license] ?? "");
    // Below the header stands the row of dashes.
    return names.every((name) => OTHER_PART.test(name)) || stated.words === ""
      ? []
      : [{ names, ...stated, line: (at.line ?? 1) + 2 + n }];
  });
}

function readItem(line: string, number: number): Said | null {
  const [, names = "", words = ""] = ITEM.exec(line.slice(0, LONGEST_ITEM).replace(/[ \t]+/g, " ")) ?? [];
  if (words === "") return null;
  const listed = splitNames(readMarkup(names).words);
  if (!listed.every(isLikeModelName)) return null;
  const stated = readMarkup(words.replace(/[.)]+\s*$/, (end) => (/\]\(/.test(words) ? end.replace(".", "") : "")));
  return { names: listed, ...stated, line: number };
}

/** Words without markup, and the first link. */
function readMarkup(markup: string): { readonly words: string; readonly link: string | null } {
  const [, , link = null] = /\[([^\]\n]{0,200})\]\(\s*([^)\s]{1,500})/.exec(markup) ?? [];
  const words = markup
    .replace(/!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g, "$1")
    .replace(/[*`|]+|<\/?[a-z][^>]{0,100}>/gi, "")
    .trim();
  return { words, link };
}

interface Card {
  readonly bench: Workbench;
  readonly artifact: Artifact;
  readonly texts: readonly LicenseSource[];
  readonly text: Text;
  readonly titles: readonly string[];
}

async function describe(card: Card, said: Said, isInside: boolean): Promise<readonly Row[]> {
  const { bench, artifact, text } = card;
  const { path } = artifact;
  const stated = state(card, said);
  if (stated === null) return [];
  const declared = said.words.slice(0, LONGEST_WORDS);
  const names = said.names.join(", ");
  const message = `${path} declares the licence ${declared} for ${names}`;
  const seen = quoteLine(text, offsetOfLine(text, said.line));
  const args = { path, declared, names };
  const note = await noteFile(bench, artifact, { code: "license-of-model", args, message, basis: "declared", ...seen });
  const source = { ...placeOf(artifact), declared, note, ...stated };
  // A row on a model of the same family may be about weights that bear no name.
  const isNear = isInside || said.names.some((name) => isOwnName(bench.release, name, card.titles));
  const mention = isNear ? findMention(said.words) : null;
  if (mention === null) return [{ names: said.names, source, line: said.line }];
  const others = {
    ...source,
    kind: "prose",
    terms: { because: "conflicting" },
    agreesWith: mention.agreesWith,
  } as const;
  return [{ names: said.names, source, others, line: said.line }];
}

type Stated = Pick<LicenseSource, "kind" | "terms" | "agreesWith">;

/** A name or a link to a text here is a statement; other words of a licence are held against what governs. */
function state({ bench, artifact, texts }: Card, { words, link }: Said): Stated | null {
  const path = link === null ? null : resolveLink(link, artifact, bench);
  const text = texts.find((one) => one.artifact.origin === artifact.origin && one.artifact.path === path);
  const linked: Terms | undefined = text?.terms;
  const isBare = /^(?:see |the )?(?:licen[cs]e|link|here|text)s?$/i.test(words);
  const { terms, agreesWith } = readName(words);
  if (linked !== undefined && "ids" in linked) {
    const isAgreed = isBare || !("ids" in terms) || isSame(terms, linked);
    return { kind: "tag", terms: isAgreed ? linked : { because: "conflicting" } };
  }
  if (isBare) return null;
  if ("ids" in terms) return { kind: "tag", terms };
  const mentioned = agreesWith ?? findMention(words)?.agreesWith;
  const isOwn = /\b(?:licen[cs]e|terms|agreement)\b/i.test(words);
  const loose = mentioned ?? (isOwn ? ANY_OWN : undefined);
  return loose === undefined ? null : { kind: "prose", terms: { because: "conflicting" }, agreesWith: loose };
}

/** "All models but the 3B are under Apache 2.0": of the 3B this says what it is not. */
async function readExceptions(card: Card, line: string, number: number): Promise<readonly Row[]> {
  const { bench, artifact, text } = card;
  const rows: Row[] = [];
  for (const { names, mention } of findExceptions(line)) {
    const message = `${artifact.path} speaks of ${mention.words}, but not for ${names.join(", ")}`;
    const args = { path: artifact.path, words: mention.words, names: names.join(", ") };
    const seen = quoteLine(text, offsetOfLine(text, number));
    const note = await noteFile(bench, artifact, {
      code: "license-in-prose",
      args,
      message,
      basis: "declared",
      ...seen,
    });
    const said = {
      ...placeOf(artifact),
      kind: "prose",
      declared: mention.words,
      note,
      terms: { because: "conflicting" },
    } as const;
    const { agreesWith } = mention;
    const source = { ...said, agreesWith: new RegExp(`^(?!(?:${agreesWith.source}))`, agreesWith.flags) };
    rows.push({ names, source, others: { ...said, agreesWith }, line: null });
  }
  return rows;
}

type Place = Pick<LicenseSource, "artifact" | "folder" | "scope" | "found" | "governs">;

function placeOf(artifact: Artifact): Place {
  return { artifact, folder: folderOf(artifact.path), scope: "weights", found: null, governs: "explicit" };
}
