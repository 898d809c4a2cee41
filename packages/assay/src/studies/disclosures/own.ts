/** Whose figure it is: which model a sentence speaks of. */

import type { Release } from "../../model/types.ts";
import { flattenName, listOwnNames } from "../shared/own-names.ts";

/**
 * Names of families of models with what follows them, and any name with its size behind a hyphen. A number alone is none:
 * "on 300B tokens".
 */
const NAME =
  /(?<![\p{L}\p{N}])(?:(?:chat)?gpt|o[134]-|code ?llama|llama|mistral|mixtral|ministral|qwen|qwq|(?:code)?gemma|gemini|claude|falcon|bloomz?\b|opt-|phi-|deepseek|yi-|baichuan|(?:chat)?glm|internlm|olmo|pythia|mpt-|vicuna|alpaca|palm\b|chinchilla|gopher\b|t5\b|flan-|(?:ro|de|distil|al)?bert[a\b-]|grok|kimi|minimax|minicpm|stablelm|stable diffusion|starcoder|codegen|whisper|granite|dbrx|nemotron|tinyllama|smollm|openelm|cerebras|redpajama-incite|gpt-neox|dall-?e|imagen|vit-|midas|zoedepth|(?!laion|lvd|datacomp|yfcc|coyo|redpajama|step)[\p{L}][\p{L}\d.]{2,20}-\d{1,4}(?:\.\d{1,2})?[bm](?![\p{L}\p{N}]))[\p{L}\p{N}.-]{0,30}(?: v?\d(?:\.\d{1,2})?(?![\p{L}\p{N}.%]))?/giu;

/** How a release is called, as names are compared, and the version that a document speaks of most. */
export interface OwnNames {
  readonly names: readonly string[];
  /** `llama2` in a card on Llama 2: of a family, another version is another model. */
  readonly version: string | null;
}

/** A family's name with the number of its version, and not with a size. */
const VERSION = /^\p{L}[\p{L} -]{0,20}?[ -]?v?(\d(?:\.\d{1,2})?)(?![\d.]{0,5}[bBmM](?![\p{L}]))(?!\d)/u;

/** Characters of a document in which its names are counted. */
const MOST_COUNTED = 200_000;

/** Names of the release and of a document's title, short ones too: they are held only against names of models. */
export function listNames(release: Release, title: string, content = ""): OwnNames {
  const last = release.origins.map(({ target }) => flattenName(target.split(/\/|__|--/).at(-1) ?? ""));
  const titled = [...title.matchAll(NAME)].map(([name]) => flattenName(name));
  const names = [...new Set([...listOwnNames(release, [title]), ...last, ...titled])].filter(
    (name) => name.length >= 2,
  );
  const counts = new Map<string, number>();
  for (const [name] of content.slice(0, MOST_COUNTED).matchAll(NAME)) {
    const version = versionOf(name);
    if (version !== null && names.some((known) => isPrefix(version, known)))
      counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return { names, version: most?.[0] ?? null };
}

function versionOf(name: string): string | null {
  const match = VERSION.exec(name);
  return match === null ? null : flattenName(match[0]);
}

function isPrefix(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Whether a name of a model is one of the release's, as far as the shorter of the two reaches. */
export function isOwn(name: string, { names, version }: OwnNames): boolean {
  const flat = flattenName(name);
  if (!names.some((known) => isPrefix(flat, known))) return false;
  const other = versionOf(name);
  const isFamily = version !== null && other !== null && familyOf(other) === familyOf(version);
  return !isFamily || isPrefix(other, version);
}

function familyOf(name: string): string {
  return name.replace(/\d.*$/, "");
}

/** Whether what stands at a place of a sentence is said of another model: the nearest name before it is not the release's. */
export function isOfAnother(words: string, index: number, own: OwnNames): boolean {
  const names = [...words.matchAll(NAME)];
  if (names.length === 0) return false;
  const before = names.findLast((match) => match.index < index);
  if (before !== undefined) return !isOwn(before[0], own);
  // "15T tokens, as Llama 3 was": whoever is named alone is meant.
  return !names.some(([name]) => isOwn(name, own));
}

/** Whether words name another model and none of the release's. */
export function namesOnlyOthers(words: string, own: OwnNames): boolean {
  const names = [...words.matchAll(NAME)];
  return names.length > 0 && !names.some(([name]) => isOwn(name, own));
}
