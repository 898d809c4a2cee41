/** Numbers as people read them. */

const BYTES = ["B", "kB", "MB", "GB", "TB", "PB"];
const PARAMETERS = ["", "thousand", "million", "billion", "trillion"];

/** A size in bytes with a decimal unit and three digits: 15.2 GB. */
export function formatBytes(size: number): string {
  return scale(size, BYTES);
}

/** A count of parameters in words: 7.24 billion parameters. */
export function formatParameters(count: number): string {
  return `${scale(count, PARAMETERS).trim()} parameters`;
}

function scale(value: number, units: readonly string[]): string {
  let step = 0;
  let scaled = value;
  while (scaled >= 1000 && step < units.length - 1) {
    scaled /= 1000;
    step += 1;
  }
  return `${Number(scaled.toPrecision(3))} ${units[step] ?? ""}`;
}

/** "1 file", "3 files". */
export function countOf(n: number, noun: string): string {
  // Not toLocaleString: loading its tables costs more than the whole report.
  const grouped = String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${grouped} ${noun}${n === 1 ? "" : "s"}`;
}
