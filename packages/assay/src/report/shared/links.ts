/** Addresses that a report may link to. */

/** The address, normalised, where it is one of the web and carries no credentials; null for any other. */
export function toLink(url: string | undefined): string | null {
  // A parser of addresses drops blanks and control characters in front: what is shown would not be what is followed.
  const parsed = url === undefined || !/^https?:/i.test(url) ? null : URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  return parsed.username === "" && parsed.password === "" ? parsed.href : null;
}
