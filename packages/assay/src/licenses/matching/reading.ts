/** A text as it is compared with licences, and stretches of it. */

import type { Tokens } from "./tokens.ts";

/** A text as it is compared. */
export interface Reading {
  /** The text as it stands in the file, and as whoever reads it sees it: of one length, so that places are the same. */
  readonly original: string;
  readonly text: string;
  readonly tokens: Tokens;
  /** Number of each token in the index; -1 for one that stands in no text of it. */
  readonly numbers: Int32Array;
}

/** A stretch in which both differ: tokens of the text, and tokens of the licence. Ends are exclusive. */
export interface Hunk {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
  /** Why it changes nothing; absent where it may. */
  readonly why?: string;
}

/** A part of the text, by its tokens. */
export interface Part {
  readonly from: number;
  readonly to: number;
}
