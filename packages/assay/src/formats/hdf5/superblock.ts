/** The superblock, by which a file is known: at its beginning, or behind a block of the user's own. */

import type { ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { refusal } from "../shared/words.ts";
import { Fields, type Widths } from "./fields.ts";
import { ERRORS } from "./words.ts";

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Bytes of the longest superblock, with addresses of 8 bytes. */
const LONGEST = 128;

/** Where the signature may stand: at 0, 512, and every doubling of that. 1 MiB is more than any block that is known. */
const PLACES: readonly number[] = [0, ...Array.from({ length: 12 }, (_, n) => 512 << n)];

/** What the superblock says. Addresses count from `base`. */
export interface Superblock {
  readonly widths: Widths;
  /** Where it stands in the file, and how long it is. */
  readonly start: number;
  readonly bytes: number;
  readonly base: number;
  /** Where the file ends. */
  readonly end: number | null;
  /** Object header of the root group, and of what else is said about the file. */
  readonly root: number | null;
  readonly extension: number | null;
  /** What a driver of several files needs to know; such files are not read. */
  readonly driver: number | null;
  /** Half the entries of a leaf and of a node of the trees of groups, and of those of chunks. */
  readonly leafK: number;
  readonly groupK: number;
  readonly chunkK: number;
}

/** Whether the signature stands there. */
export function isSignature(bytes: Uint8Array, at = 0): boolean {
  return SIGNATURE.every((byte, index) => bytes[at + index] === byte);
}

/** Whether the head of a file has the signature where it may stand. */
export function hasSignature(head: Uint8Array): boolean {
  return PLACES.some((at) => at < head.length && isSignature(head, at));
}

/** @throws FormatError with a code of {@link ERRORS} */
export async function readSuperblock(source: ByteSource, ctx: ReadContext): Promise<Superblock> {
  for (const at of PLACES) {
    if (at + SIGNATURE.length > source.size) break;
    const bytes = await source.read(at, Math.min(source.size, at + LONGEST), ctx.signal);
    if (isSignature(bytes)) return parse(bytes, at);
  }
  throw refusal(ERRORS, "not-hdf5", { offset: 0 });
}

function parse(bytes: Uint8Array, start: number): Superblock {
  const version = bytes[8] ?? 255;
  if (version > 3) throw refusal(ERRORS, "unknown-version", { version, offset: start + 8 });
  const [address = 0, length = 0] = version < 2 ? bytes.subarray(13, 15) : bytes.subarray(9, 11);
  if (!isWidth(address) || !isWidth(length))
    throw refusal(ERRORS, "bad-superblock", {
      what: `addresses of ${address} and lengths of ${length} bytes`,
      offset: start,
    });
  const least = version < 2 ? 48 + 4 * version + 6 * address : 16 + 4 * address;
  if (bytes.length < least)
    throw refusal(ERRORS, "bad-superblock", { what: "file ends inside of its superblock", offset: start });
  const fields = new Fields(bytes, start, { address, length });
  return version < 2 ? parseOld(fields, { address, length }, version) : parseNew(fields, { address, length });
}

function isWidth(bytes: number): boolean {
  return bytes === 2 || bytes === 4 || bytes === 8;
}

function parseOld(fields: Fields, widths: Widths, version: number): Superblock {
  fields.skip(16);
  const leafK = fields.u16();
  const groupK = fields.u16();
  fields.skip(4);
  const chunkK = version === 1 ? fields.u16() : 32;
  if (version === 1) fields.skip(2);
  const base = fields.address() ?? fields.start;
  fields.skip(widths.address);
  const end = fields.address();
  const driver = fields.address();
  fields.skip(widths.address);
  const root = fields.address();
  fields.skip(24);
  return {
    widths,
    start: fields.start,
    bytes: fields.at,
    base,
    end,
    root,
    extension: null,
    driver,
    leafK,
    groupK,
    chunkK,
  };
}

function parseNew(fields: Fields, widths: Widths): Superblock {
  fields.skip(12);
  const base = fields.address() ?? fields.start;
  const extension = fields.address();
  const end = fields.address();
  const root = fields.address();
  fields.skip(4);
  return {
    widths,
    start: fields.start,
    bytes: fields.at,
    base,
    end,
    root,
    extension,
    driver: null,
    leafK: 4,
    groupK: 16,
    chunkK: 32,
  };
}
