/**
 * Values of the machine as numbers: four bits of kind, and above them what tells one value from the next. No value costs an
 * object, and strings and bytes stay where they are in the file.
 */

/** Kinds of values. Those below `tuple` hold nothing that could hold something else. */
export const KIND = {
  /** No value: an unused place of the memo. */
  unset: 0,
  /** None, booleans and what is not told apart: see {@link ATOM}. */
  atom: 1,
  /** A whole number of at most 48 bits, which is the payload. */
  int: 2,
  /** A string; payload: offset of the operation that pushed it. */
  text: 3,
  /** Bytes; payload: offset of the operation that pushed them. */
  bytes: 4,
  /** Bytes made of a string by `_codecs.encode(…, "latin1")`; payload: offset of the string's operation. */
  encoded: 5,
  /** An imported name; payload: index of it. */
  global: 6,
  /** A tuple; payload: where its items are kept, and its size. */
  tuple: 7,
  /** Payload: number of the container. */
  list: 8,
  dict: 9,
  set: 10,
  /** What a call of a name gave; payload: number of it as a container, and index of the name. */
  instance: 11,
  /** Payload: index of the tensor, and of the storage. */
  tensor: 12,
  storage: 13,
  /** What a call of something without a name gave, or a name that was computed. */
  unnamed: 14,
} as const;

const SHIFT = 16;

/** Values that are nothing but themselves: a kind of `atom` and a number. */
export const ATOM = {
  none: 0x01,
  false: 0x11,
  true: 0x21,
  float: 0x31,
  /** A whole number that is too long to be kept. */
  long: 0x41,
  /** What the loader is handed from outside: a persistent object, a buffer. */
  outside: 0x51,
  /** What a full memo did not keep. */
  forgotten: 0x61,
} as const;

/** The value of a call of something without a name. */
export const UNNAMED: number = KIND.unnamed;

/** Kind of a value, one of {@link KIND}. */
export function kindOf(handle: number): number {
  return handle & 15;
}

/** What tells a value from others of its kind. */
export function payloadOf(handle: number): number {
  return Math.floor(handle / SHIFT);
}

/** A value of a kind. */
export function handleOf(kind: number, payload: number): number {
  return payload * SHIFT + kind;
}

/** Containers of one stream have numbers below this. */
const NUMBERS = 2 ** 30;

/** What a call of the name with this index gave, with its number as a container. */
export function instanceOf(global: number, number: number): number {
  return handleOf(KIND.instance, global * NUMBERS + number);
}

/** Index of the name that an instance was made by. */
export function classOf(handle: number): number {
  return Math.floor(payloadOf(handle) / NUMBERS);
}

/** Number of a list, dictionary, set or instance. */
export function numberOf(handle: number): number {
  return payloadOf(handle) % NUMBERS;
}
