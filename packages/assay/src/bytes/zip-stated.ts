/** What the directory of a ZIP archive and the header of a member both state of it (PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.12). */
export interface ZipStated {
  readonly name: string;
  /** In bytes; of a name longer than `LONGEST_NAME` the middle is left out. */
  readonly nameLength: number;
  /** 4.4.4. */
  readonly flags: number;
  /** 4.4.5. */
  readonly method: number;
  readonly crc32: number;
  readonly packed: number;
  readonly size: number;
}
