/** Reads the defaults for text generation. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { FAULTS } from "./words.ts";

/** Bytes. Real files have about 1 KB; lists of suppressed tokens reach some 20 KB. */
const MAX_BYTES = 16 * 2 ** 20;

/** Scalars listed. */
const MAX_FIELDS = 10_000;

/** @throws FormatError with a code of the README. */
export async function readGenerationConfig(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "object" } as const;
  const { fields, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  return { facts: { fields: Object.fromEntries(fields) }, children: [], spans, faults, gaps };
}
