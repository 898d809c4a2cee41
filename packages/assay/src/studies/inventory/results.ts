/** Recognises evaluation results in documents: tables of figures, a card's sentences, pictures of charts. */

import { factOf, type Heading, type Place } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards } from "../card/index.ts";
import { type Page, pages, sectionAt, statementOf } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { folderOf, splitPath, splitWords } from "../shared/path-words.ts";
import { isPromise } from "../shared/prose.ts";
import { isBeside } from "./beside.ts";
import { findFigures, listPipeTables, namesOwn, statesFigure } from "./figures.ts";
import { listHtmlTables } from "./html-tables.ts";
import { modelPages } from "./model-pages.ts";
import { pathInRelease } from "./own-paths.ts";
import { isOfSpeed, quotePicture } from "./pictures.ts";
import type { Recognised, Recogniser } from "./recognition.ts";
import { findRootRoom } from "./rooms.ts";
import { isOfAnother, isTitledOwn, listPageNames } from "./titles.ts";

/** Recognises the figures of the documents that speak of the whole release. */
export const recogniseResults: Recogniser = async (bench, artifact) => {
  const listed = await noteListedResults(bench, artifact);
  if (listed !== null) return [{ component: "evaluation-results", note: listed }];
  const page = (await bench.study(pages)).find((candidate) => candidate.artifact === artifact);
  if (page === undefined) return [];
  if (page.isAside || !(await bench.study(modelPages)).has(page)) return await recogniseTitled(bench, page);
  const card = (await bench.study(cards)).find((candidate) => candidate.artifact === artifact);
  const names = [...listPageNames(bench.release, page), ...(card === undefined ? [] : listModelNames(card))];
  const shown =
    (await quoteFigures(bench, artifact, { names })) ??
    (card === undefined ? null : findMetric(card)) ??
    quoteStated(bench, page, names) ??
    quotePicture(bench.release, page);
  return shown === null ? [] : [{ component: "evaluation-results", note: await noteResults(bench, artifact, shown) }];
};

/** A document on one model of the release, wherever it lies: what it names by that model and measures on benchmarks. */
async function recogniseTitled(bench: Workbench, page: Page): Promise<readonly Recognised[]> {
  if (!isTitledOwn(bench.release, page)) return [];
  const names = listPageNames(bench.release, page);
  const shown = await quoteFigures(bench, page.artifact, { names, isNamed: true });
  return shown === null
    ? []
    : [{ component: "evaluation-results", note: await noteResults(bench, page.artifact, shown) }];
}

type Shown = ReturnType<typeof quoteLine>;

function listModelNames({ fields }: Card): readonly string[] {
  return Object.entries(fields).flatMap(([pointer, { value }]) =>
    /^\/model-index\/\d+\/name$|^\/model_name$/.test(pointer) ? [String(value)] : [],
  );
}

async function noteResults(bench: Workbench, artifact: Artifact, shown: Shown): Promise<Note> {
  const { path } = artifact;
  const message = `${path} states evaluation results: ${shown.quote}`;
  const remark = { code: "results-stated", args: { path }, message, basis: "declared" as const };
  return await noteFile(bench, artifact, { ...remark, ...shown });
}

/** Why a document at hand states evaluation results, under whatever heading; null where it does not. */
export async function showResults(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const shown = await quoteFigures(bench, artifact, { names: [], under: () => true });
  return shown === null ? null : await noteResults(bench, artifact, shown);
}

interface Looked {
  readonly names: readonly string[];
  readonly under?: (headings: readonly Heading[]) => boolean;
  /** Set where only tables count that call a row or a column by the release's name or the document's. */
  readonly isNamed?: boolean;
}

/** Shorter names of a document's model begin other words by chance. */
const SHORTEST = 4;

/** First row of the model's own figures, as the row stands there. */
async function quoteFigures(
  bench: Workbench,
  artifact: Artifact,
  { names, under, isNamed }: Looked,
): Promise<Shown | null> {
  const document = factOf(await bench.readings(artifact), "document");
  const text = await bench.text(artifact);
  if (document === undefined || !text.ok) return null;
  const { headings } = document;
  const own = listOwnNames(bench.release, [headings[0]?.title ?? "", ...names]);
  const all = [...listPipeTables(document), ...listHtmlTables(text.value)];
  const tables = isNamed === true ? all.filter((table) => namesOwn(table, own)) : all;
  // A table that names the very model of the document comes before one that names its family.
  const exact = names.map(flattenName).filter((name) => name.length >= SHORTEST);
  const named = tables.filter((table) => namesOwn(table, exact));
  const line =
    findFigures({ headings, tables: named, own: exact }, under) ?? findFigures({ headings, tables, own }, under);
  return line === null ? null : quoteLine(text.value, offsetOfLine(text.value, line));
}

/** First figure of the front matter's `model-index` (hub-docs, "Model Cards", evaluation results). */
function findMetric(card: Card): Shown | null {
  if (card.artifact.path.includes("/")) return null;
  const value = /^\/model-index\/\d+\/results\/\d+\/metrics\/\d+\/value$/;
  const field = Object.entries(card.fields).find(
    ([pointer, candidate]) => value.test(pointer) && typeof candidate.value === "number",
  )?.[1];
  return field === undefined ? null : { at: field.at, quote: String(field.value) };
}

/** Sections of a card in which it tells how well the model does. */
const TELLING: ReadonlySet<SectionKind> = new Set(["evaluation-results", "bias-risks", "limitations", "safety"]);

/** First sentence of a model card that states a figure. */
function quoteStated({ release }: Workbench, page: Page, names: readonly string[]): Shown | null {
  if (!page.isCard) return null;
  const own = listOwnNames(release, [page.document.headings[0]?.title ?? "", ...names]);
  const said = page.statements.find(
    ({ words, line }) => TELLING.has(sectionAt(page, line).kind) && statesFigure(words, own),
  );
  if (said === undefined) return null;
  return { at: page.text.place(said.from, said.from + said.words.length), quote: said.words };
}

/** Words of the names of files of results. */
const RESULTS: ReadonlySet<string> = new Set("results result scores harness leaderboard".split(" "));

/** Why a file that is only listed holds results: its place and its name say so, or a sentence that links to it. */
async function noteListedResults(bench: Workbench, artifact: Artifact): Promise<Note | null> {
  const { path, size, state } = artifact;
  if (state === "here" || size === null || size < SMALLEST_LISTED || isBeside(path)) return null;
  if (await isNamedForResults(bench, path)) {
    const message = `${path} is listed under the name of evaluation results`;
    return await noteFile(bench, artifact, { code: "results-listed", args: { path }, message, basis: "inferred" });
  }
  const linked = (await bench.study(calledResults)).get(path);
  if (linked === undefined) return null;
  const by = linked.page.artifact.path;
  const message = `${by} says that evaluation results stand in ${path}`;
  const remark = { code: "results-called", args: { path, by }, message, basis: "declared" as const };
  return await noteFile(bench, linked.page.artifact, { ...remark, at: linked.at, quote: linked.url });
}

/** A listed file with less in it holds no figures, in bytes. */
const SMALLEST_LISTED = 64;

/** Whether a table, a log or a structured file is named for results, and for no other model's nor for speed. */
async function isNamedForResults(bench: Workbench, path: string): Promise<boolean> {
  const { folders, stem, extension } = splitPath(path);
  const isLog = ["txt", "log", "md"].includes(extension);
  if (!(isLog || ["json", "csv", "tsv"].includes(extension)) || folders.length === 0) return false;
  const isShelf = /^(?:docs?|results)$/i.test(folders[0] ?? "");
  if (!isShelf && findRootRoom(folders) !== "evaluation-code") return false;
  const own = splitWords(stem);
  // A log is one of anything, unless its own name says of what.
  const words = isLog ? own : [...folders.slice(1).flatMap(splitWords), ...own];
  const isResult =
    words.some((word) => RESULTS.has(word) || /^\d{1,3}shot$/.test(word)) || (!isLog && folders[0] === "results");
  return isResult && !isOfSpeed(path) && !(await isOfAnother(bench, path.replaceAll("/", "-/ ")));
}

interface CalledResults {
  readonly page: Page;
  readonly url: string;
  readonly at: Place;
}

/** Files that a sentence on the front says hold the results. */
const calledResults: Study<ReadonlyMap<string, CalledResults>> = {
  id: "called-results",
  version: 1,
  async run(bench) {
    const found = new Map<string, CalledResults>();
    for (const page of (await bench.study(pages)).filter(({ isFront }) => isFront)) {
      for (const link of page.document.links) {
        const said = statementOf(page, link)?.words ?? "";
        const isMeant = /\b(?:evaluation|benchmark) results?\b|评测结果|评估结果/i.test(said) && !isPromise(said);
        const path = isMeant ? pathInRelease(bench.release, folderOf(page.artifact.path), link.url) : "";
        const isCalled = /eval|result|benchmark|评测|评估/i.test(`${link.text} ${path}`) && !isOfSpeed(path);
        if (isCalled && /\.(?:md|csv|json)$/i.test(path)) found.set(path, { page, url: link.url, at: link.at });
      }
    }
    return found;
  },
};
