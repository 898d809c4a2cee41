/** A way in which a sentence discloses something. */

import type { SectionKind } from "../sections/classify.ts";

/** What a sentence has to say, and where, to answer a claim. */
export interface Phrase {
  readonly claim: string;
  readonly says: RegExp;
  /** Words that the sentence has to have besides, unless it stands in a section of `under`. */
  readonly near?: RegExp;
  readonly under?: ReadonlySet<SectionKind>;
  /** Words with which it says something else; `unlessNear` where they stand shortly before, or right behind. */
  readonly unless?: RegExp;
  readonly unlessNear?: RegExp;
  /** What it says, where that is more than yes. Several readings of one sentence are several answers. */
  readonly read?: (match: RegExpExecArray) => number | string | true | undefined;
  /** Set where the words say it by a negation: "not intended for". */
  readonly isNegative?: true;
  /** Set where it may be said of anything: whoever is named, it is about the release. */
  readonly isOfAnybody?: true;
}

/** Kinds as a set. */
export function under(...kinds: readonly SectionKind[]): ReadonlySet<SectionKind> {
  return new Set(kinds);
}
