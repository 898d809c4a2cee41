/** What a release was made from, as its files say. */

import { type Ledger, openLedger } from "../../model/ledger.ts";
import type { FoundBase } from "../../model/lineage.ts";
import type { Probe } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { lineage } from "../../studies/lineage/index.ts";
import { tunedNames } from "../../studies/lineage/tuned.ts";

const lineageStated: Probe<"lineage-stated"> = {
  id: "lineage-stated",
  version: 1,
  question: "What was it made from?",
  kinds: ["model"],
  answers: ["lineage.bases", "lineage.datasets", "lineage.tuned"],
  async observe(bench) {
    const ledger = openLedger("lineage-stated");
    const { bases, warnings, apart } = await bench.study(lineage);
    const isData = ({ relation }: FoundBase): boolean => relation === "dataset";
    answer(ledger, { claim: "lineage.bases", found: bases.filter((base) => !isData(base)), release: bench.release });
    answer(ledger, { claim: "lineage.datasets", found: bases.filter(isData), release: bench.release });
    const tuned = (await bench.study(tunedNames)).map((note) => ledger.note(note));
    if (tuned.length > 0) ledger.answer("lineage.tuned", true, tuned);
    else ledger.leaveOpen("lineage.tuned", "not-observed");
    if (apart !== null) ledger.note(apart);
    for (const note of warnings) {
      ledger.note(note);
      ledger.report({ code: note.code, args: note.args, message: note.message, at: note.at, severity: "warning" });
    }
    return ledger.close();
  },
};

interface Asked {
  readonly claim: string;
  readonly found: readonly FoundBase[];
  readonly release: Release;
}

/** Silence is no proof that there is none. */
function answer(ledger: Ledger, { claim, found, release }: Asked): void {
  const seen = found.flatMap(({ notes }) => notes.map((note) => ledger.note(note)));
  const names = found.filter(({ naming, isHint }) => naming !== "none" && !isHint).map(({ base }) => base);
  if (names.length > 0) ledger.answer(claim, names, seen);
  else if (seen.length > 0) ledger.leaveOpen(claim, "unidentified", seen);
  else {
    const said = { code: "no-base-named", args: { claim }, message: "No file names what it was made from" };
    const at = { searched: release.origins.map(({ id }) => id) };
    ledger.leaveOpen(claim, "not-observed", [ledger.note({ ...said, basis: "inferred", at })]);
  }
}

export default lineageStated;
