/** Exact fractions: two thirds of nine are six, and no float is asked. */

/** A fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Nothing. */
export const ZERO: Fraction = { over: 0n, under: 1n };

/** The fraction of two integers. @throws RangeError for a denominator of 0. */
export function fraction(over: bigint, under: bigint): Fraction {
  if (under === 1n) return { over, under };
  if (under === 0n) throw new RangeError("a fraction has no denominator of 0");
  const divisor = gcd(over < 0n ? -over : over, under < 0n ? -under : under);
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : gcd(b, a % b);
}

/** Digits that a share may have: nobody votes by a fraction of more. */
const SHARE = /^(\d{1,9})(?:\/(\d{1,9}))?$/;

/** Reads `2/3` or `1`; null where it is no share between 0 and 1. */
export function parseShare(words: string): Fraction | null {
  const [, over, under = "1"] = SHARE.exec(words) ?? [];
  if (over === undefined || /^0+$/.test(under)) return null;
  const share = fraction(BigInt(over), BigInt(under));
  return share.over > share.under ? null : share;
}

/** The sum. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.under === b.under) return fraction(a.over + b.over, a.under);
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

/** The product. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

/** Negative where `a` is less, 0 where they are the same. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The least integer that is not less; of a fraction that is not negative. */
export function ceil({ over, under }: Fraction): bigint {
  return (over + under - 1n) / under;
}

/** `2/3`, or `2` for an integer. */
export function format({ over, under }: Fraction): string {
  return under === 1n ? String(over) : `${over}/${under}`;
}
