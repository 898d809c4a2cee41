/** Reads what a tokenizer file says. A chat template in it is read by its grammar and never rendered. */

import type { Field, TokenizerFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findCodeReferences } from "../shared/code-references.ts";
import { findTemplates } from "../shared/jinja/find-templates.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { findLoaderCode } from "../shared/loader-code.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The largest tokenizer.json known (262,144 entries) has 33 MB. */
const MAX_BYTES = 64 * 2 ** 20;

/** Scalars listed, without those of the tables. */
const MAX_FIELDS = 10_000;

/** Tables that make up nearly all of a tokenizer.json; they are counted, not listed. */
const TABLES: readonly string[] = ["/model/vocab", "/model/merges", "/added_tokens", "/added_tokens_decoder"];

/** @throws FormatError with a code of the README. */
export async function readTokenizer(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, tables: TABLES, faults: FAULTS, top: "object" } as const;
  const { fields, members, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  const code = findLoaderCode(fields);
  const references = findCodeReferences(fields);
  const { templates, gaps: unread } = findTemplates(fields);
  const facts = {
    tokenizer: describeTokenizer(fields, members),
    ...(code.length > 0 && { model: { code } }),
    ...(references.length > 0 && { code: references }),
    ...(templates.length > 0 && { templates }),
    fields: Object.fromEntries(fields),
  };
  return { facts, children: [], spans, faults, gaps: [...gaps, ...unread] };
}

/** `vocabulary` counts the entries of `model.vocab`; added tokens may or may not be among them. */
function describeTokenizer(fields: ReadonlyMap<string, Field>, members: ReadonlyMap<string, number>): TokenizerFact {
  const kind = [fields.get("/model/type"), fields.get("/tokenizer_class")].find(
    (field) => typeof field?.value === "string",
  );
  const vocabulary = members.get("/model/vocab");
  return { ...(kind && { kind }), ...(vocabulary !== undefined && { vocabulary }) };
}
