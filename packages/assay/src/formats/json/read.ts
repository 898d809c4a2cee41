/** Reads any JSON file into its scalars. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findCodeReferences } from "../shared/code-references.ts";
import { findTemplates } from "../shared/jinja/find-templates.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { FAULTS } from "./words.ts";

/** Bytes. Larger JSON files in releases are data, and what they say of a model stands elsewhere. */
const MAX_BYTES = 16 * 2 ** 20;

/** Scalars listed; a probe asks for a handful. */
const MAX_FIELDS = 10_000;

/** @throws FormatError with a code of the README. */
export async function readJson(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "anything" } as const;
  const { fields, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  const { templates, gaps: unread } = findTemplates(fields);
  const code = findCodeReferences(fields);
  const facts = {
    ...(code.length > 0 && { code }),
    ...(templates.length > 0 && { templates }),
    fields: Object.fromEntries(fields),
  };
  return { facts, children: [], spans, faults, gaps: [...gaps, ...unread] };
}
