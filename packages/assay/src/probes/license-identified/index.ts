/** Which licences govern each component. */

import { COMPONENTS } from "../../model/components.ts";
import { openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { licensing } from "../../studies/licensing/index.ts";
import { statedOfWeights } from "../../studies/licensing/stated-of-weights.ts";

const [FIRST, ...OTHERS] = COMPONENTS;

const licenseIdentified: Probe<"license-identified"> = {
  id: "license-identified",
  version: 1,
  question: "Which licences govern each component?",
  kinds: ["model", "dataset"],
  answers: [`${FIRST.id}.license`, ...OTHERS.map(({ id }) => `${id}.license`), "weights.license-stated"],
  async observe(bench) {
    const ledger = openLedger("license-identified");
    const { components, altered, disagreements } = await bench.study(licensing);
    for (const [id, { terms, notes }] of components) {
      const seen = notes.map((note) => ledger.note(note));
      if ("ids" in terms) ledger.answer(`${id}.license`, terms.ids, seen);
      else ledger.leaveOpen(`${id}.license`, terms.because, seen);
    }
    const stated = await bench.study(statedOfWeights);
    if (stated === null) ledger.leaveOpen("weights.license-stated", "not-observed");
    else
      ledger.answer(
        "weights.license-stated",
        stated.ids,
        stated.notes.map((note) => ledger.note(note)),
      );
    // Who reads the name alone is misled: the worst that a licence file can do.
    for (const { code, args, message, at } of [...altered, ...disagreements])
      ledger.report({ code, args, message, at, severity: "warning" });
    return ledger.close();
  },
};

export default licenseIdentified;
