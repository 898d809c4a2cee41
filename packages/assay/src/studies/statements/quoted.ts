/** Whether words stand between marks of quotation: then they are somebody's, and nobody says here that they are true. */

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
];

/** Whether the place between two stretches of a sentence is inside of a quotation. */
export function isQuoted(before: string, behind: string): boolean {
  const isInside = before.split('"').length % 2 === 0 && behind.includes('"');
  return isInside || PAIRS.some(([open, close]) => isBetween(before, behind, { open, close }));
}

function isBetween(
  before: string,
  behind: string,
  { open, close }: { readonly open: string; readonly close: string },
): boolean {
  return before.lastIndexOf(open) > before.lastIndexOf(close) && behind.includes(close);
}
