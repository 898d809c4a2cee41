/** What is disclosed of the computing that the training took. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { answerDisclosed, answerFigure, openDesk } from "../shared/disclosed.ts";

const computeDisclosed: Probe<"compute-disclosed"> = {
  id: "compute-disclosed",
  version: 1,
  question: "What computing, time and energy did the training take?",
  kinds: ["model"],
  answers: [
    "training-compute.stated",
    "hardware.described",
    "training-time.stated",
    "accelerator-hours.stated",
    "energy.stated",
    "carbon.stated",
  ],
  async observe(bench) {
    const ledger = openLedger("compute-disclosed");
    const desk = await openDesk(ledger, bench);
    await answerFigure(desk, "training-compute.stated", "FLOP");
    await answerDisclosed(desk, { claim: "hardware.described" });
    await answerDisclosed(desk, { claim: "training-time.stated" });
    await answerFigure(desk, "accelerator-hours.stated", "hours");
    await answerDisclosed(desk, { claim: "energy.stated" });
    await answerDisclosed(desk, { claim: "carbon.stated" });
    return ledger.close();
  },
};

export default computeDisclosed;
