/** The documents in which a release speaks of itself: READMEs in any language, model cards, texts in the root. */

import type { DocumentFact, Heading, Link, Text } from "../../model/facts.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import type { Artifact } from "../../model/types.ts";
import { isModelCard, readCard } from "../card/index.ts";
import { classifyHeading, type SectionKind } from "../sections/classify.ts";
import { isAside, isForeign, isStrange, splitPath } from "../shared/path-words.ts";
import { listLines, listStatements, type PageLine, type Statement } from "./statements.ts";

export type { Statement } from "./statements.ts";

/** A section: where it begins, what it is about, and the headings down to it. */
export interface PageSection {
  readonly line: number;
  /** By its own heading, and else by that of the section around it. */
  readonly kind: SectionKind;
  readonly ownKind: SectionKind;
  readonly titles: readonly string[];
}

/** One such document. */
export interface Page {
  readonly artifact: Artifact;
  readonly document: DocumentFact;
  readonly text: Text;
  readonly lines: readonly PageLine[];
  readonly statements: readonly Statement[];
  readonly sections: readonly PageSection[];
  /** Speaks of the release as a whole: in the root, or on a shelf of documents. */
  readonly isFront: boolean;
  /** Written as a model card, by its name or its front matter. */
  readonly isCard: boolean;
  /** Lies among examples or demos. */
  readonly isAside: boolean;
}

/** Documents read; a release with more is a collection. */
const MOST_PAGES = 200;
/** Bytes of all of them together; the longest README known has 700 KB. */
const MOST_BYTES = 8 << 20;

const README = /^readme(?:$|[-_.])/i;
/** A card may have the name of its model before it; what shows how to write one is none. */
const MODEL_CARD = /^(?!.*(?:template|example|guide))(?:.{1,60}[-_ .])?model[-_ ]?card(?:$|[-_ .])/i;

/** Folders in which every document is a card. */
const CARDS = /^model[-_]?cards?$/i;
/** Documents on a shelf that speak of the models, their data or their results. */
const ON_SHELF =
  /^(?:model[-_ ]?zoo|models|pre-?trained[-_ ]?models|checkpoints|results|benchmarks?|data|datasets?|training[-_ ]?data)$/i;
const PROSE: ReadonlySet<string> = new Set(["", "md", "markdown"]);

/** Texts of the root that speak of something else than the release. */
const OTHERS =
  /^(?:change|contribut|code[-_]of|licen|copying|notice|security|citation|governance|maintain|support|claude|agents|copilot)/i;

/** Folders of documents. */
const SHELF = /^(?:docs?|documentation|model[-_]?cards?)$/i;

/** Documents by depth, the root's first. */
export const pages: Study<readonly Page[]> = {
  id: "pages",
  version: 1,
  async run(bench) {
    const found: Page[] = [];
    let left = MOST_BYTES;
    for (const artifact of bench.release.artifacts.filter(isPage).toSorted(byDepth).slice(0, MOST_PAGES)) {
      left -= artifact.size ?? 0;
      const page = left < 0 ? null : await readPage(bench, artifact);
      if (page !== null) found.push(page);
    }
    return found;
  },
};

function isPage({ path, state }: Artifact): boolean {
  const { folders, stem, extension } = splitPath(path);
  if (state !== "here" || !PROSE.has(extension) || isForeign(path) || isStrange(path)) return false;
  if (README.test(stem) || isNamedCard(path)) return true;
  if (folders.length === 1 && extension !== "" && SHELF.test(folders[0] ?? "")) return ON_SHELF.test(stem);
  return folders.length === 0 && extension !== "" && !OTHERS.test(stem);
}

/** Whether a document is called a model card, by its name or by its folder. */
export function isNamedCard(path: string): boolean {
  const { folders, stem, extension } = splitPath(path);
  if (MODEL_CARD.test(stem)) return true;
  return CARDS.test(folders.at(-1) ?? "") && extension !== "" && !README.test(stem);
}

/** In the root, the README comes first. */
function byDepth(a: Artifact, b: Artifact): number {
  const rank = ({ path }: Artifact): number => {
    const { folders, stem } = splitPath(path);
    return folders.length * 4 + (/^readme$/i.test(stem) ? 0 : 1) + (README.test(stem) || isNamedCard(path) ? 0 : 1);
  };
  return rank(a) - rank(b);
}

async function readPage(bench: Workbench, artifact: Artifact): Promise<Page | null> {
  const card = await readCard(bench, artifact);
  const text = await bench.text(artifact);
  if (card === null || !text.ok) return null;
  const { document } = card;
  const { folders } = splitPath(artifact.path);
  const lines = listLines(text.value.content, document.body > 0);
  return {
    artifact,
    document,
    text: text.value,
    lines,
    statements: listStatements(lines),
    sections: listSections([...document.headings.flatMap(headOf), ...listHtmlHeads(lines)]),
    isFront: folders.length === 0 || (folders.length === 1 && SHELF.test(folders[0] ?? "")),
    isCard: isNamedCard(artifact.path) || isModelCard(card),
    isAside: isAside(artifact.path),
  };
}

interface Head {
  readonly level: number;
  readonly title: string;
  readonly line: number;
}

function headOf({ level, title, at }: Heading): readonly Head[] {
  return at.line === undefined ? [] : [{ level, title, line: at.line }];
}

/** Headings that are written as HTML, on a line of their own. */
function listHtmlHeads(lines: readonly PageLine[]): readonly Head[] {
  return lines.flatMap(({ text, isCode }, index) => {
    const match = isCode ? null : /^\s{0,20}<h([1-6])(?:\s[^<>]{0,300})?>(.{1,300}?)<\/h\1>/i.exec(text);
    const title = (match?.[2] ?? "").replace(/<[^<>]{0,300}>/g, "").trim();
    return match === null || title === "" ? [] : [{ level: Number(match[1]), title, line: index + 1 }];
  });
}

/** Of a section without a kind of its own, the kind of the one around it. */
function listSections(heads: readonly Head[]): readonly PageSection[] {
  const above: { level: number; title: string; kind: SectionKind }[] = [];
  const sections: PageSection[] = [];
  for (const [index, { level, title, line }] of heads.toSorted((a, b) => a.line - b.line).entries()) {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const around = above.at(-1);
    const own = classifyHeading(title, { above: around?.title, isTitle: index === 0 && level === 1 });
    const kind = own === "none" ? (around?.kind ?? "none") : own;
    above.push({ level, title, kind });
    sections.push({ line, kind, ownKind: own, titles: above.map((one) => one.title) });
  }
  return sections;
}

const BEGINNING: PageSection = { line: 0, kind: "none", ownKind: "none", titles: [] };

/** The section in which a line stands. */
export function sectionAt({ sections }: Page, line: number): PageSection {
  return sections[countUpTo(sections, line) - 1] ?? BEGINNING;
}

/** The sentence in which a link stands; undefined for one in a table of HTML or in code. */
export function statementOf({ statements }: Page, { at, url }: Pick<Link, "at" | "url">): Statement | undefined {
  const { line = 0 } = at;
  for (let index = countUpTo(statements, line) - 1; index >= 0; index -= 1) {
    const said = statements[index];
    // Sentences do not overlap, but several may stand on one line.
    if (said === undefined || said.lastLine < line) return undefined;
    if (said.words.includes(url)) return said;
  }
  return undefined;
}

/** How many of what is in the order of its lines begins up to a line. */
function countUpTo(items: readonly { readonly line: number }[], line: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}
