/** Seeded damage to example files. */

import { joinBytes } from "../../src/bytes/join.ts";

/** Random numbers that are the same for the same seed on every machine (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** Longest input that mutations build. */
const MAX_INPUT = 16 * 2 ** 10;

/** Values that lengths and counts go wrong at. */
const EDGES: readonly bigint[] = [
  0n,
  1n,
  7n,
  8n,
  255n,
  65_535n,
  100_000_000n,
  100_000_001n,
  2n ** 31n,
  2n ** 53n,
  2n ** 56n,
  2n ** 63n,
  2n ** 64n - 1n,
];

/** Bytes that mean something to the formats. */
const TOKENS: readonly string[] = [
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\",
  ":",
  ",",
  "\n",
  "\r\n",
  "---\n",
  "```\n",
  "<!--",
  "-->",
  "](",
  "![",
  "|",
  "&a ",
  "*a",
  "!!",
  "- ",
  "? ",
  "1e999",
  "-1",
  "18446744073709551616",
  "null",
  '"__proto__"',
  '"a":1,',
  "\\ud800",
  "\ufeff",
  "\0",
  "\u202e",
  "#",
  "`",
  "<a href=",
];

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const truncate: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length + 1));

const flip: Mutation = (bytes, random) => {
  const made = bytes.slice();
  for (let n = random.below(8); n >= 0 && made.length > 0; n--) {
    const at = random.below(made.length);
    made[at] = (made[at] ?? 0) ^ (1 << random.below(8));
  }
  return made;
};

const splice: Mutation = (bytes, random, other) => {
  const from = random.below(other.length + 1);
  return insert(
    bytes,
    random.below(bytes.length + 1),
    other.subarray(from, from + random.below(other.length - from + 1)),
  );
};

const remove: Mutation = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  const to = from + random.below(bytes.length - from + 1);
  return joinBytes([bytes.subarray(0, from), bytes.subarray(to)]);
};

const setLength: Mutation = (bytes, random) => {
  const made = bytes.slice();
  if (made.length < 8) return made;
  const at = random.below(2) === 0 ? 0 : random.below(made.length - 7);
  new DataView(made.buffer).setBigUint64(at, random.pick(EDGES), random.below(2) === 0);
  return made;
};

const token: Mutation = (bytes, random) =>
  insert(bytes, random.below(bytes.length + 1), new TextEncoder().encode(random.pick(TOKENS)));

const repeat: Mutation = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  const piece = bytes.subarray(from, from + 1 + random.below(32));
  const times = 1 + random.below(random.pick([4, 64, 2_048]));
  return insert(bytes, from, joinBytes(Array<Uint8Array>(times).fill(piece)));
};

const MUTATIONS: readonly Mutation[] = [truncate, flip, flip, splice, remove, setLength, token, token, repeat];

/** Damages one of the examples in one to four ways; the same seed gives the same bytes. */
export function mutate(examples: readonly Uint8Array[], seed: number): Uint8Array {
  const random = new Random(seed);
  let bytes: Uint8Array = random.pick(examples);
  for (let n = random.below(4); n >= 0; n--) {
    bytes = random.pick(MUTATIONS)(bytes, random, random.pick(examples)).slice(0, MAX_INPUT);
  }
  return random.below(2) === 0 ? fixLength(bytes) : bytes;
}

/** Makes the length field in front of a JSON header true again, so that damage reaches what lies behind it. */
function fixLength(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x7d) + 1;
  if (bytes[8] !== 0x7b || end < 9) return bytes;
  const made = bytes.slice();
  new DataView(made.buffer).setBigUint64(0, BigInt(end - 8), true);
  return made;
}

function insert(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  return joinBytes([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}
