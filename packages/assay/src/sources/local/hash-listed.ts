/** Hashes a listed file in one thread, reading it from front to back. */

import { createHash } from "node:crypto";
import { FormatError } from "../../model/errors.ts";
import type { Sha256 } from "../../model/types.ts";
import { type Fingerprint, readFully, withFile } from "./fingerprint.ts";

/** Bytes per read: hashing speed is flat from 64 KiB up, and a megabyte keeps system calls rare. */
const CHUNK = 1 << 20;

/** What a worker answers: the digest, or why there is none. */
export type Answer = { readonly digest: Sha256 } | { readonly code: string; readonly message: string };

/** Digest of the file. @throws FormatError `changed` or `unreadable`. */
export function hashListed(listed: Fingerprint, onBytes?: (bytes: number) => void): Sha256 {
  return withFile(listed, (fd) => {
    const hash = createHash("sha256");
    const chunk = new Uint8Array(Math.min(CHUNK, listed.size));
    for (let at = 0; at < listed.size; at += chunk.length) {
      const part = chunk.subarray(0, Math.min(chunk.length, listed.size - at));
      readFully(fd, part, at);
      hash.update(part);
      onBytes?.(part.length);
    }
    const digest: Sha256 = `sha256:${hash.digest("hex")}`;
    return digest;
  });
}

/** What it tells before: bytes done since it last told. */
export interface Step {
  readonly bytes: number;
}

/** The same for a thread that cannot throw into another. */
export function answer(listed: Fingerprint, onBytes: (bytes: number) => void): Answer {
  try {
    return { digest: hashListed(listed, onBytes) };
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, message: error.message };
    throw error;
  }
}
