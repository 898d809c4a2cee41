/** The header of an array: what its elements are and how many there are. */

import { FormatError } from "../../model/errors.ts";
import type { ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { refusal } from "../shared/words.ts";
import { type Dtype, readDtype, readShape } from "./dtype.ts";
import { parseLiteral } from "./literal.ts";
import { ERRORS } from "./words.ts";

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** Bytes of a header. NumPy takes 10,000 by itself, and any number when it is told to. */
const MOST_HEADER = 1 << 20;

/** What a header says. */
export interface Header {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Offset of the data in the file. */
  readonly data: number;
}

/** Whether an array begins there. */
export function isMagic(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readHeader(source: ByteSource, start: number, ctx: ReadContext): Promise<Header> {
  const { size } = source;
  const head = await source.read(start, Math.min(size, start + 12), ctx.signal);
  if (!isMagic(head)) throw refusal(ERRORS, "not-numpy", { offset: start });
  const version = head[6] ?? 0;
  if (version < 1 || version > 3) throw refusal(ERRORS, "unknown-version", { version, offset: start + 6 });
  const fixed = version === 1 ? 10 : 12;
  if (head.length < fixed) throw refusal(ERRORS, "cut-off", { needed: start + fixed, size, offset: start });
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const data = start + fixed + length;
  if (length > MOST_HEADER) throw refusal(ERRORS, "long-header", { length, limit: MOST_HEADER, offset: start });
  if (data > size) throw refusal(ERRORS, "cut-off", { needed: data, size, offset: start });
  const bytes = await source.read(start + fixed, data, ctx.signal);
  const text = new TextDecoder(version === 3 ? "utf-8" : "windows-1252").decode(bytes);
  return { ...parse(text, start + fixed), data };
}

function parse(text: string, start: number): Omit<Header, "data"> {
  const bad = (what: string, offset = start): FormatError => refusal(ERRORS, "bad-header", { what, offset });
  try {
    const literal = parseLiteral(text);
    if (literal.kind !== "dictionary" || literal.entries.size !== 3) throw bad("not a dictionary of three entries");
    const { entries } = literal;
    const order = entries.get("fortran_order");
    if (order?.kind !== "word" || order.value === "None") throw bad("no order of the elements");
    const dtype = readDtype(entries.get("descr"));
    if (dtype === null) throw bad("no type of the elements");
    const shape = readShape(entries.get("shape"));
    if (shape === null) throw bad("no shape");
    return { dtype, shape };
  } catch (error) {
    if (error instanceof FormatError && !(error.offset >= start)) throw bad(error.message, start + error.offset);
    throw error;
  }
}
