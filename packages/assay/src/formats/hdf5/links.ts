/** Links of groups of the second kind: in the group's own header, or many of them in a heap (IV.A.2.c, IV.A.2.g). */

import { broken, decodeText, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";
import { openFractalHeap } from "./fractal-heap.ts";
import type { Member } from "./old-groups.ts";
import { listRecords } from "./tree-v2.ts";

/** Kinds of links; those from 65 on are of somebody's own. */
const HARD = 0;
const SOFT = 1;
const EXTERNAL = 64;

/** Reads a link: the member that it leads to, or null for one that leads elsewhere, which is told. */
export function readLink(file: Hdf5File, message: Fields): Member | null {
  if (message.u8() !== 1) throw broken(message.start, "a link is of no version that is known");
  const flags = message.u8();
  const kind = (flags & 0x08) === 0 ? HARD : message.u8();
  if ((flags & 0x04) !== 0) message.skip(8);
  if ((flags & 0x10) !== 0) message.skip(1);
  const name = decodeText(message.take(message.uint(1 << (flags & 3))));
  const at = { start: message.start, end: message.start + message.bytes.length };
  if (kind === HARD) {
    const address = message.address();
    return address === null ? null : { name, address };
  }
  if (kind === EXTERNAL) file.faults.add("external-link", { name, file: readFileName(message) }, at);
  else if (kind !== SOFT) file.faults.add("foreign-link", { name, kind }, at);
  return null;
}

function readFileName(message: Fields): string {
  const value = message.take(message.u16());
  return decodeText(value.subarray(1)).replace(/\0.*$/s, "");
}

/** Links that lie in a heap, if any do. @throws FormatError `bad-structure` */
export async function* listHeapLinks(file: Hdf5File, message: Fields): AsyncGenerator<Member> {
  message.skip(1);
  const flags = message.u8();
  if ((flags & 1) !== 0) message.skip(8);
  for await (const link of listHeapObjects(file, message, { flags, idAt: 4 })) {
    const member = readLink(file, link);
    if (member !== null) yield member;
  }
}

/** Attributes that lie in a heap, if any do, as the fields of their messages. @throws FormatError `bad-structure` */
export async function* listHeapAttributes(file: Hdf5File, message: Fields): AsyncGenerator<Fields> {
  message.skip(1);
  const flags = message.u8();
  if ((flags & 1) !== 0) message.skip(2);
  yield* listHeapObjects(file, message, { flags, idAt: 0 });
}

interface Indexed {
  readonly flags: number;
  /** Where the id of an object stands in the record of its name: behind the hash of a link's name. */
  readonly idAt: number;
}

async function* listHeapObjects(file: Hdf5File, message: Fields, { flags, idAt }: Indexed): AsyncGenerator<Fields> {
  const address = message.address();
  const names = message.address();
  const order = (flags & 2) === 0 ? null : message.address();
  if (address === null || names === null) return;
  const heap = await openFractalHeap(file, address);
  if (heap === null) return;
  for await (const record of listRecords(file, names)) {
    record.skip(idAt);
    yield await heap.read(record.part(idAt === 0 ? 8 : 7));
  }
  // The same objects in another order.
  if (order !== null) for await (const _ of listRecords(file, order));
}
