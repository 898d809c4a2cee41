/** Telling a Git LFS stub by its first bytes. */

/** Version lines that open a stub (git-lfs docs/spec.md): v1 and its pre-release spelling. */
export const POINTER_VERSIONS: readonly string[] = [
  "https://git-lfs.github.com/spec/v1",
  "https://hawser.github.com/spec/v1",
];

const LONGEST = 48;

/** Whether a file that begins like this is a stub, whatever its name: its content is not here. */
export function isPointerHead(head: Uint8Array): boolean {
  if (head[0] !== 0x76) return false;
  const start = new TextDecoder("windows-1252").decode(head.subarray(0, LONGEST));
  return POINTER_VERSIONS.some((version) => start.startsWith(`version ${version}\n`));
}
