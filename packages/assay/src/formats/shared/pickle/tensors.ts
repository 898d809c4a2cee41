/** The tensors that a checkpoint's pickle describes (torch/_utils.py, torch/serialization.py): their names, sizes and types. */

import type { Place, StorageFact, WeightsFact } from "../../../model/facts.ts";

/** Tensors that are listed; further ones are counted. */
const LISTED = 1_000_000;

/** Containers through which names are followed. */
const LINKS = 1_000_000;

/** Deepest path that is followed. */
const DEEPEST = 64;

/** Element type and its bits by the first part of a storage class: `FloatStorage` (torch/storage.py). */
const STORAGES: ReadonlyMap<string, readonly [dtype: string, bits: number]> = new Map([
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
]);

/** A storage as the pickle states it. */
export interface Storage {
  readonly key: string;
  readonly dtype: string;
  /** Bits of one element; 0 where the class is not known. */
  readonly bits: number;
  readonly elements: number;
}

/** A tensor: a view of a storage. */
export interface View {
  readonly storage: number;
  readonly offset: number;
  readonly elements: number;
  /** Element type where it is not the storage's. */
  readonly dtype: string | null;
}

/** What hangs in what, and by which key; none for the state of an object. */
interface Link {
  readonly parent: number;
  readonly key: string | null;
}

/** The inventory of one run. */
export class Tensors {
  readonly #storages: Storage[] = [];
  readonly #keys = new Map<string, number>();
  readonly #firsts: View[] = [];
  readonly #names: (Link | undefined)[] = [];
  readonly #links = new Map<number, Link>();
  readonly #dtypes = new Map<string, number>();
  #tensors = 0;
  #parameters = 0;
  /** Set where a tensor is of a kind that is not followed, so that the inventory is not all of it. */
  isPartial = false;

  get storages(): readonly Storage[] {
    return this.#storages;
  }

  /** Bytes of those whose class is known. */
  sizes(): readonly StorageFact[] {
    return this.#storages
      .filter(({ bits }) => bits > 0)
      .map(({ key, elements, bits }) => ({ key, bytes: (elements * bits) / 8 }));
  }

  /** Tensors so far. */
  get count(): number {
    return this.#tensors;
  }

  /** Index of a storage; a key names the same one each time. */
  storage(key: string, type: string, elements: number): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const [dtype, bits] = STORAGES.get(type.replace(/Storage$/, "")) ?? [type, 0];
    if (bits === 0) this.isPartial = true;
    this.#keys.set(key, this.#storages.length);
    return this.#storages.push({ key, dtype, bits, elements }) - 1;
  }

  /** Index of a tensor. The same view of a storage is the same tensor, which counts once. */
  tensor(view: View): number {
    const first = this.#firsts[view.storage];
    this.#firsts[view.storage] ??= view;
    const isKnown = first !== undefined && first.offset === view.offset && first.elements === view.elements;
    const dtype = view.dtype ?? this.#storages[view.storage]?.dtype ?? "?";
    if (!isKnown) {
      this.#parameters += view.elements;
      this.#dtypes.set(dtype, (this.#dtypes.get(dtype) ?? 0) + view.elements);
    }
    return this.#tensors++;
  }

  /** Whether a container, by its number, holds tensors or what holds some. */
  holds(container: number): boolean {
    return this.#links.size > 0 && this.#links.has(container);
  }

  /** Names a tensor by the key under which a container holds it. */
  name(tensor: number, parent: number, key: string): void {
    if (tensor >= LISTED || this.#names[tensor] !== undefined) return;
    this.#names[tensor] = { parent, key };
    this.#hold(parent);
  }

  /** Notes that a container hangs in another one. */
  link(container: number, parent: number, key: string | null): void {
    if (container === parent || this.#links.get(container)?.parent !== ROOT) return;
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
    const bytes = this.#storages.reduce((sum, { elements, bits }) => sum + (elements * bits) / 8, 0);
    const names = this.#names.flatMap((link) => (link === undefined ? [] : [this.#path(link)]));
    return {
      tensors: this.#tensors,
      parameters: this.#parameters,
      dtypes: Object.fromEntries(this.#dtypes),
      bytes,
      names,
      metadata: {},
      at,
    };
  }

  #path({ parent, key }: Link): string {
    let path = key ?? "";
    let link = this.#links.get(parent);
    for (let depth = 0; depth < DEEPEST && link !== undefined; depth++) {
      if (link.key !== null) path = `${link.key}.${path}`;
      link = this.#links.get(link.parent);
    }
    return path;
  }
}

/** Parent of a container that hangs in none, as far as was read. */
const ROOT = -1;
