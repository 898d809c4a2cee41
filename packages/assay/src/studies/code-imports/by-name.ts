/** Code that libraries look for under a fixed name. */

import type { CodeImport } from "../../model/code-import.ts";
import type { PythonFact } from "../../model/facts.ts";
import type { Artifact } from "../../model/types.ts";

/** Diffusers, with `custom_pipeline` naming the repository; Transformers, with `custom_generate` naming it. */
const BY_NAME = /^(?:pipeline|modular_blocks|block|custom_generate\/generate)\.py$/;

const SETUP = /^setup\.py$/;

const HANDLER = /^(?:handler|code\/inference)\.py$/;

/** Why the name of a file alone makes somebody import it. */
export function importByName({ origin, path }: Artifact, python: PythonFact | undefined): readonly CodeImport[] {
  if (python === undefined) return [];
  const how = nameReason(path);
  return how === undefined ? [] : [{ origin, how, by: path, name: path, file: path }];
}

function nameReason(path: string): CodeImport["how"] | undefined {
  if (BY_NAME.test(path)) return "by-name";
  if (SETUP.test(path)) return "setup";
  return HANDLER.test(path) ? "endpoint" : undefined;
}
