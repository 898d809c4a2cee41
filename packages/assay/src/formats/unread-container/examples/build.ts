/** Makes the example files; `npm run examples -- unread-container` writes them. */

/** A 7z archive's mark and version. */
const SEVEN_Z: readonly number[] = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4];

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/owl.7z": new Uint8Array(SEVEN_Z),
  "good/owl.so": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
  "bad/empty.mnn": new Uint8Array(0),
};
