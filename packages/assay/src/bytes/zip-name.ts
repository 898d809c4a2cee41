/** Names of members of a ZIP archive (PKWARE APPNOTE 6.3.10, appendix D). */

/** Bit 11: the name is UTF-8. */
export const UTF8 = 0x800;

/**
 * Bytes of the longest name that is kept whole. Windows opens paths of 260 characters and no writer makes longer names; of
 * 65,535 bytes each, as the format allows, the names alone would fill the memory.
 */
export const LONGEST_NAME = 1024;

/** Bytes that are kept of both ends of a longer one: the folder and the ending. */
const KEPT = 256;

/** A name as text; of one that is longer than {@link LONGEST_NAME} the middle is left out. */
export function decodeName(bytes: Uint8Array, flags: number): string {
  if (bytes.length <= LONGEST_NAME) return decode(bytes, flags);
  return `${decode(bytes.subarray(0, KEPT), flags)}…${decode(bytes.subarray(-KEPT), flags)}`;
}

/** Without the bit for UTF-8 a name is of code page 437 (appendix D); Unix tools write UTF-8 all the same. */
function decode(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true, fatal: (flags & UTF8) === 0 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 0x80])).join("");
  }
}

/** Upper half of code page 437. */
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
