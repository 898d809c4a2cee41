/** Products of dimensions as the reference reader counts them: in 64 bits. */

const MAX_U64 = 2n ** 64n - 1n;

/** The exact product, as a number where one can hold it; Infinity past 64 bits, which no dimension of 0 undoes. */
export function multiply(product: number | bigint, by: number | bigint): number | bigint {
  if (product === Number.POSITIVE_INFINITY) return product;
  const quick = typeof product === "number" && typeof by === "number" ? product * by : Number.NaN;
  if (Number.isSafeInteger(quick)) return quick;
  const exact = BigInt(product) * BigInt(by);
  if (exact > MAX_U64) return Number.POSITIVE_INFINITY;
  return exact > BigInt(Number.MAX_SAFE_INTEGER) ? exact : Number(exact);
}
