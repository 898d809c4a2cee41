/** Makes the example files; `npm run examples -- template-id` writes them. */

function file(lines: number, ...rest: readonly number[]): Uint8Array {
  const bytes = Uint8Array.from([0, 0, 0, 0, ...rest]);
  new DataView(bytes.buffer).setUint32(0, lines, true);
  return bytes;
}

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/seven.template-id": file(7),
  "bad/truncated.template-id": file(7).slice(0, 2),
  "bad/too-many-lines.template-id": file(0xffff_ffff),
  "bad/trailing-bytes.template-id": file(7, 1),
};
