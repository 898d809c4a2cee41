/** Every record of every source that speaks of a release at hand, beside what we say of it. */

import { join } from "node:path";

import type { Assessment } from "../../packages/assay/src/model/documents.ts";
import { assess } from "../../packages/assay/src/node.ts";
import { readAiMap } from "./ai-map.ts";
import { listReleases } from "./corpora.ts";
import { readEuIndex } from "./eu-index.ts";
import { isInside, joinAll, type Pair } from "./join.ts";
import { compare, type Judged, type Judgement, type Outcome, type Range } from "./judgement.ts";
import { readMot } from "./mot.ts";
import { findNotHeld } from "./not-held.ts";
import { rangeOf } from "./ranges.ts";

/** One dimension of one record beside ours. */
export interface Compared extends Judged {
  readonly judgement: Judgement;
  /** `OWNER__NAME`. */
  readonly release: string;
  readonly range: Range;
  readonly outcome: Outcome;
  /** Whether they cite the release itself for it, and say that something is there. */
  readonly isCited: boolean;
  /** Whether the release at hand holds what they cite, as far as a person who looked has not found otherwise. */
  readonly isHeld: boolean;
}

/** All that was compared, and what was joined. */
export interface Agreement {
  readonly read: readonly Judgement[];
  readonly pairs: readonly Pair[];
  readonly compared: readonly Compared[];
}

/** Reads all records, joins them with the releases, assesses these, and compares. */
export async function judgeAll(): Promise<Agreement> {
  const read = [...(await readMot()), ...readEuIndex("eu-index-2026"), ...readEuIndex("eu-index-2025"), ...readAiMap()];
  const pairs = joinAll(read, listReleases());
  const compared: Compared[] = [];
  const assessed = new Map<string, Assessment>();
  for (const pair of pairs) {
    const { id, path } = pair.release;
    const addresses = ["mof@1.0/tool", "osaid@1.0", "eu-index@2026", "eu-index@2025"];
    const request = { target: path, listing: join(path, "TREE.tsv"), frameworks: addresses };
    const assessment = assessed.get(id) ?? (await assess(request));
    assessed.set(id, assessment);
    compared.push(...comparePair(pair, assessment));
  }
  return { read, pairs, compared };
}

function comparePair({ judgement, release }: Pair, assessment: Assessment): readonly Compared[] {
  return judgement.judged.flatMap((judged) => {
    const { dimension } = judged;
    const range = rangeOf(assessment, judgement, dimension);
    const outcome = range === null ? null : compare(judged.label, range);
    if (range === null || outcome === null) return [];
    const isCited = judged.cited.some((link) => isInside(link, release)) && judged.label !== range.scale[0];
    const { source, record } = judgement;
    const isHeld = isCited && findNotHeld({ source, record, release: release.id, dimension }) === undefined;
    return [{ ...judged, judgement, release: release.id, range, outcome, isCited, isHeld }];
  });
}
