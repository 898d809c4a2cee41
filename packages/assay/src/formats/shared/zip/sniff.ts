/** Knows ZIP archives, and checkpoints of PyTorch among them, by the beginning and the end of a file. */

import { isZip } from "../../../bytes/zip.ts";
import { listEnds } from "../../../bytes/zip-ends.ts";
import { extensionOf } from "../file-name.ts";

/** Members of a checkpoint, in the one folder: its pickle, or constants of a scripted module; the version of its layout. */
export const PICKLE: RegExp = /^[^/]+\/(?:data|constants)\.pkl$/i;
export const VERSION: RegExp = /^[^/]+\/(?:\.data\/)?version$/i;

/** Endings under which an archive with such a pickle anywhere is meant as a checkpoint. */
const OWN_ENDINGS: ReadonlySet<string> = new Set(["pt", "pth", "bin", "ckpt"]);

/** Header of a member at the beginning, entry of a member in the directory: their first bytes, and where their name stands. */
const HEADER = { sign: [0x50, 0x4b, 3, 4], length: 26, name: 30 };
const ENTRY = { sign: [0x50, 0x4b, 1, 2], length: 28, name: 46 };

/** Bytes of the longest name that is looked at. */
const LONGEST_NAME = 300;

/** Whether some reader takes a file for a ZIP archive: by its beginning, or by an end record that can be one. */
export function isArchive(head: Uint8Array, tail: Uint8Array): boolean {
  return (
    isZip(head) ||
    listEnds(tail, 0).some(({ count, size, offset }) => (count > 0 || offset + size > 0) && size >= 46 * count)
  );
}

/**
 * Whether an archive's members are those of a checkpoint. The first member is the pickle, and the last ones have the version
 * among them: of a long directory the end alone is at hand.
 */
export function namesCheckpoint(path: string, head: Uint8Array, tail: Uint8Array): boolean {
  const names = [nameAt(head, 0, HEADER)];
  for (let at = tail.indexOf(0x50); at >= 0; at = tail.indexOf(0x50, at + 1)) names.push(nameAt(tail, at, ENTRY));
  const isOne = names.some((name) => PICKLE.test(name)) && names.some((name) => VERSION.test(name));
  return (
    isOne ||
    (OWN_ENDINGS.has(extensionOf(path)) && names.some((name) => /(?:^|\/)(?:data|constants)\.pkl$/i.test(name)))
  );
}

/** The name of the member whose header or entry stands there; empty where none does. */
function nameAt(bytes: Uint8Array, at: number, { sign, length, name }: typeof HEADER): string {
  if (sign.some((byte, index) => bytes[at + index] !== byte)) return "";
  const count = (bytes[at + length] ?? 0) + 256 * (bytes[at + length + 1] ?? 0);
  return count > LONGEST_NAME
    ? ""
    : new TextDecoder("windows-1252").decode(bytes.subarray(at + name, at + name + count));
}
