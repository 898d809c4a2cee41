/** Names of members of a ZIP archive (PKWARE APPNOTE 6.3.10, appendix D). */

/** Bit 11: the name is UTF-8. */
const UTF8 = 0x800;

/** Without the bit for UTF-8 a name is of code page 437 (appendix D); Unix tools write UTF-8 all the same. */
export function decodeName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true, fatal: (flags & UTF8) === 0 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 0x80])).join("");
  }
}

/** Upper half of code page 437. */
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
