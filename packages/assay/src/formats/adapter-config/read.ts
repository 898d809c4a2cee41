/** Reads what an adapter is made for, and what a loader would import for it. */

import type { BaseFact, Fault, Field } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findCodeReferences } from "../shared/code-references.ts";
import { findText } from "../shared/field-values.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { findLoaderCode } from "../shared/loader-code.ts";
import { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. Real files have about 1 KB; one that lists each target module of a large model has some 100 KB. */
const MAX_BYTES = 4 * 2 ** 20;

/** Scalars listed: target modules and their ranks by name, of a model with a thousand layers. */
const MAX_FIELDS = 20_000;

/** Libraries that PEFT itself works with; any other parent of the base's class may lie in the release. */
const LIBRARIES: ReadonlySet<string> = new Set(["transformers", "diffusers", "peft", "torch", "timm"]);

type Fields = ReadonlyMap<string, Field>;
type Faults = FaultLog<FaultCode>;

/** @throws FormatError with a code of the README. */
export async function readAdapterConfig(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "object" } as const;
  const { fields, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  const log: Faults = new FaultLog(FAULTS);
  const base = describeBase(fields, log);
  const code = findCode(fields, log);
  for (const key of ["/peft_type", "/task_type"]) findText(fields, key, log);
  const references = findCodeReferences(fields);
  const facts = {
    ...base,
    ...(references.length > 0 && { code: references }),
    ...(code.length > 0 && { model: { code } }),
    fields: Object.fromEntries(fields),
  };
  const all: readonly Fault[] = [...faults, ...log.list()];
  return { facts, children: [], spans, faults: all, gaps };
}

function describeBase(fields: Fields, log: Faults): { readonly base?: readonly BaseFact[] } {
  const field = findText(fields, "/base_model_name_or_path", log);
  const revision = findText(fields, "/revision", log);
  return field === undefined ? {} : { base: [{ relation: "adapter", field, ...(revision && { revision }) }] };
}

/** PEFT imports the module `auto_mapping.parent_library` and takes the base's class from it. */
function findCode(fields: Fields, log: Faults): readonly Field[] {
  const parent = findText(fields, "/auto_mapping/parent_library", log);
  const isForeign = parent !== undefined && !LIBRARIES.has(String(parent.value).split(".")[0] ?? "");
  return [...findLoaderCode(fields), ...(isForeign ? [parent] : [])];
}
