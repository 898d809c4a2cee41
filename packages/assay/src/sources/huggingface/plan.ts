/**
 * Which files of a repository are fetched: as few as answer the questions. A file that is not planned is listed. The plan
 * follows from paths and sizes alone, so that the same repository gives the same assessment.
 */

import type { TreeFile } from "./api.ts";

/** Requests in all for one repository, and for one whose weights are in more shards than these. */
const MOST_REQUESTS = 12;
const MOST_REQUESTS_MANY = 14;
const FEW_SHARDS = 4;

/** Headers that are read of many shards; the rest says the same kind of thing. */
const MOST_HEADERS = 6;

/** Bytes in all, API included. */
const MOST_BYTES = 2_000_000;

/** Bytes set aside for the API's answers and for headers that are longer than one window. */
const RESERVE = 300_000;

/** Bytes of a header's first window: a shard of a model of some billion parameters has a header of 30 KB. */
export const WINDOW: number = 96 << 10;

/** Weights up to this size are fetched whole: then their digest is measured. */
const SMALL_WEIGHTS = 96 << 10;

/** Longest text that is fetched; a licence has 60 KB at most, an index of 400 shards 300 KB. */
const LONGEST_TEXT = 512 << 10;

/** What is fetched of a file. */
export type Share = "whole" | "header";

/** What is fetched, by path. */
export interface Plan {
  readonly shares: ReadonlyMap<string, Share>;
  /** Weights whose headers stay unread. */
  readonly unread: readonly string[];
}

/** What a plan has to know besides the files. */
export interface Situation {
  readonly kind: "model" | "dataset";
  /** Requests that were made already. */
  readonly spent: number;
  /** Whether the hub's API says what the configuration says; each request for that file counts as a download. */
  readonly hasConfig: boolean;
}

const TEXT = /(?:^|\/)[^/.]+$|\.(?:md|markdown|txt|rst|html?|tex|ya?ml|json|jsonl|toml|cff|csv|tsv)$/i;

/** Files whose requests the hub counts as downloads (hub-docs, "Models Download Stats"). */
const COUNTED = /(?:^|\/)(?:config|adapter_config|model_index|hyperparams|params|meta)\.(?:json|ya?ml)$|\.gguf$/i;

/** Ranks of texts, most telling first; what has none is not fetched. */
const RANKS: readonly RegExp[] = [
  /^release\.json$/,
  /^readme(?:\.md|\.markdown|\.txt)?$/i,
  /^[^/]*(?:licen[cs]e|copying|notice|terms|polic(?:y|ies)|agreement)[^/]*$/i,
  /\.index\.json$/i,
  /^[^/]*(?:model|data|system)[-_ ]?(?:card|sheet)[^/]*$|(?:^|\/)(?:datasheet|data[-_]?card)[^/]*$/i,
  /(?:^|\/)(?:trainer[-_]state|train(?:ing)?[-_](?:args|config|arguments)|hyper[-_]?parameters)\.\w+$/i,
  /(?:^|\/)(?:tech(?:nical)?[-_]?report|(?:[^/]*[-_])?paper|sample[-_]?(?:outputs?|generations?))\.\w+$/i,
  /(?:^|\/)[^/]*(?:results?|scores|metrics)[^/]*\.(?:json|md|csv)$/i,
  /(?:^|\/)[^/]*(?:licen[cs]e|copying)[^/]*$/i,
  /^(?:citation\.cff|package\.json|pyproject\.toml)$/i,
  /(?:^|\/)(?:generation_config|tokenizer_config|modules|config_sentence_transformers)\.json$/i,
];

/** Data and code, where the repository is a data set or has nothing better. */
const DATA =
  /^(?:data|datasets?|corpus)\/.*\.(?:txt|csv|tsv|jsonl|ndjson)$|^[^/]*(?:train|test|eval|valid|dev)[^/]*\.(?:txt|csv|tsv|jsonl|ndjson)$/i;
const CODE =
  /(?:^|\/)(?:train|generate|inference|eval(?:uate)?|model(?:ing\w*)?|prepare[-_]data|preprocess\w*)\.(?:py|ts|js)$/i;

const WEIGHTS = /\.safetensors$/i;

/** Makes the plan. */
export function planFiles(files: readonly TreeFile[], situation: Situation): Plan {
  const weights = files.filter(({ path }) => WEIGHTS.test(path));
  const isMany = weights.length > FEW_SHARDS;
  const left = {
    requests: (isMany ? MOST_REQUESTS_MANY : MOST_REQUESTS) - situation.spent,
    bytes: MOST_BYTES - RESERVE,
  };
  const shares = new Map<string, Share>();
  const take = (path: string, bytes: number, share: Share): void => {
    if (left.requests < 1 || left.bytes < bytes) return;
    left.requests -= 1;
    left.bytes -= bytes;
    shares.set(path, share);
  };
  const texts = rankTexts(files, situation);
  // The card, the licences and the index say what the headers mean; the headers come before all the rest.
  const [first, rest] = [texts.filter(({ rank }) => rank <= FIRST), texts.filter(({ rank }) => rank > FIRST)];
  const most = Math.max(1, left.requests - Math.min(weights.length, FEW_SHARDS));
  for (const { file } of first.slice(0, most)) take(file.path, file.size, "whole");
  for (const { path, size } of weights.slice(0, isMany ? MOST_HEADERS : FEW_SHARDS)) {
    if (size <= SMALL_WEIGHTS) take(path, size, "whole");
    else take(path, WINDOW, "header");
  }
  for (const { file } of [...first.slice(most), ...rest]) take(file.path, file.size, "whole");
  return { shares, unread: weights.flatMap(({ path }) => (shares.has(path) ? [] : [path])) };
}

/** Last rank that is fetched before headers: the indexes of weights. */
const FIRST = 3;

interface Ranked {
  readonly file: TreeFile;
  readonly rank: number;
}

function rankTexts(files: readonly TreeFile[], situation: Situation): readonly Ranked[] {
  const ranked = files.flatMap((file): readonly Ranked[] => {
    const rank = rankOf(file, situation);
    return rank < 0 ? [] : [{ file, rank }];
  });
  const depth = ({ file }: Ranked): number => file.path.split("/").length;
  return ranked.sort((a, b) => a.rank - b.rank || depth(a) - depth(b) || (a.file.path < b.file.path ? -1 : 1));
}

function rankOf({ path, size }: TreeFile, { kind, hasConfig }: Situation): number {
  if (size === 0 || size > LONGEST_TEXT) return -1;
  if (COUNTED.test(path)) return !hasConfig && path === "config.json" ? FIRST + 1 : -1;
  const rank = TEXT.test(path) ? RANKS.findIndex((names) => names.test(path)) : -1;
  if (rank >= 0) return rank;
  if (DATA.test(path)) return kind === "dataset" ? FIRST + 1 : RANKS.length;
  return CODE.test(path) ? RANKS.length + 1 : -1;
}
