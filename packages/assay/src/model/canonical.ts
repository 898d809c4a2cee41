/** JSON in the one form that two programs agree on byte by byte (RFC 8785). */

/** Plain data that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON text of a value: keys sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Keys whose value is undefined are left out; lone surrogates, which RFC 8785 forbids, become U+FFFD.
 * @throws RangeError for NaN and infinities, which JSON cannot carry.
 */
export function canonicalize(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.toWellFormed());
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`JSON cannot carry ${value}`);
  if (value === null || typeof value === "number" || typeof value === "boolean") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalize(item ?? null)).join(",")}]`;
  if (typeof value === "object") return canonicalizeObject(value);
  throw new RangeError(`JSON cannot carry a ${typeof value}`);
}

function canonicalizeObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key.toWellFormed())}:${canonicalize(member)}`);
  return `{${members.join(",")}}`;
}
