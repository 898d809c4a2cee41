/** From one reference to code to what is wrong with it. */

import type { CodeImport } from "../../model/code-import.ts";
import type { CodeReference } from "../../model/facts.ts";
import { judgeGlobal } from "../shared/judge-global.ts";
import type { Code } from "./words.ts";

/** A reference, the others of its file, and what is known of the code that the file names. */
export interface Referred {
  readonly reference: CodeReference;
  readonly all: readonly CodeReference[];
  readonly imports: readonly CodeImport[];
  /** Whether the file is one from which a loader builds what it names, and not the configuration of a training. */
  readonly isBuilt: boolean;
}

/** A code, and for functions what they do. */
export interface JudgedReference {
  readonly code: Code;
  readonly does?: string;
}

/** Libraries whose classes NeMo and its kin have Hydra build: prefixes that its own check allows. */
const LIBRARIES =
  /^(?:nemo|nemo_\w+|torch|torchaudio|torchvision|pytorch_lightning|lightning|omegaconf|transformers|megatron)\./;

/** Judges a reference; what is of no matter has no code. */
export function judgeReference(referred: Referred): JudgedReference | undefined {
  const { kind, field } = referred.reference;
  const value = String(field.value);
  switch (kind) {
    case "attention":
      return { code: "hub-attention" };
    case "kernel":
      return { code: "hub-kernel" };
    case "trust":
      return judgeSwitch(referred);
    case "target":
      return judgeTarget(value, referred.isBuilt);
    default:
      return judgeCode(value, referred);
  }
}

/** At the top it repeats what the caller said; further in it speaks for a model that the caller was not asked about. */
function judgeSwitch({ reference, all, isBuilt }: Referred): JudgedReference | undefined {
  const object = reference.pointer.slice(0, reference.pointer.lastIndexOf("/"));
  if (!isBuilt || object === "") return undefined;
  const isForeign = all.some(
    ({ kind, pointer, field }) =>
      kind === "auto-map" && pointer.startsWith(`${object}/`) && String(field.value).includes("--"),
  );
  return { code: isForeign ? "trusts-foreign-code" : "trust-switch" };
}

function judgeTarget(value: string, isBuilt: boolean): JudgedReference | undefined {
  const at = value.lastIndexOf(".");
  const standing = judgeGlobal({ module: value.slice(0, Math.max(at, 0)), name: value.slice(at + 1) });
  if (standing.tier === "dangerous") return { code: "dangerous-target", does: standing.does };
  if (standing.tier === "unknown" && isBuilt && !LIBRARIES.test(value)) return { code: "unknown-target" };
  return undefined;
}

function judgeCode(value: string, { reference, imports }: Referred): JudgedReference | undefined {
  if (value.includes("--")) return { code: "foreign-code" };
  const named = imports.filter(({ how, name }) => how === reference.kind && name === value);
  if (named.some(({ file }) => file !== null)) return { code: "own-code" };
  return named.length > 0 ? { code: "missing-code" } : undefined;
}
