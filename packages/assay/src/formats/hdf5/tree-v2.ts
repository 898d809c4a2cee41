/** B-trees of the second version, which index large groups and many attributes (specification III.A.2). */

import { broken, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";

/** Bytes of a node; writers use 512 to 2,048. */
const LONGEST_NODE = 1 << 20;

/** Levels of a tree. */
const DEEPEST = 16;

/** Bytes in front of the records of a node, and of the sum behind them. */
const PREFIX = 6;
const CHECKSUM = 4;

/** How the nodes of one level are laid out. */
interface LevelShape {
  readonly most: number;
  /** Bytes of the number of all records below a node of this level. */
  readonly totalBytes: number;
  readonly pointerBytes: number;
}

interface Shape {
  readonly nodeBytes: number;
  readonly recordBytes: number;
  /** Bytes of the number of records of a node. */
  readonly countBytes: number;
  readonly levels: readonly LevelShape[];
}

interface Node {
  readonly address: number;
  readonly count: number;
  readonly level: number;
}

/** All records of a tree, as their bytes. @throws FormatError `bad-structure` */
export async function* listRecords(file: Hdf5File, address: number): AsyncGenerator<Fields> {
  const head = await file.fields(address, 16 + file.widths.address + 2 + file.widths.length + CHECKSUM);
  if (!file.visit("records", address)) throw broken(head.start, "a tree has two uses");
  head.expect("BTHD");
  head.skip(2);
  const [nodeBytes, recordBytes, depth] = [head.u32(), head.u16(), head.u16()];
  head.skip(2);
  const root = head.address();
  const count = head.u16();
  file.claim(address, head.bytes.length);
  if (root === null) return;
  if (nodeBytes > LONGEST_NODE || recordBytes < 1 || depth > DEEPEST)
    throw broken(head.start, "a tree has nodes of a shape that cannot be");
  const shape = layOut(file, { nodeBytes, recordBytes, depth });
  const open: Node[] = [{ address: root, count, level: depth }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const fields = await openNode(file, node, shape);
    file.step(node.count);
    for (let n = 0; n < node.count; n++) yield fields.part(recordBytes);
    if (node.level > 0) open.push(...listChildren(file, fields, { node, shape }));
  }
}

async function openNode(file: Hdf5File, { address, level }: Node, { nodeBytes }: Shape): Promise<Fields> {
  const fields = await file.fields(address, nodeBytes);
  if (!file.visit("node", address)) throw broken(fields.start, "a tree leads back into itself");
  fields.expect(level === 0 ? "BTLF" : "BTIN");
  fields.skip(2);
  file.claim(address, nodeBytes);
  return fields;
}

function listChildren(
  file: Hdf5File,
  fields: Fields,
  { node, shape }: { readonly node: Node; readonly shape: Shape },
): readonly Node[] {
  const below = shape.levels[node.level - 1];
  const children: Node[] = [];
  for (let n = 0; n <= node.count; n++) {
    const address = fields.address();
    const count = fields.uint(shape.countBytes);
    if (node.level > 1) fields.skip(below?.totalBytes ?? 0);
    if (address === null) throw broken(file.base + node.address, "a tree leads nowhere");
    children.push({ address, count, level: node.level - 1 });
  }
  return children;
}

function layOut(
  file: Hdf5File,
  {
    nodeBytes,
    recordBytes,
    depth,
  }: { readonly nodeBytes: number; readonly recordBytes: number; readonly depth: number },
): Shape {
  const most = Math.floor((nodeBytes - PREFIX - CHECKSUM) / recordBytes);
  const countBytes = widthOf(most);
  const levels: LevelShape[] = [{ most, totalBytes: 0, pointerBytes: 0 }];
  let all = most;
  for (let level = 1; level <= depth; level++) {
    const pointerBytes = file.widths.address + countBytes + (levels[level - 1]?.totalBytes ?? 0);
    const here = Math.floor((nodeBytes - PREFIX - CHECKSUM - pointerBytes) / (recordBytes + pointerBytes));
    all = (here + 1) * all + here;
    levels.push({ most: here, totalBytes: widthOf(all), pointerBytes });
  }
  return { nodeBytes, recordBytes, countBytes, levels };
}

/** Bytes that a number up to `limit` takes. */
function widthOf(limit: number): number {
  return Math.floor(Math.log2(Math.max(1, limit)) / 8) + 1;
}
