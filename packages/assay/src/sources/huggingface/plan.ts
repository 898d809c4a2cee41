/** Which files are asked for: decided from paths and sizes alone, the same for the same list, within a few requests. */

import type { Entry } from "./tree.ts";

/** A file that is asked for when it is read: whole, or the first so many bytes and what a reader needs beyond them. */
export interface Planned {
  readonly path: string;
  readonly how: "whole" | "header";
  /** Bytes of the first request. */
  readonly window: number;
}

/** What is asked for; every other file is known by name, size and digest. */
export interface Plan {
  /** By path. */
  readonly planned: ReadonlyMap<string, Planned>;
  /** Headers of weights that are more than are asked for. */
  readonly headersLeft: number;
}

/** What a plan rests on besides the list. */
export interface Ground {
  readonly kind: "model" | "dataset";
  /** Whether the host's answer tells what the configuration says. */
  readonly hasConfig: boolean;
  /** Whether a scan asks: then what loaders unpickle is asked for beside everything else. */
  readonly isScan?: boolean;
}

/**
 * Requests for files beside the two for the repository and its list: 12 for a model in up to 4 files of weights, 14 for any
 * other. Whoever is unknown to the hub may make 3,000 of them in five minutes (hub-docs, rate-limits.md).
 */
const REQUESTS = { few: 10, many: 12 };

/** Files of weights up to which each is looked into, and most headers of a model in more files than that. */
const FEW_SHARDS = 4;
const MOST_HEADERS = 6;

/** Bytes of all first requests together: with the answers about the repository some 2 MB. */
const MOST_BYTES = 1_700_000;

/** Files up to a mebibyte are read whole wherever they lie; larger ones are no documents, and weights by their header. */
const WHOLE = 1 << 20;

/** Longest of the other texts and of data: a licence has 60 kB at most, a split that a person looks at no more than this. */
const LONGEST_OTHER = 256 << 10;

/** A header of a model of 8 billion parameters has some 35 kB; that of a mixture of experts in one file a few hundred. */
const WINDOW = { least: 64 << 10, usual: 128 << 10, most: 256 << 10 };

/** An entry of a header is about twice as long as that of an index (name, type, shape and offsets; name and file). */
const HEADER_PER_INDEX = 2;

/** Files whose requests the hub counts as downloads (hub-docs, models-download-stats.md; tasks, model-libraries.ts). */
const COUNTED =
  /(?:^|\/)(?:config\.json|config\.yaml|hyperparams\.yaml|params\.json|meta\.yaml|adapter_config\.json|model_index\.json)$/;

/** Names of files, by what they tell. */
const RIGHTS =
  /^(?:li[cs]en[cs]e|licen[cs]ing|copying|copyright|notice|disclaimer|addendum|terms|legal|agreement|eula|.*(?:use|usage)[-_ ]?polic(?:y|ies)|.*[-_]licen[cs]e)/i;
const CARD = /^(?:(?:model|system|data|dataset)[-_ ]?card|data[-_ ]?sheet|readme|croissant)/i;
const TRAINING = /^(?:train(?:ing|er)?|pretrain|fine[-_]?tun\w*|sft|dpo|recipe|hyper[-_]?param\w*)(?:[-_.]|$)/i;
const REPORT = /^(?:tech(?:nical)?[-_ ]?report|(?:.*[-_])?paper|sample[-_ ]?(?:outputs?|generations?))\b/i;
const RESULTS = /(?:^|\/)(?:\.?eval\w*|results?|benchmarks?)\/|(?:results?|scores|metrics|eval(?:uation)?)[^/]*$/i;
const USE = /^(?:generation_config|tokenizer_config|modules|chat_template|requirements|pyproject|package|citation)\./i;

/** Tables of tokens: texts by their endings, and tables of words to whoever reads them. */
const TOKENS = /^(?:merges|vocab|vocabulary|tokenizer|added_tokens|special_tokens_map)\./i;

/** Names of texts by their endings. */
const PROSE = /^[^.]+$|\.(?:md|markdown|rst|txt|adoc|html?|tex|cff|bib)$/i;
const SETTINGS = /\.(?:json|ya?ml|toml|ini|cfg)$/i;
const DATA = /\.(?:csv|tsv|jsonl|ndjson)$/i;
const CODE = /\.(?:py|sh|js|ts|rs|cpp|cu|c|h|ipynb|jinja)$/i;

/** A path and its last segment. */
interface Name {
  readonly path: string;
  readonly name: string;
}

/** What a file is asked for as, first things first. */
interface Kind {
  readonly is: (file: Name, ground: Ground) => boolean;
  /** Most files of the kind: more would leave nothing for the others. */
  readonly most: number;
  /** Longest file of the kind. */
  readonly longest: number;
}

const isWords = (name: string): boolean => PROSE.test(name) || SETTINGS.test(name);

const FIRST: readonly Kind[] = [
  { most: 1, longest: WHOLE, is: ({ path }) => path === "release.json" },
  { most: 1, longest: WHOLE, is: ({ path }) => /^readme(?:\.md)?$/i.test(path) },
  { most: 3, longest: WHOLE, is: ({ name }) => RIGHTS.test(name) && PROSE.test(name) },
  { most: 2, longest: WHOLE, is: ({ name }) => name.endsWith(".index.json") },
  { most: 1, longest: WHOLE, is: ({ path }, { kind }) => kind === "model" && path === "config.json" },
  { most: MOST_HEADERS, longest: Number.POSITIVE_INFINITY, is: ({ name }) => isWeights(name) },
];

const OTHERS: readonly (Kind["is"] | [most: number, is: Kind["is"]])[] = [
  [3, ({ name }) => CARD.test(name) && isWords(name)],
  [2, ({ name }) => TRAINING.test(name) && (isWords(name) || CODE.test(name))],
  [2, ({ name }) => REPORT.test(name) && isWords(name)],
  [2, ({ path, name }) => RESULTS.test(path) && (isWords(name) || DATA.test(name))],
  ({ name }) => USE.test(name) && isWords(name),
  ({ name }, { kind }) => kind === "dataset" && DATA.test(name),
  ({ name }) => PROSE.test(name) && !TOKENS.test(name),
  ({ name }) => SETTINGS.test(name) && !TOKENS.test(name),
  ({ name }) => CODE.test(name),
  ({ name }) => DATA.test(name) || TOKENS.test(name),
];

const KINDS: readonly Kind[] = [
  ...FIRST,
  ...OTHERS.map((other): Kind => {
    const [most, is] = Array.isArray(other) ? other : [REQUESTS.many, other];
    return { most, is, longest: LONGEST_OTHER };
  }),
];

const WEIGHTS = 5;

function isWeights(name: string): boolean {
  return /\.safetensors$/i.test(name);
}

/** An entry with its place in the order of asking. */
interface Ranked {
  readonly entry: Entry;
  readonly rank: number;
}

/** Makes the plan. */
export function planFiles(entries: readonly Entry[], ground: Ground): Plan {
  const weights = entries.filter(({ path }) => isWeights(path)).length;
  const window = windowFor(entries, weights);
  const planned = new Map<string, Planned>();
  const taken = KINDS.map(() => 0);
  let requests = weights <= FEW_SHARDS ? REQUESTS.few : REQUESTS.many;
  let bytes = MOST_BYTES;
  for (const { entry, rank } of rankAll(entries, ground)) {
    const next = planOne(entry, rank, window);
    if (next === null || next.window > bytes || requests === 0) continue;
    if ((taken[rank] ?? 0) >= (KINDS[rank]?.most ?? 0)) continue;
    taken[rank] = (taken[rank] ?? 0) + 1;
    requests -= 1;
    bytes -= next.window;
    planned.set(entry.path, next);
  }
  const headersLeft = weights - (taken[WEIGHTS] ?? 0);
  return ground.isScan === true ? addUnpickled(entries, planned, headersLeft) : { planned, headersLeft };
}

/** Files that loaders unpickle, by their names; a scan of one takes some four requests. */
const UNPICKLED = /\.(?:bin|pt|pth|ckpt|pkl|pickle|joblib|dill|npz|npy|pdparams)$/i;
const MOST_UNPICKLED = 100;

/** Bytes of the first request for one: the pickle of a model of some hundred tensors stands in front of its data. */
const UNPICKLED_WINDOW = 256 << 10;

/** Adds what a scan has to see; what is more than the most is left like headers of weights. */
function addUnpickled(entries: readonly Entry[], planned: ReadonlyMap<string, Planned>, headersLeft: number): Plan {
  const wanted = entries.filter(({ path }) => UNPICKLED.test(path) && !planned.has(path));
  const ordered = wanted.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const added = ordered.slice(0, MOST_UNPICKLED).map(({ path, size }): [string, Planned] => {
    const isWhole = size <= UNPICKLED_WINDOW;
    return [path, { path, how: isWhole ? "whole" : "header", window: isWhole ? size : UNPICKLED_WINDOW }];
  });
  return {
    planned: new Map([...planned, ...added]),
    headersLeft: headersLeft + ordered.length - added.length,
  };
}

function planOne({ path, size }: Entry, rank: number, window: number): Planned | null {
  if (size > (KINDS[rank]?.longest ?? 0)) return null;
  return size > WHOLE ? { path, how: "header", window } : { path, how: "whole", window: size };
}

/** The files of a kind together, outermost first, then by path. Files that are no kind's are not asked for. */
function rankAll(entries: readonly Entry[], ground: Ground): readonly Ranked[] {
  const ranked = entries.flatMap((entry) => {
    const rank = isWithheld(entry, ground) ? -1 : rankOf(entry.path, ground);
    return rank < 0 ? [] : [{ entry, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || depth(a) - depth(b) || (a.entry.path < b.entry.path ? -1 : 1));
}

/** What the host's answer says already is not asked for again. */
function isWithheld({ path }: Entry, { kind, hasConfig }: Ground): boolean {
  return kind === "model" && hasConfig && COUNTED.test(path);
}

function rankOf(path: string, ground: Ground): number {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return KINDS.findIndex(({ is }) => is({ path, name }, ground));
}

function depth({ entry }: Ranked): number {
  return entry.path.split("/").length;
}

/** How much of a file of weights is asked for at first: what the sizes of indexes let expect of a header. */
function windowFor(entries: readonly Entry[], weights: number): number {
  const indexes = entries.filter(({ path }) => path.endsWith(".safetensors.index.json"));
  if (indexes.length === 0 || weights === 0) return WINDOW.usual;
  const expected = (indexes.reduce((sum, { size }) => sum + size, 0) / weights) * HEADER_PER_INDEX;
  return Math.min(Math.max(roundUp(expected), WINDOW.least), WINDOW.most);
}

/** Whole windows of the least size, so that a plan does not hang on single bytes. */
function roundUp(bytes: number): number {
  return Math.ceil(bytes / WINDOW.least) * WINDOW.least;
}
