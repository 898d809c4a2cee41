/** Reads the modules that an embedding model is made of, and how much text it takes. */

import type { Fault, Field } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findCodeReferences } from "../shared/code-references.ts";
import { findCount, findText } from "../shared/field-values.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. Real files have about 1 KB; prompts make some KB. */
const MAX_BYTES = 4 * 2 ** 20;

/** Scalars listed; a model has two to five modules. */
const MAX_FIELDS = 10_000;

/** Where modules are named: in `modules.json`, and in the configuration of a router between modules. */
const NAMES_MODULE = /^\/(?:\d+\/type|types\/[^/]+)$/;

/** Modules of the library itself. */
const LIBRARY = "sentence_transformers.";

type Fields = ReadonlyMap<string, Field>;
type Faults = FaultLog<FaultCode>;

/** @throws FormatError with a code of the README. */
export async function readSentenceTransformers(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "anything" } as const;
  const { fields, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  const log: Faults = new FaultLog(FAULTS);
  const code = findForeignModules(fields, log);
  const contextLength = findCount(fields, "/max_seq_length", log);
  const model = { ...(contextLength && { contextLength }), ...(code.length > 0 && { code }) };
  const references = findCodeReferences(fields);
  const facts = {
    ...(references.length > 0 && { code: references }),
    ...(Object.keys(model).length > 0 && { model }),
    fields: Object.fromEntries(fields),
  };
  const all: readonly Fault[] = [...faults, ...log.list()];
  return { facts, children: [], spans, faults: all, gaps };
}

/** A module of no library is code that the loader imports from the release. */
function findForeignModules(fields: Fields, log: Faults): readonly Field[] {
  const named = [...fields.keys()].filter((pointer) => NAMES_MODULE.test(pointer));
  return named.flatMap((pointer) => {
    const field = findText(fields, pointer, log);
    return field === undefined || String(field.value).startsWith(LIBRARY) ? [] : [field];
  });
}
