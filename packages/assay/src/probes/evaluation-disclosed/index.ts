/** What is disclosed of evaluations: on which benchmarks, how, and of what harm. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { OF_SAFETY } from "../../studies/disclosures/vocabulary.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { answerDisclosed, answerList, type Desk, noteSaid, openDesk } from "../shared/disclosed.ts";
import { holdingOf, noteFiles } from "../shared/published.ts";
import { noteIndexed } from "./model-index.ts";

const BENCHMARKS = "evaluation.benchmarks";

const evaluationDisclosed: Probe<"evaluation-disclosed"> = {
  id: "evaluation-disclosed",
  version: 1,
  question: "On which benchmarks was it evaluated, can that be repeated, and was it tested for harm?",
  kinds: ["model"],
  answers: [BENCHMARKS, "red-team.described", "safety-evaluation.reported", "evaluation.reproducible"],
  async observe(bench) {
    const ledger = openLedger("evaluation-disclosed");
    const desk = await openDesk(ledger, bench);
    await answerList(desk, BENCHMARKS, await noteIndexed(desk));
    await answerDisclosed(desk, { claim: "red-team.described", titles: /\bred[- ]?team/i });
    await answerDisclosed(desk, { claim: "safety-evaluation.reported" }, await noteHarm(desk));
    await answerDisclosed(desk, { claim: "evaluation.reproducible" }, await noteCode(desk));
    return ledger.close();
  },
};

/** Figures of benchmarks of harm. */
async function noteHarm(desk: Desk): Promise<readonly string[]> {
  const places = desk.found.said.get(BENCHMARKS) ?? [];
  return await noteSaid(
    desk,
    places.filter(({ value }) => OF_SAFETY.has(String(value))),
  );
}

/** Code of evaluations that is there, or that the release leads to. */
async function noteCode({ ledger, bench }: Desk): Promise<readonly string[]> {
  const { files, pointers } = holdingOf(await bench.study(inventory), "evaluation-code");
  return [...noteFiles(ledger, files), ...pointers.map((note) => ledger.note(note))];
}

export default evaluationDisclosed;
