/**
 * bzip2 (the format is defined by its reference implementation, bzip2 1.0.8, decompress.c): blocks of up to 900,000 bytes,
 * sorted by the Burrows-Wheeler transform and coded by several Huffman tables. Checksums are passed over.
 */

import { type ByteFeed, corrupt, unsupported } from "./byte-feed.ts";
import { BitReader } from "./bzip2-bits.ts";

/** Marks in front of a block and of the end of a stream, of 48 bits each. */
const BLOCK = [0x314159, 0x265359] as const;
const END = [0x177245, 0x385090] as const;

/** Most bytes that a block takes: each of its symbols 20 bits, and its tables. */
const LONGEST_BLOCK = 2_400_000;

/** Symbols that one table codes in a row. */
const GROUP = 50;
const LONGEST_CODE = 20;

/** Bytes of a piece that comes out. */
const PIECE = 64 << 10;

/** Unpacks streams one behind the other. @throws FormatError `corrupt` or `cut-off`. */
export async function* unpackBzip2(feed: ByteFeed): AsyncGenerator<Uint8Array> {
  for (;;) {
    await feed.want(4);
    const [b, z, h, digit = 0] = feed.bytes.subarray(feed.at, feed.at + 4);
    const level = digit - 0x30;
    if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 1 || level > 9) return;
    feed.at += 4;
    yield* unpackStream(feed, level * 100_000);
  }
}

async function* unpackStream(feed: ByteFeed, most: number): AsyncGenerator<Uint8Array> {
  const bits = new BitReader(feed);
  const table = new Uint32Array(most);
  for (;;) {
    await feed.want(LONGEST_BLOCK);
    const [first, second] = [bits.read(24), bits.read(24)];
    if (first === END[0] && second === END[1]) break;
    if (first !== BLOCK[0] || second !== BLOCK[1]) throw corrupt("no block stands where one is expected", feed.offset);
    yield* spell(table, readBlock(bits, table));
  }
  bits.read(24);
  bits.read(8);
  bits.align();
}

/** What a block says of its sorted bytes, which are in the table. */
interface Sorted {
  readonly count: number;
  readonly origin: number;
  /** How often each byte stands in the block. */
  readonly counts: Uint32Array;
}

function readBlock(bits: BitReader, table: Uint32Array): Sorted {
  bits.read(24);
  bits.read(8);
  if (bits.read(1) === 1) throw unsupported("bzip2 block is shuffled, as versions before 0.9.5 did");
  const origin = bits.read(24);
  const symbols = readSymbols(bits);
  const size = symbols.length + 2;
  const groups = bits.read(3);
  const selected = bits.read(15);
  if (symbols.length === 0 || groups < 2 || groups > 6 || selected === 0) throw bits.broken("a block has no tables");
  const selectors = readSelectors(bits, groups, selected);
  const codes = Array.from({ length: groups }, () => readCode(bits, size));
  const sorted = readSorted(bits, table, { symbols, selectors, codes });
  if (origin >= sorted.count) throw bits.broken("a block begins outside of itself");
  return { ...sorted, origin };
}

/** Which bytes stand in the block, by two levels of bits. */
function readSymbols(bits: BitReader): readonly number[] {
  const used = bits.read(16);
  const symbols: number[] = [];
  for (let high = 0; high < 16; high++) {
    if (((used >>> (15 - high)) & 1) === 0) continue;
    const row = bits.read(16);
    for (let low = 0; low < 16; low++) if (((row >>> (15 - low)) & 1) === 1) symbols.push(high * 16 + low);
  }
  return symbols;
}

function readSelectors(bits: BitReader, groups: number, count: number): Uint8Array {
  const order = Array.from({ length: groups }, (_, n) => n);
  const selectors = new Uint8Array(count);
  for (let n = 0; n < count; n++) {
    let index = 0;
    while (bits.read(1) === 1) if (++index >= groups) throw bits.broken("a table is selected that is not there");
    const [one = 0] = order.splice(index, 1);
    order.unshift(one);
    selectors[n] = one;
  }
  return selectors;
}

/** A canonical Huffman code: symbols in the order of their codes, and per length the first code and its index. */
interface Code {
  readonly order: Uint16Array;
  /** One more than the last code of the length; and what is taken from a code for its index. */
  readonly limit: Int32Array;
  readonly base: Int32Array;
}

function readCode(bits: BitReader, size: number): Code {
  const lengths = new Uint8Array(size);
  let length = bits.read(5);
  for (let symbol = 0; symbol < size; symbol++) {
    while (bits.read(1) === 1) length += bits.read(1) === 1 ? -1 : 1;
    if (length < 1 || length > LONGEST_CODE) throw bits.broken("a code has no length that can be");
    lengths[symbol] = length;
  }
  const order = new Uint16Array(size);
  const limit = new Int32Array(LONGEST_CODE + 1);
  const base = new Int32Array(LONGEST_CODE + 1);
  let [code, index] = [0, 0];
  for (let bitsOf = 1; bitsOf <= LONGEST_CODE; bitsOf++) {
    base[bitsOf] = code - index;
    for (let symbol = 0; symbol < size; symbol++) {
      if (lengths[symbol] !== bitsOf) continue;
      order[index++] = symbol;
      code++;
    }
    limit[bitsOf] = code;
    code <<= 1;
  }
  return { order, limit, base };
}

function readSymbol(bits: BitReader, { order, limit, base }: Code): number {
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code = (code << 1) | bits.read(1);
    if (code < (limit[length] ?? 0)) return order[code - (base[length] ?? 0)] ?? -1;
  }
  throw bits.broken("a code stands for nothing");
}

interface Tables {
  readonly symbols: readonly number[];
  readonly selectors: Uint8Array;
  readonly codes: readonly Code[];
}

/** Undoes run lengths and move-to-front: symbol 0 and 1 are digits of a run, the last one ends the block. */
function readSorted(
  bits: BitReader,
  table: Uint32Array,
  { symbols, selectors, codes }: Tables,
): Omit<Sorted, "origin"> {
  const front = Uint8Array.from(symbols);
  const counts = new Uint32Array(256);
  const last = symbols.length + 1;
  let [count, run, digit] = [0, 0, 1];
  const put = (byte: number, times: number): void => {
    if (count + times > table.length) throw bits.broken("a block is longer than it may be");
    table.fill(byte, count, count + times);
    counts[byte] = (counts[byte] ?? 0) + times;
    count += times;
  };
  for (let n = 0; ; n++) {
    const code = codes[selectors[Math.floor(n / GROUP)] ?? -1];
    if (code === undefined) throw bits.broken("a block is longer than its list of tables");
    const symbol = readSymbol(bits, code);
    if (symbol <= 1) {
      run += digit << symbol;
      digit <<= 1;
      if (run > table.length) throw bits.broken("a run is longer than a block");
      continue;
    }
    if (run > 0) put(front[0] ?? 0, run);
    [run, digit] = [0, 1];
    if (symbol === last) return { count, counts };
    const byte = front[symbol - 1] ?? 0;
    front.copyWithin(1, 0, symbol - 1);
    front[0] = byte;
    put(byte, 1);
  }
}

/** Undoes the sorting: each entry of the table gets, above its byte, the index of the next one. Returns the first. */
function link(table: Uint32Array, { count, origin, counts }: Sorted): number {
  const next = new Uint32Array(256);
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    next[byte] = sum;
    sum += counts[byte] ?? 0;
  }
  for (let n = 0; n < count; n++) {
    const byte = (table[n] ?? 0) & 0xff;
    const to = next[byte] ?? 0;
    next[byte] = to + 1;
    table[to] = ((table[to] ?? 0) & 0xff) | (n << 8);
  }
  return table[origin] ?? 0;
}

/** Undoes the runs of the first step: four equal bytes are followed by how many more there are. */
function* spell(table: Uint32Array, sorted: Sorted): Generator<Uint8Array> {
  let out = new Uint8Array(PIECE);
  let [end, same, before] = [0, 0, -1];
  let entry = link(table, sorted);
  for (let n = 0; n < sorted.count; n++) {
    entry = table[entry >>> 8] ?? 0;
    const byte = entry & 0xff;
    const times = same === 4 ? byte : 1;
    const value = same === 4 ? before : byte;
    if (end + times > PIECE) {
      yield out.subarray(0, end);
      [out, end] = [new Uint8Array(PIECE), 0];
    }
    out.fill(value, end, end + times);
    end += times;
    if (same === 4) [same, before] = [0, -1];
    else [same, before] = [byte === before ? same + 1 : 1, byte];
  }
  yield out.subarray(0, end);
}
