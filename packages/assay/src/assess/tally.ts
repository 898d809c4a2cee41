/** Counts how far the look at every file has come. */

import type { Artifact } from "../model/types.ts";

/** How far the work has come: files looked at, and bytes in them. */
export interface Progress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** Is told of bytes and of whole files as they are done. */
export interface Tally {
  addBytes(artifact: Artifact, bytes: number): void;
  addFile(artifact: Artifact): void;
}

/** A tally of the files, which tells whoever listens. */
export function openTally(artifacts: readonly Artifact[], onProgress: (progress: Progress) => void): Tally {
  const ofBytes = artifacts.reduce((sum, artifact) => sum + bytesOf(artifact), 0);
  const told = new Map<Artifact, number>();
  let [files, bytes] = [0, 0];
  const tell = (): void => onProgress({ files, ofFiles: artifacts.length, bytes, ofBytes });
  return {
    addBytes(artifact, n) {
      told.set(artifact, (told.get(artifact) ?? 0) + n);
      bytes += n;
      tell();
    },
    addFile(artifact) {
      files += 1;
      bytes += bytesOf(artifact) - (told.get(artifact) ?? 0);
      told.delete(artifact);
      tell();
    },
  };
}

function bytesOf({ size, state }: Artifact): number {
  return state === "here" ? (size ?? 0) : 0;
}
