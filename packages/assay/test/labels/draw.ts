/** How the labelled releases and headings were drawn, so that anybody can draw them again. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../fuzz/mutate.ts";

const SEED = 5;
/** Where the drawings of releases end. */
const RELEASES = [20, 44];
/** Where the drawings of headings end, in multiples of the first. */
const HEADINGS_END = [1, 2, 4, 6];

/** Of which corpus how many headings are drawn at first; each drawing takes those behind the one before. */
const HEADINGS: readonly (readonly [corpus: string, many: number])[] = [
  ["hf-dataset-cards", 75],
  ["releases", 85],
  ["hf-cards", 25],
  ["open_model_zoo", 15],
];

/** A heading as it stands in a corpus. */
export interface DrawnHeading {
  readonly path: string;
  readonly line: number;
  readonly heading: string;
  readonly under?: string;
  /** The first heading of its file, on the first level. */
  readonly isTitle?: true;
}

/** Paths of a listing (TSV with a head). */
export function readListing(folder: string): readonly string[] {
  const lines = readFileSync(join(folder, "TREE.tsv"), "utf8").split("\n").slice(1);
  return lines.filter((line) => line !== "").map((line) => line.split("\t", 1).join(""));
}

/** Names of folders, shuffled by the seed; a repository that comes twice under two owners counts once. */
export function drawReleases(corpora: string, drawing: number): readonly string[] {
  const releases = join(corpora, "releases");
  const names = readdirSync(releases, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const drawn = new Map<string, string>();
  for (const name of shuffle(names.sort(), new Random(SEED))) {
    const paths = readListing(join(releases, name)).join("\n");
    if (!drawn.has(paths)) drawn.set(paths, name);
  }
  return [...drawn.values()].slice(...boundsOf(RELEASES, drawing));
}

/** Where a drawing, counted from 1, begins and ends. */
function boundsOf(ends: readonly number[], drawing: number): readonly [start: number, end: number] {
  return [ends[drawing - 2] ?? 0, ends[drawing - 1] ?? 0];
}

/** Headings drawn as often as they stand there, each wording once for a corpus. */
export function drawHeadings(corpora: string, drawing: number): readonly DrawnHeading[] {
  const [start, end] = boundsOf(HEADINGS_END, drawing);
  const random = new Random(SEED);
  return HEADINGS.flatMap(([corpus, many]) => {
    const cards = listMarkdown(corpora, corpus).filter(
      (path) => corpus.startsWith("hf-") || /(?:readme|card)[^/]*$/i.test(path),
    );
    const all = shuffle(
      cards.sort().flatMap((path) => readHeadings(corpora, path)),
      random,
    );
    const byWords = new Map<string, DrawnHeading>();
    for (const item of all) {
      const words = item.heading.toLowerCase().replace(/\s+/g, " ").trim();
      if (!byWords.has(words)) byWords.set(words, item);
    }
    return [...byWords.values()].slice(start * many, end * many);
  });
}

function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items];
  const drawn: T[] = [];
  // From the end, as the usual shuffle in place fills its places.
  while (left.length > 0) {
    const at = left.length > 1 ? random.below(left.length) : 0;
    const last = left.pop();
    const item = at < left.length ? left[at] : last;
    if (at < left.length && last !== undefined) left[at] = last;
    if (item !== undefined) drawn.unshift(item);
  }
  return drawn;
}

function listMarkdown(corpora: string, folder: string): string[] {
  return readdirSync(join(corpora, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listMarkdown(corpora, path);
    return /\.md$/i.test(entry.name) ? [path] : [];
  });
}

/** Headings that begin with `#`, each with the one above it. */
function readHeadings(corpora: string, path: string): readonly DrawnHeading[] {
  const found: DrawnHeading[] = [];
  const above: { readonly level: number; readonly heading: string }[] = [];
  for (const [index, line] of listProse(readFileSync(join(corpora, path), "utf8"))) {
    const title = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*\r?$/.exec(line);
    const [, hashes = "", heading = ""] = title ?? [];
    if (heading === "") continue;
    while ((above.at(-1)?.level ?? 0) >= hashes.length) above.pop();
    const under = above.at(-1)?.heading;
    const isTitle = found.length === 0 && hashes.length === 1;
    found.push({ path, line: index + 1, heading, ...(under !== undefined && { under }), ...(isTitle && { isTitle }) });
    above.push({ level: hashes.length, heading });
  }
  return found;
}

/** Lines outside of fenced code, where `#` begins a comment. */
function* listProse(text: string): Generator<readonly [index: number, line: string]> {
  let fence: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined && fence === undefined) yield [index, line];
    else if (fence === undefined) fence = mark;
    else if (mark !== undefined && closes(line.trim(), fence)) fence = undefined;
  }
}

function closes(line: string, fence: string): boolean {
  return line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
}
