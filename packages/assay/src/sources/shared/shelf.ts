/** What is taken out of an archive: files by their paths, and what is wrong with the rest. */

import { FormatError } from "../../model/errors.ts";
import type { Finding, Gap } from "../../model/types.ts";
import type { Spooled } from "./spool.ts";

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

/** Collects files and what is wrong. */
export class Shelf {
  readonly #files = new Map<string, Spooled>();
  readonly #folded = new Map<string, string>();
  readonly #contested = new Set<string>();
  readonly #findings: Finding[] = [];
  readonly #gaps: Gap[] = [];
  #seen = 0;
  #refused = 0;

  /** Whether a file may stand under this name; if not, a gap says why. @throws FormatError `over-limit`. */
  mayAdd(name: string): boolean {
    this.#seen += 1;
    if (this.#seen > MOST_MEMBERS) throw new FormatError("over-limit", `archive has more than ${MOST_MEMBERS} members`);
    const why = refuseName(name);
    if (why !== null) this.refuse(name, "refused-path", why);
    return why === null;
  }

  /** Of two files of one name none is at hand, since readers disagree on which counts, but where they are the same. */
  add(name: string, spooled: Spooled): void {
    const path = strip(name);
    const known = this.#files.get(path);
    if (this.#contested.has(path) || (known !== undefined && known.digest !== spooled.digest)) {
      this.#contested.add(path);
      this.#files.delete(path);
      this.refuse(path, "duplicate", "stands more than once: readers disagree on which counts, and none was read");
      return;
    }
    const twin = this.#folded.get(fold(path));
    if (twin !== undefined && twin !== path)
      this.#report(path, {
        code: "same-name",
        rule: "archive/names",
        message: `${path} and ${twin} are one file for systems that do not tell cases apart`,
      });
    this.#folded.set(fold(path), path);
    this.#files.set(path, spooled);
  }

  refuse(path: string, code: string, why: string): void {
    this.#refused += 1;
    if (this.#refused > MOST_TOLD) return;
    const message = `${path === "" ? "The archive" : path} ${why}`;
    this.#gaps.push({ path, stage: "source", code, args: { path, why }, message });
  }

  /** Tells of a member whose bytes are not those that the archive states. */
  reportChecksum(path: string): void {
    const message = `${path} does not have the checksum that the archive states: it was changed or damaged`;
    this.#report(path, { code: "crc-mismatch", rule: "archive/checksum", message });
  }

  #report(path: string, said: Pick<Finding, "code" | "rule" | "message">): void {
    const severity = said.code === "crc-mismatch" ? "error" : "warning";
    this.#findings.push({ ...said, severity, args: { path }, at: { path } });
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
function fold(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function strip(name: string): string {
  return name.replace(/^(?:\.\/)+/, "");
}

/** Names of Windows' devices, with any ending ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function refuseName(name: string): string | null {
  const names = strip(name).split("/");
  if (name.length > 4096) return "has a path that is too long";
  if (/^(?:[/\\]|[a-z]:)/i.test(name)) return "has an absolute path";
  if (/[\\\p{Cc}]/u.test(name)) return "has a path that no file can have";
  if (names.includes("..")) return "has a path that leaves the archive";
  if (names.some((one) => one === "" || one === ".")) return "has a path that no file can have";
  return names.some((one) => DEVICE.test(one)) ? "has the name of a device" : null;
}
