/** Whether the files can be checked and loaded without harm: signatures, checksums, formats that run no code. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { answerDisclosed, openDesk } from "../shared/disclosed.ts";
import { noteSignatures, noteSums } from "./files.ts";
import { answerFormats } from "./formats.ts";

const integrityShown: Probe<"integrity-shown"> = {
  id: "integrity-shown",
  version: 1,
  question: "Are the files signed, are there checksums, and can loading the weights run no code?",
  kinds: ["model"],
  answers: ["signature.published", "checksums.published", "weights.safe-format"],
  async observe(bench) {
    const ledger = openLedger("integrity-shown");
    const desk = await openDesk(ledger, bench);
    await answerDisclosed(desk, { claim: "signature.published" }, await noteSignatures(desk));
    await answerDisclosed(desk, { claim: "checksums.published" }, await noteSums(desk));
    await answerFormats(desk);
    return ledger.close();
  },
};

export default integrityShown;
