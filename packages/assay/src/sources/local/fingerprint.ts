/** Tells whether a file is still the one that was listed. */

import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { FormatError } from "../../model/errors.ts";

/** Identity and state of a file when it was listed. */
export interface Fingerprint {
  /** Real path: no link is followed when it is opened. */
  readonly file: string;
  readonly size: number;
  /** Device, inode, size, times of change and of modification in nanoseconds. */
  readonly state: string;
}

/** Fingerprint of a regular file, null for anything else. @throws the file system's error. */
export function takeFingerprint(file: string): Fingerprint | null {
  const stats = lstatSync(file, { bigint: true });
  if (!stats.isFile() || stats.size > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { file, size: Number(stats.size), state: stateOf(stats) };
}

function stateOf(stats: BigIntStats): string {
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(":");
}

/**
 * Opens the file, checks it against its fingerprint before and after `use`, and closes it.
 * @throws FormatError `unreadable` when it cannot be opened, `changed` when it is not the listed file any more.
 */
export function withFile<T>(listed: Fingerprint, use: (fd: number) => T): T {
  const fd = openListed(listed);
  try {
    assertUnchanged(fd, listed);
    const result = use(fd);
    assertUnchanged(fd, listed);
    return result;
  } finally {
    closeSync(fd);
  }
}

function openListed(listed: Fingerprint): number {
  try {
    // Not blocking: a pipe put in the place of the file must not stop us before it is recognised.
    return openSync(listed.file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    throw new FormatError("unreadable", describeRefusal(cause), { cause });
  }
}

/** The reason why the system refused, in words. */
export function describeRefusal(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  const words: Readonly<Record<string, string>> = {
    EACCES: "the system denies permission to read it",
    EPERM: "the system denies permission to read it",
    ENOENT: "it is not there",
    ELOOP: "its links lead in a circle",
    EMFILE: "too many files are open",
    EIO: "the device reports a read error",
    ENAMETOOLONG: "its path is too long",
  };
  return words[code] ?? `the system answers ${code}`;
}

function assertUnchanged(fd: number, listed: Fingerprint): void {
  if (stateOf(fstatSync(fd, { bigint: true })) !== listed.state) {
    throw new FormatError("changed", "the file changed while it was read");
  }
}

/** Fills `into` from `position`. @throws FormatError `changed` when the file ends before. */
export function readFully(fd: number, into: Uint8Array, position: number): void {
  let done = 0;
  while (done < into.length) {
    const n = readSync(fd, into, done, into.length - done, position + done);
    if (n === 0) throw new FormatError("changed", `the file ends at ${position + done}, before its listed size`);
    done += n;
  }
}
