/**
 * Reads a PyTorch checkpoint of before 1.6 (torch/serialization.py, `_legacy_save`): five pickles one behind the other, then
 * the bytes of the tensors. The first two are constants and are compared; nothing is unpickled.
 */

import { sliceSource } from "../../bytes/memory-source.ts";
import type { Reading, Span } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { legacyMagicLength } from "../shared/pickle/legacy.ts";
import { type PickleRead, readPickles } from "../shared/pickle/read-pickles.ts";
import type { Storage } from "../shared/pickle/tensors.ts";
import { spansOf } from "../shared/spans.ts";
import { FaultLog, refusal, say } from "../shared/words.ts";
import { ERRORS, FAULTS, type FaultCode, GAPS } from "./words.ts";

/** Magic number, version, system, object, keys of storages. */
const PICKLES = 5;

/** Operations that push the version 1001 and stop. */
const VERSION = [0x4d, 0xe9, 0x03, 0x2e];

/** Bytes in which the head of the file ends: the two constants, each in a frame. */
const HEAD = 64;

/** @throws FormatError with a code of {@link ERRORS}. */
export async function readLegacy(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const head = await source.read(0, Math.min(HEAD, source.size), ctx.signal);
  const magic = legacyMagicLength(head);
  if (magic === 0) throw refusal(ERRORS, "not-legacy");
  const read = await readPickles(source, ctx, { start: 0, most: PICKLES });
  const faults = new FaultLog<FaultCode>(FAULTS);
  checkConstants(head, { magic, read, faults });
  const isWhole = read.isWhole && read.fact.streams === PICKLES;
  const storages = isWhole ? await readStorages(source, ctx, { read, faults }) : [];
  const end = storages.at(-1)?.end ?? read.end;
  // What a loader leaves may be for another one.
  const behind = isWhole ? await readBehind(source, ctx, end) : leave(end, source.size);
  const { weights } = read;
  const isOpen = weights === undefined && read.storages().length > 0;
  return {
    facts: {
      pickle: read.fact,
      ...(weights === undefined ? { container: { kind: "pytorch", bytes: source.size - read.end } } : { weights }),
    },
    children: [...read.children, ...behind.children],
    spans: [...read.spans, ...storages, ...behind.spans],
    faults: [...read.faults, ...faults.list()],
    gaps: isOpen ? [...read.gaps, say(GAPS, "listed-not-read")] : read.gaps,
  };
}

/** Padding that is looked past. */
const PADDING = 64 << 10;

/** What is told of a stretch, and how its bytes were treated. */
interface Behind {
  readonly children: readonly Reading[];
  readonly spans: readonly Span[];
}

function leave(start: number, end: number): Behind {
  return { children: [], spans: start < end ? [{ start, end, as: "unread" }] : [] };
}

/** What follows the checkpoint, read by whoever knows it from its first byte that is no zero on. */
async function readBehind(source: ByteSource, ctx: ReadContext, start: number): Promise<Behind> {
  const { size } = source;
  if (start >= size) return { children: [], spans: [] };
  const head = await source.read(start, Math.min(size, start + PADDING), ctx.signal);
  const from =
    start +
    Math.max(
      0,
      head.findIndex((byte) => byte !== 0),
    );
  const children = await ctx.descend(sliceSource(source, from, size), `bytes-at-${from}`);
  const spans = spansOf(children, size - from).map(({ as, ...at }) => ({
    start: at.start + from,
    end: at.end + from,
    as,
  }));
  return { children, spans: from > start ? [{ start, end: from, as: "parsed" }, ...spans] : spans };
}

interface Check {
  readonly read: PickleRead;
  readonly faults: FaultLog<FaultCode>;
}

function checkConstants(head: Uint8Array, { magic, read, faults }: Check & { readonly magic: number }): void {
  const version = head.subarray(magic, magic + magic - MAGIC_OPERATIONS + VERSION.length);
  const isKnown = VERSION.every((byte, index) => version.at(index - VERSION.length) === byte);
  const at = { start: Math.min(magic, read.end), end: read.end };
  if (read.fact.streams < PICKLES && read.isWhole) faults.add("too-few-pickles", { count: read.fact.streams }, at);
  else if (!isKnown && read.fact.streams > 1) faults.add("unknown-version", {}, at);
}

/** Bytes of the operations that push the magic number; what stands before them is as long before the version. */
const MAGIC_OPERATIONS = 13;

/** Bytes of the count of elements in front of those of a storage. */
const COUNT = 8;

/** The storages lie in the order of their keys, each behind the count of its elements. */
async function readStorages(source: ByteSource, ctx: ReadContext, { read, faults }: Check): Promise<readonly Span[]> {
  const spans: Span[] = [];
  let at = read.end;
  const stated = read.storages();
  ctx.spend("steps", stated.length);
  for (const storage of stated.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const end = await checkStorage(source, ctx, { storage, at, faults });
    if (end < 0) break;
    spans.push({ start: at, end: at + COUNT, as: "parsed" }, { start: at + COUNT, end, as: "opaque-by-format" });
    at = end;
  }
  return spans;
}

interface StorageAt {
  readonly storage: Storage;
  readonly at: number;
  readonly faults: FaultLog<FaultCode>;
}

/** Offset behind a storage; -1 where it is not as the pickle says. */
async function checkStorage(
  source: ByteSource,
  ctx: ReadContext,
  { storage: { key, elements, bytes }, at, faults }: StorageAt,
): Promise<number> {
  if (bytes < 0) return -1;
  const end = at + COUNT + bytes;
  if (end > source.size) {
    faults.add(
      "storage-cut-off",
      { key, end, size: source.size },
      { start: Math.min(at, source.size), end: source.size },
    );
    return -1;
  }
  const count = await source.read(at, at + COUNT, ctx.signal);
  const stated = new DataView(count.buffer, count.byteOffset, COUNT).getBigInt64(0, true);
  if (stated === BigInt(elements)) return end;
  faults.add("storage-mismatch", { key, elements, stated: String(stated) }, { start: at, end: at + COUNT });
  return -1;
}
