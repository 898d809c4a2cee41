/** Types of values by number (docs/gguf.md, `gguf_metadata_value_type`). */

/** A truth value: a byte of 0 or 1. */
export const BOOL = 7;

/** A text: a length and that many bytes. */
export const STRING = 8;

/** An array: the type of its items, their number, and the items. */
export const ARRAY = 9;

/** A 32-bit count. */
export const UINT32 = 4;

/** Bytes of a value of each type that always has as many. */
export const FIXED_BYTES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [UINT32, 4],
  [5, 4],
  [6, 4],
  [BOOL, 1],
  [10, 8],
  [11, 8],
  [12, 8],
]);

/** Bytes of a string: chat templates, the longest known, have some 20,000, and a licence's text below 100,000. */
export const LONGEST_STRING: number = 1 << 20;
