/** A large file of the hub, read by ranges: its beginning with the first request, and more where a reader asks for more. */

import { FormatError } from "../../model/errors.ts";
import type { ByteSource } from "../../model/types.ts";
import { fetchBytes, type RemoteFile } from "./fetch-file.ts";

/** Most bytes that are fetched of one file: the largest headers known have about 10 MB. */
const MOST_FETCHED = 16 << 20;

/** Bytes of the file at an offset. */
interface Piece {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Opens the file. `window` is how much of its beginning comes with the first request. */
export function openHeader(file: RemoteFile, window: number): ByteSource {
  const { path, size } = file.entry;
  const pieces: Piece[] = [];
  let fetched = 0;
  let before: Promise<unknown> = Promise.resolve();

  async function fetchMissing(start: number, end: number, signal: AbortSignal | undefined): Promise<void> {
    for (const [from, to] of missing(pieces, start, Math.min(Math.max(end, start === 0 ? window : end), size))) {
      fetched += to - from;
      if (fetched > MOST_FETCHED) {
        const message = `${path} is read by ranges · ${fetched} bytes asked of it · at most ${MOST_FETCHED}`;
        throw new FormatError("over-limit", message, { offset: from });
      }
      pieces.push({ start: from, bytes: await fetchBytes(file, [from, to], signal) });
      pieces.sort((a, b) => a.start - b.start);
    }
  }

  return {
    size,
    isRemote: true,
    async read(start, end, signal) {
      signal?.throwIfAborted();
      if (start < 0 || end < start || end > size) {
        throw new FormatError("truncated", `bytes ${start} to ${end} asked of a file of ${size}`, { offset: start });
      }
      // One after the other, so that who asks for the same bytes at the same time does not have them fetched twice.
      const work = before.then(() => (isThere(pieces, start, end) ? undefined : fetchMissing(start, end, signal)));
      before = work.catch(() => undefined);
      await work;
      return assemble(pieces, start, end);
    },
  };
}

function isThere(pieces: readonly Piece[], start: number, end: number): boolean {
  return missing(pieces, start, end).length === 0;
}

/** Stretches of the range that no piece holds; pieces are in order and do not overlap. */
function missing(pieces: readonly Piece[], start: number, end: number): readonly (readonly [number, number])[] {
  const gaps: (readonly [number, number])[] = [];
  let at = start;
  for (const piece of pieces) {
    if (piece.start >= end) break;
    if (piece.start > at) gaps.push([at, piece.start]);
    at = Math.max(at, piece.start + piece.bytes.length);
  }
  if (at < end) gaps.push([at, end]);
  return gaps;
}

function assemble(pieces: readonly Piece[], start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - start);
  for (const piece of pieces) {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.start + piece.bytes.length);
    if (from < to) bytes.set(piece.bytes.subarray(from - piece.start, to - piece.start), from - start);
  }
  return bytes;
}
