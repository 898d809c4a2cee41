/** What a data set's card says of its configurations and splits (hub-docs, "Dataset Cards", `dataset_info`). */

import type { DatasetFact, Field, SplitFact } from "../../model/facts.ts";

/**
 * Where the parts stand, with groups `config`, `key` and, in a split, `split`. A front matter holds one configuration or
 * a list of them, and splits in a list; the older `dataset_infos.json` holds both under their names.
 */
export const CARD_INFO: RegExp = /^\/dataset_info(?:\/(?<config>\d+))?\/(?:splits\/(?<split>\d+)\/)?(?<key>[a-z_]+)$/;
/** The same in `dataset_infos.json`. */
export const INFOS: RegExp = /^\/(?<config>[^/]+)\/(?:splits\/(?<split>[^/]+)\/)?(?<key>[a-z_]+)$/;

/** One configuration while it is collected: its own fields and those of its splits, by key. */
interface Draft {
  readonly own: Map<string, Field>;
  readonly splits: Map<string, Map<string, Field>>;
}

/** The configurations that state a split or a size, in file order. */
export function describeDataset(fields: ReadonlyMap<string, Field>, pattern: RegExp): readonly DatasetFact[] {
  const drafts = new Map<string, Draft>();
  for (const [pointer, field] of fields) {
    const { config = "", split, key = "" } = pattern.exec(pointer)?.groups ?? {};
    if (key === "") continue;
    const draft = open(drafts, config, () => ({ own: new Map(), splits: new Map() }));
    const into = split === undefined ? draft.own : open(draft.splits, split, () => new Map<string, Field>());
    into.set(key, field);
  }
  return [...drafts]
    .map(finish)
    .filter(({ splits, downloadBytes, bytes }) => splits.length > 0 || downloadBytes || bytes);
}

function open<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

function finish([key, { own, splits }]: readonly [string, Draft]): DatasetFact {
  const named = own.get("config_name")?.value;
  const config = typeof named === "string" ? named : nameOf(key);
  const downloadBytes = countOf(own.get("download_size"));
  const bytes = countOf(own.get("dataset_size"));
  return {
    ...(config !== undefined && { config }),
    splits: [...splits].map(finishSplit),
    ...(downloadBytes && { downloadBytes }),
    ...(bytes && { bytes }),
  };
}

function finishSplit([key, fields]: readonly [string, ReadonlyMap<string, Field>]): SplitFact {
  const named = fields.get("name")?.value;
  const examples = countOf(fields.get("num_examples"));
  const bytes = countOf(fields.get("num_bytes"));
  const name = typeof named === "string" ? named : (nameOf(key) ?? "");
  return { name, ...(examples && { examples }), ...(bytes && { bytes }) };
}

/** A place in a list is no name. */
function nameOf(key: string): string | undefined {
  return /^\d*$/.test(key) ? undefined : key.replaceAll("~1", "/").replaceAll("~0", "~");
}

function countOf(field: Field | undefined): Field | undefined {
  return Number.isSafeInteger(field?.value) && Number(field?.value) >= 0 ? field : undefined;
}
