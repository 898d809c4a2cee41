/** Bases that the host of an origin tells of, also where its files are not given out. */

import type { Note } from "../../model/ledger.ts";
import type { Workbench } from "../../model/plugin.ts";
import type { HostRecord } from "../../model/types.ts";
import { readBaseName } from "./base-names.ts";
import { asRelation, type Stated, statedBase } from "./stated.ts";

/** In UTF-16 units; a longer name is none. */
const LONGEST_QUOTE = 200;

/** What the hosts name. */
export function readHostBases({ release }: Workbench): readonly Stated[] {
  return release.hostRecords.flatMap((record) => {
    const said = (record.bases ?? []).find(({ kind }) => kind === "relation");
    const relation = asRelation(said?.words ?? "");
    return (record.bases ?? []).flatMap(({ kind, words }) => {
      if (kind === "relation") return [];
      const isData = kind === "dataset";
      return [statedBase(words, { relation: isData ? "dataset" : relation, note: describe(record, words, isData) })];
    });
  });
}

function describe({ origin, url, sha256 }: HostRecord, words: string, isData: boolean): Note {
  const { base } = readBaseName(words);
  const message = `The host of ${origin} names ${base} as ${isData ? "data that it was trained on" : "what it was made from"}`;
  const said = { code: isData ? "data-named" : "base-named", args: { origin, base }, message };
  return { ...said, basis: "attested", at: { url }, quote: words.slice(0, LONGEST_QUOTE), sha256 };
}
