/** Numbers as prose writes them: `1.4T`, `2 trillion`, `3.8 × 10^25`, `299,892,736,000`. */

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  exa: 1e18,
  e: 1e18,
  zetta: 1e21,
  z: 1e21,
  yotta: 1e24,
  y: 1e24,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
};

/** What a figure and the word for its scale come to; NaN for a word that is none. */
export function readScaled(figure: string, scale = ""): number {
  const value = Number(figure.replaceAll(",", ""));
  const factor = scale === "" ? 1 : (SCALES[scale.toLowerCase()] ?? Number.NaN);
  // A power of ten is exact in decimals: 3.3 × 1e6 is not 3299999.9999999995.
  return Number((value * factor).toPrecision(12));
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A figure and its power of ten, which may stand raised. */
export function readPower(figure: string, power: string): number {
  const plain = [...power].map((sign) => (RAISED.includes(sign) ? String(RAISED.indexOf(sign)) : sign)).join("");
  return Number(`${figure.replaceAll(",", "")}e${plain}`);
}
