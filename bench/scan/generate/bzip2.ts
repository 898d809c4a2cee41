/** bzip2 files of one block, written the plainest way that a reader must take. */

/** Most bytes of one block, far below the 900,000 that the format has: sorting here is the naive one. */
const LARGEST_BLOCK = 200_000;
const BLOCK = 0x314159265359n;
const END = 0x177245385090n;

/** Writes a file of blocks. */
export function writeBzip2(content: Uint8Array): Buffer {
  const bits = new BitWriter();
  for (const char of "BZh9") bits.write(8, char.charCodeAt(0));
  let combined = 0;
  for (let at = 0; at < content.length; at += LARGEST_BLOCK) {
    const block = content.subarray(at, at + LARGEST_BLOCK);
    const check = checksum(block);
    combined = (((combined << 1) | (combined >>> 31)) ^ check) >>> 0;
    writeBlock(bits, shortenRuns(block), check);
  }
  bits.writeWide(END);
  bits.write(32, combined);
  return bits.finish();
}

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(width: number, value: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      this.#held = (this.#held << 1) | (Math.floor(value / 2 ** bit) % 2);
      if (++this.#count === 8) this.#flush();
    }
  }

  /** 48 bits. */
  writeWide(value: bigint): void {
    this.write(24, Number(value >> 24n));
    this.write(24, Number(value & 0xffffffn));
  }

  finish(): Buffer {
    while (this.#count !== 0) this.write(1, 0);
    return Buffer.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#held);
    this.#held = 0;
    this.#count = 0;
  }
}

/** Four equal bytes are followed by how many more there were. */
function shortenRuns(block: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < block.length; ) {
    let run = 1;
    while (run < 259 && block[at + run] === block[at]) run++;
    for (let n = 0; n < Math.min(run, 4); n++) out.push(block[at] ?? 0);
    if (run >= 4) out.push(run - 4);
    at += run;
  }
  return Uint8Array.from(out);
}

function writeBlock(bits: BitWriter, block: Uint8Array, check: number): void {
  const { last, origin } = rotate(block);
  const used = [...new Set(last)].sort((a, b) => a - b);
  const symbols = [...countZeros(moveToFront(last, used)), used.length + 1];
  bits.writeWide(BLOCK);
  bits.write(32, check);
  bits.write(1, 0);
  bits.write(24, origin);
  writeAlphabet(bits, used);
  // Two equal tables, since the format wants two; every symbol has a code of the same length.
  const alphabet = used.length + 2;
  const width = Math.max(1, Math.ceil(Math.log2(alphabet)));
  const selectors = Math.ceil(symbols.length / 50);
  bits.write(3, 2);
  bits.write(15, selectors);
  for (let n = 0; n < selectors; n++) bits.write(1, 0);
  for (let table = 0; table < 2; table++) {
    bits.write(5, width);
    for (let n = 0; n < alphabet; n++) bits.write(1, 0);
  }
  for (const symbol of symbols) bits.write(width, symbol);
}

/** Last column of the sorted rotations, and where the block itself stands among them (Burrows and Wheeler). */
function rotate(block: Uint8Array): { readonly last: Uint8Array; readonly origin: number } {
  const twice = Buffer.concat([block, block]);
  const { length } = block;
  const order = Uint32Array.from(block, (_, at) => at);
  order.sort((a, b) => twice.compare(twice, b, b + length, a, a + length));
  return { last: Uint8Array.from(order, (start) => twice[start + length - 1] ?? 0), origin: order.indexOf(0) };
}

function moveToFront(column: Uint8Array, used: readonly number[]): readonly number[] {
  const list = [...used];
  return Array.from(column, (byte) => {
    const at = list.indexOf(byte);
    list.splice(at, 1);
    list.unshift(byte);
    return at;
  });
}

/** Runs of zeros as bijective base-2 numbers of symbols 0 and 1; all other values go up by one. */
function countZeros(values: readonly number[]): readonly number[] {
  const out: number[] = [];
  let zeros = 0;
  const flush = (): void => {
    for (; zeros > 0; zeros = (zeros - 1) >> 1) out.push((zeros - 1) & 1);
  };
  for (const value of values) {
    if (value === 0) zeros++;
    else {
      flush();
      out.push(value + 1);
    }
  }
  flush();
  return out;
}

/** Which bytes occur: sixteen groups, then sixteen bits for each group that has any. */
function writeAlphabet(bits: BitWriter, used: readonly number[]): void {
  const groups = Array.from({ length: 16 }, (_, group) => used.filter((byte) => byte >> 4 === group));
  for (const group of groups) bits.write(1, Number(group.length > 0));
  for (const group of groups.filter(({ length }) => length > 0)) {
    for (let low = 0; low < 16; low++) bits.write(1, Number(group.some((byte) => (byte & 15) === low)));
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** CRC-32 with the highest bit first. */
function checksum(block: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of block) value = ((value << 8) ^ (TABLE[(value >>> 24) ^ byte] ?? 0)) >>> 0;
  return ~value >>> 0;
}
