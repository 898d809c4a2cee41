/** What a check says of one thing: it fails the policy, it leaves it open, or it is merely told. */

/** How much a sentence weighs. */
export type Weight = "fails" | "open" | "note";

/** A sentence and its weight. */
export type Sentence = readonly [Weight, string];
