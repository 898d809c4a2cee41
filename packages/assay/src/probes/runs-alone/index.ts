/** Whether a model runs without its publisher: its tokenizer is there, an open runtime loads it, its terms stand still. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { answerDisclosed, openDesk } from "../shared/disclosed.ts";
import { answerLoading } from "./loading.ts";
import { answerPolicy } from "./policy.ts";
import { noteTokenizers } from "./tokenizers.ts";

const runsAlone: Probe<"runs-alone"> = {
  id: "runs-alone",
  version: 1,
  question: "Does it run without its publisher?",
  kinds: ["model"],
  answers: ["tokenizer.published", "open-runtime.loads", "remote-code.needed", "policy.remote"],
  async observe(bench) {
    const ledger = openLedger("runs-alone");
    const desk = await openDesk(ledger, bench);
    await answerDisclosed(desk, { claim: "tokenizer.published" }, await noteTokenizers(desk));
    await answerLoading(desk);
    await answerPolicy(desk);
    return ledger.close();
  },
};

export default runsAlone;
