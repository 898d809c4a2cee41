/** Something that is due: who has to do what until when. */

import type { Day, Id } from "../model/books.ts";

/** A finding of the self-check. It is no fault of the books: they are true, and somebody is late. */
export interface DueFinding {
  readonly code: string;
  readonly path: string;
  readonly owner: Id;
  readonly due: Day;
  readonly message: string;
}
