/** What code is for by the place where it lies: in a package of the release, or in a folder of its purpose. */

import type { ComponentId } from "../../model/components.ts";
import type { Study } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { isNamedLikeRelease } from "../shared/own-names.ts";
import { folderOf, splitPath, splitWords } from "../shared/path-words.ts";
import { listDataPackages, listInDataPackage } from "./data-pipelines.ts";
import { isApart } from "./listed-code.ts";
import { findRooms, isInTuning } from "./rooms.ts";
import { listStaged, listTuningRecipes } from "./stages.ts";

interface Place {
  readonly component: ComponentId;
  /** A folder inside the package whose files are all it. */
  readonly folder?: RegExp;
  /** A name of a file near the top of the package. */
  readonly stem: RegExp;
}

const IN_PACKAGE: readonly Place[] = [
  {
    component: "architecture",
    folder: /^(?:modell?ing|nn|networks?|architectures?)$/,
    stem: /^(?:\w{1,30}_)?model$|^(?:modell?ing(?:_\w+)?|architecture|network|transformer)$/,
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
    stem: /^(?:\w{1,30}_)?eval(?:uate|uation|uator)?$|^eval(?:uate)?_\w{1,40}$|^zero_?shot$/,
  },
  {
    component: "preprocessing-code",
    folder: /^(?:data[-_]?prep(?:aration|rocessing)?|pre[-_]?process(?:ing)?)$/,
    stem: /^(?:data_prep(?:aration|rocessing)?|prepare_data)$/,
  },
];

/** A file among those of the training that measures. */
const MEASURES = /^zero_?shot$|^eval(?:uate|uation)?(?:_|$)/;

/** What code in a folder of data does to them; what only loads them does not make them. */
const MAKING = toSet(
  "prepare preprocess process processing download convert filter filtering clean cleaning tokenize dedup deduplicate crawl extract scrape to build create make generate merge pipeline pipelines",
);

/** Words of scripts that tune a model, in a folder for that. */
const TUNES = toSet(
  "train training trainer finetune finetuning tune tuning sft dpo ppo rlhf lora qlora peft main run merge quantize quantization",
);

/** Folders that may lie between the root and the package. */
const THROUGH = /^(?:src|lib|python|code)$/;

/** Folders with an `__init__.py` that are no package of the release. */
const NO_PACKAGE =
  /^(?:tests?|docs?|examples?|scripts?|tools|utils|src|lib|eval\w*|experiments?|benchmarks?|data(?:sets?)?|configs?|demos?)$/i;

/** A package of the release lies in a part of it, and that part in none deeper. */
const DEEPEST_PACKAGE = 2;

/** Words by which a file inside such a folder only serves it. */
const SERVING = toSet(
  "init version setup conftest config configs configuration utils util helpers test tests types constants exceptions logger logging",
);

/** Files among models that do something with them and define none. */
const DOING =
  /(?:^|_)(?:generat(?:e|ion)|tiktoken|sentencepiece|bpe|vocab|tokeniz(?:er|ation)|sampl(?:e|er|ing)|convert(?:er)?|conversion|conversation|export|hub|registry|factory|builders?|(?:pre)?process(?:or|ors|ing)?|args|load(?:er|ers|ing)?|train(?:er|ing)?|eval\w*|inference|chat|api|download|checkpoint|quantiz\w{1,6}|datatypes?|format|tool|apply|make|merge|consolidate|delta|loss|losses|metrics?|optim\w*|schedul\w+|callbacks?|datasets?)(?:_|$)/;

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** A table or list of problems in a folder of a benchmark. */
const PROBLEMS = /(?:^|\/)[\w-]{0,40}bench(?:marks?)?\/[^/]{1,200}\.(?:jsonl|parquet|csv|tsv)$/i;

/** Folders that Python takes for packages or parts of them, by the file that makes them so. */
interface Modules {
  readonly folders: ReadonlySet<string>;
  /** The outermost of them near the root. */
  readonly packages: ReadonlySet<string>;
  /** Folders of benchmarks that hold their problems. */
  readonly problems: ReadonlySet<string>;
  /** Packages that make data. */
  readonly ofData: ReadonlySet<string>;
  /** Folders of recipes that tune a finished model. */
  readonly tunings: ReadonlySet<string>;
}

/** Packages of Python. */
export const modules: Study<Modules> = {
  id: "modules",
  version: 1,
  async run({ release }) {
    const folders = new Set(
      release.artifacts.flatMap(({ path }) => (path.endsWith("/__init__.py") ? [folderOf(path)] : [])),
    );
    const packages = new Set([...folders].filter((folder) => isPackage(folder, folders)));
    const problems = new Set(release.artifacts.flatMap(({ path }) => (PROBLEMS.test(path) ? [folderOf(path)] : [])));
    const ofData = listDataPackages(release, packages);
    return { folders, packages, problems, ofData, tunings: listTuningRecipes(release) };
  },
};

function isPackage(folder: string, folders: ReadonlySet<string>): boolean {
  const names = folder.split("/");
  return (
    names.length <= DEEPEST_PACKAGE + 1 &&
    !folders.has(folderOf(folder)) &&
    !NO_PACKAGE.test(names.at(-1) ?? "") &&
    names.slice(0, -1).every((name) => THROUGH.test(name) || !(NO_PACKAGE.test(name) || isApart(name, "architecture")))
  );
}

/** What a place is looked at with. */
interface Known {
  readonly release: Release;
  readonly modules: Modules;
}

/** Purposes that the folders of a source file tell of; none for what only serves others. */
export function listPlaced(known: Known, path: string): readonly ComponentId[] {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  const name = stem.toLowerCase().replace(/^_/, "");
  const rooms = findRooms(folders);
  if (words.some((word) => SERVING.has(word))) return rooms.filter((room) => room === "supporting-tools");
  const staged = listStaged(folders, name, known.modules.tunings);
  if (staged.length > 0) return staged;
  if (rooms.length > 0)
    return rooms[0] === "training-code" && MEASURES.test(name) ? [...rooms, "evaluation-code"] : rooms;
  if (isInTuning(folders)) return words.some((word) => TUNES.has(word)) ? ["supporting-tools"] : [];
  if (isBesideProblems(known, folders)) return ["evaluation-code"];
  if (isMakingData(known, folders, words)) return ["preprocessing-code"];
  const ofData = listInDataPackage(folders, known.modules.ofData);
  if (ofData.length > 0) return ofData;
  const inside = listInside(known, folders);
  if (inside !== null) return listInPackage(inside, name);
  return isAmongModels(folders) && !DOING.test(name) ? ["architecture"] : [];
}

/** Whether code lies beside the problems of a benchmark, which it runs; a benchmark without any measures speed. */
function isBesideProblems({ modules: { problems } }: Known, folders: readonly string[]): boolean {
  return problems.has(folders.join("/"));
}

/** Whether scripts in a folder of data make them; a module of a package only loads them. */
function isMakingData(
  { modules: { folders: known } }: Known,
  folders: readonly string[],
  words: readonly string[],
): boolean {
  const at = folders.slice(0, 2).findIndex((folder) => /^data(?:sets?)?$/i.test(folder));
  if (at < 0 || known.has(folders.slice(0, at + 1).join("/")) || (at > 0 && known.has(folders[0] ?? ""))) return false;
  return [...words, ...folders.slice(at + 1).flatMap(splitWords)].some((word) => MAKING.has(word));
}

/** Whether a folder of models lies near the root, outside of what is something else. */
function isAmongModels(folders: readonly string[]): boolean {
  const at = folders.findIndex((folder) => /^(?:models?|modell?ing|networks?)$/i.test(folder));
  return at >= 0 && at <= 2 && folders.every((folder) => !isApart(folder, "architecture"));
}

function listInPackage(inside: readonly string[], name: string): readonly ComponentId[] {
  // Deeper, a folder of models may be one of a command, or of what is only measured.
  const isOfModels = /^models?$/.test(inside[0] ?? "") && !DOING.test(name);
  return IN_PACKAGE.filter(
    ({ component, folder, stem }) =>
      (stem.test(name) && isNear(inside, component)) ||
      (component === "architecture" && (isOfModels || isPartOfNetwork(inside, name))) ||
      (component === "inference-code" && isDecoding(inside, name)) ||
      (inside.some((one) => folder?.test(one)) && !(component === "architecture" && DOING.test(name))),
  ).map(({ component }) => component);
}

/** Folders of parts of networks, and what such parts are called. */
const PARTS = /^(?:modules?|layers|blocks)$/;
const PART =
  /^(?:\w{1,30}_)?(?:autoencoders?|vae|vqvae|unet|encoders?|decoders?|transformers?|attentions?|layers?|blocks?|embedd(?:ers?|ings?)|conditioners?|conv(?:olution)?s?|mlp|resnet|vit|moe|experts|norms?|normalization|rope|rotary|backbone|quantizer|vocoder)$/;

/** Whether a module defines a part of the network, in a folder of such parts. */
function isPartOfNetwork(inside: readonly string[], name: string): boolean {
  const isInParts = inside.length <= 3 && PARTS.test(inside.at(-1) ?? "");
  return isInParts && PART.test(name) && !inside.some((folder) => isApart(folder, "architecture"));
}

/** Folders in which what samples writes out of the model, and does not draw from data. */
const WRITING = /^(?:text|generation|decoding|inference|jax|torch|flax|pytorch)$/;

function isDecoding(inside: readonly string[], name: string): boolean {
  const isInWriting = inside.length <= 3 && WRITING.test(inside.at(-1) ?? "");
  return (
    isInWriting &&
    /^(?:\w{1,30}_)?(?:sampler|sampling|generat(?:e|ion|or)|decod(?:e|ing))$/.test(name) &&
    !inside.some((folder) => isApart(folder, "inference-code"))
  );
}

/** Folders inside a package of the release; null where there is none. */
function listInside({ release, modules: { packages } }: Known, folders: readonly string[]): readonly string[] | null {
  const at = folders.findIndex(
    (folder, index) =>
      packages.has(folders.slice(0, index + 1).join("/")) ||
      (isNamedLikeRelease(folder, release) && folders.slice(0, index).every((one) => THROUGH.test(one))),
  );
  return at < 0 ? null : folders.slice(at + 1).map((folder) => folder.toLowerCase());
}

/** A name speaks for itself near the top of a package, not deeper and not among data; what runs a model, among models. */
function isNear(inside: readonly string[], component: ComponentId): boolean {
  const isOfMaking = component === "training-code" || component === "evaluation-code";
  return (
    inside.length <= 1 &&
    inside.every((folder) =>
      isOfMaking
        ? !/^(?:data|datasets?|optim|tests?|utils?)$/.test(folder)
        : /^(?:models?|core|modules?|cli|hf|transformer)$/.test(folder),
    )
  );
}
