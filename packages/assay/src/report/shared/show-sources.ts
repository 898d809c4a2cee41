/** Sources of a known release by their numbers: an address is too long to stand beside an answer. */

import type { ShowDocument, ShownSource } from "../../model/documents.ts";

/** "source 2, 5": where evidence stands; nothing where there is none. */
export function citeSources(ids: readonly string[], { evidence, sources }: ShowDocument): string {
  const keys = evidence.filter(({ id }) => ids.includes(id)).map(({ args }) => args.source);
  const numbers = sources.flatMap(({ id }, index) => (keys.includes(id) ? [index + 1] : []));
  return numbers.length === 0 ? "" : `source ${numbers.join(", ")}`;
}

/** " (source 2, 5)". */
export function citeAside(ids: readonly string[], document: ShowDocument): string {
  const words = citeSources(ids, document);
  return words === "" ? "" : ` (${words})`;
}

/** Evidence whose place is the number of its source. */
export function placeBySource({ evidence, sources }: ShowDocument): ShowDocument["evidence"] {
  return evidence.map((one) => {
    const number = sources.findIndex(({ id }) => id === one.args.source) + 1;
    return number === 0 ? one : { ...one, at: { path: `source ${number}` } };
  });
}

/** "3 README of Llama 2, Meta: meta-llama/llama@689c7f2:README.md". */
export function describeSource({ title, at, on }: ShownSource, index: number): string {
  const short = at.replace(/@([0-9a-f]{7})[0-9a-f]{33}:/, "@$1:");
  return `${index + 1} ${title}${on === undefined ? "" : `, ${on}`}: ${short}`;
}
