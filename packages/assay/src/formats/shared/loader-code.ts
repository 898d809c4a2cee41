/** Entries of Hugging Face configurations that make a loader import Python code. */

import type { Field } from "../../model/facts.ts";

/** `auto_map` of any configuration inside, and `impl` of a custom pipeline. */
const NAMES_CODE = /\/auto_map\/[^/]+(\/\d+)?$|^\/custom_pipelines\/[^/]+\/impl$/;

/** The fields that name code (`module.Class` or `repo--module.Class`), in file order. */
export function findLoaderCode(fields: ReadonlyMap<string, Field>): readonly Field[] {
  const code: Field[] = [];
  for (const [pointer, field] of fields) {
    if (typeof field.value === "string" && NAMES_CODE.test(pointer)) code.push(field);
  }
  return code;
}
