/** A small file of the hub: fetched once, whole, and believed only when it has the digest that the list states. */

import { createHash } from "node:crypto";
import { memorySource } from "../../bytes/memory-source.ts";
import { FormatError } from "../../model/errors.ts";
import type { ByteSource } from "../../model/types.ts";
import { fetchBytes, type RemoteFile } from "./fetch-file.ts";

/** The file as a source: nothing is asked before the first read. */
export function openWhole(file: RemoteFile): ByteSource {
  let loading: Promise<ByteSource> | undefined;
  return {
    size: file.entry.size,
    async read(start, end, signal) {
      signal?.throwIfAborted();
      loading ??= loadWhole(file);
      return await (await loading).read(start, end);
    },
  };
}

/** Fetches and checks it. Whoever stops the work stops this too: what is fetched serves all that read the file. */
async function loadWhole(file: RemoteFile): Promise<ByteSource> {
  const { entry } = file;
  const bytes = entry.size === 0 ? new Uint8Array() : await fetchBytes(file, null, undefined);
  const { stated, found } = digest(bytes, entry);
  if (stated === found) return memorySource(bytes);
  throw new FormatError("digest-mismatch", `${entry.path} has the digest ${found} where the list states ${stated}`);
}

/** A large file is named by the SHA-256 of its bytes, any other as git names a blob (Pro Git, 10.2). */
function digest(
  bytes: Uint8Array,
  { oid, lfs }: RemoteFile["entry"],
): { readonly stated: string; readonly found: string } {
  if (lfs !== undefined) return { stated: lfs, found: createHash("sha256").update(bytes).digest("hex") };
  const hash = createHash("sha1").update(`blob ${bytes.length}\0`);
  return { stated: oid, found: hash.update(bytes).digest("hex") };
}
