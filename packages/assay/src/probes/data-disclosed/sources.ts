/** Data sets that a release names and links as what it was trained on. */

import { lineage } from "../../studies/lineage/index.ts";
import { type Page, pages, sectionAt } from "../../studies/pages/index.ts";
import type { SectionKind } from "../../studies/sections/classify.ts";
import { noteFile } from "../../studies/shared/noting.ts";
import { isPromise } from "../../studies/shared/prose.ts";
import type { Desk } from "../shared/disclosed.ts";

/** Links cited. */
const MOST_CITED = 5;

const OF_DATA: ReadonlySet<SectionKind> = new Set(["training-data", "data-collection"]);

/** Addresses of data sets, and words by which a link says that it leads to one. */
const DATA_URL =
  /^https?:\/\/(?:huggingface\.co\/datasets\/|(?:www\.)?zenodo\.org\/|(?:www\.)?kaggle\.com\/datasets\/|data\.\w+|pile\.eleuther\.ai|commoncrawl\.org|(?:www\.)?image-net\.org|laion\.ai)/i;
const DATA_WORD = /\b(?:data ?sets?|corpus|corpora|data|Pile|Dolma|RedPajama|FineWeb|C4|LAION|wikipedia|ROOTS)\b/i;

/** A paper on data is not where they lie. */
const PAPER = /arxiv\.org|aclanthology\.org|doi\.org|openreview\.net|proceedings/i;

/** Data sets that files of the release state as what it was made from. */
export async function noteNamed({ ledger, bench }: Desk): Promise<readonly string[]> {
  const { bases } = await bench.study(lineage);
  const named = bases.filter(({ relation, naming, isHint }) => relation === "dataset" && naming !== "none" && !isHint);
  return named.slice(0, MOST_CITED).flatMap(({ notes }) => notes.map((note) => ledger.note(note)));
}

/** Links to data sets in sections on the training data, and ids of data sets on the hub. */
export async function noteLinks(desk: Desk): Promise<readonly string[]> {
  const { ledger, bench } = desk;
  const { bases } = await bench.study(lineage);
  const onHub = bases.filter(
    ({ relation, naming, isHint }) => relation === "dataset" && naming === "repository" && !isHint,
  );
  const seen = onHub.slice(0, MOST_CITED).flatMap(({ notes }) => notes.map((note) => ledger.note(note)));
  for (const page of (await bench.study(pages)).filter(
    ({ isFront, isCard, isAside }) => (isFront || isCard) && !isAside,
  )) {
    for (const { url, at } of listLinked(page).slice(0, MOST_CITED - seen.length)) {
      const { path } = page.artifact;
      const message = `${path} links to data under a heading of the training data: ${url}`;
      const remark = { code: "data-linked", args: { path, url }, message, basis: "declared" as const };
      seen.push(ledger.note(await noteFile(bench, page.artifact, { ...remark, at, quote: url })));
    }
    if (seen.length >= MOST_CITED) break;
  }
  return seen;
}

/** A line that promises, or that tells the reader what to take instead. */
function isOtherwise(line: string): boolean {
  return isPromise(line) || /\b(?:your own|similar|alternatives?|instead|you (?:can|may|want))\b/i.test(line);
}

/** Words by which a paragraph speaks of data that cannot be had any more, and of what its reader may take for them. */
const LOST = /\bno longer (?:\w+ ){0,2}available\b|\bis another\b|\byou will (?:likely |probably )?(?:have|need) to\b/i;
/** Lines of a paragraph that are looked at, to either side. */
const NEAR = 8;

/** The lines around one, up to the next empty ones. */
function paragraphAround({ lines }: Page, line: number): string {
  const isFull = (at: number): boolean => (lines[at - 1]?.text ?? "").trim() !== "";
  let from = line;
  let to = line;
  while (from > line - NEAR && isFull(from - 1)) from--;
  while (to < line + NEAR && isFull(to + 1)) to++;
  const near = lines.slice(from - 1, to).map(({ text }) => text.trim());
  return near.join(" ");
}

function listLinked(page: Page): Page["document"]["links"] {
  return page.document.links.filter(({ url, text, at }) => {
    const line = at.line ?? 0;
    if (!OF_DATA.has(sectionAt(page, line).kind) || isOtherwise(page.lines[line - 1]?.text ?? "")) return false;
    if (PAPER.test(url) || LOST.test(paragraphAround(page, line))) return false;
    return (
      DATA_URL.test(url) || (/^https?:/.test(url) && DATA_WORD.test(text) && !/\.(?:png|jpe?g|svg|gif)\b/i.test(url))
    );
  });
}
