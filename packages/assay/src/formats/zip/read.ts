/**
 * Reads a ZIP archive of any kind as loaders read it (PKWARE APPNOTE 6.3.10; Python's zipfile; miniz): every member is
 * unpacked and handed to every format that knows it.
 */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { FaultLog } from "../shared/words.ts";
import { readMembers } from "../shared/zip/read-members.ts";
import { FAULTS } from "./words.ts";

/** Nothing of an archive of any kind is opaque by itself; formats of its members say what is. */
const RULES = { isOpaque: () => false, ignoresCase: false };

/** Faults of what is no archive are told too: some reader takes it for one. */
export async function readArchive(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const faults = new FaultLog(FAULTS);
  const { children, spans, gaps } = await readMembers(source, ctx, { rules: RULES, faults });
  return { facts: {}, children, spans, faults: faults.list(), gaps };
}
