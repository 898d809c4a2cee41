/** What a release discloses about itself in words: sections with something in them, sentences, figures, tables. */

import type { NarrowBench, Study, Workbench } from "../../model/plugin.ts";
import { type Page, pages } from "../pages/index.ts";
import type { Disclosure } from "./disclosure.ts";
import { readLists } from "./lists.ts";
import { listNames, type OwnNames } from "./own.ts";
import { readSentences } from "./sentences.ts";
import { readTables } from "./tables.ts";
import { listWritten, type WrittenPart } from "./written.ts";

export type { Disclosure } from "./disclosure.ts";
export type { WrittenPart } from "./written.ts";

/** All that was found. */
export interface Disclosures {
  readonly said: ReadonlyMap<string, readonly Disclosure[]>;
  readonly written: readonly WrittenPart[];
  /** Set where documents were longer than what is read of them. */
  readonly isCut: boolean;
}

/** Characters of all documents together; the most of any release known is 900,000. */
const MOST_CHARACTERS = 2_000_000;

/** Places kept for one claim. */
const MOST_PLACES = 200;

/** Documents that speak of the whole release, and model cards wherever they lie. */
export const disclosures: Study<Disclosures> = {
  id: "disclosures",
  version: 1,
  run: readAll,
  narrow: (whole, bench) => narrow(whole, bench),
};

async function readAll(bench: Workbench): Promise<Disclosures> {
  const said = new Map<string, Disclosure[]>();
  const written: WrittenPart[] = [];
  let left = MOST_CHARACTERS;
  let isCut = false;
  for (const page of (await bench.study(pages)).filter(speaksOfModel)) {
    left -= page.text.content.length;
    if (left < 0) {
      isCut = true;
      continue;
    }
    const own = listNames(bench.release, titleOf(page), page.text.content);
    written.push(...listWritten(page, own));
    for (const one of readPage(page, own)) {
      const places = said.get(one.claim) ?? [];
      if (places.length < MOST_PLACES) places.push(one);
      said.set(one.claim, places);
    }
  }
  return { said, written, isCut };
}

function speaksOfModel({ isFront, isCard, isAside }: Page): boolean {
  return (isFront || isCard) && !isAside;
}

/** The first heading of a page, of whichever kind. */
export function titleOf({ document, sections }: Page): string {
  return sections[0]?.titles[0] ?? document.headings[0]?.title ?? "";
}

function* readPage(page: Page, own: OwnNames): Generator<Disclosure> {
  yield* readSentences(page, own);
  yield* readTables(page, own);
  yield* readLists(page, own);
}

/** What documents about other models disclose is none of this one's. */
function narrow(whole: Disclosures, bench: NarrowBench): Disclosures {
  const isAbout = ({ page }: { readonly page: Page }): boolean => bench.isAbout(page.artifact);
  const said = [...whole.said].map(([claim, places]) => [claim, places.filter(isAbout)] as const);
  return { said: new Map(said), written: whole.written.filter(isAbout), isCut: whole.isCut };
}
