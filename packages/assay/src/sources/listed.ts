/** Artifacts that are known by name and size alone. */

import { FormatError } from "../model/errors.ts";
import type { Artifact } from "../model/types.ts";

function refuse(path: string): FormatError {
  return new FormatError("not-at-hand", `${path} is known by name and size only`);
}

/** Makes the artifact of a file whose bytes are not at hand. */
export function createListedArtifact(origin: string, path: string, size: number | null): Artifact {
  return {
    origin,
    path,
    size,
    state: "listed",
    digest: () => Promise.reject(refuse(path)),
    open() {
      throw refuse(path);
    },
  };
}
