/** Attributes: names and texts of objects (specification IV.A.2.m). Values that are no text are passed over. */

import { broken, decodeText, type Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";
import { GlobalHeap } from "./global-heap.ts";
import { DATATYPE, isLocal, readMessages, readShared } from "./object-header.ts";
import { countElements, type Datatype, readDataspace, readDatatype } from "./values.ts";

/** An attribute; `bytes` is left out where it is no text. */
export interface Attribute {
  readonly name: string;
  readonly bytes?: Uint8Array;
}

/** Elements of variable length that are followed into the heap for one attribute. */
const MOST_ELEMENTS = 100_000;

/** Reads attributes of a file. */
export class AttributeReader {
  readonly #file: Hdf5File;
  readonly #heap: GlobalHeap;
  readonly #types: Map<number, Datatype | null> = new Map();

  constructor(file: Hdf5File) {
    this.#file = file;
    this.#heap = new GlobalHeap(file);
  }

  /** @throws FormatError `bad-structure` */
  async read(message: Fields): Promise<Attribute> {
    const version = message.u8();
    if (version < 1 || version > 3)
      throw broken(message.start, `an attribute of the version ${version} that is not known`);
    const flags = message.u8();
    const [nameBytes, typeBytes, shapeBytes] = [message.u16(), message.u16(), message.u16()];
    if (version === 3) message.skip(1);
    const take = (count: number): Fields => {
      const part = message.part(count);
      if (version === 1) message.align();
      return part;
    };
    const name = decodeText(take(nameBytes).bytes).replace(/\0.*$/s, "");
    const typeFields = take(typeBytes);
    const shapeFields = take(shapeBytes);
    const isShared = version > 1 && (flags & 1) !== 0;
    const type = isShared ? await this.#sharedType(typeFields) : readDatatype(typeFields);
    if (version > 1 && (flags & 2) !== 0) {
      this.#file.unread.add("a shape that several attributes share");
      return { name };
    }
    if (type === null) return { name };
    return await this.#value(message, { name, type, count: countElements(readDataspace(shapeFields)) });
  }

  async #sharedType(fields: Fields): Promise<Datatype | null> {
    const address = readShared(fields);
    if (address !== null) return await this.typeAt(address);
    this.#file.unread.add("a type that is kept in a table of the file");
    return null;
  }

  /** The type that several attributes or data sets share; null where there is none. @throws FormatError `bad-structure` */
  async typeAt(address: number): Promise<Datatype | null> {
    const known = this.#types.get(address);
    if (known !== undefined) return known;
    const messages = await readMessages(this.#file, address, "first");
    const message = messages.find((one) => one.type === DATATYPE && !one.isShared);
    const type = message === undefined ? null : readDatatype(message.fields);
    this.#types.set(address, type);
    return type;
  }

  async #value(
    message: Fields,
    { name, type, count }: { readonly name: string; readonly type: Datatype; readonly count: number },
  ): Promise<Attribute> {
    if (count * type.bytes > message.left)
      throw broken(message.start, `attribute "${name.slice(0, 100)}" ends inside of its value`);
    if (!type.isVariable) {
      const isText = type.text === "fixed" && count === 1;
      return isText ? { name, bytes: trim(message.take(type.bytes)) } : { name };
    }
    if (count > MOST_ELEMENTS) this.#file.unread.add(`an attribute of more than ${MOST_ELEMENTS} texts`);
    let text: Uint8Array | null = null;
    this.#file.step(Math.min(count, MOST_ELEMENTS));
    for (let n = 0; n < Math.min(count, MOST_ELEMENTS); n++) text = await this.#heap.read(message.part(type.bytes));
    return type.text === "variable" && count === 1 && text !== null ? { name, bytes: trim(text) } : { name };
  }
}

/** Texts end at their first zero. */
function trim(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Reads an attribute, or notes why it cannot be read. */
export async function readOrNote(file: Hdf5File, reader: AttributeReader, message: Fields): Promise<Attribute | null> {
  try {
    return await reader.read(message);
  } catch (error) {
    if (!isLocal(error)) throw error;
    file.note(error);
    return null;
  }
}
