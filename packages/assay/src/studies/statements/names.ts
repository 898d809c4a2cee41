/** Under which names a release goes in its own sentences, and which names are of other models. */

import type { Release } from "../../model/types.ts";
import { namesAnother } from "../shared/families.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";

/** Tells names apart in the words of a sentence. */
export interface Names {
  /** Whether words name the release. */
  isOwn(words: string): boolean;
  /** Whether words name somebody who publishes it. */
  isPublisher(words: string): boolean;
  /** Whether words name a model that is not the release. */
  isForeign(words: string): boolean;
}

/** A name that is the beginning of the release's own: `OLMo` of `OLMo-core`. Shorter ones begin words by chance. */
const SHORTEST_BEGINNING = 4;
/** Longer names of a release begin longer names of its models: `MiniCPM`, `MiniCPM4.1-8B`. */
const SHORTEST_NAME = 2;

/** Words of names that name nothing. */
const COMMON: ReadonlySet<string> = new Set(
  "open model models language large data code text base small instruct chat card readme main release meta home demo test docs final".split(
    " ",
  ),
);

/** Opens the names of a release, with the titles of the page on which a sentence stands. */
export function openNames({
  release,
  titles,
}: {
  readonly release: Release;
  readonly titles: readonly string[];
}): Names {
  const { origins, manifest } = release;
  const told = [...origins.map(({ target }) => lastPart(target)), manifest?.name ?? "", ...titles.map(bareTitle)];
  const given = [...told, ...told.map(withoutSize)];
  const own = [
    ...new Set([
      ...given.map(flattenName),
      ...listOwnNames(release).filter((name) => given.length > 0 && name.length > 3),
    ]),
  ].filter((name) => name.length >= SHORTEST_NAME && !COMMON.has(name));
  const owners = origins.map(({ target }) => flattenName(ownerOf(target))).filter((name) => name.length >= 3);
  const isOwn = (words: string): boolean => listRuns(words).some((run) => own.some((name) => isOf(run, name)));
  const isPublisher = (words: string): boolean =>
    listRuns(words).some((run) => owners.some((owner) => run.flat === owner));
  return {
    isOwn,
    isPublisher,
    isForeign: (words) => !isOwn(words) && !isPublisher(words) && (namesAnother(words, own) || hasName(words)),
  };
}

/** Capital letters inside of a word, or a number behind letters: it is a name, if not one of these. */
const NAME = /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Ll}\p{N}]*[\p{Lu}\p{N}][\p{L}\p{N}.-]*|\p{Lu}\p{Ll}+-\d[\p{L}\p{N}.-]*)/gu;
const NO_NAME =
  /^(?:[SMV]?LLMs?|V?LMs?|MLLMs?|SLMs?|MoE|AI|NLP|ML|GPUs?|CPUs?|API|[\d.]+[BMKT]|OCR|ASR|TTS|MCP|RAG|SOTA|RL|RLHF|SFT|VL|USA?|EU|UK|OSI|OSAID|MOF|GitHub|HuggingFace|ModelScope|FP8|INT[48]|BF16|MIT|Q[A&]?|PyTorch|arXiv|Open.*)$/i;

function hasName(words: string): boolean {
  return (words.match(NAME) ?? []).some((name) => !NO_NAME.test(name) && !/^\d/.test(name));
}

interface Run {
  readonly flat: string;
  readonly raw: string;
}

function isOf({ flat, raw }: Run, name: string): boolean {
  if (COMMON.has(flat)) return false;
  if (flat === name) return true;
  if (flat.length >= SHORTEST_BEGINNING && name.startsWith(flat) && /\p{Lu}/u.test(raw)) return true;
  if (!flat.startsWith(name)) return false;
  // "Yi-9B" goes by the name Yi and "Yield" does not.
  return name.length > SHORTEST_BEGINNING || !/^\p{L}/u.test(raw.slice(name.length));
}

/** Words looked at; a sentence that names more is a list. */
const MOST_WORDS = 60;

/** Each word, and each two and three in a row. */
function listRuns(words: string): readonly Run[] {
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}.+_/-]*/gu)?.slice(0, MOST_WORDS) ?? [];
  return all.flatMap((_, index) =>
    [1, 2, 3].map((length) => {
      const raw = all.slice(index, index + length).join(" ");
      return { raw, flat: flattenName(raw) };
    }),
  );
}

function lastPart(target: string): string {
  return splitTarget(target).at(-1) ?? "";
}

function ownerOf(target: string): string {
  return splitTarget(target).at(-2) ?? "";
}

function splitTarget(target: string): readonly string[] {
  return target
    .replace(/^[a-z]+:/, "")
    .replace(/@[^/]*$/, "")
    .split(/\/|__|--/)
    .filter((part) => part !== "");
}

/** `owl-7b-chat` → owl. */
function withoutSize(name: string): string {
  return name.replace(/[-_ ]?\d+(?:\.\d+)?[bm](?![\p{L}\p{N}]).*$/iu, "");
}

/** "Model Card for Owl 1B" → "Owl 1B"; a title of many words is a sentence. */
function bareTitle(title: string): string {
  const bare = title
    .replace(/<[^<>]{0,300}>|[*_`#]/g, " ")
    .replace(
      /^\s*(?:model|data ?set)?\s*card\s*(?:for|[:-]|of)?\s*|\s*(?:model|data ?set)\s*card\s*$|^\s*(?:introduction|welcome)(?: to)?\s*|\s*:.*$/i,
      "",
    )
    .trim();
  return bare.split(/\s+/).length > 4 ? "" : bare;
}
