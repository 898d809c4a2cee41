/** Names of models that others have made: who names one of them may speak of somebody else's work. */

import type { Release } from "../../model/types.ts";
import { flattenName, listOwnNames } from "./own-names.ts";

/** Families of models, and anything with a size in billions or millions behind its name. Words that mean something else, too, end there. */
const FAMILY =
  /\b(?:(?:chat)?gpt|o[134]-|llama|mistral|mixtral|qwen|gemma|gemini|claude|falcon|bloom|opt-|phi-|deepseek|yi-|baichuan|(?:chat)?glm|internlm|olmo|pythia|mpt-|vicuna|alpaca|palm(?!\p{L})|t5|bert|roberta|grok|kimi|minimax|minicpm|stablelm|starcoder|codegen|whisper|clip(?!\p{L})|dinov?\d?(?!\p{L})|sam(?!\p{L})|granite|dbrx|nemotron|command(?:[- ]r|-a)(?!\p{L}))|\p{L}[-_ ]?\d+(?:\.\d+)?[BM]\b/iu;

/** Whether words name a model that is not among these names. */
export function namesAnother(words: string, own: readonly string[]): boolean {
  const name = flattenName(words);
  return FAMILY.test(words) && !own.some((known) => name.includes(known));
}

/** Whether words name a model that is not the release's. */
export function isForeignName(release: Release, words: string): boolean {
  return namesAnother(words, listOwnNames(release));
}
