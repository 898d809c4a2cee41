/** To whom weights and data are given out: on the word of their host, of the manifest, or of a sentence. */

import type { ComponentId } from "../../model/components.ts";
import { type Ledger, openLedger } from "../../model/ledger.ts";
import type { Probe, Workbench } from "../../model/plugin.ts";
import type { HostRecord } from "../../model/types.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { holdingOf } from "../shared/published.ts";

const COMPONENTS: readonly ComponentId[] = ["weights", "training-data"];

const accessStated: Probe<"access-stated"> = {
  id: "access-stated",
  version: 1,
  question: "To whom are the weights and the training data given out?",
  kinds: ["model", "dataset"],
  answers: ["weights.access", "training-data.access"],
  async observe(bench) {
    const ledger = openLedger("access-stated");
    for (const component of COMPONENTS) await answerAccess(ledger, bench, component);
    return ledger.close();
  },
};

/** The strictest host of its files decides; else whoever says it. Files in a folder are nobody's word. */
async function answerAccess(ledger: Ledger, bench: Workbench, component: ComponentId): Promise<void> {
  const claim = `${component}.access`;
  const { files, withheld, level, access } = holdingOf(await bench.study(inventory), component);
  const host = findHost(bench.release.hostRecords, new Set(files.map(({ artifact }) => artifact.origin)));
  const [first] = files;
  if (host !== undefined) ledger.answer(claim, host.access, [noteHost(ledger, host)]);
  else if (level !== undefined && first !== undefined) ledger.answer(claim, level, [ledger.note(first.note)]);
  else if (withheld !== undefined && first === undefined) ledger.answer(claim, "closed", [ledger.note(withheld)]);
  else if (access !== undefined) ledger.answer(claim, access.level, [ledger.note(access.note)]);
  else ledger.leaveOpen(claim, "not-observed");
}

/** A gated host before an open one. */
function findHost(records: readonly HostRecord[], origins: ReadonlySet<string>): HostRecord | undefined {
  const own = records.filter(({ origin }) => origins.has(origin));
  return own.find(({ access }) => access === "gated") ?? own[0];
}

function noteHost(ledger: Ledger, { origin, url, sha256, access }: HostRecord): string {
  const message = `The host of ${origin} gives files out ${access === "gated" ? "to who accepts its terms" : "to everybody"}`;
  return ledger.note({
    code: "host-access",
    args: { origin, access },
    message,
    basis: "attested",
    at: { url },
    sha256,
  });
}

export default accessStated;
