/** A number for a finding that stays the same while the finding does, wherever in the file it moves. */

/** FNV-1a, 64 bits (draft-eastlake-fnv): for telling findings apart, not for security. */
const [BASIS, PRIME, BITS] = [0xcbf29ce484222325n, 0x100000001b3n, 64];

/** 16 hex digits for a list of texts. */
export function fingerprint(parts: readonly string[]): string {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(JSON.stringify(parts)))
    hash = BigInt.asUintN(BITS, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(BITS / 4, "0");
}
