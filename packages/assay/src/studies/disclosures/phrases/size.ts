/** What sentences disclose of the size of a model. */

import { readScaled } from "../numbers.ts";
import type { Phrase } from "../phrase.ts";

const FIGURE = "(?<![\\d.,-])(\\d{1,4}(?:\\.\\d{1,3})?) ?(B|M|T|bn|billion|million|trillion)";

/** Words of a comparison, of a part, or of what a reader may do. */
const OTHERWISE =
  /\b(?:outperform\w*|compar\w+|than|other models?|larger|smaller|distil\w+|rival\w*|at the request|up to|you|your|reward model|adapter|lora|trainable|encoder with|per token)\b/i;

/** Words of a family: its models have sizes of their own. */
const FAMILY = new RegExp(`${OTHERWISE.source}|\\b(?:rang\\w+|sizes?|variants?|family|series|suite)\\b`, "i");

/** Phrases about size. */
export const SIZE: readonly Phrase[] = [
  {
    claim: "model-size.described",
    says: new RegExp(`${FIGURE}[- ](?:(?:total|model|learnable) )?param(?:eter)?s?\\b`, "i"),
    unless: OTHERWISE,
  },
  {
    claim: "parameters.stated",
    says: new RegExp(`${FIGURE}[- ](?:(?:total|model|learnable) )?param(?:eter)?s?\\b`, "gi"),
    unless: FAMILY,
    read: ([, figure = "", scale]) => readScaled(figure, scale),
  },
  {
    claim: "parameters-active.stated",
    says: new RegExp(`${FIGURE}[- ](?:activated|active) param(?:eter)?s?\\b`, "gi"),
    unless: FAMILY,
    read: ([, figure = "", scale]) => readScaled(figure, scale),
  },
];
