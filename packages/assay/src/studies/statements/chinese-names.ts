/** Names and nouns in Chinese sentences, which no space sets apart. */

import type { OpenPart } from "../../model/statements.ts";
import { NOUNS_ZH } from "./chinese-words.ts";
import type { Names } from "./names.ts";

/** The parts that words name, each stretch between marks by its most special noun. */
export function partsIn(words: string): readonly OpenPart[] {
  const found = words.split(/[、和与及以]|,/u).flatMap((one) => NOUNS_ZH.find(([, noun]) => noun.test(one))?.[0] ?? []);
  return [...new Set(found)];
}

/** Licences and places that are no names of models. */
const NO_NAMES =
  /Apache(?:[- ]License)?[- ]?2\.0|MIT|BSD[-\w]*|CC[- ]BY[-\w.]*|Hugging ?Face|ModelScope|GitHub|Gitee|WiseModel|(?<![\p{Script=Latin}])(?:Base|Chat|Instruct|prompt|SFT|checkpoints?|tokenizer)(?![\p{Script=Latin}])|(?<![\p{Script=Latin}\d-])\d+(?:\.\d+)?[BMT](?![\p{Script=Latin}\d])/giu;

/** What is written in Latin letters: names, which Chinese words stand beside without a space. */
export function latinOf(words: string): string {
  return words
    .replace(NO_NAMES, " ")
    .replace(/[^\p{Script=Latin}\p{N}.+_/-]+/gu, " ")
    .trim();
}

/** What is written in Chinese. */
export function hanOf(words: string): string {
  return words.replace(/\P{Script=Han}/gu, "");
}

/** Whether words name the release or its publisher. */
export function isNamed(words: string, names: Names): boolean {
  const latin = latinOf(words);
  return latin !== "" && (names.isOwn(latin) || names.isPublisher(latin));
}
