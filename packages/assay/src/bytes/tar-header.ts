/** One header block of a TAR archive (POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"). */

/** Bytes of a block: headers have one, contents are padded to it. */
export const BLOCK = 512;

/** What a header states; `size` is NaN where no number stands. */
export interface TarHeader {
  readonly name: string;
  /** What a link leads to. */
  readonly linkName: string;
  /** `0` file, `1` hard link, `2` symbolic link, `3` `4` devices, `5` folder, `6` pipe, `x` `g` `L` `K` extensions… */
  readonly type: string;
  readonly size: number;
  /** Whether blocks with a map of holes follow before the content (GNU, type `S`). */
  readonly isExtended: boolean;
}

/** Whether a file begins with a header of an archive. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK && hasMagic(head) && isSound(head.subarray(0, BLOCK));
}

/** Whether a block has the checksum that it states. */
export function isSound(block: Uint8Array): boolean {
  return checksum(block) === octal(block, 148, 8);
}

/** Reads a block that is sound. */
export function readHeader(block: Uint8Array): TarHeader {
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: readName(block),
    linkName: text(block, 157, 100),
    type,
    size: readSize(block),
    isExtended: type === "S" && block[482] === 1,
  };
}

function hasMagic(block: Uint8Array): boolean {
  return String.fromCharCode(...block.subarray(257, 262)) === "ustar";
}

function readName(block: Uint8Array): string {
  const name = text(block, 0, 100);
  // GNU's own format ("ustar  ") keeps other fields where the standard has the prefix of a path.
  const isPosix = hasMagic(block) && block[262] === 0;
  const prefix = isPosix ? text(block, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Octal digits, or, with the first bit set, a number of base 256 (GNU). */
function readSize(block: Uint8Array): number {
  const first = block[124] ?? 0;
  if (first < 0x80) return octal(block, 124, 12);
  return block.subarray(125, 136).reduce((size, byte) => size * 256 + byte, first & 0x7f);
}

function text(block: Uint8Array, start: number, length: number): string {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function octal(block: Uint8Array, start: number, length: number): number {
  const digits = text(block, start, length).trim() || "0";
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** Sum of the header's bytes with the checksum itself as spaces. */
function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  return sum;
}
