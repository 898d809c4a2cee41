/** What is disclosed of the training data: their sources and kinds, how many, in which languages, on whose leave. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { answerDisclosed, answerFigure, answerList, openDesk } from "../shared/disclosed.ts";
import { noteLanguages } from "./languages.ts";
import { noteLinks, noteNamed } from "./sources.ts";
import { answerSummary } from "./summary.ts";

const dataDisclosed: Probe<"data-disclosed"> = {
  id: "data-disclosed",
  version: 1,
  question: "Which sources, kinds, amounts and languages of the training data are disclosed?",
  kinds: ["model"],
  answers: [
    "data-sources.named",
    "data-sources.linked",
    "data-provenance.kinds",
    "training-data.tokens",
    "languages.named",
    "data-opt-out.described",
    "training-content-summary.published",
  ],
  async observe(bench) {
    const ledger = openLedger("data-disclosed");
    const desk = await openDesk(ledger, bench);
    await answerDisclosed(desk, { claim: "data-sources.named" }, await noteNamed(desk));
    await answerDisclosed(desk, { claim: "data-sources.linked" }, await noteLinks(desk));
    await answerList(desk, "data-provenance.kinds");
    await answerFigure(desk, "training-data.tokens", "tokens");
    await answerList(desk, "languages.named", await noteLanguages(desk));
    await answerDisclosed(desk, { claim: "data-opt-out.described" });
    await answerSummary(desk);
    return ledger.close();
  },
};

export default dataDisclosed;
