/** The memo of a stream: index → value. Writers count up from 0; other indices are possible and cost more. */

/** Entries that are kept (8 bytes each); what is put beyond them is not known any more. */
export const MEMO_ENTRIES = 5_000_000;

/** Entries far beyond the others that are kept. */
const SPARSE_ENTRIES = 65_536;

/** Room at first, and bytes of a stream for each entry of it: the beginnings of many small files are tried. */
const FIRST = 64;
const MOST_FIRST = 2 ** 20;
const BYTES_PER_ENTRY = 8;

/** How far behind twice the count of entries an index still counts as near. */
const NEAR = 1024;

/** Values by index; 0 where none was put. */
export class Memo {
  #dense: Float64Array;
  readonly #sparse = new Map<number, number>();
  #isSparse = false;
  /** How many indices hold a value: the index that MEMOIZE uses next. */
  count = 0;
  /** Whether entries were not kept. */
  isFull = false;

  /** A memo for a stream of so many bytes: it has room for what honest writers put into one, and grows beyond. */
  constructor(bytes: number) {
    this.#dense = new Float64Array(Math.min(MOST_FIRST, Math.max(FIRST, Math.floor(bytes / BYTES_PER_ENTRY))));
  }

  put(index: number, value: number): void {
    if (index < this.#dense.length && !this.#isSparse) {
      if (this.#dense[index] === 0) this.count++;
      this.#dense[index] = value;
    } else this.#putFar(index, value);
  }

  /** The value, 0 where none was put. */
  get(index: number): number {
    const value = index < this.#dense.length ? (this.#dense[index] as number) : 0;
    return value === 0 && this.#isSparse ? (this.#sparse.get(index) ?? 0) : value;
  }

  #putFar(index: number, value: number): void {
    if (this.get(index) === 0) this.count++;
    if (index >= this.#dense.length && index <= 2 * this.count + NEAR) this.#grow(index);
    if (this.#sparse.has(index)) this.#sparse.set(index, value);
    else if (index < this.#dense.length) this.#dense[index] = value;
    else if (this.#sparse.size < SPARSE_ENTRIES) {
      this.#sparse.set(index, value);
      this.#isSparse = true;
    } else this.isFull = true;
  }

  #grow(index: number): void {
    const length = Math.min(MEMO_ENTRIES, Math.max(2 * this.#dense.length, index + 1));
    if (length <= index) return;
    const grown = new Float64Array(length);
    grown.set(this.#dense);
    this.#dense = grown;
  }
}
