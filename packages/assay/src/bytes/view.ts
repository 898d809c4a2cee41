/** Numbers out of bytes. */

/** The same bytes as a view that reads numbers of any width. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
