/** Names that say of a model that it was tuned from another one, whether or not that one is named. */

import type { Note } from "../../model/ledger.ts";
import type { Study, Workbench } from "../../model/plugin.ts";
import { inventory } from "../inventory/index.ts";
import { splitWords } from "../shared/path-words.ts";

/** Words of such names: `owl-7b-instruct`, `OwlChat`, `owl-2b-it`. */
const TUNED = /^(?:instruct(?:ed)?|chat\w{0,20}|it|thinking|sft|dpo|rlhf)$/;

/** Names kept: one is enough, a few let one check. */
const MOST = 3;

/** Where such names stand: those of the release, of its files of weights, and of the weights that it links to. */
export const tunedNames: Study<readonly Note[]> = {
  id: "tuned-names",
  version: 1,
  async run(bench) {
    const weights = (await bench.study(inventory)).get("weights");
    const linked = (weights?.pointers ?? []).filter(({ args }) => isTuned(lastOf(String(args.url ?? ""))));
    const files = (weights?.files ?? []).filter(({ artifact }) => isTuned(artifact.path));
    return [...noteTargets(bench), ...files.map(({ note }) => note), ...linked].slice(0, MOST);
  },
};

function noteTargets({ release: { origins, artifacts } }: Workbench): readonly Note[] {
  const named = origins.filter(({ target }) => isTuned(lastOf(target)));
  const own = new Set(named.map(({ id }) => id));
  const first = artifacts.find(({ origin }) => own.has(origin));
  return named.slice(0, first === undefined ? 0 : 1).map(({ id, target }) => ({
    code: "named-tuned",
    args: { target: lastOf(target) },
    message: `${lastOf(target)} is named like a model that was tuned`,
    basis: "inferred",
    at: { searched: [id] },
  }));
}

function lastOf(address: string): string {
  return (
    address
      .replace(/[?#].*$/, "")
      .split("/")
      .filter(Boolean)
      .at(-1) ?? ""
  );
}

function isTuned(name: string): boolean {
  return splitWords(name).some((word) => TUNED.test(word));
}
