/** What code is for by the place where it lies: in a package of the release, or in a folder of its purpose. */

import type { ComponentId } from "../../model/components.ts";
import type { Study } from "../../model/plugin.ts";
import type { Release } from "../../model/types.ts";
import { isNamedLikeRelease } from "../shared/own-names.ts";
import { splitPath, splitWords } from "../shared/path-words.ts";

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

interface Room {
  readonly component: ComponentId;
  readonly folder: RegExp;
  /** Set where only a folder of scripts says so: elsewhere such a folder may be of the package. */
  readonly inScripts?: true;
}

/** Folders of the root, and of its folder of scripts, that are for one purpose. */
const ROOMS: readonly Room[] = [
  {
    component: "evaluation-code",
    folder: /^(?:\w{1,30}[-_])?eval(?:s|uations?|uate)?(?:[-_](?:utils|scripts|code|tools|harness))?$/,
  },
  { component: "training-code", folder: /^(?:\w{1,30}[-_])?(?:pre[-_]?)?train(?:ing)?(?:[-_](?:scripts|code))?$/ },
  {
    component: "preprocessing-code",
    folder: /^(?:data[-_]?prep(?:aration|rocessing)?|data[-_]processing|pre[-_]?process(?:ing)?)$/,
  },
  { component: "preprocessing-code", folder: /^data(?:sets?)?$/, inScripts: true },
  { component: "inference-code", folder: /^infer(?:ence)?$/ },
];

const SCRIPTS = /^(?:scripts?|bin|src|code)$/;

/** Folders of the root whose scripts are of help and no more. */
const TOOLS = /^(?:tools|utils|utilities)$/;

/** A file among those of the training that measures. */
const MEASURES = /^zero_?shot$|^eval(?:uate|uation)?(?:_|$)/;

/** What code in a folder of data does to them; what only loads them does not make them. */
const MAKING = toSet(
  "prepare preprocess process download convert filter clean tokenize dedup deduplicate crawl extract scrape to",
);

/** Folders that may lie between the root and the package. */
const THROUGH = /^(?:src|lib|python|code)$/;

/** Folders with an `__init__.py` that are no package of the release. */
const NO_PACKAGE = /^(?:tests?|docs?|examples?|scripts?|tools|utils|src|lib|eval\w*|experiments?|benchmarks?)$/i;

/** Words by which a file inside such a folder only serves it. */
const SERVING = toSet(
  "init version setup conftest config configs configuration utils util helpers test tests types constants exceptions logger logging",
);

/** Files among models that do something with them and define none. */
const DOING =
  /(?:^|_)(?:generat(?:e|ion)|tokeniz(?:er|ation)|sampl(?:e|er|ing)|convert|export|hub|registry|factory|builder|process(?:or|ing)|args|load(?:er|ing)?|train(?:er|ing)?|eval\w*|inference|chat|api|download)(?:_|$)/;

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Folders near the root that are packages of Python, by the file that makes them one. */
export const packages: Study<ReadonlySet<string>> = {
  id: "packages",
  version: 1,
  async run({ release }) {
    const found = release.artifacts.flatMap(({ path }) => {
      const folder = /^(?:(?:src|lib|python)\/)?([^/]+)\/__init__\.py$/.exec(path)?.[1];
      return folder === undefined || NO_PACKAGE.test(folder) ? [] : [folder];
    });
    return new Set(found);
  },
};

/** What a place is looked at with. */
interface Known {
  readonly release: Release;
  readonly packages: ReadonlySet<string>;
}

/** Purposes that the folders of a source file tell of; none for what only serves others. */
export function listPlaced(known: Known, path: string): readonly ComponentId[] {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  const room = findRoom(folders);
  if (words.some((word) => SERVING.has(word))) return room === "supporting-tools" ? [room] : [];
  if (room !== undefined) return room === "training-code" && MEASURES.test(stem) ? [room, "evaluation-code"] : [room];
  if (folders[0] === "data" && words.some((word) => MAKING.has(word))) return ["preprocessing-code"];
  const inside = listInside(known, folders);
  return inside === null ? [] : listInPackage(inside, stem.toLowerCase());
}

/** What the folder of the root, or of its scripts, is for. */
export function findRoom(folders: readonly string[]): ComponentId | undefined {
  const [first = "", second = ""] = folders.map((folder) => folder.toLowerCase());
  if (TOOLS.test(first)) return "supporting-tools";
  const isInScripts = SCRIPTS.test(first);
  const name = isInScripts ? second : first;
  const room = ROOMS.find(
    ({ folder, inScripts }) => folder.test(name) && (inScripts === undefined || isInScripts),
  )?.component;
  // What is measured of a model that runs is no code that runs it.
  const isMeasured = folders.slice(1).some((folder) => ROOMS[0]?.folder.test(folder.toLowerCase()));
  return room === "inference-code" && isMeasured ? "evaluation-code" : room;
}

function listInPackage(inside: readonly string[], name: string): readonly ComponentId[] {
  // Deeper, a folder of models may be one of a command, or of what is only measured.
  const isOfModels = /^models?$/.test(inside[0] ?? "") && !DOING.test(name);
  return IN_PACKAGE.filter(
    ({ component, folder, stem }) =>
      (stem.test(name) && isNear(inside, component)) ||
      (component === "architecture" && isOfModels) ||
      (inside.some((one) => folder?.test(one)) && !(component === "architecture" && DOING.test(name))),
  ).map(({ component }) => component);
}

/** Folders inside a package of the release; null where there is none. */
function listInside({ release, packages: known }: Known, folders: readonly string[]): readonly string[] | null {
  const at = folders.findIndex((folder) => known.has(folder) || isNamedLikeRelease(folder, release));
  if (at < 0 || !folders.slice(0, at).every((folder) => THROUGH.test(folder))) return null;
  return folders.slice(at + 1).map((folder) => folder.toLowerCase());
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
