/** A member of a ZIP archive as one reader of several takes it. */

/** One reading of one member. */
export interface ZipPart {
  readonly name: string;
  /** In bytes; of a name longer than `LONGEST_NAME` the middle is left out. */
  readonly nameLength: number;
  /** As the directory or the header states them (4.4.4, 4.4.5). */
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packed: number;
  readonly size: number;
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
