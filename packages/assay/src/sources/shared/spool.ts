/** A temporary file for what is unpacked: it has no name any more when it is written, so that nothing of it stays. */

import { createHash, type Hash } from "node:crypto";
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FormatError } from "../../model/errors.ts";
import type { ByteSource, Sha256 } from "../../model/types.ts";

/** Bytes that are unpacked of one archive: larger than any package of weights known. */
const MOST_BYTES = 64 * 2 ** 30;

/** Unpacked bytes for each packed one, and from how many on: real archives of weights stay below 10, of text below 100. */
const MOST_RATIO = 1_000;
const RATIO_FROM = 16 << 20;

/** Share of the free disk that is left alone. */
const LEFT_FREE = 0.1;

/** A stretch of the spool that is one file. */
export interface Spooled {
  readonly bytes: ByteSource;
  readonly digest: Sha256;
}

/** Writes files one behind the other. */
export class Spool {
  readonly #fd: number;
  readonly #packed: number;
  readonly #most: number;
  #at = 0;
  #start = 0;
  #hash: Hash | undefined;

  /** Takes the size of the archive, which bounds what it may become. @throws the file system's error. */
  constructor(packed: number) {
    const folder = mkdtempSync(join(tmpdir(), "assay-"));
    const { bavail, bsize } = statfsSync(folder);
    this.#fd = openSync(join(folder, "spool"), "wx+", 0o600);
    // Gone from its folder, the file lasts as long as it is open: nothing stays behind, however the process ends.
    rmSync(folder, { recursive: true });
    this.#packed = packed;
    this.#most = Math.min(MOST_BYTES, bavail * bsize * (1 - LEFT_FREE));
    SPOOLS.register(this, this.#fd);
  }

  open(): void {
    this.#start = this.#at;
    this.#hash = createHash("sha256");
  }

  /** @throws FormatError `over-limit` when the archive becomes too large. */
  write(chunk: Uint8Array): void {
    const size = this.#at + chunk.length;
    if (size > this.#most) throw new FormatError("over-limit", `archive unpacks to more than ${this.#most} bytes`);
    if (size > RATIO_FROM && size > this.#packed * MOST_RATIO)
      throw new FormatError("over-limit", `archive unpacks to more than ${MOST_RATIO} times its size: a bomb`);
    for (let done = 0; done < chunk.length; )
      done += writeSync(this.#fd, chunk, done, chunk.length - done, this.#at + done);
    this.#hash?.update(chunk);
    this.#at = size;
  }

  close(): Spooled {
    const [start, end] = [this.#start, this.#at];
    const digest: Sha256 = `sha256:${this.#hash?.digest("hex") ?? ""}`;
    const bytes: ByteSource = {
      size: end - start,
      read: async (from, to, signal) => this.#read(start, { from, to, signal }),
    };
    return { bytes, digest };
  }

  #read(base: number, { from, to, signal }: { from: number; to: number; signal: AbortSignal | undefined }): Uint8Array {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(to - from);
    if (base + to > fstatSync(this.#fd).size) throw new FormatError("truncated", `bytes ${from} to ${to} do not exist`);
    for (let done = 0; done < bytes.length; )
      done += readSync(this.#fd, bytes, done, bytes.length - done, base + from + done);
    return bytes;
  }
}

const SPOOLS = new FinalizationRegistry((fd: number) => closeSync(fd));
