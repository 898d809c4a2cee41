/** What the documents of a release say of the data: where they come from, how they were gathered, cleaned, labelled. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import type { SectionKind } from "../../studies/sections/classify.ts";
import { sections } from "../../studies/sections/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../../studies/shared/noting.ts";

/** Claims and the kinds of sections that answer them. */
const ASKED: readonly (readonly [claim: string, kind: SectionKind])[] = [
  ["data-information.described", "training-data"],
  ["data-information.collection", "data-collection"],
  ["data-information.preprocessing", "preprocessing"],
  ["data-information.labelling", "data-annotation"],
  ["data-information.personal-data", "personal-data"],
];

/** How input is cut into tokens is no account of how data were cleaned. */
const NO_PREPARATION = /^\W*tokeni[sz](?:ation|ing|ers?)\W*$/i;

/** Sections cited for one claim. */
const MOST_CITED = 5;

const dataDescribed: Probe<"data-described"> = {
  id: "data-described",
  version: 1,
  question: "What do the documents say of the training data?",
  kinds: ["model", "dataset"],
  answers: [
    "data-information.described",
    "data-information.collection",
    "data-information.preprocessing",
    "data-information.labelling",
    "data-information.personal-data",
  ],
  async observe(bench) {
    const ledger = openLedger("data-described");
    const written = await bench.study(sections);
    for (const [claim, kind] of ASKED) {
      const seen: string[] = [];
      for (const { page, title, line } of written
        .filter((section) => section.kind === kind && !NO_PREPARATION.test(section.title))
        .slice(0, MOST_CITED)) {
        const { path } = page.artifact;
        const message = `${path} has a section on it: ${title}`;
        const remark = { code: "section-written", args: { path, kind }, message, basis: "declared" as const };
        const { at } = quoteLine(page.text, offsetOfLine(page.text, line));
        const note = await noteFile(bench, page.artifact, { ...remark, at, quote: title });
        seen.push(ledger.note(note));
      }
      if (seen.length > 0) ledger.answer(claim, true, seen);
      else ledger.leaveOpen(claim, "not-observed");
    }
    return ledger.close();
  },
};

export default dataDescribed;
