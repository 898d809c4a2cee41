/** xz files (xz-file-format.txt 1.2.1) and LZMA_Alone files (lzma-file-format.txt). Checks of contents are passed over. */

import { type ByteFeed, corrupt, unsupported } from "./byte-feed.ts";
import { LARGEST_DICTIONARY, LzmaDecoder, MOST_PER_STEP, readProperties } from "./lzma.ts";

/** Bytes that come out at once: less than the smallest dictionary keeps. */
const PIECE = 4096;

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0];
const LZMA2 = 0x21;

/** Sizes of the check behind a block by its id (section 2.1.1.2). */
const CHECKS: readonly number[] = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** Unpacks streams one behind the other. @throws FormatError `corrupt`, `cut-off`, or `over-limit` for what is not read. */
export async function* unpackXz(feed: ByteFeed): AsyncGenerator<Uint8Array> {
  for (;;) {
    await feed.want(12);
    const head = feed.bytes.subarray(feed.at, feed.at + 12);
    if (!MAGIC.every((byte, n) => head[n] === byte)) return;
    const check = CHECKS[(head[7] ?? 0) & 15] ?? 0;
    await feed.take(12);
    yield* unpackBlocks(feed, check);
    await skipPadding(feed);
  }
}

async function* unpackBlocks(feed: ByteFeed, check: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const [size = 0] = await feed.take(1);
    if (size === 0) break;
    const header = new Uint8Array(await feed.take(size * 4 + 3));
    const from = feed.offset;
    yield* unpackLzma2(feed, readDictionary(header, feed.offset));
    await feed.take((4 - ((feed.offset - from) % 4)) % 4);
    await feed.take(check);
  }
  await skipIndex(feed);
}

/** Size of the dictionary, from the header of a block behind its length (section 3.1). */
function readDictionary(header: Uint8Array, offset: number): number {
  const flags = header[0] ?? 0;
  let at = 1;
  const skipNumber = (): void => {
    while ((header[at++] ?? 0) >= 0x80);
  };
  if ((flags & 0x40) !== 0) skipNumber();
  if ((flags & 0x80) !== 0) skipNumber();
  const [id, length, bits = 0] = header.subarray(at);
  if ((flags & 3) !== 0 || id !== LZMA2 || length !== 1) throw unsupported("xz block uses a filter that is not read");
  if (bits > 40) throw corrupt("a dictionary has no size that can be", offset);
  return limitDictionary(bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >>> 1) + 11));
}

function limitDictionary(size: number): number {
  if (size > LARGEST_DICTIONARY)
    throw unsupported(`packed data need a dictionary of ${size} bytes · at most ${LARGEST_DICTIONARY}`);
  return size;
}

/** Chunks: what is reset, sizes, then bytes as they are or packed (xz, lzma2_decoder.c). */
async function* unpackLzma2(feed: ByteFeed, dictionary: number): AsyncGenerator<Uint8Array> {
  const decoder = new LzmaDecoder(dictionary);
  for (;;) {
    const [control = 0] = await feed.take(1);
    if (control === 0) return;
    if (control === 1 || control >= 0xe0) decoder.resetDictionary();
    if (control < 0x80) {
      if (control > 2) throw corrupt("a chunk is of no kind", feed.offset);
      const size = readSize(await feed.take(2));
      for (let left = size; left > 0; left -= PIECE) {
        decoder.store(await feed.take(Math.min(left, PIECE)));
        yield decoder.take();
      }
    } else yield* unpackChunk(feed, decoder, control);
  }
}

async function* unpackChunk(feed: ByteFeed, decoder: LzmaDecoder, control: number): AsyncGenerator<Uint8Array> {
  const sizes = await feed.take(4);
  const size = ((control & 0x1f) << 16) + readSize(sizes);
  const packed = readSize(sizes.subarray(2));
  if (control >= 0xc0) {
    const [byte = 0] = await feed.take(1);
    const properties = readProperties(byte);
    if (properties === null) throw corrupt("a chunk has no properties that can be", feed.offset);
    decoder.resetState(properties);
  } else if (control >= 0xa0) decoder.resetState();
  decoder.input = new Uint8Array(await feed.take(packed));
  decoder.used = 0;
  decoder.start();
  const end = decoder.total + size;
  while (decoder.total < end) {
    decoder.run(Math.min(end, decoder.total + PIECE), true);
    if (decoder.isOver) throw corrupt("a chunk ends before its size", feed.offset);
    yield decoder.take();
  }
}

/** A number of 16 bits, less one, as chunks write their sizes. */
function readSize(bytes: Uint8Array): number {
  return ((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0) + 1;
}

/** Passes over the list of blocks and the footer (sections 4 and 2.1.2). */
async function skipIndex(feed: ByteFeed): Promise<void> {
  const from = feed.offset - 1;
  const readNumber = async (): Promise<number> => {
    let [value, scale] = [0, 1];
    for (;;) {
      const [byte = 0] = await feed.take(1);
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) return value;
      if (scale > 2 ** 49) throw corrupt("a number is too long", feed.offset);
    }
  };
  for (let left = (await readNumber()) * 2; left > 0; left--) await readNumber();
  await feed.take((4 - ((feed.offset - from) % 4)) % 4);
  await feed.take(4 + 12);
}

/** Zeros between streams, four at a time. */
async function skipPadding(feed: ByteFeed): Promise<void> {
  for (;;) {
    await feed.want(4);
    const four = feed.bytes.subarray(feed.at, feed.at + 4);
    if (four.length < 4 || four.some((byte) => byte !== 0)) return;
    feed.at += 4;
  }
}

/** Bytes in front of LZMA_Alone data: properties, size of the dictionary, size of what comes out. */
const ALONE = 13;

/** Whether a file begins like LZMA_Alone data, as writers write them: a dictionary of a round size, and a size that can be. */
export function beginsLzma(head: Uint8Array): boolean {
  if (head.length < ALONE || head[0] !== 0x5d) return false;
  const view = new DataView(head.buffer, head.byteOffset, ALONE);
  const dictionary = view.getUint32(1, true);
  const size = view.getBigUint64(5, true);
  const isRound = dictionary >= 4096 && (dictionary & (dictionary - 1) & 0xffff) === 0;
  return isRound && (size === 0xffffffffffffffffn || size < 2n ** 40n);
}

/** Unpacks LZMA_Alone data. @throws FormatError `corrupt`, `cut-off` or `over-limit`. */
export async function* unpackLzma(feed: ByteFeed): AsyncGenerator<Uint8Array> {
  const head = new Uint8Array(await feed.take(ALONE));
  const view = new DataView(head.buffer);
  const properties = readProperties(head[0] ?? 0xff);
  if (properties === null) throw corrupt("no properties that can be", feed.offset);
  const decoder = new LzmaDecoder(limitDictionary(view.getUint32(1, true)));
  decoder.resetState(properties);
  const stated = view.getBigUint64(5, true);
  const end = stated === 0xffffffffffffffffn ? Number.POSITIVE_INFINITY : Number(stated);
  decoder.input = new Uint8Array(await feed.take(5));
  decoder.start();
  while (decoder.total < end && !decoder.isOver) {
    await feed.want(MOST_PER_STEP);
    decoder.input = feed.bytes;
    decoder.used = feed.at;
    const before = decoder.total;
    decoder.run(Math.min(end, before + PIECE), feed.ready === feed.left);
    feed.at = decoder.used;
    if (decoder.total > before) yield decoder.take();
  }
}
