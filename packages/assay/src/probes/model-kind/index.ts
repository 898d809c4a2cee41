/** What kind of model it is, and what does not apply to such a model. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { modality } from "../../studies/modality/index.ts";

const modelKind: Probe<"model-kind"> = {
  id: "model-kind",
  version: 1,
  question: "What kind of model is it, and was it trained in steps?",
  kinds: ["model"],
  answers: ["model.modality", "intermediate-weights.applies"],
  async observe(bench) {
    const ledger = openLedger("model-kind");
    const { told, mixed, fitted } = await bench.study(modality);
    const kinds = [...new Set(told.map(({ kind }) => kind))].sort();
    if (mixed !== undefined)
      ledger.leaveOpen(
        "model.modality",
        "conflicting",
        mixed.map(({ note }) => ledger.note(note)),
      );
    else if (kinds.length === 0) ledger.leaveOpen("model.modality", "not-observed");
    else
      ledger.answer(
        "model.modality",
        kinds,
        told.map(({ note }) => ledger.note(note)),
      );
    if (fitted === undefined) ledger.leaveOpen("intermediate-weights.applies", "not-observed");
    else {
      const message = `a model that is fitted in one go has no states on the way: ${fitted.message}`;
      ledger.answer("intermediate-weights.applies", false, [
        ledger.note({ ...fitted, code: "fitted-at-once", message }),
      ]);
    }
    return ledger.close();
  },
};

export default modelKind;
