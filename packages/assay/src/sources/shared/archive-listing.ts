/** Lists an archive as a place of a release: members as files, what cannot be one as gaps. */

import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { crc32, createGunzip, createInflateRaw, inflateRawSync } from "node:zlib";
import { type TarMember, TarReader } from "../../bytes/tar.ts";
import { readZip, type ZipMember } from "../../bytes/zip.ts";
import { FormatError, UsageError } from "../../model/errors.ts";
import type { Artifact, ByteSource } from "../../model/types.ts";
import { Shelf, type Unpacked } from "./shelf.ts";
import { Spool } from "./spool.ts";

/** Kinds of archives by their first bytes. */
export type ArchiveKind = "zip" | "tar" | "tar.gz";

/** An archive on this machine. */
export interface Packed {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  readonly kind: ArchiveKind;
}

/** Unpacks an archive into a spool. A broken one keeps the members before the break. @throws the reason of the signal. */
export async function unpack(packed: Packed, signal?: AbortSignal): Promise<Unpacked> {
  const work = { ...packed, shelf: new Shelf(), spool: new Spool(packed.size), signal };
  try {
    if (packed.kind === "zip") await unpackZip(work);
    else await unpackTar(work);
  } catch (error) {
    signal?.throwIfAborted();
    work.shelf.breakOff(error);
  }
  return work.shelf.close();
}

/** Makes artifacts of what was unpacked; a folder that holds everything is left out of the paths. */
export function makeArtifacts({ files }: Unpacked, origin: string): readonly Artifact[] {
  const top = commonFolder([...files.keys()]);
  const artifacts = [...files].map(
    ([path, { bytes, digest }]): Artifact => ({
      origin,
      path: path.slice(top.length),
      size: bytes.size,
      state: "here",
      digest: async () => digest,
      open: () => bytes,
    }),
  );
  return artifacts.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function commonFolder(paths: readonly string[]): string {
  const [first = ""] = paths;
  const top = first.slice(0, first.indexOf("/") + 1);
  return top !== "" && paths.every((path) => path.startsWith(top)) ? top : "";
}

interface Work extends Packed {
  readonly shelf: Shelf;
  readonly spool: Spool;
  readonly signal: AbortSignal | undefined;
}

async function unpackZip({ file, size, shelf, spool, signal }: Work): Promise<void> {
  const fd = openSync(file, "r");
  try {
    const source = sourceOf(fd, size);
    const { members, refused, prefix } = await readZip(source, signal);
    for (const { name, code, why } of refused) shelf.refuse(name, code, why);
    if (prefix > 0)
      shelf.refuse("", "prefix", `has ${prefix} bytes in front of it that belong to no member and were not read`);
    for (const member of members) {
      signal?.throwIfAborted();
      if (!shelf.mayAdd(member.name)) continue;
      const tally = new Tally(member, spool);
      for await (const chunk of contentOf(file, source, member)) tally.take(chunk);
      tally.shelve(shelf);
    }
  } finally {
    closeSync(fd);
  }
}

function sourceOf(fd: number, size: number): ByteSource {
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      const count = readSync(fd, bytes, 0, bytes.length, start);
      if (count < bytes.length) throw new FormatError("truncated", "archive ends before its listed size");
      return bytes;
    },
  };
}

/** Bytes of a member that are inflated at once: a stream for each of 100,000 small ones takes most of a minute. */
const SMALL = 1 << 20;

async function* contentOf(file: string, source: ByteSource, member: ZipMember): AsyncGenerator<Uint8Array> {
  const { method, packed, size, start, end } = member;
  if (packed === 0) return;
  if (packed <= SMALL && size <= SMALL) {
    const bytes = await source.read(start, end);
    yield method === "stored" ? bytes : inflateSmall(bytes, member);
    return;
  }
  const raw = createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 });
  for await (const chunk of method === "stored" ? raw : raw.pipe(createInflateRaw())) yield chunk as Uint8Array;
}

function inflateSmall(bytes: Uint8Array, { name, size }: ZipMember): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: size + 1 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")) throw error;
    throw tooLarge(name);
  }
}

function tooLarge(name: string): FormatError {
  return new FormatError("mismatch", `member ${name} of the archive is larger than it says`);
}

/** Holds a member's bytes against what the directory says of them. */
class Tally {
  readonly #member: ZipMember;
  readonly #spool: Spool;
  #crc = 0;
  #length = 0;

  constructor(member: ZipMember, spool: Spool) {
    this.#member = member;
    this.#spool = spool;
    spool.open();
  }

  take(chunk: Uint8Array): void {
    this.#crc = crc32(chunk, this.#crc);
    this.#length += chunk.length;
    if (this.#length > this.#member.size) throw tooLarge(this.#member.name);
    this.#spool.write(chunk);
  }

  shelve(shelf: Shelf): void {
    const spooled = this.#spool.close();
    const { name, size } = this.#member;
    if (this.#length !== size) {
      shelf.refuse(name, "mismatch", `has ${this.#length} bytes and is said to have ${size}`);
      return;
    }
    if (this.#crc !== this.#member.crc32) shelf.reportChecksum(name);
    shelf.add(name, spooled);
  }
}

const NO_FILE: Readonly<Partial<Record<TarMember["kind"], readonly [string, string]>>> = {
  link: ["link", "is a link and was not followed"],
  special: ["special-file", "is no regular file"],
  sparse: ["special-file", "is stored with holes, which is not read"],
  ambiguous: ["mismatch", "has two names: readers disagree on what it is"],
};

async function unpackTar({ file, kind, shelf, spool, signal }: Work): Promise<void> {
  let name: string | null = null;
  const reader = new TarReader({
    open(member) {
      name = null;
      const refusal = NO_FILE[member.kind];
      if (refusal !== undefined) shelf.refuse(member.name, ...refusal);
      else if (member.kind === "file" && shelf.mayAdd(member.name)) {
        name = member.name;
        spool.open();
      }
    },
    data(bytes) {
      if (name !== null) spool.write(bytes);
    },
    close() {
      if (name !== null) shelf.add(name, spool.close());
    },
  });
  const raw = createReadStream(file, { highWaterMark: 1 << 20, signal });
  const stream = kind === "tar" ? raw : raw.pipe(createGunzip());
  raw.on("error", (error) => stream.destroy(error));
  for await (const chunk of stream) reader.push(chunk as Uint8Array);
  reader.end();
}

/** @throws UsageError when nothing was in it that could be read and nothing says why. */
export function assertHolds(unpacked: Unpacked, target: string): void {
  if (unpacked.files.size === 0 && unpacked.gaps.length === 0)
    throw new UsageError(`${target} is an archive without a file.`);
}
