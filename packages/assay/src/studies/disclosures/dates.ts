/** Dates as people write them, as ISO 8601 has them. */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

/** A pattern of nine groups for a date or a month; {@link readDate} reads them. */
export const DATE: string = [
  "(?:\\b(20\\d\\d)[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d)",
  `\\b(${MONTH})\\.? (?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(20\\d\\d)\\b`,
  `\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})\\.?,? (20\\d\\d)\\b)`,
].join("|");

/** `2024-04-18` or `2024-04` of the nine groups; undefined where the numbers are no date. */
export function readDate(groups: readonly (string | undefined)[]): string | undefined {
  const [year, month, day, name, dayOf, yearOf, first, second, last] = groups;
  if (year !== undefined) return writeDate(year, Number(month), day);
  if (name !== undefined) return writeDate(yearOf, monthOf(name), dayOf);
  return second === undefined ? undefined : writeDate(last, monthOf(second), first);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function writeDate(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (year === undefined || !(month >= 1 && month <= 12)) return undefined;
  const start = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return start;
  return Number(day) >= 1 && Number(day) <= 31 ? `${start}-${day.padStart(2, "0")}` : undefined;
}
