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
    stem: /^(?:\w{1,30}_)?(?:(?:pre)?train(?:ing)?|trainer)$|^(?:pre)?train_\w{1,40}$/,
  },
  {
    component: "inference-code",
    folder: /^(?:generat(?:e|ion)|infer(?:ence)?)$/,
    stem: /^(?:generat(?:e|ion)|infer(?:ence)?|predict(?:or)?|sampl(?:e|er|ing)|chat|beam_search|decod(?:e|ing)|transcribe)$|_(?:generator|predictor|inference)$/,
  },
  {
    component: "evaluation-code",
    folder: /^eval(?:s|uation|uate)?$/,
    stem: /^(?:\w{1,30}_)?eval(?:uate|uation|uator)?$|^eval(?:uate)?_\w{1,40}$/,
  },
];

/** Folders of the root that hold code for evaluation and nothing else. */
const EVALUATION = /^eval(?:s|uations?|uate)?(?:[-_](?:utils|scripts|code|tools|harness))?$/;

/** Folders that may lie between the root and the package. */
const THROUGH = /^(?:src|lib|python|code)$/;

/** Words by which a file inside such a folder only serves it. */
const SERVING: ReadonlySet<string> = new Set(
  "init version setup conftest config configs configuration utils util helpers test tests types constants exceptions logger logging".split(
    " ",
  ),
);

/** Files among models that do something with them and define none. */
const DOING =
  /(?:^|_)(?:generat(?:e|ion)|tokeniz(?:er|ation)|sampl(?:e|er|ing)|convert|export|hub|registry|factory|builder|process(?:or|ing)|args|load(?:er|ing)?|train(?:er|ing)?|eval\w*|inference|chat|api|download)(?:_|$)/;

/** Purposes that the folders of a source file tell of; none for what only serves others. */
export function listPlaced(release: Release, path: string): readonly ComponentId[] {
  const { folders, stem } = splitPath(path);
  if (splitWords(stem).some((word) => SERVING.has(word))) return [];
  const isEvaluation = EVALUATION.test((folders[0] ?? "").toLowerCase());
  if (isEvaluation) return ["evaluation-code"];
  const inside = listInside(release, folders);
  if (inside === null) return [];
  const name = stem.toLowerCase();
  // Deeper, a folder of models may be one of a command, or of what is only measured.
  const isOfModels = /^models?$/.test(inside[0] ?? "") && !DOING.test(name);
  return IN_PACKAGE.filter(
    ({ component, folder, stem: named }) =>
      (named.test(name) && isNear(inside)) ||
      (component === "architecture" && isOfModels) ||
      (inside.some((one) => folder?.test(one)) && !(component === "architecture" && DOING.test(name))),
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
