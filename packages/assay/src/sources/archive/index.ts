/** An archive on this machine: ZIP, TAR, or a compressed TAR. */

import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { isTar } from "../../bytes/tar.ts";
import { isZip } from "../../bytes/zip.ts";
import { type ArchiveKind, assertHolds, makeArtifacts, unpack } from "../shared/archive-listing.ts";
import type { Source } from "../source.ts";

const NAME = /\.(?:zip|tar|tar\.gz|tgz)$/i;

/** What a file is by its name and its first bytes; null where they do not agree on an archive. */
function kindOf(target: string): ArchiveKind | null {
  const head = NAME.test(target) ? readHead(target) : null;
  if (head === null) return null;
  if (isZip(head)) return /zip$/i.test(target) ? "zip" : null;
  if (head[0] === 0x1f && head[1] === 0x8b) return /gz$/i.test(target) ? "tar.gz" : null;
  return isTar(head) && /tar$/i.test(target) ? "tar" : null;
}

/** First bytes of a file; null where there is none or it cannot be read, which the source of files tells. */
function readHead(target: string): Uint8Array | null {
  try {
    if (!statSync(target).isFile()) return null;
    const head = new Uint8Array(512);
    const fd = openSync(target, "r");
    try {
      readSync(fd, head, 0, head.length, 0);
    } finally {
      closeSync(fd);
    }
    return head;
  } catch {
    // Not there, or not to be read.
    return null;
  }
}

const archive: Source<"archive"> = {
  id: "archive",
  version: 1,
  title: "An archive on this machine",
  handles: (target) => (kindOf(target) === null ? null : "exact"),
  async list({ target, nameOrigin, reach }) {
    const name = basename(target).replace(NAME, "");
    const packed = { file: target, size: statSync(target).size, kind: kindOf(target) ?? "zip" };
    const unpacked = await unpack(packed, reach.signal);
    assertHolds(unpacked, target);
    const { findings, gaps } = unpacked;
    return { name, kind: "model", role: "model", artifacts: makeArtifacts(unpacked, nameOrigin(name)), findings, gaps };
  },
};

export default archive;
