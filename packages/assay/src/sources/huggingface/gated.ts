/** The card of a gated repository, which some publishers leave open. */

import { createHash } from "node:crypto";
import { memorySource } from "../../bytes/memory-source.ts";
import { FormatError } from "../../model/errors.ts";
import type { Artifact } from "../../model/types.ts";
import type { TreeFile } from "./api.ts";
import { fetchWhole, type Shelf } from "./artifact.ts";

/** The card where the hub gives it to anyone; null where it keeps it too. One request, and no other file is asked for. */
export async function readGatedCard(shelf: Shelf, files: readonly TreeFile[]): Promise<Artifact | null> {
  const file = files.find(({ path }) => path === "README.md");
  if (file === undefined) return null;
  try {
    const bytes = await fetchWhole(shelf, file);
    return {
      origin: shelf.origin,
      path: file.path,
      size: file.size,
      state: "here",
      digest: async () => `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
      open: () => memorySource(bytes),
    };
  } catch (error) {
    if (error instanceof FormatError && error.code === "out-of-reach") return null;
    throw error;
  }
}
