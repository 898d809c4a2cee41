/** What the host of an origin says of a model, where no file that was read says it. */

import type { Ledger } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { HostRecord, Value } from "../../model/types.ts";

/** A claim, and how the host's answer is read for it. */
interface Asked {
  readonly claim: string;
  readonly read: (model: HostRecord["model"]) => Value | undefined;
}

/**
 * Answers a claim on the word of the first host that has one, and says whether it did. Of several models no host tells
 * which it speaks of.
 */
export function answerByHost(ledger: Ledger, { release, model }: Workbench, { claim, read }: Asked): boolean {
  if (model !== null) return false;
  for (const { origin, url, sha256, model: said } of release.hostRecords) {
    const value = read(said);
    if (value === undefined) continue;
    const words = String(value);
    const message = `The host of ${origin} says that ${claim} is ${words}`;
    const note = { code: "host-says", args: { origin, claim, value: words }, message, basis: "attested" as const };
    ledger.answer(claim, value, [ledger.note({ ...note, at: { url }, quote: words, sha256 })]);
    return true;
  }
  return false;
}
