/** What is disclosed of how a model was trained and built. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { lineage } from "../../studies/lineage/index.ts";
import { answerDisclosed, answerFigure, type Desk, openDesk } from "../shared/disclosed.ts";
import { noteConfigs } from "./configs.ts";
import { noteSettings } from "./settings.ts";

/** Headings of instructions for those who train on. */
const INSTRUCTIONS = /fine-?tun|lora|your|custom|scripts?|\bcode\b|setup|reproduc|to train|how to|launch|\brun|微调/i;

/** First words of instructions. */
const ADVICE =
  /^\W*(?:to (?:pre-?)?train|run|use|first|install|clone|launch|start|execute|prepare|download|see)\b|\b(?:you|your)\b|\b(?:python|torchrun|bash) |\bscripts?\b|\b(?:data-)?config\b|\.(?:json|ya?ml|py|sh)\b/i;

const trainingDisclosed: Probe<"training-disclosed"> = {
  id: "training-disclosed",
  version: 1,
  question: "What is said of the training procedure, its settings and stages, the base, the architecture and the size?",
  kinds: ["model"],
  answers: [
    "training-procedure.described",
    "hyperparameters.disclosed",
    "training-stages.described",
    "base-model.declared",
    "architecture.described",
    "model-size.described",
    "parameters.stated",
    "parameters-active.stated",
  ],
  async observe(bench) {
    const ledger = openLedger("training-disclosed");
    const desk = await openDesk(ledger, bench);
    const procedure = {
      claim: "training-procedure.described",
      kinds: ["training-procedure"],
      except: INSTRUCTIONS,
      exceptWords: ADVICE,
    } as const;
    await answerDisclosed(desk, procedure);
    await answerDisclosed(desk, { claim: "hyperparameters.disclosed" }, await noteSettings(desk));
    await answerDisclosed(desk, { claim: "training-stages.described" });
    await answerDisclosed(desk, { claim: "base-model.declared" }, await noteBases(desk));
    await answerDisclosed(desk, { claim: "architecture.described", kinds: ["architecture"] }, await noteConfigs(desk));
    await answerDisclosed(desk, { claim: "model-size.described" });
    await answerFigure(desk, "parameters.stated", "parameters");
    await answerFigure(desk, "parameters-active.stated", "parameters");
    return ledger.close();
  },
};

/** Bases that files of the release name. */
async function noteBases({ ledger, bench }: Desk): Promise<readonly string[]> {
  const { bases } = await bench.study(lineage);
  const named = bases.filter(
    ({ relation, naming, isHint }) =>
      relation !== "dataset" && (naming === "repository" || naming === "word") && !isHint,
  );
  return named.flatMap(({ notes }) => notes.map((note) => ledger.note(note)));
}

export default trainingDisclosed;
