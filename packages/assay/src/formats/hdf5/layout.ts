/** How every byte of a file was treated: structures, data of data sets, and what belongs to neither. */

import type { Span } from "../../model/facts.ts";
import type { Claim, Hdf5File } from "./file.ts";

/** Bytes between structures that are looked at in all. */
const MOST_LOOSE = 16 << 20;

/** Bytes that are looked at together. */
const PIECE = 64 << 10;

/** Where the file begins and ends, in bytes from its beginning. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** Spans over the whole file, and the bytes among them that belong to nothing and are not zero. */
export interface Layout {
  readonly spans: readonly Span[];
  readonly loose: number;
}

/** Tells data that lies over something else; returns the claims in the order of the file. */
export function checkOverlap(file: Hdf5File): readonly Claim[] {
  const ordered = file.claims.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let [dataEnd, structureEnd] = [0, 0];
  for (const { start, end, data } of ordered) {
    const taken = data === undefined ? dataEnd : Math.max(dataEnd, structureEnd);
    if (start < taken) file.faults.add("overlap", { name: data ?? "", from: start }, { start, end });
    if (data === undefined) structureEnd = Math.max(structureEnd, end);
    else dataEnd = Math.max(dataEnd, end);
  }
  return ordered;
}

/** Accounts for every byte. Data is opaque only where everything was read and is sound. */
export async function accountFor(
  file: Hdf5File,
  claims: readonly Claim[],
  { start, end, isSound }: Bounds & { readonly isSound: boolean },
): Promise<Layout> {
  const spans: Span[] = [];
  const budget = { left: MOST_LOOSE, loose: 0 };
  let at = 0;
  const fill = async (until: number): Promise<void> => {
    if (until <= at) return;
    const inside = at >= start && until <= end;
    spans.push(...(await lookAt(file, { start: at, end: until, isSound: isSound && inside }, budget)));
    at = until;
  };
  await fill(Math.min(start, file.size));
  for (const claim of claims) {
    await fill(Math.min(claim.start, file.size));
    const from = Math.max(claim.start, at);
    if (claim.end <= from) continue;
    const data = isSound ? "opaque-by-format" : "unread";
    spans.push({ start: from, end: claim.end, as: claim.data === undefined ? "parsed" : data });
    at = claim.end;
  }
  await fill(Math.min(Math.max(end, at), file.size));
  await fill(file.size);
  return { spans: join(spans), loose: budget.loose };
}

/**
 * Bytes that nothing refers to. Zeros are what they seem. What else stands there was left behind by the writer, and where
 * all structures are known no reader comes to it.
 */
async function lookAt(
  file: Hdf5File,
  { start, end, isSound }: Bounds & { readonly isSound: boolean },
  budget: { left: number; loose: number },
): Promise<readonly Span[]> {
  const spans: Span[] = [];
  const rest = isSound ? "opaque-by-format" : "unread";
  for (let at = start, until = at; at < end; at = until) {
    until = budget.left < PIECE ? end : Math.min(end, at + PIECE);
    const isEmpty = until - at <= budget.left && (await file.isZero(at, until));
    budget.left -= until - at;
    if (!isEmpty) budget.loose += until - at;
    spans.push({ start: at, end: until, as: isEmpty ? "parsed" : rest });
  }
  return spans;
}

/** Neighbours that were treated alike as one. */
function join(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before !== undefined && before.as === span.as && before.end === span.start)
      joined[joined.length - 1] = { ...before, end: span.end };
    else joined.push(span);
  }
  return joined;
}
