import type { FaultWords, Words } from "../shared/words.ts";

/** Why a file is no graph. */
export const ERRORS: Words<"not-graph"> = {
  "not-graph": "file is neither a SavedModel nor a graph, nor what Keras says of one · {found}",
};

/** Codes of {@link FAULTS}. */
export type FaultCode = "bad-wire" | "too-deep";

/** What is wrong with a graph. */
export const FAULTS: FaultWords<FaultCode> = {
  "bad-wire": ["error", "{what}", "damage"],
  "too-deep": ["error", "graphs and functions lie in each other too deeply · at most {limit} levels", "damage"],
};

/** What is left out. */
export const GAPS: Words<"unlisted" | "cut-text"> = {
  unlisted: "{count} operators are not listed · {kept} different ones are",
  "cut-text": "{count} texts are longer than is read · at most {limit} bytes",
};
