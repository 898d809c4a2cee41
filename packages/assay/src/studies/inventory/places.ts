/** What code is for by the place where it lies: in a package named like the release, or in a folder of its purpose. */

import type { ComponentId } from "../../model/components.ts";
import type { Release } from "../../model/types.ts";
import { isNamedLikeRelease } from "../shared/own-names.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";

interface Place {
  readonly component: ComponentId;
  /** A folder inside the package whose files are all it. */
  readonly folder?: RegExp;
  /** A name of a file anywhere in the package. */
  readonly stem: RegExp;
}

const IN_PACKAGE: readonly Place[] = [
  {
    component: "architecture",
    folder: /^(?:modell?ing|nn|networks?|architectures?)$/,
    stem: /^(?:model|modell?ing(?:_\w+)?|architecture|network|transformer)$/,
  },
  {
    component: "training-code",
    folder: /^(?:(?:pre)?train(?:ing)?|trainers?)$/,
    stem: /^(?:(?:pre)?train|trainer|(?:pre)?training)$/,
  },
  {
    component: "inference-code",
    folder: /^(?:generat(?:e|ion)|infer(?:ence)?)$/,
    stem: /^(?:generat(?:e|ion)|infer(?:ence)?|predict(?:or)?|sampl(?:e|er|ing)|chat|beam_search|decod(?:e|ing)|transcribe)$|_(?:generator|predictor|inference)$/,
  },
  {
    component: "evaluation-code",
    folder: /^eval(?:s|uation|uate)?$/,
    stem: /^(?:eval(?:uate|uation|uator)?)$/,
  },
];

/** Folders of the root that hold code for evaluation and nothing else. */
const EVALUATION = /^eval(?:s|uations?|uate)?$/;

/** Folders that may lie between the root and the package. */
const THROUGH = /^(?:src|lib|python|code)$/;

/** Words by which a file inside such a folder only serves it. */
const SERVING: ReadonlySet<string> = new Set(
  "init version setup conftest config configs configuration utils util helpers test tests types constants exceptions logger logging".split(
    " ",
  ),
);

/** Purposes that the folders of a source file tell of; none for what only serves others. */
export function listPlaced(release: Release, path: string): readonly ComponentId[] {
  const { folders, stem } = splitPath(path);
  if (splitWords(stem).some((word) => SERVING.has(word))) return [];
  const isEvaluation = EVALUATION.test((folders[0] ?? "").toLowerCase());
  if (isEvaluation) return ["evaluation-code"];
  const inside = listInside(release, folders);
  if (inside === null) return [];
  const name = stem.toLowerCase();
  return IN_PACKAGE.filter(
    ({ folder, stem: named }) => inside.some((one) => folder?.test(one)) || (named.test(name) && isNear(inside)),
  ).map(({ component }) => component);
}

/** Folders inside the package that is named like the release; null where there is none. */
function listInside(release: Release, folders: readonly string[]): readonly string[] | null {
  const at = folders.findIndex((folder) => isNamedLikeRelease(folder, release));
  if (at < 0 || !folders.slice(0, at).every((folder) => THROUGH.test(folder))) return null;
  return folders.slice(at + 1).map((folder) => folder.toLowerCase());
}

/** A name speaks for itself in the package's own folder and in those of models, not deeper. */
function isNear(inside: readonly string[]): boolean {
  return inside.length <= 1 && inside.every((folder) => /^(?:models?|core|modules?|cli|hf|transformer)$/.test(folder));
}
