/** Sections that say something, by what they are about. */

import type { Study } from "../../model/plugin.ts";
import { type Page, pages } from "../pages/index.ts";
import { holdsSentence } from "../shared/prose.ts";
import type { SectionKind } from "./classify.ts";
import { isOfOthers } from "./others.ts";

/** A section with prose in it. */
export interface WrittenSection {
  readonly page: Page;
  readonly kind: SectionKind;
  readonly title: string;
  readonly line: number;
}

/** Sections of the documents in which the release speaks of itself; a heading with a promise under it is none. */
export const sections: Study<readonly WrittenSection[]> = {
  id: "sections",
  version: 1,
  async run(bench) {
    const found: WrittenSection[] = [];
    for (const page of await bench.study(pages)) {
      if (!(page.isFront || page.isCard)) continue;
      for (const [index, { line, ownKind: kind, titles }] of page.sections.entries()) {
        const end = (page.sections[index + 1]?.line ?? page.lines.length + 1) - 1;
        const isWritten =
          kind !== "none" && !isOfOthers(titles) && holdsSentence(page.lines.slice(line, end).map(({ text }) => text));
        if (isWritten) found.push({ page, kind, title: titles.at(-1) ?? "", line });
      }
    }
    return found;
  },
};
