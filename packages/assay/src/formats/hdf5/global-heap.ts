/** Global heap collections, in which texts of any length lie (specification III.E). */

import { broken, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";

/** Objects of collections that are kept in mind; behind them they are looked through again. */
const MOST_KEPT = 200_000;

/** Where the objects of a collection lie, from its beginning. */
type Collection = ReadonlyMap<number, { readonly start: number; readonly bytes: number }>;

/** The heap of a file. */
export class GlobalHeap {
  readonly #file: Hdf5File;
  readonly #collections: Map<number, Collection> = new Map();
  #kept = 0;

  constructor(file: Hdf5File) {
    this.#file = file;
  }

  /** The bytes of what an element of variable length refers to; null where it has none. @throws FormatError `bad-structure` */
  async read(element: Fields): Promise<Uint8Array | null> {
    const length = element.u32();
    const address = element.address();
    const index = element.u32();
    if (address === null || index === 0) return null;
    const object = (await this.#open(address)).get(index);
    if (object === undefined) throw broken(element.start, "a text is in no collection");
    const fields = await this.#file.fields(address + object.start, object.bytes);
    return fields.take(Math.min(length, object.bytes));
  }

  async #open(address: number): Promise<Collection> {
    const known = this.#collections.get(address);
    if (known !== undefined) return known;
    const file = this.#file;
    const head = await file.fields(address, 8 + file.widths.length);
    head.expect("GCOL");
    head.skip(4);
    const bytes = head.length();
    const collection = listObjects(await file.fields(address, bytes), head.at);
    file.step(collection.size);
    if (file.visit("collection", address)) file.claim(address, bytes);
    this.#kept += collection.size + 1;
    if (this.#kept > MOST_KEPT) {
      this.#collections.clear();
      this.#kept = collection.size + 1;
    }
    this.#collections.set(address, collection);
    return collection;
  }
}

function listObjects(fields: Fields, start: number): Collection {
  const objects = new Map<number, { readonly start: number; readonly bytes: number }>();
  fields.skip(start);
  while (fields.left >= 16) {
    const index = fields.u16();
    fields.skip(6);
    const bytes = fields.length();
    // The object with index 0 is the space that is left.
    if (index === 0) break;
    if (bytes > fields.left) throw broken(fields.start + fields.at, "an object is longer than its collection");
    objects.set(index, { start: fields.at, bytes });
    fields.skip(Math.min(fields.left, Math.ceil(bytes / 8) * 8));
  }
  return objects;
}
