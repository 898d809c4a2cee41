/** A link of a document together with what stands around it: what the rules of pointers look at. */

import type { Link } from "../../model/facts.ts";
import type { Release } from "../../model/types.ts";
import { type Page, type PageSection, type Statement, sectionAt, statementOf } from "../pages/index.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";

/** A link, its section, and its sentence. */
export interface SeenLink {
  readonly release: Release;
  readonly page: Page;
  readonly link: Link;
  readonly section: PageSection;
  /** Words of the link without markup, or of the picture that stands for it. */
  readonly text: string;
  /** The sentence around it; of a link in a table or in HTML, its own words. */
  readonly sentence: string;
  /** Of a link that stands alone, the sentence before it that ends in a colon; else "". */
  readonly lead: string;
  /** Whether the document speaks of models of the release: the front, a card, or the README of a part with a model. */
  readonly isOnModel: boolean;
}

/** Lines from such a sentence to the link that it announces. */
const NEAR = 4;

/** Links looked at in one release. */
const MOST_LINKS = 3_000;

/** Folders whose documents speak of what users do with the model afterwards, or of measuring it. */
const APART: ReadonlySet<string> = new Set("finetune finetuning tuning ptuning eval evals evaluation".split(" "));

/** Whether a document speaks of the release and not of one task with it. */
export function speaksOfRelease({ artifact, isAside }: Page): boolean {
  const around = splitPath(artifact.path).folders.flatMap(splitWords);
  return !isAside && !around.some((word) => APART.has(word));
}

/** Links in the documents that speak of the release, those of the front first. */
export function listSeenLinks(
  release: Release,
  pages: readonly Page[],
  onModels: ReadonlySet<Page>,
): readonly SeenLink[] {
  const seen: SeenLink[] = [];
  for (const page of pages.filter(speaksOfRelease)) {
    for (const link of page.document.links) {
      if (seen.length >= MOST_LINKS) return seen;
      if (!isPicture(link.url)) seen.push({ ...look(release, page, link), isOnModel: onModels.has(page) });
    }
  }
  return seen;
}

/** Pictures and badges lead to no part. */
function isPicture(url: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|ico)(?:[?#]|$)|img\.shields\.io/i.test(url);
}

function look(release: Release, page: Page, link: Link): Omit<SeenLink, "isOnModel"> {
  const said = statementOf(page, link);
  const sentence = said?.words ?? "";
  const isTable = sentence.startsWith("|") || sentence === "";
  const alt = /\balt\s*=\s*\\?["']([^"'\\]{1,200})/i.exec(link.text)?.[1] ?? link.text.replace(/<[^<>]{0,500}>/g, " ");
  const text = alt.replace(/[*_`[\]]/g, "").trim();
  return {
    release,
    page,
    link,
    section: sectionAt(page, link.at.line ?? 0),
    text,
    sentence: isTable ? text : sentence.replace(/[*_`]/g, ""),
    lead: sentence === link.url ? leadOf(page, said) : "",
  };
}

function leadOf({ statements }: Page, said: Statement | undefined): string {
  const before = said === undefined ? undefined : statements[statements.indexOf(said) - 1];
  if (said === undefined || before === undefined || said.line - before.lastLine > NEAR) return "";
  return /[:：]\s{0,9}$/.test(before.words) ? before.words : "";
}
