/** What a header comes to, in the words of facts. */

import type { BaseFact, Facts, Field, ModelFact, Place, TokenizerFact, WeightsFact } from "../../model/facts.ts";
import { pointTo } from "../../model/json-pointer.ts";
import { findCount, findText, type ValueLog } from "../shared/field-values.ts";
import { type FoundTemplates, readTemplates } from "../shared/jinja/find-templates.ts";
import type { Header } from "./header.ts";
import type { Listed } from "./tensors.ts";

type Fields = ReadonlyMap<string, Field>;

/** Keys under which chat templates stand: the default one, and others by name. */
const TEMPLATE = /^\/tokenizer\.chat_template(?:\.(.+))?$/;

/** Models and data sets that it was made from (docs/gguf.md, "Source metadata"): numbered, each with its names. */
const SOURCE = /^\/general\.(base_model|dataset)\.(\d+)\.(repo_url|name)$/;

/** Facts of a file, and what was not read of its templates. */
export interface Described {
  readonly facts: Facts;
  readonly gaps: FoundTemplates["gaps"];
}

/** Facts of a file whose data ends here. A value of a kind that its key does not mean is a fault. */
export function describeHeader(header: Header, end: number, log: ValueLog): Described {
  const fields = listFields(header);
  const { templates, gaps } = findTemplates(fields);
  const tokenizer = describeTokenizer(header, fields, log);
  const base = describeBases(fields);
  const facts = {
    weights: describeWeights(header, end),
    fields: Object.fromEntries(fields),
    model: describeModel(fields, log),
    ...(Object.keys(tokenizer).length > 0 && { tokenizer }),
    ...(templates.length > 0 && { templates }),
    ...(base.length > 0 && { base }),
  };
  return { facts, gaps };
}

/** Programs render what stands under these keys as Jinja; places inside it are those of the whole string. */
function findTemplates(fields: Fields): FoundTemplates {
  const texts = [...fields].flatMap(([pointer, { value, at }]) => {
    const match = TEMPLATE.exec(pointer);
    return match === null || typeof value !== "string" ? [] : [{ name: match[1] ?? "", isChat: true, text: value, at }];
  });
  return readTemplates(texts);
}

/** The address of each, where it has none its name. How it was made from them GGUF does not say. */
function describeBases(fields: Fields): readonly BaseFact[] {
  const named = new Map<string, { readonly field: Field; readonly kind: string }>();
  for (const [pointer, field] of fields) {
    const [, kind = "", number = "", key = ""] = SOURCE.exec(pointer) ?? [];
    if (kind === "" || typeof field.value !== "string" || field.value === "") continue;
    const isAddress = key === "repo_url";
    if (isAddress || !named.has(`${kind}.${number}`)) named.set(`${kind}.${number}`, { field, kind });
  }
  return [...named.values()].map(({ field, kind }) =>
    kind === "dataset" ? { relation: "dataset", field } : { field },
  );
}

function listFields({ values }: Header): Fields {
  const fields = new Map<string, Field>();
  for (const [key, value] of values)
    if (value.kind === "scalar") fields.set(pointTo("", key), { value: value.value, at: value.at });
  return fields;
}

type Sound = Listed & Required<Pick<Listed, "type" | "elements" | "bytes">>;

/** Sums of sound tensors, which may overlap: only a clean reading adds up to the file. */
function describeWeights({ tensors, values }: Header, end: number): WeightsFact {
  const sound = tensors.filter((one): one is Sound => one.elements !== undefined);
  const dtypes = new Map<string, number>();
  for (const { type, elements } of sound) dtypes.set(type, (dtypes.get(type) ?? 0) + elements);
  const metadata: [string, string][] = [];
  const lists: [string, Place][] = [];
  for (const [key, value] of values)
    if (value.kind === "scalar") metadata.push([key, String(value.value)]);
    else lists.push([key, value.at]);
  return {
    tensors: sound.length,
    parameters: sound.reduce((sum, { elements }) => sum + elements, 0),
    dtypes: Object.fromEntries(dtypes),
    bytes: sound.reduce((sum, { bytes }) => sum + bytes, 0),
    names: sound.map(({ name }) => name),
    metadata: Object.fromEntries(metadata),
    ...(lists.length > 0 && { lists: Object.fromEntries(lists) }),
    at: { start: 0, end },
  };
}

function describeModel(fields: Fields, log: ValueLog): ModelFact {
  const architecture = fields.get("/general.architecture");
  if (typeof architecture?.value !== "string") return {};
  const contextLength = findCount(fields, pointTo("", `${architecture.value}.context_length`), log);
  return { architecture, ...(contextLength && { contextLength }) };
}

function describeTokenizer({ values }: Header, fields: Fields, log: ValueLog): TokenizerFact {
  const kind = findText(fields, "/tokenizer.ggml.model", log);
  const [tokens, merges] = ["tokens", "merges"].map((name) => values.get(`tokenizer.ggml.${name}`));
  return {
    ...(kind && { kind }),
    ...(tokens?.kind === "array" && { vocabulary: tokens.length }),
    ...(merges?.kind === "array" && { merges: merges.length }),
  };
}
