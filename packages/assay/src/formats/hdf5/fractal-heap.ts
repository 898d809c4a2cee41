/** Fractal heaps, in which many attributes and links lie (specification III.G). */

import { broken, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";
import { listRecords } from "./tree-v2.ts";

/** Indirect blocks inside of indirect blocks: each level doubles what lies below several times. */
const DEEPEST = 32;

/** Kinds of objects, in bits 4 and 5 of their ids. */
const MANAGED = 0;
const HUGE = 1;
const TINY = 2;

/** How large the blocks of a heap are, row by row. */
interface Table {
  readonly width: number;
  readonly first: number;
  readonly largest: number;
  /** Bytes of an offset inside of the heap. */
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  readonly root: number | null;
  /** Rows of the root; 0 where it is a block of objects itself. */
  readonly rows: number;
}

/** A heap that objects are taken out of by their ids. */
export class FractalHeap {
  readonly #file: Hdf5File;
  readonly #table: Table;
  readonly #hugeTree: number | null;
  #huge: Map<number, { readonly address: number; readonly bytes: number }> | undefined;

  constructor(file: Hdf5File, table: Table, hugeTree: number | null) {
    this.#file = file;
    this.#table = table;
    this.#hugeTree = hugeTree;
  }

  /** The object of an id. @throws FormatError `bad-structure` */
  async read(id: Fields): Promise<Fields> {
    const kind = (id.u8() >> 4) & 3;
    if (kind === TINY) return id.part(((id.bytes[0] ?? 0) & 0x0f) + 1);
    if (kind === HUGE) return await this.#readHuge(id);
    if (kind !== MANAGED) throw broken(id.start, "an object of a heap is of no kind that is known");
    const offset = id.uint(this.#table.offsetBytes);
    const bytes = id.uint(this.#table.lengthBytes);
    return await this.#file.fields(await this.#find(offset), bytes);
  }

  async #readHuge(id: Fields): Promise<Fields> {
    if (id.left >= this.#file.widths.address + this.#file.widths.length) {
      const address = id.address();
      const bytes = id.length();
      if (address === null) throw broken(id.start, "an object of a heap is nowhere");
      this.#file.claim(address, bytes);
      return await this.#file.fields(address, bytes);
    }
    this.#huge ??= await this.#listHuge();
    const place = this.#huge.get(id.uint(id.left));
    if (place === undefined) throw broken(id.start, "an object of a heap is not in its list");
    return await this.#file.fields(place.address, place.bytes);
  }

  async #listHuge(): Promise<Map<number, { readonly address: number; readonly bytes: number }>> {
    const places = new Map<number, { readonly address: number; readonly bytes: number }>();
    if (this.#hugeTree === null) return places;
    for await (const record of listRecords(this.#file, this.#hugeTree)) {
      const address = record.address();
      const bytes = record.length();
      if (address === null) continue;
      this.#file.claim(address, bytes);
      places.set(record.length(), { address, bytes });
    }
    return places;
  }

  /** Address of the byte at an offset inside of the heap. */
  async #find(offset: number): Promise<number> {
    const { root } = this.#table;
    if (root === null) throw broken(this.#file.base, "an object is in a heap that has none");
    if (this.#table.rows === 0) return (await this.#enter(root, this.#table.first)) + offset;
    let [block, rows, within] = [root, this.#table.rows, offset];
    for (let depth = 0; depth < DEEPEST; depth++) {
      const cell = this.#cellOf(within);
      const child = await this.#childOf(block, rows, cell);
      within -= cell.start;
      if (cell.isDirect) return (await this.#enter(child, cell.bytes)) + within;
      block = child;
      rows = Math.log2(cell.bytes) - Math.log2(this.#table.first * this.#table.width) + 1;
    }
    throw broken(this.#file.base + root, "a heap is too deep");
  }

  async #enter(address: number, bytes: number): Promise<number> {
    if (!this.#file.visit("heap block", address)) return address;
    (await this.#file.fields(address, 4)).expect("FHDB");
    this.#file.claim(address, bytes);
    return address;
  }

  #cellOf(offset: number): Cell {
    const { width, first, largest } = this.#table;
    const rowBytes = width * first;
    const row = offset < rowBytes ? 0 : Math.floor(Math.log2(offset / rowBytes)) + 1;
    const bytes = row === 0 ? first : first * 2 ** (row - 1);
    const rowStart = row === 0 ? 0 : rowBytes * 2 ** (row - 1);
    const column = Math.floor((offset - rowStart) / bytes);
    return { row, column, bytes, start: rowStart + column * bytes, isDirect: bytes <= largest };
  }

  async #childOf(block: number, rows: number, { row, column }: Cell): Promise<number> {
    const file = this.#file;
    const { width, offsetBytes } = this.#table;
    const headBytes = 5 + file.widths.address + offsetBytes;
    if (!(row < rows)) throw broken(file.base + block, "an object is behind the rows of its heap");
    const bytes = headBytes + Math.round(rows) * width * file.widths.address + 4;
    const fields = await file.fields(block, bytes);
    fields.expect("FHIB");
    if (file.visit("heap block", block)) file.claim(block, bytes);
    const index = row * width + column;
    fields.skip(headBytes - 4 + index * file.widths.address);
    const child = fields.address();
    if (child === null) throw broken(fields.start, "an object is in a block that is not there");
    return child;
  }
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly bytes: number;
  /** Offset of the block inside of the heap. */
  readonly start: number;
  readonly isDirect: boolean;
}

/** Opens a heap; null, with a note, where its blocks are packed. @throws FormatError `bad-structure` */
export async function openFractalHeap(file: Hdf5File, address: number): Promise<FractalHeap | null> {
  const { address: width, length } = file.widths;
  const head = await file.fields(address, 22 + 12 * length + 3 * width + 4);
  head.expect("FRHP");
  head.skip(3);
  const filters = head.u16();
  head.skip(1);
  const longest = head.u32();
  head.length();
  const hugeTree = head.address();
  head.length();
  const space = head.address();
  head.skip(8 * length);
  const columns = head.u16();
  const [first, largest] = [head.length(), head.length()];
  const bits = head.u16();
  head.skip(2);
  const root = head.address();
  const rows = head.u16();
  if (file.visit("heap", address)) file.claim(address, head.bytes.length);
  if (filters > 0) {
    file.unread.add("a heap whose blocks are packed");
    return null;
  }
  if (!isPower(first) || !isPower(largest) || !isPower(columns) || bits > 64 || largest < first)
    throw broken(head.start, "a heap has blocks of a shape that cannot be");
  if (space !== null) await claimFreeSpace(file, space);
  const lengthBytes = Math.min(Math.ceil(Math.log2(largest) / 8), Math.floor(Math.log2(Math.max(1, longest)) / 8) + 1);
  const offsetBytes = Math.ceil(bits / 8);
  return new FractalHeap(file, { width: columns, first, largest, offsetBytes, lengthBytes, root, rows }, hugeTree);
}

function isPower(value: number): boolean {
  return value > 0 && Number.isInteger(Math.log2(value));
}

/** What a heap has of free space is listed in a structure of its own, which says nothing else. */
async function claimFreeSpace(file: Hdf5File, address: number): Promise<void> {
  if (!file.visit("free space", address)) return;
  const { address: width, length } = file.widths;
  const head = await file.fields(address, 6 + 4 * length + 8 + length + width + 2 * length + 4);
  head.expect("FSHD");
  file.claim(address, head.bytes.length);
  head.skip(2 + 4 * length + 8 + length);
  const list = head.address();
  head.length();
  const bytes = head.length();
  if (list !== null) file.claim(list, bytes);
}
