/** The tensors that a checkpoint's pickle describes (torch/_utils.py, torch/serialization.py): their names, sizes and types. */

import type { Place, WeightsFact } from "../../../model/facts.ts";
import { KIND, kindOf, numberOf, payloadOf } from "./handle.ts";

/** Tensors that are listed; further ones are counted. */
const LISTED = 1_000_000;

/** Containers through which names are followed. */
const LINKS = 1_000_000;

/** Deepest path that is followed. */
const DEEPEST = 64;

/** Element type and its bits by the storage's class without its ending: `FloatStorage` (torch/storage.py). */
const CLASSES: readonly (readonly [name: string, type: readonly [dtype: string, bits: number]])[] = [
  ["Double", ["float64", 64]],
  ["Float", ["float32", 32]],
  ["Half", ["float16", 16]],
  ["BFloat16", ["bfloat16", 16]],
  ["Long", ["int64", 64]],
  ["Int", ["int32", 32]],
  ["Short", ["int16", 16]],
  ["Char", ["int8", 8]],
  ["Byte", ["uint8", 8]],
  ["Bool", ["bool", 8]],
  ["ComplexDouble", ["complex128", 128]],
  ["ComplexFloat", ["complex64", 64]],
  ["QInt8", ["qint8", 8]],
  ["QInt32", ["qint32", 32]],
  ["QUInt8", ["quint8", 8]],
  ["QUInt4x2", ["quint4x2", 8]],
  ["QUInt2x4", ["quint2x4", 8]],
  ["Untyped", ["uint8", 8]],
];

const STORAGES: ReadonlyMap<string, readonly [dtype: string, bits: number]> = new Map(
  CLASSES.map(([name, type]) => [`${name}Storage`, type]),
);

/**
 * Numbers of a storage: its key, below 0 where that is the text of this place, its class, its elements, and of the first view
 * of it the offset, -1 where there is none, and the elements.
 */
const KEY = 0;
const TYPE = 1;
const SIZE = 2;
const OFFSET = 3;
const ELEMENTS = 4;
const ROW = 5;

/** A storage as the pickle states it. */
export interface Storage {
  readonly key: string;
  readonly elements: number;
  /** Bytes of all of them; -1 where the storage's class is not known. */
  readonly bytes: number;
}

/** What hangs in what, and by which key; none for the state of an object. */
interface Link {
  readonly parent: number;
  readonly key: string | null;
}

/** The inventory of one run. Lists stand beside each other, since a checkpoint may have 10^5 tensors. */
export class Tensors {
  /** Indices of storages by their keys, of which almost all are small numbers: there plus one, 0 for none. */
  #numbers: Int32Array = new Int32Array(64);
  readonly #keys = new Map<string, number>();
  readonly #types: string[] = [];
  readonly #typeIndices = new Map<string, number>();
  /** One row of {@link ROW} numbers for each storage. */
  #rows: Float64Array = new Float64Array(16 * ROW);
  #storages = 0;
  readonly #parents: number[] = [];
  readonly #names: string[] = [];
  readonly #links = new Map<number, Link>();
  readonly #dtypes = new Map<string, number>();
  #type = "";
  #ofType = 0;
  #viewedAs: string | null = null;
  #tensors = 0;
  #parameters = 0;
  /** Set where a tensor is of a kind that is not followed, so that the inventory is not all of it. */
  isPartial = false;

  /** The storages in the order of their first mention. */
  storages(): readonly Storage[] {
    const words = [...this.#keys.keys()];
    return Array.from({ length: this.#storages }, (_, at) => {
      const key = this.#field(at, KEY);
      const text = key < 0 ? (words[-1 - key] ?? "") : String(key);
      return { key: text, elements: this.#field(at, SIZE), bytes: this.#bytesOf(at) };
    });
  }

  #field(storage: number, field: number): number {
    return this.#rows[storage * ROW + field] as number;
  }

  /** Bytes of a storage; -1 where its class is not known. */
  #bytesOf(index: number): number {
    const bits = STORAGES.get(this.#typeOf(index))?.[1];
    return bits === undefined ? -1 : (this.#field(index, SIZE) * bits) / 8;
  }

  #typeOf(storage: number): string {
    return this.#types[this.#field(storage, TYPE)] as string;
  }

  /** Tensors so far. */
  get count(): number {
    return this.#tensors;
  }

  /** Index of a storage; a key names the same one each time, and a number below 10^6 the one with its digits as key. */
  storage(key: string | number, type: string, elements: number): number {
    const known = typeof key === "number" ? this.#indexOf(key) : (this.#keys.get(key) ?? -1);
    if (known >= 0) return known;
    const index = this.#storages++;
    const row = index * ROW;
    if (row === this.#rows.length) {
      const grown = new Float64Array(2 * row);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    const rows = this.#rows;
    if (typeof key === "number") {
      this.#numbers[key] = index + 1;
      rows[row + KEY] = key;
    } else {
      this.#keys.set(key, index);
      rows[row + KEY] = -this.#keys.size;
    }
    rows[row + TYPE] = this.#indexType(type);
    rows[row + SIZE] = elements;
    rows[row + OFFSET] = -1;
    return index;
  }

  /** Index of a storage's class: there are few of them, and neighbours mostly have the same. */
  #indexType(type: string): number {
    const last = this.#types.length - 1;
    if (this.#types[last] === type) return last;
    const known = this.#typeIndices.get(type) ?? this.#types.push(type) - 1;
    this.#typeIndices.set(type, known);
    return known;
  }

  #indexOf(key: number): number {
    if (key >= this.#numbers.length) {
      const grown = new Int32Array(Math.max(key + 1, 2 * this.#numbers.length));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    return (this.#numbers[key] as number) - 1;
  }

  /**
   * Index of a tensor: so many elements of a storage from an offset on. The same view of a storage is the same tensor, which
   * counts once.
   */
  tensor(storage: number, offset: number, elements: number): number {
    const rows = this.#rows;
    const row = storage * ROW;
    const first = rows[row + OFFSET] as number;
    if (first === offset && rows[row + ELEMENTS] === elements) return this.#tensors++;
    if (first < 0) {
      rows[row + OFFSET] = offset;
      rows[row + ELEMENTS] = elements;
    }
    this.#parameters += elements;
    const type = this.#viewedAs ?? this.#typeOf(storage);
    if (type !== this.#type) this.#turnTo(type);
    this.#ofType += elements;
    return this.#tensors++;
  }

  /** Says that the next tensors are of an element type of their own; null where they are of their storages'. */
  viewAs(dtype: string | null): void {
    this.#viewedAs = dtype;
  }

  /** Elements are summed up for one type after the other: neighbours mostly have the same. */
  #turnTo(type: string): void {
    this.#dtypes.set(this.#type, this.#ofType);
    this.#type = type;
    this.#ofType = this.#dtypes.get(type) ?? 0;
  }

  /** Whether a value is a tensor without a name, or a container of tensors that hangs in none. */
  isOpen(value: number): boolean {
    if (kindOf(value) === KIND.tensor) {
      const tensor = payloadOf(value);
      return tensor < LISTED && (this.#names[tensor] ?? UNNAMED) === UNNAMED;
    }
    return kindOf(value) <= KIND.instance && this.holds(numberOf(value));
  }

  /** Whether a container, by its number, holds tensors or what holds some, and hangs in none as far as is known. */
  holds(container: number): boolean {
    return this.#links.get(container)?.parent === ROOT;
  }

  /** Names a tensor by the key under which a container holds it. */
  name(tensor: number, parent: number, key: string): void {
    while (this.#parents.length < tensor) this.#parents.push(ROOT);
    while (this.#names.length < tensor) this.#names.push(UNNAMED);
    this.#parents[tensor] = parent;
    this.#names[tensor] = key;
    this.#hold(parent);
  }

  /** Notes that a container hangs in another one. */
  link(container: number, parent: number, key: string | null): void {
    if (container === parent || !this.holds(container)) return;
    this.#links.set(container, { parent, key });
    this.#hold(parent);
  }

  #hold(container: number): void {
    if (!this.#links.has(container) && this.#links.size < LINKS)
      this.#links.set(container, { parent: ROOT, key: null });
  }

  /** The inventory; undefined where there is no tensor, or not all are known. */
  fact(at: Place): WeightsFact | undefined {
    if (this.#tensors === 0 || this.isPartial) return undefined;
    let bytes = 0;
    for (let index = 0; index < this.#storages; index++) {
      const ofOne = this.#bytesOf(index);
      if (ofOne < 0) return undefined;
      bytes += ofOne;
    }
    this.#turnTo("");
    this.#dtypes.delete("");
    const dtypes = new Map<string, number>();
    for (const [type, elements] of this.#dtypes) {
      const name = STORAGES.get(type)?.[0] ?? type;
      dtypes.set(name, (dtypes.get(name) ?? 0) + elements);
    }
    return {
      tensors: this.#tensors,
      parameters: this.#parameters,
      dtypes: Object.fromEntries(dtypes),
      bytes,
      names: this.#listNames(),
      metadata: {},
      at,
    };
  }

  #listNames(): readonly string[] {
    const names: string[] = [];
    for (const [index, name] of this.#names.entries()) if (name !== UNNAMED) names.push(this.#path(index, name));
    return names;
  }

  #path(tensor: number, name: string): string {
    let path = name;
    let link = this.#links.get(this.#parents[tensor] ?? ROOT);
    for (let depth = 0; depth < DEEPEST && link !== undefined; depth++) {
      if (link.key !== null) path = `${link.key}.${path}`;
      link = this.#links.get(link.parent);
    }
    return path;
  }
}

/** Parent of a container that hangs in none, as far as was read. */
const ROOT = -1;

/** Name of a tensor that no dictionary holds. */
const UNNAMED = "\0";
