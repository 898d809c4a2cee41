/** A member of a ZIP archive as one reader of several takes it. */

import type { ZipStated } from "./zip-stated.ts";

/** One reading of one member. */
export interface ZipPart extends ZipStated {
  /** Mode of a Unix; 0 where none is stated. */
  readonly mode: number;
  /** Where its header stands, and its bytes. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** `unlisted`: no directory names it. `header`: it is listed, and its own header says otherwise. */
  readonly by: "directory" | "header" | "unlisted";
  /** Set where its header was not read, so that its bytes lie somewhere from `at` to where the next member begins. */
  readonly isAssumed?: true;
}
