/** What a form is: a way in which opcodes import a callable and call it. */

import type { Random } from "../../../../packages/assay/test/fuzz/mutate.ts";
import type { Piece } from "../../../../packages/assay/test/support/pickle.ts";
import type { Gadget } from "../gadgets.ts";

/** What stands in front of a form. */
export interface Before {
  readonly random: Random;
  /** Entries of the memo, which are 0, 1, 2 and so on; fewer than 200. */
  readonly memo: number;
}

/** A way to import and call. */
export interface Form {
  readonly id: string;
  /** Protocols at which loaders take it so. */
  readonly protocols: readonly number[];
  /** Set where it wants a name of Python 2. */
  readonly isOld?: true;
  write(gadget: Gadget, before: Before): Piece;
}
