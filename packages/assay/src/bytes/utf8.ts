/** UTF-8 byte by byte, where a place is asked for and `TextDecoder` gives none. */

/**
 * Length of the UTF-8 sequence at `i`; negative: the length of the ill-formed part that a decoder replaces by one U+FFFD.
 * Source: Unicode 3.9, table 3-7, and the "maximal subpart" practice that the WHATWG decoder follows.
 */
export function sequenceAt(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  const length = lengthByLead(lead);
  if (length === 0) return -1;
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k];
    if (next === undefined || !continues(lead, k, next)) return -k;
  }
  return length;
}

/** Offset of the first byte from `start` on that is not part of well-formed UTF-8, or -1. */
export function findInvalidUtf8(bytes: Uint8Array, start: number): number {
  for (let i = start; i < bytes.length; ) {
    const length = sequenceAt(bytes, i);
    if (length < 0) return i;
    i += length;
  }
  return -1;
}

const LOWEST_SECOND: ReadonlyMap<number, number> = new Map([
  [0xe0, 0xa0],
  [0xf0, 0x90],
]);
const HIGHEST_SECOND: ReadonlyMap<number, number> = new Map([
  [0xed, 0x9f],
  [0xf4, 0x8f],
]);

function lengthByLead(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Second bytes are narrower behind four leads, which keeps out overlong forms, surrogates and values past U+10FFFF. */
function continues(lead: number, k: number, byte: number): boolean {
  if (k > 1) return byte >= 0x80 && byte <= 0xbf;
  return byte >= (LOWEST_SECOND.get(lead) ?? 0x80) && byte <= (HIGHEST_SECOND.get(lead) ?? 0xbf);
}
