/** Names that documents give to what they are about: the title of the front, and those of a card or of a part. */

import type { Study, Workbench } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { type Page, pages } from "../pages/index.ts";
import { namesAnother } from "../shared/families.ts";
import { listOwnNames } from "../shared/own-names.ts";
import { splitPath } from "../shared/path-words.ts";

/** Titles of the READMEs in the root: a repository may hold a later model than its name says. */
export const frontTitles: Study<readonly string[]> = {
  id: "front-titles",
  version: 1,
  async run(bench) {
    return (await bench.study(pages)).filter(isFrontReadme).flatMap((page) => nameOf(page) ?? []);
  },
};

function isFrontReadme({ artifact }: Page): boolean {
  const { folders, stem } = splitPath(artifact.path);
  return folders.length === 0 && /^readme/i.test(stem);
}

/** Whether words name a model that is neither the release's nor the one that its README is titled by. */
export async function isOfAnother(bench: Workbench, words: string): Promise<boolean> {
  return namesAnother(words, listOwnNames(bench.release, await bench.study(frontTitles)));
}

/** Whether words of a document of the front name a model that is neither the release's nor that of its title. */
export function isForeignOnPage(release: Release, page: Page, words: string): boolean {
  const title = page.isFront ? nameOf(page) : undefined;
  return namesAnother(words, listOwnNames(release, title === undefined ? [] : [title]));
}

/** Words of a title that only say what the document is. */
const ABOUT_ITSELF = /\bmodel ?cards?\b(?: (?:for|of)\b)?|\breadme\b/gi;

/** The name in a title: what stands before a colon or a dash. */
function nameOf({ document }: Page): string | undefined {
  const title = (document.headings[0]?.title ?? "").replace(ABOUT_ITSELF, " ").replace(/[*_`]|<[^<>]{0,300}>/g, " ");
  return title
    .split(/\s[-–—]\s|[:：(]/)
    .map((part) => part.trim())
    .find((part) => part !== "");
}

/** A size behind a name, and a folder that is called by a size. */
const SIZE = /[-_ ]{0,3}\b\d+(?:\.\d+)?[BM]\b.{0,40}$/i;
const SIZED = /^\d+(?:\.\d+)?[BM](?:$|[-_])/i;

/** What follows the family's name: `Ultra` in "Owl 3 Ultra". */
const VARIANT = /^[-_ ]{0,3}\d{0,3}(?:\.\d{1,2})?[-_ ]{1,3}(\p{Lu}\p{L}{2,20})/u;
const NO_VARIANT = /^(?:base|instruct|chat|model|models|card|series|family|technical|large|small|tiny)$/i;

/** Names of the model that a document is about, beside those of the release. */
export function listPageNames(release: Release, page: Page): readonly string[] {
  const title = nameOf(page);
  // Without its size a name has to be more than that of a family.
  const bare = title?.replace(SIZE, "") ?? "";
  const names = [title ?? "", ...(/\d$|\S\s+\S/.test(bare) ? [bare] : [])];
  return [...names, ...(page.isCard ? listFolderNames(page) : []), ...listVariants(release, page)];
}

/** A card lies in the folder of its model; one that is called by a size lies in that of the family. */
function listFolderNames({ artifact }: Page): readonly string[] {
  const { folders } = splitPath(artifact.path);
  const last = folders.at(-1) ?? "";
  const family = SIZED.test(last) ? (folders.at(-2) ?? "") : last;
  return namesAnother(family, []) ? [family] : [];
}

/** What the title calls the model behind the release's name, as tables abbreviate it. */
function listVariants(release: Release, page: Page): readonly string[] {
  const title = page.document.headings[0]?.title ?? "";
  return listTitledAt(release, title).flatMap((behind) => {
    const variant = VARIANT.exec(behind)?.[1];
    return variant === undefined || NO_VARIANT.test(variant) ? [] : [variant];
  });
}

/** What stands behind the release's name in a title. */
function listTitledAt(release: Release, title: string): readonly string[] {
  const words = title.normalize("NFKC").toLowerCase();
  return listOwnNames(release).flatMap((name) => {
    const at = name.length < SHORTEST ? -1 : words.indexOf(name);
    return at < 0 ? [] : [title.slice(at + name.length)];
  });
}

/** Shorter names stand in other words by chance. */
const SHORTEST = 4;

/** Whether a document is titled by a model of the release's name. */
export function isTitledOwn(release: Release, { document }: Page): boolean {
  return listTitledAt(release, document.headings[0]?.title ?? "").length > 0;
}
