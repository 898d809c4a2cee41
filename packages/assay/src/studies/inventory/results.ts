/** Recognises evaluation results in documents: tables of figures, a card's sentences, pictures of charts. */

import { factOf, type Heading } from "../../model/facts.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { type Card, cards } from "../card/index.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import type { SectionKind } from "../sections/classify.ts";
import { noteFile, offsetOfLine, quoteLine } from "../shared/noting.ts";
import { listOwnNames } from "../shared/own-names.ts";
import { folderOf, resolvePath, splitPath, splitWords } from "../shared/path-words.ts";
import { findFigures, listPipeTables, statesFigure } from "./figures.ts";
import { listHtmlTables } from "./html-tables.ts";
import type { Recogniser } from "./recognition.ts";

/** Recognises the figures of the documents that speak of the whole release. */
export const recogniseResults: Recogniser = async (bench, artifact) => {
  const page = (await bench.study(pages)).find((candidate) => candidate.artifact === artifact);
  if (page === undefined || page.isAside || !(page.isFront || page.isCard)) return [];
  const card = (await bench.study(cards)).find((candidate) => candidate.artifact === artifact);
  const names = card === undefined ? [] : listModelNames(card);
  const shown =
    (await quoteFigures(bench, artifact, { names })) ??
    (card === undefined ? null : findMetric(card)) ??
    quoteStated(bench, page, names) ??
    quotePicture(bench, page);
  return shown === null ? [] : [{ component: "evaluation-results", note: await noteResults(bench, artifact, shown) }];
};

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
}

/** First row of the model's own figures, as the row stands there. */
async function quoteFigures(bench: Workbench, artifact: Artifact, { names, under }: Looked): Promise<Shown | null> {
  const document = factOf(await bench.readings(artifact), "document");
  const text = await bench.text(artifact);
  if (document === undefined || !text.ok) return null;
  const { headings } = document;
  const own = listOwnNames(bench.release, [headings[0]?.title ?? "", ...names]);
  const tables = [...listPipeTables(document), ...listHtmlTables(text.value)];
  const line = findFigures({ headings, tables, own }, under);
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

/** Words of a picture's name by which it is one of results. */
const CHART: ReadonlySet<string> = new Set("benchmark benchmarks leaderboard evaluation results scores".split(" "));

/** First picture of the release's own under a heading of results, named for results. */
function quotePicture({ release }: Workbench, page: Page): Shown | null {
  const known = new Set(release.artifacts.map(({ path }) => path));
  const folder = folderOf(page.artifact.path);
  for (const { url, at } of page.document.links) {
    if (!/\.(?:png|jpe?g|svg|webp)(?:\?[^\s]{0,20})?$/i.test(url) || /^\w+:/.test(url)) continue;
    const path = resolvePath(folder, url.replace(/\?.*$/, ""));
    const isChart = splitWords(splitPath(path).stem).some((word) => CHART.has(word));
    if (isChart && known.has(path) && sectionAt(page, at.line ?? 0).kind === "evaluation-results")
      return { at, quote: url };
  }
  return null;
}
