/** Sections that say something, by what they are about. */

import type { Study } from "../../model/plugin.ts";
import { type Page, pages } from "../pages/index.ts";
import { readSections, SENTENCE, type Section } from "../shared/prose.ts";
import { classifyHeading, type SectionKind } from "./classify.ts";

/** A section with prose in it. */
export interface WrittenSection extends Section {
  readonly page: Page;
  readonly kind: SectionKind;
}

/** Sections of the documents in which the release speaks of itself; a heading with a promise under it is none. */
export const sections: Study<readonly WrittenSection[]> = {
  id: "sections",
  version: 1,
  async run(bench) {
    const found: WrittenSection[] = [];
    for (const page of await bench.study(pages)) {
      if (!(page.isFront || page.isCard)) continue;
      for (const section of readSections(page.text, page.artifact.path, page.document)) {
        const kind = classifyHeading(section.title);
        if (kind !== "none" && section.prose >= SENTENCE) found.push({ ...section, page, kind });
      }
    }
    return found;
  },
};
