/** Lists an archive as a place of a release: members as files, what cannot be one as gaps. */

import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { crc32, createGunzip, createInflateRaw } from "node:zlib";
import { TarReader } from "../../bytes/tar.ts";
import { readZip, type ZipMember } from "../../bytes/zip.ts";
import { FormatError, UsageError } from "../../model/errors.ts";
import type { Artifact, ByteSource, Finding, Gap } from "../../model/types.ts";
import { Spool, type Spooled } from "./spool.ts";

/** Members that are listed: as many as a ZIP's directory may have. */
const MOST_MEMBERS = 100_000;

/** Refusals that are told one by one; the rest is counted, so that no archive floods a report. */
const MOST_TOLD = 100;

/** What an archive holds, before it has its origin. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Spooled>;
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
}

/** Kinds of archives by their first bytes. */
export type ArchiveKind = "zip" | "tar" | "tar.gz";

/** Unpacks an archive into a spool. A broken one keeps the members before the break. */
export async function unpack(file: string, size: number, kind: ArchiveKind): Promise<Unpacked> {
  const shelf = new Shelf();
  const spool = new Spool(size);
  try {
    if (kind === "zip") await unpackZip(file, size, { shelf, spool });
    else await unpackTar(file, kind, { shelf, spool });
  } catch (error) {
    shelf.breakOff(error);
  }
  return shelf.close();
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

/** Collects files and what is wrong. */
class Shelf {
  readonly #files = new Map<string, Spooled>();
  readonly #folded = new Set<string>();
  readonly #findings: Finding[] = [];
  readonly #gaps: Gap[] = [];
  #refused = 0;

  /** Whether a file may stand under this name; if not, a gap says why. @throws FormatError `over-limit`. */
  mayAdd(name: string): boolean {
    if (this.#files.size + this.#refused >= MOST_MEMBERS)
      throw new FormatError("over-limit", `archive has more than ${MOST_MEMBERS} members`);
    const why =
      refuseName(name) ?? (this.#folded.has(fold(name)) ? "stands twice: readers disagree on which counts" : null);
    if (why === null) return true;
    this.refuse(name, why === refuseName(name) ? "refused-path" : "duplicate", why);
    return false;
  }

  add(name: string, spooled: Spooled): void {
    this.#folded.add(fold(name));
    this.#files.set(name.replace(/^(?:\.\/)+/, ""), spooled);
  }

  refuse(path: string, code: string, why: string): void {
    this.#refused += 1;
    if (this.#refused > MOST_TOLD) return;
    const message = `${path === "" ? "The archive" : path} ${why}`;
    this.#gaps.push({ path, stage: "source", code, args: { path, why }, message });
  }

  report(path: string, message: string): void {
    const args = { path };
    this.#findings.push({
      rule: "archive/checksum",
      severity: "error",
      code: "crc-mismatch",
      args,
      message,
      at: { path },
    });
  }

  /** @throws whatever is no break of the archive. */
  breakOff(error: unknown): void {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // zlib's own codes: Z_DATA_ERROR, Z_BUF_ERROR and so on; and the system's, of a full disk or a device.
    const isZlib = code.startsWith("Z_");
    if (/^E[A-Z]+$/.test(code)) {
      this.refuse("", "unreadable", `cannot be unpacked: the system answers ${code}`);
      return;
    }
    if (!(error instanceof FormatError || isZlib)) throw error;
    const words = isZlib ? "archive is cut off or damaged" : (error as FormatError).message;
    const args = { files: this.#files.size };
    const message = `The ${words}; ${this.#files.size} files before that were read.`;
    this.#gaps.push({ path: "", stage: "source", code: isZlib ? "truncated" : code, args, message });
  }

  close(): Unpacked {
    const more = this.#refused - MOST_TOLD;
    if (more > 0) {
      const message = `${more} more members of the archive were refused and are not listed.`;
      this.#gaps.push({ path: "", stage: "source", code: "over-limit", args: { more }, message });
    }
    return { files: this.#files, findings: this.#findings, gaps: this.#gaps };
  }
}

/** Names that are the same on a system that does not tell cases or normal forms apart. */
function fold(name: string): string {
  return name
    .replace(/^(?:\.\/)+/, "")
    .normalize("NFC")
    .toLowerCase();
}

/** Names of Windows' devices, with any ending ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function refuseName(name: string): string | null {
  const names = name.replace(/^(?:\.\/)+/, "").split("/");
  if (name.length > 4096) return "has a path that is too long";
  if (/^(?:[/\\]|[a-z]:)/i.test(name)) return "has an absolute path";
  if (/[\\\p{Cc}]/u.test(name)) return "has a path that no file can have";
  if (names.includes("..")) return "has a path that leaves the archive";
  if (names.some((one) => one === "" || one === ".")) return "has a path that no file can have";
  return names.some((one) => DEVICE.test(one)) ? "has the name of a device" : null;
}

interface Work {
  readonly shelf: Shelf;
  readonly spool: Spool;
}

async function unpackZip(file: string, size: number, { shelf, spool }: Work): Promise<void> {
  const fd = openSync(file, "r");
  try {
    const { members, refused, prefix } = await readZip(sourceOf(fd, size));
    for (const { name, code, why } of refused) shelf.refuse(name, code, why);
    if (prefix > 0)
      shelf.refuse("", "prefix", `has ${prefix} bytes in front of it that belong to no member and were not read`);
    for (const member of members) {
      if (shelf.mayAdd(member.name)) await unpackMember(file, member, { shelf, spool });
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

async function unpackMember(file: string, member: ZipMember, { shelf, spool }: Work): Promise<void> {
  const { name, method, packed, size, start, end } = member;
  spool.open();
  let [crc, length] = [0, 0];
  const take = (chunk: Uint8Array): void => {
    crc = crc32(chunk, crc);
    length += chunk.length;
    if (length > size) throw new FormatError("mismatch", `member ${name} of the archive is larger than it says`);
    spool.write(chunk);
  };
  if (packed > 0) {
    const raw = createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 });
    const stream = method === "stored" ? raw : raw.pipe(createInflateRaw());
    for await (const chunk of stream) take(chunk as Uint8Array);
  }
  const spooled = spool.close();
  if (length !== size) shelf.refuse(name, "mismatch", `has ${length} bytes and is said to have ${size}`);
  else if (crc !== member.crc32) {
    shelf.report(name, `${name} does not have the checksum that the archive states: it was changed or damaged`);
    shelf.add(name, spooled);
  } else shelf.add(name, spooled);
}

async function unpackTar(file: string, kind: "tar" | "tar.gz", { shelf, spool }: Work): Promise<void> {
  let name: string | null = null;
  const reader = new TarReader({
    open(member) {
      name = null;
      if (member.kind === "folder") return;
      if (member.kind === "link") shelf.refuse(member.name, "link", "is a link and was not followed");
      else if (member.kind === "special") shelf.refuse(member.name, "special-file", "is no regular file");
      else if (shelf.mayAdd(member.name)) {
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
  const raw = createReadStream(file, { highWaterMark: 1 << 20 });
  const stream = kind === "tar" ? raw : raw.pipe(createGunzip());
  for await (const chunk of stream) reader.push(chunk as Uint8Array);
  reader.end();
}

/** @throws UsageError when nothing was in it that could be read and nothing says why. */
export function assertHolds(unpacked: Unpacked, target: string): void {
  if (unpacked.files.size === 0 && unpacked.gaps.length === 0)
    throw new UsageError(`${target} is an archive without a file.`);
}
