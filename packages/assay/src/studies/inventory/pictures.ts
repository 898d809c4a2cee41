/** Pictures of results in a document: by their names, by what stands for them, and by the section that shows them. */

import type { Link, Place } from "../../model/facts.ts";
import type { Release } from "../../model/types.ts";
import { type Page, sectionAt } from "../pages/index.ts";
import { isForeignName } from "../shared/families.ts";
import { folderOf, splitPath, splitWords } from "../shared/path-words.ts";
import { namesBenchmark } from "./measures.ts";
import { pathInRelease } from "./own-paths.ts";

/** Words of a picture's name by which it is one of results. */
const CHART: ReadonlySet<string> = new Set(
  "benchmark benchmarks leaderboard eval evaluation result results score scores performance comparison".split(" "),
);

/** Words that stand for a picture of results, wherever it is shown. */
const SAYING =
  /\b(?:WERs?|word error rates?|accuracy|(?:benchmark|evaluation) (?:results?|scores?)|performance (?:breakdown|comparison|on)|leaderboard)\b|评测结果/i;

/** Measurements of speed are no results of the model; curves of a training neither. */
const OF_SPEED = /speed|latency|throughput|efficien|memory|fast|flops|(?:^|[-_ ])loss(?:$|[-_ ])/i;

/** Whether a name tells of speed. */
export function isOfSpeed(name: string): boolean {
  return OF_SPEED.test(name);
}

/** First picture of results on a page. */
export function quotePicture(release: Release, page: Page): { readonly at: Place; readonly quote: string } | null {
  const known = new Set(release.artifacts.map(({ path }) => path));
  const folder = folderOf(page.artifact.path);
  for (const link of page.document.links) {
    const { url, at } = link;
    if (!/\.(?:png|jpe?g|svg|webp)(?:\?[^\s]{0,20})?$/i.test(url) && !isUpload(url)) continue;
    const path = pathInRelease(release, folder, url);
    const isInResults = sectionAt(page, at.line ?? 0).kind === "evaluation-results";
    const isNamed = known.has(path) && isInResults && isChart(path);
    if (isNamed || isSaid(release, { link, isInResults })) return { at, quote: url };
  }
  return null;
}

function isChart(path: string): boolean {
  const words = splitWords(splitPath(path).stem);
  return (words.some((word) => CHART.has(word)) || namesBenchmark(words.join(" "))) && !OF_SPEED.test(path);
}

/** A picture that was put into an issue, whose address tells nothing. */
function isUpload(url: string): boolean {
  return /^https?:\/\/(?:github\.com\/(?:user-attachments\/assets|[\w.-]{1,80}\/[\w.-]{1,100}\/assets)\/|user-images\.githubusercontent\.com\/)/i.test(
    url,
  );
}

interface Looked {
  readonly link: Link;
  readonly isInResults: boolean;
}

/** Whether the words that stand for a picture tell of results; a badge has no such words. */
function isSaid(release: Release, { link, isInResults }: Looked): boolean {
  if (/img\.shields\.io|badge/i.test(link.url)) return false;
  const words = wordsOf(link);
  if (OF_SPEED.test(words) || isForeignName(release, words)) return false;
  return SAYING.test(words) || (isInResults && namesBenchmark(words));
}

/** What stands for a picture, in Markdown or as an attribute. */
function wordsOf({ text }: Link): string {
  return (/\balt\s{0,3}=\s{0,3}\\?["']([^"'\\]{1,200})/i.exec(text)?.[1] ?? text.replace(/<[^<>]{0,500}>/g, " ")).slice(
    0,
    LONGEST,
  );
}

/** More words than these stand for no picture, in UTF-16 units. */
const LONGEST = 300;
