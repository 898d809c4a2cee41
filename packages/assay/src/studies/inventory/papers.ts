/** The paper on a release: what it wants to be cited by, or a link that is called so and stands alone. */

import type { ComponentId } from "../../model/components.ts";
import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import { type Page, pages, sectionAt } from "../pages/index.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";
import { announcementOf } from "./announced.ts";
import { modelPages } from "./model-pages.ts";
import { isPaperSaid, isPresented } from "./papers-said.ts";
import type { Recognised } from "./recognition.ts";
import { type SeenLink, speaksOfRelease } from "./seen-link.ts";

/** Addresses under which papers are published, or a PDF. */
const PAPER_ADDRESS =
  /^https?:\/\/(?:www\.)?(?:arxiv\.org\/(?:abs|pdf|html)\/|openreview\.net\/|(?:dx\.)?doi\.org\/|aclanthology\.org\/|proceedings\.|papers\.n|openaccess\.thecvf\.com|huggingface\.co\/papers\/|[^\s]{1,300}\.pdf(?:[?#]|$)|[^\s]{1,200}\/publications?\/)/i;

/** What links to papers and reports are called. */
const CALLED = /\b(?:paper|preprint|arxiv|report|publication|manuscript)\b|论文|报告/i;
const REPORT = /\breport\b|报告/i;

/** Addresses in an entry to cite: a number of arXiv, a DOI, or an address. */
const ARXIV = /(?:arxiv[:.\s/]{0,3}(?:org\/(?:abs|pdf)\/)?|eprint\s{0,5}=\s{0,5}["{]{0,2})(\d{4}\.\d{4,5})/i;
const DOI = /\bdoi\s{0,5}=\s{0,5}["{]{1,2}(10\.\d{4,9}\/[^"}\s]{1,100})/i;
const URL = /\burl\s{0,5}=\s{0,5}["{]{0,2}(?:\\url\{)?(https?:\/\/[^"}\s]{4,300})/i;

/** Under these, archives publish software and data. */
const OF_SOFTWARE = /\b10\.5281\/zenodo\b/i;

/** More of an entry says nothing of what it is about, in UTF-16 units: lists of authors are long. */
const LONGEST_ENTRY = 5_000;

/** A line with more letters beside the link is prose, and its links may be anybody's. */
const MOST_LETTERS = 30;

/** Pointers to the paper on the release, and to its technical report where it is called one. */
export async function findPapers(bench: Workbench, links: readonly SeenLink[]): Promise<readonly Recognised[]> {
  const onModels = await bench.study(modelPages);
  const speaking = (await bench.study(pages)).filter((page) => isOnRelease(page) && speaksOfRelease(page));
  const first = chooseCited(speaking.flatMap((page) => listCited(bench, page)));
  const isWanted = (seen: SeenLink): boolean => first === undefined || seen.link.url.includes(first.id);
  const alone = links.filter((seen) => isOnRelease(seen.page) && isAlone(seen) && isWanted(seen));
  const found: Recognised[] = [];
  if (first !== undefined) {
    const note = await noteCited(bench, first);
    found.push(...componentsOf(first.isReport).map((component) => ({ component, note })));
  }
  // What the front leaves open, its sentences say, or the documents on its models.
  const isOpen = first === undefined && alone.length === 0;
  const isTold = (seen: SeenLink): boolean =>
    isPresented(seen) || (onModels.has(seen.page) && (isOnRelease(seen.page) ? isPaperSaid(seen) : isSaidAtHead(seen)));
  const told = isOpen ? links.filter((seen) => isOfPaper(seen) && isTold(seen)) : [];
  for (const seen of [...alone, ...told].slice(0, MOST)) {
    const note = await noteLink(bench, seen);
    found.push(...componentsOf(REPORT.test(seen.text)).map((component) => ({ component, note })));
  }
  for (const seen of links.filter((one) => isOnRelease(one.page) && isAnnounced(one)).slice(0, MOST))
    found.push({ component: "technical-report", note: await noteLink(bench, seen) });
  return found;
}

/** Links to papers that are kept. */
const MOST = 3;

function isSaidAtHead(seen: SeenLink): boolean {
  return isAtHead(seen) && (isAlone(seen) || isPaperSaid(seen));
}

/** An entry by the release's own name below "Technical reports:". */
function isAnnounced(seen: SeenLink): boolean {
  if (!/^https?:/i.test(seen.link.url) || !/\btechnical reports?\b/i.test(announcementOf(seen))) return false;
  const called = flattenName(seen.text);
  return listOwnNames(seen.release).some((name) => called.startsWith(name));
}

/** Further down, a document on a part speaks of how it was made, and with what of others. */
function isAtHead({ page, link, section }: SeenLink): boolean {
  return section.titles.length <= 1 && (link.at.line ?? 0) <= (page.sections[1]?.line ?? Number.POSITIVE_INFINITY);
}

function isOfPaper({ link }: SeenLink): boolean {
  return PAPER_ADDRESS.test(link.url);
}

/** Documents of a project inside cite the project's paper. */
function isOnRelease({ isFront, isCard }: Page): boolean {
  return isFront || isCard;
}

/** The entry that names the release; of others the first one, where no entry on the release lacks an address. */
function chooseCited(cited: readonly Cited[]): Cited | undefined {
  const own = cited.filter(({ isOwn }) => isOwn);
  const withId = own.find(({ id }) => id !== "");
  const other = own.length > 0 ? undefined : cited[0];
  return withId ?? (other?.id === "" ? undefined : other);
}

/** A paper that is called a report is both. */
function componentsOf(isReport: boolean): readonly ComponentId[] {
  return isReport ? ["paper", "technical-report"] : ["paper"];
}

/** What a document wants to be cited by. */
interface Cited {
  readonly page: Page;
  readonly id: string;
  readonly from: number;
  /** The entry's title or key names the release. */
  readonly isOwn: boolean;
  readonly isReport: boolean;
}

/** Entries in the format of BibTeX, and addresses in a section on citing. An entry without an address has an empty id. */
function listCited(bench: Workbench, page: Page): readonly Cited[] {
  const own = listOwnNames(bench.release);
  const cited: Cited[] = [];
  let entry = "";
  let isNoted = true;
  const note = (id: string, from: number): void => {
    const about = flattenName(entry);
    const isReport = /\btechnical report\b/i.test(entry);
    cited.push({ page, id, from, isReport, isOwn: own.some((name) => about.includes(name)) });
  };
  for (const [index, { text, from, isCode }] of page.lines.entries()) {
    entry = continueEntry(entry, text);
    if (isBeginning(text)) isNoted = false;
    if (entry === "" && !isCiting(page, index + 1)) continue;
    const id = readId(text);
    if (id !== undefined) {
      note(id, from);
      isNoted = true;
    }
    if (!/^\s{0,20}\}\s*$/.test(text) && (isCode || text.trim() !== "")) continue;
    if (entry !== "" && !isNoted) note("", from);
    entry = "";
    isNoted = true;
  }
  return cited;
}

/** Under references stands what others wrote. */
function isCiting(page: Page, line: number): boolean {
  const { kind, titles } = sectionAt(page, line);
  return kind === "citation" && !/\breferences?\b|\bbibliography\b|参考/i.test(titles.at(-1) ?? "");
}

function isBeginning(text: string): boolean {
  return /^\s{0,20}@\w{1,30}\s?\{/.test(text);
}

/** An entry with a line more, or the one that begins with the line. */
function continueEntry(entry: string, text: string): string {
  if (isBeginning(text)) return text;
  return entry === "" || entry.length > LONGEST_ENTRY ? entry : `${entry}\n${text}`;
}

function readId(text: string): string | undefined {
  const id = ARXIV.exec(text)?.[1] ?? DOI.exec(text)?.[1] ?? paperOf(URL.exec(text)?.[1]);
  return id !== undefined && OF_SOFTWARE.test(id) ? undefined : id;
}

function paperOf(address: string | undefined): string | undefined {
  return address !== undefined && PAPER_ADDRESS.test(address) ? address : undefined;
}

async function noteCited(bench: Workbench, { page, id, from }: Cited): Promise<Note> {
  const { path } = page.artifact;
  const message = `${path} wants to be cited by ${id}`;
  const remark = { code: "cited-elsewhere", args: { path, id }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, { ...remark, ...quoteLine(page.text, from) });
}

/** What was taken from somebody else's. */
const OF_OTHERS = /\b(?:follow(?:s|ed|ing)?|inspired|based on|similar to)\b/i;

/** Whether a link to a paper is called so and stands apart from prose: in a list of links, under the title. */
function isAlone({ page, link, text, section }: SeenLink): boolean {
  if (!PAPER_ADDRESS.test(link.url)) return false;
  const isBare = text === link.url;
  if (!isBare && !CALLED.test(text)) return false;
  const line = page.lines[(link.at.line ?? 1) - 1]?.text ?? "";
  const around = line
    .replace(/!?\[[^[\]]{0,200}\]\([^()]{0,400}\)|<[^<>]{0,600}>|https?:\/\/\S+/g, " ")
    .replace(/\{[^{}]{0,300}\}/g, " ");
  const isProse = (around.match(/\p{L}/gu)?.length ?? 0) > MOST_LETTERS || OF_OTHERS.test(around);
  if (section.kind === "citation") return isCiting(page, link.at.line ?? 0);
  return !isProse && (!isBare || CALLED.test(around)) && section.kind !== "changelog";
}

async function noteLink(bench: Workbench, { page, link }: SeenLink): Promise<Note> {
  const { path } = page.artifact;
  const message = `${path} links to ${link.url}`;
  const remark = { code: "linked-elsewhere", args: { path, url: link.url }, message, basis: "declared" as const };
  return await noteFile(bench, page.artifact, { ...remark, at: link.at, quote: link.url });
}
