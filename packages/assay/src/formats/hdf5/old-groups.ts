/** Groups as files of the first kind keep them: a B-tree of symbol tables, and their names in a local heap (III.A, III.D). */

import { broken, decodeText, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";

/** Bytes of a group's names; 10^5 of 100 bytes have 10 MB. */
const LONGEST_NAMES = 64 << 20;

/** Levels of a tree; one of 16 entries a node and 2^32 names has eight. */
const DEEPEST = 16;

/** Kinds of trees. */
const GROUP = 0;
const CHUNKS = 1;

/** A member of a group. */
export interface Member {
  readonly name: string;
  readonly address: number;
}

/** How many entries nodes have room for, by which their length is known. */
export interface TreeSizes {
  readonly leafK: number;
  readonly groupK: number;
  readonly chunkK: number;
}

/** The names of a group or of files. */
export class LocalHeap {
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The text that begins there, up to its zero. */
  at(offset: number): string {
    const end = this.#bytes.indexOf(0, offset);
    return decodeText(this.#bytes.subarray(offset, end < 0 ? undefined : end));
  }
}

/** @throws FormatError `bad-structure` */
export async function readLocalHeap(file: Hdf5File, address: number): Promise<LocalHeap> {
  const head = await file.fields(address, 8 + 2 * file.widths.length + file.widths.address);
  head.expect("HEAP");
  head.skip(4);
  const bytes = head.length();
  head.length();
  const data = head.address();
  if (data === null || bytes > LONGEST_NAMES) throw broken(head.start, "names of a group are nowhere, or too many");
  if (file.visit("local heap", address)) {
    file.claim(address, head.bytes.length);
    file.claim(data, bytes);
  }
  return new LocalHeap((await file.fields(data, bytes)).bytes);
}

/** Members of a group. @throws FormatError `bad-structure` */
export async function* listOldMembers(file: Hdf5File, message: Fields, sizes: TreeSizes): AsyncGenerator<Member> {
  const tree = message.address();
  const heap = message.address();
  if (tree === null || heap === null) return;
  const names = await readLocalHeap(file, heap);
  const keyBytes = file.widths.length;
  for await (const { child } of listLeaves(file, tree, { kind: GROUP, keyBytes, k: sizes.groupK }))
    yield* listSymbols(file, child, { names, leafK: sizes.leafK });
}

interface Symbols {
  readonly names: LocalHeap;
  readonly leafK: number;
}

async function* listSymbols(file: Hdf5File, address: number, { names, leafK }: Symbols): AsyncGenerator<Member> {
  if (!file.visit("symbols", address)) throw broken(file.base + address, "a table of members is in two groups");
  const entryBytes = 2 * file.widths.address + 24;
  const head = await file.fields(address, 8);
  head.expect("SNOD");
  head.skip(2);
  const count = head.u16();
  file.claim(address, 8 + Math.max(count, 2 * leafK) * entryBytes);
  const entries = await file.fields(address + 8, count * entryBytes);
  file.step(count);
  for (let n = 0; n < count; n++) {
    const name = names.at(entries.uint(file.widths.address));
    const object = entries.address();
    const cached = entries.u32();
    entries.skip(20);
    // Kind 2 is a link by path inside of the file.
    if (object !== null && cached !== 2) yield { name, address: object };
  }
}

/** A tree: what its nodes are about, and how long they and their keys are. */
interface Tree {
  readonly kind: number;
  readonly keyBytes: number;
  readonly k: number;
}

interface Leaf {
  readonly key: Fields;
  readonly child: number;
}

async function* listLeaves(file: Hdf5File, root: number, tree: Tree): AsyncGenerator<Leaf> {
  const { address: width } = file.widths;
  const headBytes = 8 + 2 * width;
  const open: { readonly address: number; readonly depth: number }[] = [{ address: root, depth: 0 }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const at = file.base + node.address;
    if (node.depth > DEEPEST || !file.visit("tree", node.address)) throw broken(at, "a tree leads back into itself");
    const head = await file.fields(node.address, headBytes);
    head.expect("TREE");
    if (head.u8() !== tree.kind) throw broken(at, "a tree is of another kind than its use");
    const level = head.u8();
    const count = head.u16();
    const used = count * (tree.keyBytes + width);
    file.claim(node.address, headBytes + Math.max(used, 2 * tree.k * (tree.keyBytes + width)) + tree.keyBytes);
    const entries = await file.fields(node.address + headBytes, used);
    for (let n = 0; n < count; n++) {
      const key = entries.part(tree.keyBytes);
      const child = entries.address();
      if (child === null) continue;
      if (level === 0) yield { key, child };
      else open.push({ address: child, depth: node.depth + 1 });
    }
  }
}

/** A piece of a data set that is stored by itself. */
export interface ChunkPlace {
  readonly address: number;
  readonly bytes: number;
}

/** Chunks of a data set of so many dimensions. @throws FormatError `bad-structure` */
export async function* listTreeChunks(
  file: Hdf5File,
  root: number,
  { rank, chunkK }: { readonly rank: number; readonly chunkK: number },
): AsyncGenerator<ChunkPlace> {
  for await (const { key, child } of listLeaves(file, root, {
    kind: CHUNKS,
    keyBytes: 8 + 8 * (rank + 1),
    k: chunkK,
  })) {
    file.step(1);
    yield { address: child, bytes: key.u32() };
  }
}
