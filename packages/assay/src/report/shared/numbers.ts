/** Numbers as people read them. */

const BYTES = ["B", "kB", "MB", "GB", "TB", "PB"];
const PARAMETERS = ["", "thousand", "million", "billion", "trillion"];

/** A size in bytes with a decimal unit and three digits: 15.2 GB. */
export function formatBytes(size: number): string {
  return scale(size, BYTES);
}

/** A count of parameters in words: 7.24 billion parameters. */
export function formatParameters(count: number): string {
  if (count < 1_000_000) return countOf(count, "parameter");
  return `${scale(count, PARAMETERS)} parameters`;
}

function scale(value: number, units: readonly string[]): string {
  let step = 0;
  let scaled = value;
  while (round(scaled) >= 1000 && step < units.length - 1) {
    scaled /= 1000;
    step += 1;
  }
  return `${round(scaled)} ${units[step] ?? ""}`;
}

/** To three digits: 999.6 is 1000, and of the next unit. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** "1 file", "3 files". */
export function countOf(n: number, noun: string): string {
  // Not toLocaleString: loading its tables costs more than the whole report.
  const grouped = String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped} ${noun}${n === 1 ? "" : "s"}`;
}
