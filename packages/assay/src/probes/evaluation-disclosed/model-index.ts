/** Benchmarks of the front matter's `model-index` (hub-docs, "Model Cards", evaluation results). */

import { cards } from "../../studies/card/index.ts";
import { benchmarkOf } from "../../studies/disclosures/vocabulary.ts";
import { noteFile } from "../../studies/shared/noting.ts";
import type { Desk } from "../shared/disclosed.ts";

/** Results looked at; a card with more is a leaderboard. */
const MOST_RESULTS = 200;

/** Names of data sets with a figure beside them, each with its evidence. */
export async function noteIndexed({ ledger, bench }: Desk): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const card of (await bench.study(cards)).filter(({ artifact }) => !artifact.path.includes("/"))) {
    const values = Object.entries(card.fields).filter(
      ([pointer, { value }]) =>
        /^\/model-index\/\d+\/results\/\d+\/metrics\/\d+\/value$/.test(pointer) && typeof value === "number",
    );
    for (const [pointer, { value, at }] of values.slice(0, MOST_RESULTS)) {
      const named = card.fields[pointer.replace(/\/metrics\/\d+\/value$/, "/dataset/name")];
      if (typeof named?.value !== "string") continue;
      const name = benchmarkOf(named.value) ?? named.value;
      const { path } = card.artifact;
      const message = `${path} states ${value} for ${name}`;
      const remark = {
        code: "indexed",
        args: { path, name, value: Number(value) },
        message,
        basis: "declared" as const,
      };
      if (!found.has(name))
        found.set(name, ledger.note(await noteFile(bench, card.artifact, { ...remark, at, quote: String(value) })));
    }
  }
  return found;
}
