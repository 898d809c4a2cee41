/** A file on this machine as an artifact. */

import { FormatError } from "../../model/errors.ts";
import type { Artifact, ByteSource, Sha256 } from "../../model/types.ts";
import { type Fingerprint, readFully, withFile } from "./fingerprint.ts";
import { hashFile } from "./hash-file.ts";

/** Bytes of a file that is checked against its fingerprint around every read. */
function openFile(listed: Fingerprint): ByteSource {
  return {
    size: listed.size,
    async read(start, end, signal) {
      signal?.throwIfAborted();
      if (start < 0 || end < start || end > listed.size) {
        throw new FormatError("truncated", `bytes ${start} to ${end} asked of a file of ${listed.size}`, {
          offset: start,
        });
      }
      return withFile(listed, (fd) => {
        const bytes = new Uint8Array(end - start);
        readFully(fd, bytes, start);
        return bytes;
      });
    },
  };
}

/** Where a file stands in its release. */
export interface Standing {
  readonly origin: string;
  readonly path: string;
  readonly stated?: Sha256;
}

/** Makes the artifact of a file that was fingerprinted. */
export function createLocalArtifact(listed: Fingerprint, standing: Standing): Artifact {
  return {
    ...standing,
    size: listed.size,
    state: "here",
    digest: (watch = {}) => hashFile(listed, watch),
    open: () => openFile(listed),
  };
}
