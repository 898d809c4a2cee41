/** Bytes of files at hand: small ones are read whole and once, however many ask for them. */

import { memorySource } from "../bytes/memory-source.ts";
import type { Artifact, ByteSource } from "../model/types.ts";

/** Files up to a mebibyte are read whole and once: cards, licences, configurations, code. */
export const WHOLE: number = 1 << 20;

/** What small files may take in memory together; beyond it they are read again when asked for. */
const KEPT = 64 << 20;

/** Opens artifacts. @throws FormatError as their own `open` and `read` do. */
export function openContents(signal: AbortSignal): (artifact: Artifact) => Promise<ByteSource> {
  const contents = new Map<Artifact, Promise<ByteSource>>();
  let kept = 0;
  async function load(artifact: Artifact): Promise<ByteSource> {
    const source = artifact.open();
    if (source.size > WHOLE || kept + source.size > KEPT) return source;
    kept += source.size;
    return memorySource(await source.read(0, source.size, signal));
  }
  return (artifact) => {
    const before = contents.get(artifact);
    if (before !== undefined) return before;
    const loaded = load(artifact);
    contents.set(artifact, loaded);
    return loaded;
  };
}
