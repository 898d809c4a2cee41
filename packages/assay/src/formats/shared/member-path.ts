/** Paths of members of an archive. */

/** Whether a path leaves the folder into which the archive is unpacked, on any system. */
export function isOutside(path: string): boolean {
  return /^[/\\]|^[A-Za-z]:[/\\]|\0/.test(path) || path.split(/[/\\]/).includes("..");
}
