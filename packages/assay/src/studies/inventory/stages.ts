/** Recipes in numbered stages: `stage0_pretrain/train.py` says by folder and name what it does, however deep it lies. */

import type { ComponentId } from "../../model/components.ts";
import type { Release } from "../../model/types.ts";
import { splitPath } from "../shared/path-words.ts";
import { isInTuning } from "./rooms.ts";

/** `stage1_sft`, `step-2_dedup`, `phase3_eval`. */
const STAGE = /^(?:stage|step|phase)[-_]?\d{1,2}[a-z]?[-_]\w/i;

/** Files that a stage runs. */
const RUN_BY: readonly { readonly component: ComponentId; readonly stem: RegExp }[] = [
  { component: "training-code", stem: /^(?:run_)?(?:pre)?train(?:ing)?$/ },
  {
    component: "preprocessing-code",
    stem: /^(?:data_?prep(?:aration|rocessing)?|prep(?:are)?_data|preprocess(?:ing)?)$/,
  },
  { component: "evaluation-code", stem: /^(?:run_)?eval(?:uate|uation)?$/ },
];

/** Folders of which one stage tunes a finished model: the whole recipe is one for users. */
export function listTuningRecipes({ artifacts }: Release): ReadonlySet<string> {
  const recipes = new Set<string>();
  for (const { path } of artifacts) {
    const { folders } = splitPath(path);
    const at = folders.findIndex((folder) => STAGE.test(folder) && isInTuning([folder]));
    if (at >= 0) recipes.add(folders.slice(0, at).join("/"));
  }
  return recipes;
}

/** What a file of a numbered stage does; what prepares or trains in a recipe of tuning made no release. */
export function listStaged(
  folders: readonly string[],
  name: string,
  recipes: ReadonlySet<string>,
): readonly ComponentId[] {
  const at = folders.findIndex((folder) => STAGE.test(folder));
  if (at < 0 || isInTuning(folders)) return [];
  const isOfTuning = recipes.has(folders.slice(0, at).join("/"));
  return RUN_BY.filter(
    ({ component, stem }) => stem.test(name) && !(isOfTuning && component !== "evaluation-code"),
  ).map(({ component }) => component);
}
