/** Files of the hub as artifacts. */

import { createHash } from "node:crypto";
import { FormatError } from "../../model/errors.ts";
import type { Artifact, Sha256, Watch } from "../../model/types.ts";
import { createListedArtifact } from "../listed.ts";
import { asFileError, type RemoteFile, requestFor } from "./fetch-file.ts";
import { openHeader } from "./header-file.ts";
import type { Planned } from "./plan.ts";
import { openWhole } from "./whole-file.ts";

/** Makes the artifact of a file: what is not planned is known by name, size and digest. */
export function createArtifact(file: RemoteFile, origin: string, planned: Planned | undefined): Artifact {
  const { path, size, lfs } = file.entry;
  const stated: { readonly stated?: Sha256 } = lfs === undefined ? {} : { stated: `sha256:${lfs}` };
  if (planned === undefined) return createListedArtifact({ origin, path, size, ...stated });
  const standing = { origin, path, size, state: "here" as const, ...stated };
  if (planned.how === "header") {
    const source = openHeader(file, planned.window);
    return { ...standing, remote: true, open: () => source, digest: (watch) => download(file, watch) };
  }
  const source = openWhole(file);
  return {
    ...standing,
    open: () => source,
    async digest(watch) {
      const bytes = await source.read(0, size ?? 0, watch?.signal);
      watch?.onBytes?.(bytes.length);
      return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    },
  };
}

/** Fetches the whole file for its digest. That it is not the stated one is told by whoever asked for both. */
async function download(file: RemoteFile, watch: Watch = {}): Promise<Sha256> {
  const { hub, entry } = file;
  const { size, sha256 } = await hub.reach.web
    .download(requestFor(file, entry.size), watch.signal ?? hub.reach.signal)
    .catch((error: unknown) => {
      throw asFileError(file, error);
    });
  watch.onBytes?.(size);
  if (size === entry.size) return `sha256:${sha256}`;
  throw new FormatError("digest-mismatch", `${entry.path} came with ${size} bytes where ${entry.size} are stated`);
}
