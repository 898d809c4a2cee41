/** Names that leave no doubt of what code is for. They decide where the lines are not at hand. */

import type { ComponentId } from "../../model/components.ts";
import type { Release } from "../../model/types.ts";
import { isNamedLikeRelease } from "../shared/own-names.ts";
import { splitPath } from "../shared/path-words.ts";

interface Plain {
  readonly stem: RegExp;
  /** Folders that may be on the way, beside one named like the repository. */
  readonly through: RegExp;
  /** Most folders. */
  readonly depth: number;
  /** Set where a folder has to be named like the repository. */
  readonly inPackage?: true;
}

/** No script under `eval` trains the model and none under `sft` made it; so that only these folders are passed. */
const PLAIN: Partial<Record<ComponentId, readonly Plain[]>> = {
  "training-code": [
    {
      stem: /^(?:pre[-_]?)?train$|^run_(?:pre)?train(?:ing)?$/,
      through: /^(?:src|scripts?|code|cli|(?:pre)?train(?:ing)?)$/,
      depth: 3,
    },
  ],
  "evaluation-code": [
    { stem: /^(?:run_)?eval(?:uate|uation)?$/, through: /^(?:src|scripts?|code|evals?|evaluation)$/, depth: 2 },
  ],
  "inference-code": [
    {
      stem: /^(?:generate|generation|infer|inference)$|^(?:example_)?(?:chat|text)_completion$/,
      through: /^(?:src|scripts?|code|inference|models?)$/,
      depth: 2,
    },
    // A script that says that it infers does so in any folder near the root; torch.hub loads models by `hubconf.py`.
    { stem: /^(?:\w{1,30}_)?(?:inference|infer)\d?$/, through: /^(?!eval|bench|compression|efficiency).*$/, depth: 1 },
    { stem: /^hubconf$/, through: /^$/, depth: 0 },
  ],
  "preprocessing-code": [
    {
      stem: /^preprocess(?:ing|_data|_corpus)?$|^prepare[-_](?:\w+[-_])?(?:data|datasets?|corpus)$|^create_pretraining_data$/,
      through: /^(?:src|scripts?|code|data|preprocess(?:ing)?)$/,
      depth: 2,
    },
  ],
  architecture: [
    { stem: /^modell?ing$/, through: /^(?:src|models?|model_utils)$/, depth: 1 },
    // The libraries of the hub call a file so that defines a network, wherever it lies.
    { stem: /^modell?ing_\w+$/, through: /./, depth: 5 },
    { stem: /^modell?ing(?:_\w+)?$|^model$/, through: /^(?:src|models?|hf)$/, depth: 2, inPackage: true },
  ],
};

/** Whether a path says by itself that it is this code. */
export function isPlainCode(release: Release, path: string, component: ComponentId): boolean {
  const { folders, stem } = splitPath(path);
  const ownFolders = folders.filter((folder) => isNamedLikeRelease(folder, release));
  return (PLAIN[component] ?? []).some(
    (plain) =>
      plain.stem.test(stem.toLowerCase()) &&
      folders.length <= plain.depth &&
      (plain.inPackage === undefined || ownFolders.length > 0) &&
      folders.every((folder) => ownFolders.includes(folder) || plain.through.test(folder)) &&
      !(component === "preprocessing-code" && ownFolders.length > 0),
  );
}
