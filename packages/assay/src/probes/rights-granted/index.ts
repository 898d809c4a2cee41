/** What the terms of the weights, or of a data set's data, permit and demand. */

import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { RIGHTS_QUESTIONS } from "../../model/rights.ts";
import { concludeRights } from "../../rights/conclude.ts";
import { governingTerms } from "../../studies/terms/index.ts";

const [FIRST, ...OTHERS] = RIGHTS_QUESTIONS;

const rightsGranted: Probe<"rights-granted"> = {
  id: "rights-granted",
  version: 1,
  question: "What do the terms of the weights, or of a data set's data, permit and demand?",
  kinds: ["model", "dataset"],
  answers: [`rights.${FIRST.id}`, ...OTHERS.map(({ id }) => `rights.${id}`)],
  async observe(bench) {
    const ledger = openLedger("rights-granted");
    concludeRights(ledger, await bench.study(governingTerms));
    return ledger.close();
  },
};

export default rightsGranted;
