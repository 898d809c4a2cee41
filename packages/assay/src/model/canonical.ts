/** JSON in the one form that two programs agree on byte by byte (RFC 8785). */

/** Plain data that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON text of a value: keys sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * Keys whose value is undefined are left out; lone surrogates, which RFC 8785 forbids, become U+FFFD.
 * @throws RangeError for what JSON cannot carry: NaN, infinities, functions, keys that differ in lone surrogates alone.
 */
export function canonicalize(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.toWellFormed());
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`JSON cannot carry ${value}`);
  if (value === null || typeof value === "number" || typeof value === "boolean") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalize(item ?? null)).join(",")}]`;
  if (typeof value === "object") return canonicalizeObject(value);
  throw new RangeError(`JSON cannot carry a ${typeof value}`);
}

function canonicalizeObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key.toWellFormed(), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const twice = members.find(([key], index) => key === members[index + 1]?.[0]);
  if (twice !== undefined) throw new RangeError(`JSON cannot carry the key ${twice[0]} twice`);
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalize(member)}`).join(",")}}`;
}
