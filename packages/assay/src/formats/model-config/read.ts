/** Reads what a configuration says about its model. */

import type { Fault, Field, ModelFact } from "../../model/facts.ts";
import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { findCodeReferences } from "../shared/code-references.ts";
import { findCount, findText, findValue } from "../shared/field-values.ts";
import { findTemplates } from "../shared/jinja/find-templates.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { findLoaderCode } from "../shared/loader-code.ts";
import { FaultLog } from "../shared/words.ts";
import type { FaultCode } from "./words.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The largest known (21,841 class names, both ways) have about 2 MB. */
const MAX_BYTES = 16 * 2 ** 20;

/** Scalars listed: those class names stand before `model_type` and are 43,682. */
const MAX_FIELDS = 100_000;

/**
 * Where configurations keep the context length, most usual first: Llama and most others; GPT-2 and GPT-J; the original
 * GPT; DBRX and MPT; older T5-like and GLM; and the text part of a model with several.
 */
const CONTEXT_LENGTH: readonly string[] = [
  "/max_position_embeddings",
  "/n_positions",
  "/n_ctx",
  "/max_seq_len",
  "/max_sequence_length",
  "/seq_length",
  "/max_seq_length",
  "/text_config/max_position_embeddings",
];

type Faults = FaultLog<FaultCode>;

/** @throws FormatError with a code of the README. */
export async function readModelConfig(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "object" } as const;
  const { fields, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  const log: Faults = new FaultLog(FAULTS);
  const model = describeModel(fields, log);
  const all: readonly Fault[] = [...faults, ...log.list()];
  const { templates, gaps: unread } = findTemplates(fields);
  const code = findCodeReferences(fields);
  const facts = {
    model,
    ...(code.length > 0 && { code }),
    ...(templates.length > 0 && { templates }),
    fields: Object.fromEntries(fields),
  };
  return { facts, children: [], spans, faults: all, gaps: [...gaps, ...unread] };
}

function describeModel(fields: ReadonlyMap<string, Field>, log: Faults): ModelFact {
  const architecture = findText(fields, "/architectures/0", log);
  const contextLength = findContextLength(fields, log);
  const code = findLoaderCode(fields);
  return {
    ...(architecture && { architecture }),
    ...(contextLength && { contextLength }),
    ...(code.length > 0 && { code }),
  };
}

function findContextLength(fields: ReadonlyMap<string, Field>, log: Faults): Field | undefined {
  for (const key of CONTEXT_LENGTH) {
    const field = findValue(fields, key);
    // XLNet writes -1 for "no bound", which is a value but no length.
    if (field !== undefined) return field.value === -1 ? undefined : findCount(fields, key, log);
  }
  return undefined;
}
