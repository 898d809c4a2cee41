/** Data sets: their shape and type, and where their bytes lie (specification IV.A.2.h and IV.A.2.i). */

import { broken, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";
import { DATASPACE, DATATYPE, EXTERNAL_FILES, FILTERS, LAYOUT, type Message, readShared } from "./object-header.ts";
import { listTreeChunks, readLocalHeap, type TreeSizes } from "./old-groups.ts";
import { countElements, type Datatype, readDataspace, readDatatype } from "./values.ts";

/** A data set. */
export interface DataSet {
  readonly name: string;
  readonly type: Datatype;
  readonly elements: number;
}

/** What reading a data set needs beside its messages. */
export interface Within {
  readonly name: string;
  readonly sizes: TreeSizes;
  readonly typeAt: (address: number) => Promise<Datatype | null>;
}

/** Filters that HDF5 itself and h5py bring along; those of a larger number come as plugins. */
const BUILT_IN: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 32_000]);

/** Ways in which data lies in a file. */
const COMPACT = 0;
const CONTIGUOUS = 1;
const CHUNKED = 2;
const VIRTUAL = 3;

/** Reads a data set; null where its messages are not those of one. @throws FormatError `bad-structure` */
export async function readDataSet(
  file: Hdf5File,
  messages: readonly Message[],
  within: Within,
): Promise<DataSet | null> {
  const find = (type: number): Message | undefined => messages.find((one) => one.type === type);
  const [layout, shape, type] = [find(LAYOUT), find(DATASPACE), find(DATATYPE)];
  if (layout === undefined || shape === undefined || type === undefined) return null;
  const found = await readType(type, within);
  if (found === null || shape.isShared || layout.isShared) {
    file.unread.add("a type or a shape that is kept in a table of the file");
    return null;
  }
  const elements = countElements(readDataspace(shape.fields));
  const set: DataSet = { name: within.name, type: found, elements };
  if (found.isVariable && found.text === undefined) file.unread.add("a list of lists of any length");
  const external = find(EXTERNAL_FILES);
  const filters = find(FILTERS);
  if (filters !== undefined) checkFilters(file, filters.fields, set);
  if (external !== undefined) await tellExternal(file, external.fields, set);
  await placeData(file, layout.fields, { set, within, isElsewhere: external !== undefined });
  return set;
}

async function readType({ isShared, fields }: Message, { typeAt }: Within): Promise<Datatype | null> {
  if (!isShared) return readDatatype(fields);
  const address = readShared(fields);
  return address === null ? null : await typeAt(address);
}

function checkFilters(file: Hdf5File, fields: Fields, { name }: DataSet): void {
  const version = fields.u8();
  const count = fields.u8();
  if (version === 1) fields.skip(6);
  for (let n = 0; n < count; n++) {
    const at = fields.start + fields.at;
    const filter = fields.u16();
    const nameBytes = version === 1 || filter >= 256 ? fields.u16() : 0;
    fields.skip(2);
    const values = fields.u16();
    fields.skip(version === 1 ? Math.ceil(nameBytes / 8) * 8 : nameBytes);
    fields.skip(4 * values + (version === 1 && values % 2 === 1 ? 4 : 0));
    if (!BUILT_IN.has(filter)) file.faults.add("foreign-filter", { name, filter }, { start: at, end: at + 2 });
  }
}

async function tellExternal(file: Hdf5File, fields: Fields, { name }: DataSet): Promise<void> {
  fields.skip(6);
  const count = fields.u16();
  const address = fields.address();
  const names = address === null ? null : await readLocalHeap(file, address);
  const at = { start: fields.start, end: fields.start + fields.bytes.length };
  for (let n = 0; n < Math.max(1, Math.min(count, 100)); n++) {
    const offset = fields.left === 0 ? 0 : fields.length();
    file.faults.add("external-data", { name, file: names?.at(offset) ?? "" }, at);
    if (fields.left > 0) fields.skip(2 * file.widths.length);
  }
}

interface Placed {
  readonly set: DataSet;
  readonly within: Within;
  readonly isElsewhere: boolean;
}

async function placeData(file: Hdf5File, fields: Fields, placed: Placed): Promise<void> {
  const version = fields.u8();
  if (version < 1 || version > 4) {
    file.unread.add(`the layout of a data set in version ${version}`);
    return;
  }
  if (version < 3) return await placeOld(file, fields, placed);
  const kind = fields.u8();
  if (kind === CONTIGUOUS) return placeContiguous(file, fields, placed);
  if (kind === CHUNKED && version === 3) return await placeChunks(file, fields, placed);
  if (kind === CHUNKED) return await placeIndexed(file, fields, placed);
  if (kind === VIRTUAL) tellVirtual(file, fields, placed.set);
  else if (kind !== COMPACT) throw broken(fields.start, `data in a layout of the kind ${kind} that is not known`);
}

function tellVirtual(file: Hdf5File, { start, bytes }: Fields, { name }: DataSet): void {
  file.faults.add("virtual-data", { name }, { start, end: start + bytes.length });
}

function placeContiguous(file: Hdf5File, fields: Fields, { set, isElsewhere }: Placed): void {
  const address = fields.address();
  const actual = fields.length();
  const expected = set.elements * set.type.bytes;
  if (address === null || isElsewhere) return;
  const at = { start: fields.start, end: fields.start + fields.bytes.length };
  if (actual !== expected) file.faults.add("size-mismatch", { name: set.name, actual, expected }, at);
  claimData(file, { address, bytes: actual }, set);
}

/** Layouts of versions 1 and 2, which do not say how long contiguous data is. */
async function placeOld(file: Hdf5File, fields: Fields, placed: Placed): Promise<void> {
  const { set, within, isElsewhere } = placed;
  const rank = fields.u8();
  const kind = fields.u8();
  fields.skip(5);
  if (kind === COMPACT) return;
  const address = fields.address();
  if (address === null || isElsewhere) return;
  if (kind === CONTIGUOUS) claimData(file, { address, bytes: set.elements * set.type.bytes }, set);
  else if (kind === CHUNKED) await claimChunks(file, address, { placed, rank: rank - 1, sizes: within.sizes });
  else throw broken(fields.start, `data in a layout of the kind ${kind} that is not known`);
}

async function placeChunks(file: Hdf5File, fields: Fields, placed: Placed): Promise<void> {
  const rank = fields.u8() - 1;
  const address = fields.address();
  if (address !== null) await claimChunks(file, address, { placed, rank, sizes: placed.within.sizes });
}

interface Chunks {
  readonly placed: Placed;
  readonly rank: number;
  readonly sizes: TreeSizes;
}

async function claimChunks(file: Hdf5File, address: number, { placed, rank, sizes }: Chunks): Promise<void> {
  if (rank < 0) throw broken(file.base + address, "data in pieces of no dimensions");
  for await (const chunk of listTreeChunks(file, address, { rank, chunkK: sizes.chunkK }))
    claimData(file, chunk, placed.set);
}

/** Ways in which version 4 finds pieces. */
const SINGLE = 1;
const IMPLICIT = 2;

async function placeIndexed(file: Hdf5File, fields: Fields, { set }: Placed): Promise<void> {
  const flags = fields.u8();
  const rank = fields.u8();
  const width = fields.u8();
  const shape = Array.from({ length: rank }, () => fields.uint(width));
  const kind = fields.u8();
  const bytes = shape.reduce((product, dimension) => product * dimension, 1);
  if (kind === SINGLE) {
    const packed = (flags & 2) === 0 ? bytes : fields.length();
    if ((flags & 2) !== 0) fields.skip(4);
    const address = fields.address();
    if (address !== null) claimData(file, { address, bytes: packed }, set);
  } else if (kind === IMPLICIT) {
    const address = fields.address();
    const count = Math.ceil((set.elements * set.type.bytes) / Math.max(1, bytes));
    if (address !== null) claimData(file, { address, bytes: count * bytes }, set);
  } else file.unread.add(`data in pieces that are found by an index of the kind ${kind}`);
}

function claimData(
  file: Hdf5File,
  { address, bytes }: { readonly address: number; readonly bytes: number },
  { name }: DataSet,
): void {
  const start = file.base + address;
  if (!(start + bytes <= file.size))
    throw broken(Math.min(start, file.size), "data of a data set lies past the end of the file");
  file.claim(address, bytes, name);
}

/** Text of a name as it is kept. */
export function cutName(name: string): string {
  return name.length > 1_000 ? `${name.slice(0, 1_000)}…` : name;
}
