/** What a configuration says of code: classes to import, places to fetch them from, switches that let them run. */

import type { CodeReference, Field } from "../../model/facts.ts";

/** References of one file that are told; a large Hydra configuration has some hundred. */
const MOST = 1_000;

type Kind = CodeReference["kind"];

/** Kinds by where they stand. */
const BY_POINTER: readonly (readonly [Kind, RegExp])[] = [
  ["auto-map", /(?:^|\/)auto_map\/[^/]+(?:\/\d+)?$/],
  ["custom-pipeline", /^\/custom_pipelines\/[^/]+\/impl$/],
  ["attention", /(?:^|\/)_?attn_implementation(?:_\w+)?(?:\/[^/]+)?$/],
  ["kernel", /(?:^|\/)(?:kernels|kernel_config|kernel_mapping)(?:\/[^/]+)+$/],
  ["trust", /(?:^|\/)trust_remote_code$/],
  ["target", /(?:^|\/)_target_$/],
];

/** Libraries that PEFT itself works with; any other parent of the base's class may lie in the release. */
const PARENT = /^\/auto_mapping\/parent_library$/;

/** Modules that an embedding model is made of, in `modules.json` and in the configuration of a router. */
const MODULE = /^\/(?:\d+\/type|types\/[^/]+)$/;

/** A component of a pipeline of Diffusers: the module and the class in it; or the pipeline's own class. */
const COMPONENT = /^\/[^/]+\/0$/;

/** Modules of libraries that are not looked for in the release. */
const LIBRARY = /^(?:diffusers|transformers|onnxruntime|sentence_transformers|peft|torch|timm|flax|optimum)(?:\.|$)/;

/** A repository of a hub, with a revision or a part behind. */
const REPOSITORY = /^[\w.-]+\/[\w.-]+(?:@[\w.-]+)?(?::[\w.-]+)*$/;

/** References among the scalars of a file, in its order. */
export function findCodeReferences(fields: ReadonlyMap<string, Field>): readonly CodeReference[] {
  const found: CodeReference[] = [];
  for (const [pointer, field] of fields) {
    if (found.length >= MOST) break;
    const kind = kindOf(pointer, fields);
    if (kind !== undefined && counts(kind, field.value)) found.push({ kind, pointer, field });
  }
  return found;
}

function kindOf(pointer: string, fields: ReadonlyMap<string, Field>): Kind | undefined {
  const known = BY_POINTER.find(([, pattern]) => pattern.test(pointer));
  if (known !== undefined) return known[0];
  if (PARENT.test(pointer)) return "parent-library";
  if (MODULE.test(pointer)) return "module";
  return COMPONENT.test(pointer) && fields.has("/_diffusers_version") ? "component" : undefined;
}

function counts(kind: Kind, value: Field["value"]): boolean {
  if (kind === "trust") return value === true;
  if (typeof value !== "string") return false;
  if (kind === "attention" || kind === "kernel") return REPOSITORY.test(value);
  return kind === "target" || kind === "auto-map" || kind === "custom-pipeline" || !LIBRARY.test(value);
}
