/** JSON pointers (RFC 6901): places in a structured file. */

/** Pointer of a member of the value at `pointer`: `~` and `/` of its name are escaped (section 3). */
export function pointTo(pointer: string, member: string | number): string {
  return `${pointer}/${typeof member === "number" ? member : escapeName(member)}`;
}

/**
 * Pointers beyond this are kept by nobody: the longest of real files has some hundred characters, and V8 hashes a string
 * of more than 16,383 by its length alone, so that a map of such keys takes quadratic time.
 */
export const LONGEST_POINTER: number = 1024;

/** Half of a surrogate pair is no character, so it becomes U+FFFD. */
function escapeName(name: string): string {
  const safe = name.toWellFormed();
  return safe.includes("~") || safe.includes("/") ? safe.replaceAll("~", "~0").replaceAll("/", "~1") : safe;
}
