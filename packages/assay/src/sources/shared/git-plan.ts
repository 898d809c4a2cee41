/** Which files of a code repository are fetched: texts that say what it is, most telling first, in batches. */

/** Part of the name of a kept clone: raised when other files are planned. */
export const PLAN_VERSION = 2;

/** Files that are fetched at most. */
const MOST_FILES = 400;

/** Ranks of names, most telling first; a batch is fetched after the other until enough was. */
const BATCHES: readonly RegExp[] = [
  /^release\.json$|^(?:readme|[^/]*card)[^/]*$|(?:^|\/)[^/]*(?:licen[cs]e|copying|notice|disclaimer|addendum|terms|polic(?:y|ies)|agreement|restrictions?|eula|copyright)[^/]*$|(?:^|\/)(?:legal|terms|eula|[^/]*licen[cs]es?)\/[^/]*$|^(?:citation\.cff|package\.json|pyproject\.toml)$/i,
  /(?:^|\/)(?:readme[^/]*|[^/]*(?:model|data|system)[-_ ]?(?:card|sheet)[^/]*|[^/]*report[^/]*|(?:[^/]*[-_])?paper|sample[-_]?(?:outputs?|generations?))(?:\.(?:md|markdown|txt|tex|rst|html))?$|(?:^|\/)[^/]*(?:results?|scores|metrics)[^/]*\.(?:json|md|csv)$|(?:^|\/)(?:config|generation_config|train(?:ing)?[-_](?:args|config|arguments)|hyper[-_]?parameters)\.(?:json|ya?ml)$|(?:^|\/)requirements[^/]*\.txt$/i,
  /(?:^|\/)[^/]*(?:train|eval|model|generat|infer|predict|sampl|preprocess|prepare|tokeni[sz]|chat|benchmark|architecture|network)[^/]*\.(?:py|ts|js|mjs|rs|go|c|cc|cpp|jl|java)$|(?:^|\/)tokenizer\.json$/i,
  /^(?:data|datasets?|corpus)\/[^/]*\.(?:txt|csv|tsv|jsonl|ndjson)$|^(?:src|scripts?)\/[^/]*\.(?:py|ts|js|mjs|rs|go)$/i,
];

/** Folders of what others wrote, and of tests. */
const ASIDE = /(?:^|\/)(?:third[-_]?part(?:y|ies)|vendor(?:ed)?|node_modules|tests?|fixtures?)\//i;

/** Paths to fetch in batches; the paths within a batch lie outermost first. */
export function planBatches(paths: readonly string[]): readonly (readonly string[])[] {
  const left = new Set(paths.filter((path) => !ASIDE.test(path)));
  let room = MOST_FILES;
  return BATCHES.map((names) => {
    const batch = [...left]
      .filter((path) => names.test(path))
      .sort(byDepth)
      .slice(0, room);
    for (const path of batch) left.delete(path);
    room -= batch.length;
    return batch;
  });
}

function byDepth(a: string, b: string): number {
  return a.split("/").length - b.split("/").length || (a < b ? -1 : 1);
}
