/** Artifacts whose bytes are not at hand. */

import { FormatError } from "../model/errors.ts";
import type { Artifact } from "../model/types.ts";

function refuse(path: string): FormatError {
  return new FormatError("not-at-hand", `${path} is known by name and size only`);
}

/** Makes the artifact of a file that is known by name, size and perhaps a digest that somebody states. */
export function createListedArtifact(known: Pick<Artifact, "origin" | "path" | "size" | "stated">): Artifact {
  return {
    ...known,
    state: "listed",
    digest: () => Promise.reject(refuse(known.path)),
    open() {
      throw refuse(known.path);
    },
  };
}
