/** Reads the structure of an HDF5 file: what its groups hold, what Keras wrote of the model, and where data lies. */

import { memorySource } from "../../bytes/memory-source.ts";
import { FormatError } from "../../model/errors.ts";
import type { Facts, Reading, WeightsFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource, Said } from "../../model/types.ts";
import { say } from "../shared/words.ts";
import { decodeText } from "./fields.ts";
import { Hdf5File } from "./file.ts";
import { accountFor, checkOverlap } from "./layout.ts";
import { readSuperblock, type Superblock } from "./superblock.ts";
import { type Found, type Text, Walk } from "./walk.ts";
import { GAPS } from "./words.ts";

/** Names that are listed. */
const MOST_NAMES = 100_000;

/** Entries of metadata: short texts of the root. */
const MOST_METADATA = 1_000;

/** @throws FormatError with a code of `ERRORS` when it is no such file. */
export async function readHdf5(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const superblock = await readSuperblock(source, ctx);
  const file = new Hdf5File(source, ctx);
  file.base = superblock.base;
  file.widths = superblock.widths;
  const found = await walkAsFar(file, superblock);
  const end = checkEnd(file, superblock);
  const claims = checkOverlap(file);
  const isClean = file.faults.list().every(({ severity }) => severity !== "error");
  const isSound = isClean && file.isWhole && file.unread.size === 0;
  file.claims.length = 0;
  const { spans, loose } = await accountFor(file, claims, { start: superblock.start, end, isSound });
  return {
    facts: describe(found, end),
    children: await readTexts(found.texts, ctx),
    spans,
    faults: file.faults.list(),
    gaps: listGaps(file, { found, loose: isSound ? 0 : loose }),
  };
}

async function walkAsFar(
  file: Hdf5File,
  { root, extension, driver, start, bytes, ...sizes }: Superblock,
): Promise<Found> {
  file.claim(start - file.base, bytes);
  if (driver !== null) file.unread.add("a file that is one of several");
  const walk = new Walk(file, sizes);
  try {
    return await walk.run([root, extension].filter((address) => address !== null));
  } catch (error) {
    if (!(error instanceof FormatError && error.code === "over-limit")) throw error;
    file.unread.add(`what is behind a bound (${error.message})`);
    return walk.found();
  }
}

function checkEnd(file: Hdf5File, { end, base }: Superblock): number {
  const { size, faults } = file;
  const expected = end === null ? size : base + end;
  // Some writers count from the base, and some from the beginning of the file.
  const stated = end !== null && (expected === size || end === size) ? size : expected;
  if (stated > size) faults.add("missing-bytes", { size, expected: stated }, { start: size, end: size });
  if (stated < size)
    faults.add("trailing-bytes", { count: size - stated, expected: stated }, { start: stated, end: size });
  return Math.min(stated, size);
}

function describe({ sets, texts }: Found, end: number): Facts {
  const tensors = sets.filter(({ type }) => !type.isVariable && type.text === undefined);
  const dtypes = new Map<string, number>();
  for (const { type, elements } of tensors) dtypes.set(type.name, (dtypes.get(type.name) ?? 0) + elements);
  const weights: WeightsFact = {
    tensors: tensors.length,
    parameters: tensors.reduce((sum, { elements }) => sum + elements, 0),
    dtypes: Object.fromEntries(dtypes),
    bytes: tensors.reduce((sum, { type, elements }) => sum + elements * type.bytes, 0),
    names: tensors.slice(0, MOST_NAMES).map(({ name }) => name),
    metadata: Object.fromEntries(texts.flatMap(listMetadata).slice(0, MOST_METADATA)),
    at: { start: 0, end },
  };
  return { weights };
}

function listMetadata({ name, bytes, of, isConfiguration }: Text): readonly (readonly [string, string])[] {
  return of === "" && !isConfiguration ? [[name, decodeText(bytes)]] : [];
}

/** Hands on what may be a configuration or a pickle, under the path of the attribute. */
async function readTexts(texts: readonly Text[], ctx: ReadContext): Promise<readonly Reading[]> {
  const children: Reading[] = [];
  for (const { name, bytes, isConfiguration, mayBePickle } of texts)
    if (isConfiguration || mayBePickle) children.push(...(await ctx.descend(memorySource(bytes), name)));
  return children;
}

function listGaps(
  file: Hdf5File,
  { found, loose }: { readonly found: Found; readonly loose: number },
): readonly Said[] {
  const gaps = [...file.unread].sort().map((what) => say(GAPS, "not-read", { what }));
  if (found.omitted > 0) gaps.push(say(GAPS, "unlisted", { count: found.omitted }));
  if (loose > 0) gaps.push(say(GAPS, "loose-bytes", { count: loose }));
  return gaps;
}
