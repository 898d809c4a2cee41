/**
 * A writer of small HDF5 files that can also write what no honest writer would: old files (superblock 0, groups by symbol
 * tables) and new ones (superblock 2, groups by links). Checksums are left at zero: the reader does not go by them.
 */

/** Address that leads nowhere. */
export const NOWHERE: bigint = 2n ** 64n - 1n;

const SIGNATURE: readonly number[] = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Little-endian number of so many bytes. */
export function uint(value: number | bigint, bytes: number): number[] {
  const big = BigInt(value);
  return Array.from({ length: bytes }, (_, at) => Number((big >> BigInt(8 * at)) & 0xffn));
}

/** UTF-8 bytes. */
export function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function padded(bytes: readonly number[]): number[] {
  return [...bytes, ...Array<number>((8 - (bytes.length % 8)) % 8).fill(0)];
}

/** A message of an object header. */
export interface Message {
  readonly type: number;
  readonly data: readonly number[];
  readonly flags?: number;
}

/** Types as their messages hold them. */
export const FLOAT32: readonly number[] = [
  0x11,
  0x20,
  0x1f,
  0,
  ...uint(4, 4),
  0,
  0,
  32,
  0,
  23,
  8,
  0,
  23,
  ...uint(127, 4),
];
export const INT64: readonly number[] = [0x10, 0x08, 0, 0, ...uint(8, 4), 0, 0, 64, 0];
export const fixedText = (bytes: number): readonly number[] => [0x13, 0, 0, 0, ...uint(bytes, 4)];
export const VARIABLE_TEXT: readonly number[] = [0x19, 1, 0, 0, ...uint(16, 4), ...fixedText(1)];
export const VARIABLE_LIST: readonly number[] = [0x19, 0, 0, 0, ...uint(16, 4), ...INT64];

/** A shape; none for a scalar. */
export function shape(...dims: readonly (number | bigint)[]): readonly number[] {
  return [2, dims.length, 0, dims.length === 0 ? 0 : 1, ...dims.flatMap((one) => uint(one, 8))];
}

/** Builds a file from its end to its beginning: what is written can be referred to. */
export class Hdf5Writer {
  readonly bytes: number[];
  readonly #isNew: boolean;
  readonly #base: number;

  constructor(kind: "old" | "new", userBlock = 0) {
    this.#isNew = kind === "new";
    this.#base = userBlock;
    this.bytes = Array<number>(userBlock + 96).fill(0);
  }

  /** Writes a block and returns its address. */
  put(block: readonly number[]): number {
    while ((this.bytes.length - this.#base) % 8 !== 0) this.bytes.push(0);
    const address = this.bytes.length - this.#base;
    for (const byte of block) this.bytes.push(byte);
    return address;
  }

  /** Texts of any length in a collection; returns what refers to each. */
  texts(texts: readonly string[]): readonly (readonly number[])[] {
    const objects = texts.map((text, at) => [
      ...uint(at + 1, 2),
      1,
      0,
      0,
      0,
      0,
      0,
      ...uint(utf8(text).length, 8),
      ...padded(utf8(text)),
    ]);
    // HDF5 takes no collection below 4,096 bytes.
    const left = 4096 - 16 - objects.flat().length;
    const rest = [...uint(0, 8), ...uint(left, 8), ...Array<number>(left - 16).fill(0)];
    const address = this.put([...utf8("GCOL"), 1, 0, 0, 0, ...uint(4096, 8), ...objects.flat(), ...rest]);
    return texts.map((text, at) => [...uint(utf8(text).length, 4), ...uint(address, 8), ...uint(at + 1, 4)]);
  }

  /** An attribute, as a message of this kind of file. */
  attribute(name: string, type: readonly number[], value: readonly number[]): Message {
    const dims = shape();
    const label = [...utf8(name), 0];
    const sizes = [...uint(label.length, 2), ...uint(type.length, 2), ...uint(dims.length, 2)];
    if (this.#isNew) return { type: 0x0c, data: [3, 0, ...sizes, 0, ...label, ...type, ...dims, ...value] };
    return { type: 0x0c, data: [1, 0, ...sizes, ...padded(label), ...padded(type), ...padded(dims), ...value] };
  }

  /** An attribute whose text lies in the heap. */
  text(name: string, text: string): Message {
    return this.attribute(name, VARIABLE_TEXT, this.texts([text])[0] ?? []);
  }

  /** An object header. */
  object(messages: readonly Message[]): number {
    const all = messages.flatMap((one) => this.message(one));
    if (this.#isNew) return this.put([...utf8("OHDR"), 2, 2, ...uint(all.length, 4), ...all, 0, 0, 0, 0]);
    return this.put([1, 0, ...uint(messages.length, 2), ...uint(1, 4), ...uint(all.length, 4), 0, 0, 0, 0, ...all]);
  }

  /** A message as it stands in a header. */
  message({ type, data, flags = 0 }: Message): number[] {
    if (this.#isNew) return [type, ...uint(data.length, 2), flags, ...data];
    const body = padded(data);
    return [...uint(type, 2), ...uint(body.length, 2), flags, 0, 0, 0, ...body];
  }

  /** A data set of one stretch; `bytes` are written where no address is given. */
  dataSet(parts: {
    readonly type?: readonly number[];
    readonly dims?: readonly number[];
    readonly bytes?: readonly number[];
    readonly layout?: readonly number[];
    readonly more?: readonly Message[];
  }): number {
    const { type = FLOAT32, dims = shape(2), bytes = [1, 2, 3, 4, 5, 6, 7, 8], more = [] } = parts;
    const layout = parts.layout ?? [3, 1, ...uint(this.put(bytes), 8), ...uint(bytes.length, 8)];
    return this.object([{ type: 1, data: dims }, { type: 3, data: type }, { type: 8, data: layout }, ...more]);
  }

  /** A group of these members. */
  group(members: Readonly<Record<string, number>>, more: readonly Message[] = []): number {
    if (this.#isNew) {
      const links = Object.entries(members).map(([name, address]) => hardLink(name, address));
      return this.object([...links, ...more]);
    }
    return this.object([{ type: 0x11, data: this.#symbolTable(members) }, ...more]);
  }

  #symbolTable(members: Readonly<Record<string, number>>): readonly number[] {
    const names = Object.keys(members).sort();
    let text: number[] = Array<number>(8).fill(0);
    let at = 0;
    const entries = names.flatMap((name) => {
      at = text.length;
      text = [...text, ...padded([...utf8(name), 0])];
      return [...uint(at, 8), ...uint(members[name] ?? 0, 8), ...uint(0, 24)];
    });
    const data = this.put(text);
    const heap = this.put([...utf8("HEAP"), 0, 0, 0, 0, ...uint(text.length, 8), ...uint(1, 8), ...uint(data, 8)]);
    // Room for sixteen entries, which is what a superblock with a K of 8 says.
    const room = Array<number>(Math.max(0, 640 - entries.length)).fill(0);
    const symbols = this.put([...utf8("SNOD"), 1, 0, ...uint(names.length, 2), ...entries, ...room]);
    return [...uint(this.tree(0, [[uint(0, 8), symbols]], { last: uint(at, 8) }), 8), ...uint(heap, 8)];
  }

  /** A tree of one node, of keys and children and a last key. */
  tree(
    kind: number,
    entries: readonly (readonly [readonly number[], number])[],
    { last, level = 0 }: { readonly last: readonly number[]; readonly level?: number },
  ): number {
    const head = [...utf8("TREE"), kind, level, ...uint(entries.length, 2), ...uint(NOWHERE, 8), ...uint(NOWHERE, 8)];
    const body = entries.flatMap(([key, child]) => [...key, ...uint(child, 8)]);
    const room = Array<number>((kind === 0 ? 32 : 64) * (last.length + 8) - body.length).fill(0);
    return this.put([...head, ...body, ...last, ...room]);
  }

  /** The file, with its superblock. */
  finish(root: number): Uint8Array {
    const made = new Uint8Array(this.bytes);
    made.set(this.#isNew ? this.#newSuperblock(root) : this.#oldSuperblock(root), this.#base);
    return made;
  }

  #newSuperblock(root: number): readonly number[] {
    const addresses = [this.#base, NOWHERE, this.bytes.length - this.#base, root].flatMap((one) => uint(one, 8));
    return [...SIGNATURE, ...[2, 8, 8, 0], ...addresses, ...uint(0, 4)];
  }

  #oldSuperblock(root: number): readonly number[] {
    const head = [...SIGNATURE, ...uint(0, 5), 8, 8, 0, ...uint(8, 2), ...uint(16, 2), ...uint(0, 4)];
    const addresses = [this.#base, NOWHERE, this.bytes.length - this.#base, NOWHERE].flatMap((one) => uint(one, 8));
    return [...head, ...addresses, ...uint(0, 8), ...uint(root, 8), ...uint(0, 24)];
  }
}

/** A link to an object of the file. */
export function hardLink(name: string, address: number): Message {
  return { type: 6, data: [1, 0, utf8(name).length, ...utf8(name), ...uint(address, 8)] };
}

/** A link of another kind, with its value. */
export function otherLink(name: string, kind: number, value: readonly number[]): Message {
  return { type: 6, data: [1, 8, kind, utf8(name).length, ...utf8(name), ...uint(value.length, 2), ...value] };
}

/** Attributes in a heap with a tree of their names: what an object with many of them has. */
export function denseAttributes(writer: Hdf5Writer, attributes: readonly Message[]): Message {
  const heapBytes = 4096;
  const head = [...utf8("FHDB"), 0, ...uint(0, 8), 0, 0, 0, 0];
  let objects: number[] = [...head];
  const ids = attributes.map(({ data }) => {
    const id = [0, ...uint(objects.length, 4), ...uint(data.length, 2), 0];
    objects = [...objects, ...data];
    return id;
  });
  const block = writer.put([...objects, ...Array<number>(heapBytes - objects.length).fill(0)]);
  const sizes = [...uint(0, 8), ...uint(NOWHERE, 8), ...uint(0, 8), ...uint(NOWHERE, 8), ...uint(0, 64)];
  const table = [...uint(4, 2), ...uint(heapBytes, 8), ...uint(65_536, 8), ...uint(32, 2), ...uint(1, 2)];
  const heap = writer.put([
    ...[...utf8("FRHP"), 0, ...uint(8, 2), 0, 0, 0, ...uint(4096, 4), ...sizes, ...table],
    ...[...uint(block, 8), ...uint(0, 2), 0, 0, 0, 0],
  ]);
  const records = ids.flatMap((id) => [...id, 0, ...uint(0, 4), ...uint(0, 4)]);
  const leaf = [...utf8("BTLF"), 0, 8, ...records, 0, 0, 0, 0];
  const root = writer.put([...leaf, ...Array<number>(512 - leaf.length).fill(0)]);
  const counts = [...uint(512, 4), ...uint(17, 2), ...uint(0, 2), 100, 40];
  const tree = [
    ...utf8("BTHD"),
    0,
    8,
    ...counts,
    ...uint(root, 8),
    ...uint(ids.length, 2),
    ...uint(ids.length, 8),
    0,
    0,
    0,
    0,
  ];
  return { type: 0x15, data: [0, 0, ...uint(heap, 8), ...uint(writer.put(tree), 8)] };
}
